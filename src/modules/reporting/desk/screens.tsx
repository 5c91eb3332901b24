/** The screens of the annual report, by the ids of the manifest. */
import { lazyScreen, type Screens } from '#desk/shell/lazy-screen.ts';

export const screens: Screens = {
  'reporting.editions': lazyScreen(
    async () => (await import('./editions/editions-screen.tsx')).ReportEditionsScreen,
  ),
  'reporting.tables': lazyScreen(async () => (await import('./live/tables-screen.tsx')).ReportTablesScreen),
  'reporting.check': lazyScreen(async () => (await import('./check-screen.tsx')).ReportCheckScreen),
};
