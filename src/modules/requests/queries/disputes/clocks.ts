/** The periods of a dispute computed with the calendar in force; nothing is stored. */
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import { derivePeriod, getPeriodRule } from '#modules/periods/index.ts';
import type { DisputeClockView } from '../../contract/disputes.ts';
import { type DisputeClock, type DisputeFacts, listDisputeClocks } from '../../rules/disputes/clocks.ts';
import type { DisputeState } from '../../rules/disputes/fold.ts';

/** The last day of a clock; null where the calendar or the law has none. */
export function dueOfDisputeClock(clock: DisputeClock, calendar: WorkingCalendar): Day | null {
  const { on, extendBy } = clock;
  const rule = getPeriodRule(clock.rule);
  const verdict = derivePeriod({ rule, on, ...(extendBy === 0 ? {} : { extendBy }) }, calendar);
  return verdict.kind === 'derived' ? verdict.due : null;
}

/** A clock with its whole derivation, as screens and papers show it. */
export function viewDisputeClock(clock: DisputeClock, calendar: WorkingCalendar): DisputeClockView {
  const { owner, on, extendBy, doneOn, suspendedOn } = clock;
  const rule = getPeriodRule(clock.rule);
  const verdict = derivePeriod({ rule, on, ...(extendBy === 0 ? {} : { extendBy }) }, calendar);
  const version = verdict.kind === 'derived' ? verdict.version : rule.versions.at(-1);
  const shared = {
    rule: clock.rule,
    title: rule.title,
    article: version?.article ?? '',
    says: version?.says ?? '',
    owner,
    on,
    doneOn,
    suspendedOn,
  };
  if (verdict.kind !== 'derived') {
    return {
      ...shared,
      due: null,
      provisional: false,
      countedDays: [],
      skipped: [],
      because: [verdict.kind === 'noCalendar' ? verdict.because : '这一天没有可以适用的期限规定。'],
      inTime: null,
    };
  }
  return {
    ...shared,
    due: verdict.due,
    provisional: verdict.provisional,
    countedDays: [...verdict.countedDays],
    skipped: verdict.skipped.map(({ day, reason }) => ({ day, reason })),
    because: [...verdict.because],
    inTime: doneOn === null ? null : doneOn <= verdict.due,
  };
}

export interface NextDisputeDay {
  readonly title: string;
  readonly due: Day;
}

/** The next day that binds our side: of the periods that run, and of a hearing still to come. */
export function findNextDisputeDay(
  state: DisputeState,
  facts: DisputeFacts,
  calendar: WorkingCalendar,
  today: Day,
): NextDisputeDay | null {
  const days = listDisputeClocks(state, facts).flatMap((clock): NextDisputeDay[] => {
    if (clock.owner !== 'ours' || clock.doneOn !== null || clock.suspendedOn !== null) return [];
    const due = dueOfDisputeClock(clock, calendar);
    return due === null ? [] : [{ title: getPeriodRule(clock.rule).title, due }];
  });
  const hearings =
    state.status === 'closed'
      ? []
      : state.hearings
          .filter(({ on }) => on >= today)
          .map(({ on }) => ({ title: state.way === 'review' ? '听证、听取意见' : '开庭', due: on }));
  return [...days, ...hearings].sort((left, right) => (left.due < right.due ? -1 : 1))[0] ?? null;
}
