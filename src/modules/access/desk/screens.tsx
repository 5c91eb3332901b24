/** Screens of signing in and of accounts. `access.entry` is no screen of the menu: the shell shows it until somebody is signed in. */
import { lazyScreen, type Screens } from '#desk/shell/lazy-screen.ts';

export const screens: Screens = {
  'access.entry': lazyScreen(async () => (await import('./entry-screen.tsx')).EntryScreen),
  'access.ownAccount': lazyScreen(async () => (await import('./account-screen.tsx')).AccountScreen),
  'access.accounts': lazyScreen(async () => (await import('./accounts-screen.tsx')).AccountsScreen),
};
