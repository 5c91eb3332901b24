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
  'requests.disputes': lazyScreen(
    async () => (await import('./disputes/disputes-screen.tsx')).DisputesScreen,
  ),
  'requests.openDispute': lazyScreen(
    async () => (await import('./disputes/open-dispute-screen.tsx')).OpenDisputeScreen,
  ),
  'requests.dispute': lazyScreen(async () => (await import('./disputes/dispute-screen.tsx')).DisputeScreen),
  'requests.rectifications': lazyScreen(
    async () => (await import('./disputes/rectifications-screen.tsx')).RectificationsScreen,
  ),
  'requests.rectification': lazyScreen(
    async () => (await import('./disputes/rectification-screen.tsx')).RectificationScreen,
  ),
  'requests.disputeRates': lazyScreen(
    async () => (await import('./disputes/rates-screen.tsx')).DisputeRatesScreen,
  ),
  'requests.qualityChecks': lazyScreen(
    async () => (await import('./disputes/quality-screens.tsx')).QualityChecksScreen,
  ),
  'requests.qualityCheck': lazyScreen(
    async () => (await import('./disputes/quality-screens.tsx')).QualityCheckScreen,
  ),
  'requests.guidance': lazyScreen(
    async () => (await import('./disputes/guidance-screen.tsx')).GuidanceScreen,
  ),
};
