/** When a session ends, and what it still lacks before its officer may work. Pure. */
import type { OfficerRole } from '#kernel/actor.ts';
import { separatedRoles } from '#kernel/actor.ts';

/** GB/T 22239-2019 8.1.4.1 b: a session ends when it is left alone. */
export const sessionFigures = {
  idleMinutes: 60,
  absoluteHours: 12,
  /** The last use is noted at most so often. */
  noteMinutes: 2,
};

export const sessionStages = [
  'signedOut',
  'secondFactorNeeded',
  'passwordChangeNeeded',
  /** An administrator must set up a second factor first. */
  'enrolmentNeeded',
  /** The first administrator: may do nothing but hand the three roles to three people. */
  'handOverNeeded',
  'signedIn',
] as const;
export type SessionStage = (typeof sessionStages)[number];

export interface SessionTimes {
  readonly lastUsedAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
}

/** Whether the session may still be used. */
export function isSessionAlive(session: SessionTimes, now: Date): boolean {
  if (session.endedAt !== null || session.endsAt <= now) return false;
  return now.getTime() - session.lastUsedAt.getTime() < sessionFigures.idleMinutes * 60_000;
}

/** Whether the last use is worth noting anew. */
export function isUseWorthNoting(session: SessionTimes, now: Date): boolean {
  return now.getTime() - session.lastUsedAt.getTime() >= sessionFigures.noteMinutes * 60_000;
}

/** Whether the roles demand a second factor: those of the three administrators do. */
export function needsSecondFactor(roles: readonly OfficerRole[]): boolean {
  return roles.some((role) => separatedRoles.some((separated) => separated === role));
}

/** What the session lacks, the first thing first. */
export function stageOfSession(state: {
  readonly enrolled: boolean;
  readonly secondFactorPassed: boolean;
  readonly secondFactorRequired: boolean;
  readonly mustChangePassword: boolean;
  readonly signedInBy: 'password' | 'singleSignOn';
  readonly firstAdministrator: boolean;
}): SessionStage {
  if (state.enrolled && !state.secondFactorPassed) return 'secondFactorNeeded';
  if (state.mustChangePassword && state.signedInBy === 'password') return 'passwordChangeNeeded';
  if (state.secondFactorRequired && !state.enrolled) return 'enrolmentNeeded';
  return state.firstAdministrator ? 'handOverNeeded' : 'signedIn';
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'],
  [/Edg\//, 'Edge'],
  [/360SE|QIHU/, '360浏览器'],
  [/QQBrowser/, 'QQ浏览器'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/UOS|Deepin/, '统信'],
  [/Kylin/, '麒麟'],
  [/Linux/, 'Linux'],
];

/** Browser and system in a few words, so that nothing finer about the person's machine is kept. */
export function deviceInWords(userAgent: string): string {
  const nameIn = (table: typeof browsers) => table.find(([pattern]) => pattern.test(userAgent))?.[1];
  const known = [nameIn(browsers), nameIn(systems)].filter((name) => name !== undefined);
  return known.length === 0 ? '其他程序' : known.join(' · ');
}
