/** The screen of search, by the id of the manifest. */
import { lazyScreen, type Screens } from '#desk/shell/lazy-screen.ts';

export const screens: Screens = {
  'search.words': lazyScreen(async () => (await import('./search-screen.tsx')).SearchScreen),
};
