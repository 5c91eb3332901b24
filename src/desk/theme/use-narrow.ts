/** Whether the window is as narrow as a phone. */
import { useSyncExternalStore } from 'react';
import { phoneWidth } from './tokens.ts';

const query = window.matchMedia(`(max-width: ${phoneWidth - 1}px)`);

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
