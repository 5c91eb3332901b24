/**
 * The clocks of a request: its events handed to the law's periods, and the next day of the law among what comes back.
 * Everything is computed when it is asked for; no limit is stored.
 */
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import { foldRequestPeriods, type RequestEvent, type RequestPeriods } from '#modules/periods/index.ts';
import type { CaseEvent } from '../rules/case-events.ts';
import { applyCaseEvent, type CaseState, foldCase, isCaseOpen } from '../rules/case-state.ts';

function periodEventOf(event: CaseEvent): RequestEvent | undefined {
  switch (event.kind) {
    case 'received':
    case 'correctionNoticed':
    case 'corrected':
    case 'feeNoticed':
    case 'feePaid':
      return { kind: event.kind, on: event.on };
    case 'consulted':
      return { kind: event.kind, on: event.on, letter: event.letter, whom: event.whom };
    case 'consultationReceived':
    case 'consultationAnswered':
      return { kind: event.kind, on: event.on, letter: event.letter };
    case 'extended':
      return { kind: event.kind, on: event.on, by: event.days };
    default:
      return undefined;
  }
}

/**
 * The events that move the periods. A waiver takes the notice of the fee back; a reply ordered by a review body or court
 * counts from that order; the case ends on the day its state says.
 */
export function periodEventsOf(events: readonly CaseEvent[]): RequestEvent[] {
  let state: CaseState = foldCase([]);
  let moving: RequestEvent[] = [];
  for (const event of events) {
    const before = state;
    state = applyCaseEvent(state, event);
    if (event.kind === 'reopened') moving = [{ kind: 'received', on: event.on }];
    if (event.kind === 'feeWaived') moving = moving.filter(({ kind }) => kind !== 'feeNoticed');
    const moved = periodEventOf(event);
    if (moved !== undefined) moving.push(moved);
    if (isCaseOpen(before.stage) && state.stage === 'closed' && state.closedOn !== null) {
      moving.push({ kind: 'closed', on: state.closedOn });
    }
  }
  return moving;
}

/** Every period of the request as it stands on `today`. */
export function judgeClocks(
  events: readonly CaseEvent[],
  calendar: WorkingCalendar,
  today: Day,
): RequestPeriods {
  return foldRequestPeriods(periodEventsOf(events), calendar, today);
}

/** The last day for the reply; a longer period under 条例第三十五条 replaces it. Null where it cannot be computed. */
export function replyDueOf(state: CaseState, clocks: RequestPeriods): Day | null {
  if (state.longerUntil !== null) return state.longerUntil;
  const reply = clocks.periods.find(({ name }) => name === 'foi-reply');
  return reply?.verdict.kind === 'derived' ? reply.verdict.due : null;
}

export interface NextLegalDay {
  readonly on: Day;
  readonly what: string;
}

/** What the law asks for next in an open case and by when; null when it is closed or nothing can be computed. */
export function nextLegalDay(state: CaseState, clocks: RequestPeriods): NextLegalDay | null {
  if (!isCaseOpen(state.stage)) return null;
  // 条例第三十一条: ordinary mail is confirmed on the day it came; what came over the net waits for both sides alike.
  if (state.stage === 'registered')
    return state.arrivedOn === null ? null : { on: state.arrivedOn, what: '与申请人确认收到' };
  if (state.stage === 'awaitingCorrection' && state.correction !== null)
    return { on: state.correction.until, what: '补正期限届满' };
  const dues: NextLegalDay[] = [];
  const reply = replyDueOf(state, clocks);
  if (reply !== null && state.stage !== 'awaitingPayment') dues.push({ on: reply, what: '答复' });
  for (const { name, state: running, verdict } of clocks.periods) {
    if (running !== 'running' || verdict.kind !== 'derived') continue;
    if (name === 'foi-third-party') dues.push({ on: verdict.due, what: '第三方提出意见' });
    if (name === 'foi-joint-agency') dues.push({ on: verdict.due, what: '共同制作机关提出意见' });
    if (name === 'foi-fee-payment') dues.push({ on: verdict.due, what: '缴费期限届满' });
  }
  dues.sort((left, right) => (left.on < right.on ? -1 : 1));
  return dues[0] ?? null;
}
