/** The register's screens, by the ids of its manifest. */
import { lazyScreen, type Screens } from '#desk/shell/lazy-screen.ts';

export const screens: Screens = {
  'organisation.units': lazyScreen(async () => (await import('./units-screen.tsx')).UnitsScreen),
  'organisation.unit': lazyScreen(async () => (await import('./unit-screen.tsx')).UnitScreen),
  'organisation.collectives': lazyScreen(
    async () => (await import('./collectives-screen.tsx')).CollectivesScreen,
  ),
  'organisation.officers': lazyScreen(async () => (await import('./officers-screen.tsx')).OfficersScreen),
};
