/** The screens of publishing; each is fetched when it is opened. */
import { lazyScreen, type Screens } from '#desk/shell/lazy-screen.ts';

export const screens: Screens = {
  'publishing.items': lazyScreen(async () => (await import('./items-screen.tsx')).ItemsScreen),
  'publishing.newItem': lazyScreen(async () => (await import('./new-item-screen.tsx')).NewItemScreen),
  'publishing.item': lazyScreen(async () => (await import('./item-screen.tsx')).ItemScreen),
};
