/** Keeps a screen standing while it shows what cannot be shown again (passwords, recovery codes). */
import { focusManager } from '@tanstack/react-query';
import { useEffect } from 'react';

/**
 * Coming back to the window refreshes answers, `/me` too, and a step of signing in that is done would give way to the
 * next one: no refreshing while somebody writes a secret down in another window.
 */
export function useOnceShown(): void {
  useEffect(() => {
    focusManager.setFocused(false);
    return () => focusManager.setFocused(undefined);
  }, []);
}
