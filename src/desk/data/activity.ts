/**
 * Whether somebody is at the desk. Asking the server on a timer would keep the session of an empty chair alive for
 * ever, so questions on a timer rest after ten minutes without a key or a pointer.
 */
import { useSyncExternalStore } from 'react';

const restAfterMs = 10 * 60_000;
const listeners = new Set<() => void>();
let present = true;
let timer: ReturnType<typeof setTimeout> | undefined;

function announce(next: boolean): void {
  if (present === next) return;
  present = next;
  for (const listener of listeners) listener();
}

function noteInput(): void {
  clearTimeout(timer);
  timer = setTimeout(() => announce(false), restAfterMs);
  announce(true);
}

for (const kind of ['keydown', 'pointerdown', 'wheel', 'touchstart']) {
  window.addEventListener(kind, noteInput, { passive: true, capture: true });
}
noteInput();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** False after ten minutes without input. */
export function usePresent(): boolean {
  return useSyncExternalStore(subscribe, () => present);
}
