/** Counts forms with unsaved changes, so that leaving the screen, the window or the session asks first. */

let held = 0;

function askBeforeUnload(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Registers a form with changes; call what it returns when they are saved, dropped or gone. */
export function holdUnsaved(): () => void {
  held += 1;
  if (held === 1) window.addEventListener('beforeunload', askBeforeUnload);
  return () => {
    held -= 1;
    if (held === 0) window.removeEventListener('beforeunload', askBeforeUnload);
  };
}

/** Whether anything typed would be lost. */
export function hasUnsaved(): boolean {
  return held > 0;
}
