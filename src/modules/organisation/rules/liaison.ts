/**
 * Liaison officers: which units need one, how a filing stands, until when a change has to be handed over and filed.
 * Pure. No law sets the days: plans say 及时, the county sets a figure of its own.
 */
import { addWorkingDays, type SkippedDay, type WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import type { UnitKind } from './kinds.ts';

/** Units that are expected to name a liaison; others may. */
export const liaisonDutyKinds: readonly UnitKind[] = [
  'department',
  'partyOffice',
  'branch',
  'town',
  'street',
];

/** Working days for handing over and filing after a change, while the county has set no figure of its own. */
export const usualLiaisonDays = 5;

export const filingEventKinds = ['filed', 'accepted', 'returned'] as const;
export type FilingEventKind = (typeof filingEventKinds)[number];

export const filingStatuses = ['unfiled', 'filed', 'accepted', 'returned'] as const;
export type FilingStatus = (typeof filingStatuses)[number];

export const filingActionNames = ['file', 'accept', 'return'] as const;
export type FilingAction = (typeof filingActionNames)[number];

/** What may be done with the filing in each state. The unit files; the government office accepts or returns. */
export const filingActions: Readonly<Record<FilingStatus, readonly FilingAction[]>> = {
  unfiled: ['file'],
  filed: ['accept', 'return'],
  accepted: [],
  returned: ['file'],
};

export interface FilingState {
  readonly status: FilingStatus;
  /** Day of the filing that stands; null while there is none or it was returned. */
  readonly filedOn: Day | null;
  readonly acceptedOn: Day | null;
}

/** Folds the events of a filing, in the order in which they were written. */
export function filingStateOf(
  events: readonly { readonly kind: FilingEventKind; readonly day: Day }[],
): FilingState {
  let state: FilingState = { status: 'unfiled', filedOn: null, acceptedOn: null };
  for (const { kind, day } of events) {
    switch (kind) {
      case 'filed':
        state = { status: 'filed', filedOn: day, acceptedOn: null };
        break;
      case 'accepted':
        state = { ...state, status: 'accepted', acceptedOn: day };
        break;
      case 'returned':
        state = { status: 'returned', filedOn: null, acceptedOn: null };
        break;
    }
  }
  return state;
}

export function canDoOnFiling(status: FilingStatus, action: FilingAction): boolean {
  return filingActions[status].includes(action);
}

export interface LiaisonDueVerdict {
  /** Null where the calendar has no data. */
  readonly due: Day | null;
  readonly provisional: boolean;
  readonly counted: readonly Day[];
  readonly skipped: readonly SkippedDay[];
  readonly because: string;
}

/** The last day for handing over and filing: so many working days after the day of the change, which is not counted. */
export function liaisonDueDay(calendar: WorkingCalendar, changedOn: Day, days: number): LiaisonDueVerdict {
  const because = `联络员变动后${days}个工作日内交接并报备（本级政府的工作要求，不是法定期限），变动当日不计`;
  const counted = addWorkingDays(calendar, changedOn, days);
  if (counted.kind === 'noData') {
    return { due: null, provisional: false, counted: [], skipped: [], because: counted.because };
  }
  const { due, provisional, skipped } = counted;
  return { due, provisional, counted: counted.counted, skipped, because };
}

/** Whether something that has a last day is late on a day: done after it, or not done and the day past. */
export function isLateOn(due: Day | null, doneOn: Day | null, on: Day): boolean {
  return due !== null && (doneOn ?? on) > due;
}
