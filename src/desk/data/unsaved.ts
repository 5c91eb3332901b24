/** Knows the forms with unsaved changes, so that leaving the screen, the window or the session asks first. */

const held = new Set<() => boolean>();

function askBeforeUnload(event: BeforeUnloadEvent): void {
  if (hasUnsaved()) event.preventDefault();
}

/**
 * Registers a form with changes; call what it returns when they are saved, dropped or gone. `mayBeLost` says no while
 * the form is being sent, because going on to the next screen is then the form's own doing.
 */
export function holdUnsaved(mayBeLost: () => boolean): () => void {
  if (held.size === 0) window.addEventListener('beforeunload', askBeforeUnload);
  held.add(mayBeLost);
  return () => {
    held.delete(mayBeLost);
    if (held.size === 0) window.removeEventListener('beforeunload', askBeforeUnload);
  };
}

/** Whether anything typed would be lost. */
export function hasUnsaved(): boolean {
  return [...held].some((mayBeLost) => mayBeLost());
}
