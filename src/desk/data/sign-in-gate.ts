/**
 * Where requests wait while the officer signs in again. The sheet lies over the screen, so what was typed stays; every
 * request that met a lapsed session goes on when the sheet closes.
 */
import { useSyncExternalStore } from 'react';

let waiting: readonly (() => void)[] = [];
const listeners = new Set<() => void>();

function announce(next: typeof waiting): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/** Resolves when the officer has signed in. */
export function askToSignIn(): Promise<void> {
  return new Promise((resolve) => announce([...waiting, resolve]));
}

/** Lets every waiting request go on. */
export function signedInAgain(): void {
  const released = waiting;
  announce([]);
  for (const resolve of released) resolve();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether requests wait for the sign-in sheet. */
export function useSignInAsked(): boolean {
  return useSyncExternalStore(subscribe, () => waiting.length > 0);
}
