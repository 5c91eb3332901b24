/** People, money and responsibility behind the work of a unit: kinds, and when a site or account has somebody who answers. Pure. */
import type { Day } from '#kernel/day.ts';

/** Leader in charge (分管领导), the office that does the work (工作机构), its staff (工作人员). */
export const unitDuties = ['leader', 'office', 'staff'] as const;
export type UnitDuty = (typeof unitDuties)[number];

/** A unit has one leader in charge and one office at a time, and any number of staff. */
export function isSingleDuty(duty: UnitDuty): boolean {
  return duty !== 'staff';
}

export const outletKinds = ['site', 'wechat', 'weibo', 'video', 'app', 'other'] as const;
export type OutletKind = (typeof outletKinds)[number];

export interface ResponsibilitySigning {
  readonly signedOn: Day;
  /** Last day on which it is valid; null for as long as nobody else signs. */
  readonly validThrough: Day | null;
}

export const responsibilityStates = ['inForce', 'lapsed', 'unsigned'] as const;
export type ResponsibilityState = (typeof responsibilityStates)[number];

/** Whether somebody answers for a site or account on a day: the latest signing by then decides. */
export function responsibilityOn(signings: readonly ResponsibilitySigning[], on: Day): ResponsibilityState {
  const signed = signings.filter((signing) => signing.signedOn <= on);
  const latest = signed.at(-1);
  if (latest === undefined) return 'unsigned';
  return latest.validThrough !== null && latest.validThrough < on ? 'lapsed' : 'inForce';
}
