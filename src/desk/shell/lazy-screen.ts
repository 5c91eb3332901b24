/** How a module declares its screens, each in a file that is fetched when the screen is opened. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

export type Screens = Readonly<Record<string, LazyExoticComponent<ComponentType>>>;

/** `lazyScreen(async () => (await import('./board.tsx')).BoardScreen)`. */
export function lazyScreen(load: () => Promise<ComponentType>): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: await load() }));
}
