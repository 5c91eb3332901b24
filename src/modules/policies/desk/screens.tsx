/** The screens of the policy library; each is fetched when it is opened. */
import { lazyScreen, type Screens } from '#desk/shell/lazy-screen.ts';

export const screens: Screens = {
  'policies.library': lazyScreen(async () => (await import('./library-screen.tsx')).LibraryScreen),
  'policies.document': lazyScreen(async () => (await import('./document-screen.tsx')).DocumentScreen),
  'policies.register': lazyScreen(async () => (await import('./register-screen.tsx')).RegisterScreen),
  'policies.cleanups': lazyScreen(async () => (await import('./cleanup/rounds-screen.tsx')).RoundsScreen),
  'policies.cleanup': lazyScreen(async () => (await import('./cleanup/round-screen.tsx')).RoundScreen),
  'policies.registrations': lazyScreen(
    async () => (await import('./registrations-screen.tsx')).RegistrationsScreen,
  ),
  'policies.gazettes': lazyScreen(async () => (await import('./gazette-screen.tsx')).GazetteScreen),
};
