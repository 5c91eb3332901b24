/** All named periods of the law, and which version of one is in force on a day. Never the nearest: outside its span there is none. */
import type { Day } from '#kernel/day.ts';
import { disputePeriods, reportPeriods } from './disputes.ts';
import { participationPeriods } from './participation.ts';
import { publicationPeriods } from './publication.ts';
import { requestPeriods } from './requests.ts';
import type { PeriodRule, PeriodVersion } from './shapes.ts';

const shipped = [
  ...requestPeriods,
  ...publicationPeriods,
  ...participationPeriods,
  ...disputePeriods,
  ...reportPeriods,
] as const;

export type PeriodName = (typeof shipped)[number]['name'];

/** Every named period, by subject. */
export const periodRules: readonly PeriodRule<PeriodName>[] = shipped;

/** The law this program was written with: bears the day its figures were last compared with their sources. */
export const lawVersion = '2026-11-20';

/** The period of this name; undefined for any other word. */
export function findPeriodRule(name: string): PeriodRule<PeriodName> | undefined {
  return periodRules.find((rule) => rule.name === name);
}

/** The period of a name the program itself writes. */
export function getPeriodRule(name: PeriodName): PeriodRule<PeriodName> {
  const rule = findPeriodRule(name);
  if (rule === undefined) throw new RangeError(`no period ${name}`);
  return rule;
}

/** The version that governs a start event of that day; undefined outside every span. */
export function findVersionInForce(rule: PeriodRule, on: Day): PeriodVersion | undefined {
  return rule.versions.find(({ from, until }) => from <= on && (until === null || on < until));
}
