/** The screens of requests; each is fetched when it is opened. */
import { lazyScreen, type Screens } from '#desk/shell/lazy-screen.ts';

export const screens: Screens = {
  'requests.list': lazyScreen(async () => (await import('./requests-screen.tsx')).RequestsScreen),
  'requests.register': lazyScreen(async () => (await import('./register-screen.tsx')).RegisterScreen),
  'requests.case': lazyScreen(async () => (await import('./case-screen.tsx')).CaseScreen),
  'requests.letter': lazyScreen(async () => (await import('./letters/letter-screen.tsx')).LetterScreen),
  'requests.letterSettings': lazyScreen(
    async () => (await import('./letters/settings-screen.tsx')).LetterSettingsScreen,
  ),
  'requests.redaction': lazyScreen(
    async () => (await import('./redactions/redaction-screen.tsx')).RedactionScreen,
  ),
};
