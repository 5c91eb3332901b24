/** Screens that belong to no single room: today, the calendar, the audit, jobs, permissions, the guide. */
import { lazyScreen, type Screens } from '#desk/shell/lazy-screen.ts';

export const screens: Screens = {
  'system.today': lazyScreen(async () => (await import('./today-screen.tsx')).TodayScreen),
  'system.calendar': lazyScreen(async () => (await import('./calendar/calendar-screen.tsx')).CalendarScreen),
  'system.audit': lazyScreen(async () => (await import('./audit/audit-screen.tsx')).AuditScreen),
  'system.jobs': lazyScreen(async () => (await import('./jobs-screen.tsx')).JobsScreen),
  'system.guide': lazyScreen(async () => (await import('./guide/guide-screen.tsx')).GuideScreen),
  'system.digest': lazyScreen(async () => (await import('./digest-screen.tsx')).DigestScreen),
  'system.permissions': lazyScreen(async () => (await import('./permissions-screen.tsx')).PermissionsScreen),
};
