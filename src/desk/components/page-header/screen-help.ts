/** The help of the screen that is open, handed from its page header to the help panel of the shell. */
import { type ReactNode, useSyncExternalStore } from 'react';

export interface ScreenHelp {
  readonly title: string;
  readonly body: ReactNode;
}

let current: ScreenHelp | undefined;
const listeners = new Set<() => void>();

export function setScreenHelp(help: ScreenHelp | undefined): void {
  current = help;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the help panel shows; undefined while no screen is open. */
export function useScreenHelp(): ScreenHelp | undefined {
  return useSyncExternalStore(subscribe, () => current);
}
