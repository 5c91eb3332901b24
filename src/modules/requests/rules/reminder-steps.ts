/**
 * What somebody is reminded of in an open case, and when: some working days before a limit, on it, and after. Steps missed
 * while the platform stood still are made up for. Pure.
 */
import { addWorkingDays, rollBack, type WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import type { CaseState } from './case-state.ts';

/** Something to be done in a case by a day. */
export interface CaseDuty {
  /** Names the duty within the case: with its day it is spoken of once a step. */
  readonly duty: string;
  readonly title: string;
  readonly due: Day;
  /** Nobody is reminded on that day or before. */
  readonly since: Day;
  /** Only once it is over: that the applicant, or somebody asked, did not answer. */
  readonly onlyAfter: boolean;
}

/** Working days from the limit. */
export const caseReminderSteps = [-5, -3, -1, 0, 1, 5] as const;

export interface CaseReminderStep {
  readonly step: number;
  readonly day: Day;
}

/** How many working days back missed steps are made up for, whatever the platform believes to have sent. */
const makeUp = 15;

/** The steps of a duty to be sent by `today` that fell due after `doneThrough`. */
export function listCaseReminderSteps(
  duty: CaseDuty,
  calendar: WorkingCalendar,
  span: { readonly doneThrough: Day; readonly today: Day },
): CaseReminderStep[] {
  const back = addWorkingDays(calendar, span.today, -makeUp);
  const horizon = back.kind === 'counted' && back.due < span.doneThrough ? back.due : span.doneThrough;
  return caseReminderSteps.flatMap((step) => {
    if (duty.onlyAfter && step < 1) return [];
    const verdict = step === 0 ? rollBack(calendar, duty.due) : addWorkingDays(calendar, duty.due, step);
    if (verdict.kind !== 'counted') return [];
    const day = verdict.due;
    return day > span.today || day <= horizon || day <= duty.since ? [] : [{ step, day }];
  });
}

/** The clocks of a case as far as reminders need them. */
export interface DutyClock {
  readonly name: string;
  readonly letter: string | null;
  readonly isRunning: boolean;
  readonly due: Day | null;
}

/**
 * What is owed or waited for in an open case. A reply that stands still is not spoken of; what somebody else may do until
 * a day is spoken of when that day is over.
 */
export function listCaseDuties(
  state: CaseState,
  clocks: readonly DutyClock[],
  replyDue: Day | null,
): CaseDuty[] {
  const { stage, arrivedOn, receivedOn, correction, fee, assignment } = state;
  const duties: CaseDuty[] = [];
  const add = (duty: string, title: string, due: Day, since: Day | null, onlyAfter = false) =>
    duties.push({ duty, title, due, since: since ?? due, onlyAfter });
  if (stage === 'registered' && arrivedOn !== null) {
    duties.push({
      duty: 'confirm',
      title: '与申请人确认收到',
      due: arrivedOn,
      since: arrivedOn,
      onlyAfter: true,
    });
  }
  const isReplyRunning = clocks.some(({ name, isRunning }) => name === 'foi-reply' && isRunning);
  if (replyDue !== null && (stage === 'replied' || (stage === 'handling' && isReplyRunning))) {
    add('reply', stage === 'replied' ? '送达答复' : '答复', replyDue, receivedOn);
  }
  if (stage === 'awaitingCorrection' && correction !== null) {
    add('correction', '补正期限届满，申请人没有补正', correction.until, correction.on, true);
  }
  if (stage === 'awaitingPayment' && fee !== null) {
    const due = clocks.find(({ name }) => name === 'foi-fee-payment')?.due ?? null;
    if (due !== null) add('fee', '缴费期限届满，申请人没有缴费', due, fee.on, true);
  }
  for (const { letter, name, sentOn, answeredOn } of state.consultations) {
    const due = clocks.find((clock) => clock.letter === letter)?.due ?? null;
    if (due !== null && answeredOn === null)
      add(`consultation:${letter}`, `征求意见期限届满，${name}没有答复`, due, sentOn, true);
  }
  if (assignment !== null && assignment.internalDue !== null && stage === 'handling') {
    add('internal', '内部办理时限', assignment.internalDue, assignment.on);
  }
  return duties;
}
