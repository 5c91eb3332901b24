/** Small things kept in this browser (drafts, density, appearance); a browser that refuses storage is no fault. */

const prefix = 'gongkai.desk.';

/** The text stored under a name, or null. */
export function readStored(name: string): string | null {
  try {
    return window.localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

/** Stores a text; null removes it. Returns false when the browser would not keep it. */
export function writeStored(name: string, text: string | null): boolean {
  try {
    if (text === null) window.localStorage.removeItem(prefix + name);
    else window.localStorage.setItem(prefix + name, text);
    return true;
  } catch {
    return false;
  }
}

/** Removes everything whose name begins so: a signed-out officer leaves no drafts behind on a shared machine. */
export function forgetStored(beginning: string): void {
  try {
    const names = Object.keys(window.localStorage).filter((name) => name.startsWith(prefix + beginning));
    for (const name of names) window.localStorage.removeItem(name);
  } catch {
    // Nothing was kept, so nothing is left behind.
  }
}
