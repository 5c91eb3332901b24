/** The screens of the checks, by the ids of the manifest. */
import { lazyScreen, type Screens } from '#desk/shell/lazy-screen.ts';

export const screens: Screens = {
  'checking.check': lazyScreen(async () => (await import('./check-screen.tsx')).CheckScreen),
  'checking.words': lazyScreen(async () => (await import('./words-screen.tsx')).WordsScreen),
  'checking.overrides': lazyScreen(async () => (await import('./overrides-screen.tsx')).OverridesScreen),
};
