/**
 * When an order's reply falls due and whether it is late: computed from events and the working calendar each time it is
 * asked, so that a new holiday notice moves every order. Nothing here is stored.
 */
import { addWorkingDays, countWorkingDays, type WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { lastPeriodOf, type OrderState, type ReplyPeriod } from './fold.ts';
import { awaitingStatuses } from './shapes.ts';

/** A clock with its derivation. */
export interface OrderClock {
  readonly from: Day;
  readonly days: number;
  /** Null when the calendar has no data for the period; `because` says so. */
  readonly due: Day | null;
  readonly rule: string;
  readonly because: string | null;
  readonly counted: readonly Day[];
  readonly skipped: readonly { readonly day: Day; readonly reason: string }[];
  readonly provisional: boolean;
}

const openings = { issued: '发出', returned: '退回', escalated: '升级' } as const;

/** The clock of a period: working days from the day after it was opened (民事诉讼法第八十五条: 开始的日不计算在期间内). */
export function computeOrderClock(
  period: Pick<ReplyPeriod, 'from' | 'days' | 'extendedBy' | 'openedBy'>,
  calendar: WorkingCalendar,
): OrderClock {
  const { from, days, extendedBy } = period;
  const given =
    extendedBy === 0 ? `${days}个工作日` : `${days - extendedBy}个工作日，延长${extendedBy}个工作日`;
  const rule = `督办单${longDay(from)}${openings[period.openedBy]}，当日不计，次日起${given}内反馈`;
  const verdict = addWorkingDays(calendar, from, days);
  if (verdict.kind === 'noData') {
    const because = verdict.because;
    return { from, days, due: null, rule, because, counted: [], skipped: [], provisional: false };
  }
  const { due, counted, skipped, provisional } = verdict;
  return { from, days, due, rule, because: null, counted, skipped, provisional };
}

/** One demand for a reply: the clock first set, and those that raising the order set after it ran out. */
export interface ReplyDemand {
  readonly firstDue: Day | null;
  readonly answeredOn: Day | null;
  /** Null while nobody can say: the clock still runs, or the order was withdrawn before it fell due. */
  readonly inTime: boolean | null;
}

export interface OrderTiming {
  /** Of the period that runs or ran last. */
  readonly clock: OrderClock;
  /** The unit owes a reply. */
  readonly awaitsReply: boolean;
  /** The running period is over without a reply: the order may be raised. */
  readonly overdue: boolean;
  /** The day the reply was first due, when it is owed and that day is past. */
  readonly lateSince: Day | null;
  /** Working days left of the running period; negative when it is over; null when none runs. */
  readonly remaining: number | null;
  readonly demands: readonly ReplyDemand[];
}

/** Judges an order's clocks on a day. */
export function judgeOrderTiming(state: OrderState, calendar: WorkingCalendar, today: Day): OrderTiming {
  const last = lastPeriodOf(state);
  const clock = computeOrderClock(last, calendar);
  const awaitsReply = awaitingStatuses.some((status) => status === state.status);
  const demands = listDemands(state, calendar, today);
  const owed = demands.at(-1)?.firstDue ?? null;
  return {
    clock,
    awaitsReply,
    overdue: awaitsReply && clock.due !== null && today > clock.due,
    lateSince: awaitsReply && owed !== null && today > owed ? owed : null,
    remaining: awaitsReply && clock.due !== null ? workingDaysLeft(calendar, today, clock.due) : null,
    demands,
  };
}

/** Working days after today up to the due day; negative when it is past. */
export function workingDaysLeft(calendar: WorkingCalendar, today: Day, due: Day): number | null {
  const total = countWorkingDays(calendar, today, due);
  return total.kind === 'counted' ? total.days : null;
}

function listDemands(state: OrderState, calendar: WorkingCalendar, today: Day): ReplyDemand[] {
  const chains: ReplyPeriod[][] = [];
  for (const period of state.periods) {
    if (period.openedBy === 'escalated') chains.at(-1)?.push(period);
    else chains.push([period]);
  }
  return chains.map((chain) => {
    const [first] = chain;
    const end = chain.at(-1);
    const firstDue = first === undefined ? null : computeOrderClock(first, calendar).due;
    const answeredOn = end?.endedBy === 'replied' ? end.endedOn : null;
    // Withdrawn before it fell due: nobody failed.
    const until = answeredOn ?? end?.endedOn ?? today;
    const inTime = firstDue === null ? null : until > firstDue ? false : answeredOn === null ? null : true;
    return { firstDue, answeredOn, inTime };
  });
}

/** Whether the order as a whole was answered in time: every demand that is decided; null while none is. */
export function wasAnsweredInTime({ demands }: OrderTiming): boolean | null {
  const decided = demands.flatMap(({ inTime }) => (inTime === null ? [] : [inTime]));
  if (decided.includes(false)) return false;
  return decided.length > 0 ? true : null;
}
