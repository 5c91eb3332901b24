/** Whether the server can be reached, as the last request and the browser know it; the shell shows a strip when it cannot. */
import { useSyncExternalStore } from 'react';

let reachable = true;
const listeners = new Set<() => void>();

function announce(next: boolean): void {
  if (reachable === next) return;
  reachable = next;
  for (const listener of listeners) listener();
}

/** What a request found out about the connection. */
export function noteReachable(found: boolean): void {
  announce(found);
}

window.addEventListener('offline', () => announce(false));
window.addEventListener('online', () => announce(true));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** False while the network is down or the server does not answer. */
export function useReachable(): boolean {
  return useSyncExternalStore(subscribe, () => reachable);
}
