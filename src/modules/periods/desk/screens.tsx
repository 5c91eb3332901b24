/** The screens of the periods, by the ids of the manifest. */
import { lazyScreen, type Screens } from '#desk/shell/lazy-screen.ts';

export const screens: Screens = {
  'periods.rules': lazyScreen(async () => (await import('./rules-screen.tsx')).RulesScreen),
  'periods.changes': lazyScreen(async () => (await import('./changes-screen.tsx')).ChangesScreen),
};
