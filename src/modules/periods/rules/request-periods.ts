/**
 * Folds the events of a request into its periods on a day: correction notice, reply, opinions asked for, payment. Each
 * bears its derivation; an event the law gives no effect is named with the reason. Pure, so that a new calendar moves all.
 */
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { getPeriodRule, type PeriodName } from '../law/register.ts';
import { derivePeriod } from './derive-period.ts';
import { countRemaining, judgeExtension } from './lateness.ts';
import type { ConsultedBody, RequestEvent } from './request-events.ts';
import type { PeriodDerivation, PeriodQuestion, PeriodVerdict, SuspendedSpan } from './verdict.ts';

/** `running`, `paused` while an opinion or the applicant is awaited, `over` when met or closed. */
export type PeriodState = 'running' | 'paused' | 'over';

export interface CasePeriod {
  readonly name: PeriodName;
  /** The letter it belongs to, for opinions. */
  readonly letter: string | null;
  readonly state: PeriodState;
  readonly verdict: PeriodVerdict;
  /** See `countRemaining`; null when over or not computable. */
  readonly remaining: number | null;
  /** Why it stands still, in words. */
  readonly pausedBy: string | null;
}

export interface IneffectiveEvent {
  readonly event: RequestEvent;
  readonly because: string;
}

export interface RequestPeriods {
  readonly periods: readonly CasePeriod[];
  readonly ineffective: readonly IneffectiveEvent[];
}

interface Consultation {
  readonly letter: string;
  readonly whom: ConsultedBody;
  readonly sentOn: Day;
  receivedOn: Day | null;
  answeredOn: Day | null;
}

interface Course {
  receivedOn: Day | null;
  /** Day 0 of the running reply period. */
  replyFrom: Day | null;
  correctionNoticedOn: Day | null;
  correctedOn: Day | null;
  feeNoticedOn: Day | null;
  feePaidOn: Day | null;
  extendedBy: number;
  closedOn: Day | null;
  readonly consultations: Map<string, Consultation>;
}

const consultationRule = { thirdParty: 'foi-third-party', jointAgency: 'foi-joint-agency' } as const;
const consultedWords = { thirdParty: '第三方', jointAgency: '共同制作机关' } as const;

/** Judges every period of the request on `today`; events in the order in which they happened. */
export function foldRequestPeriods(
  events: readonly RequestEvent[],
  calendar: WorkingCalendar,
  today: Day,
): RequestPeriods {
  const ineffective: IneffectiveEvent[] = [];
  const course: Course = {
    receivedOn: null,
    replyFrom: null,
    correctionNoticedOn: null,
    correctedOn: null,
    feeNoticedOn: null,
    feePaidOn: null,
    extendedBy: 0,
    closedOn: null,
    consultations: new Map(),
  };
  for (const event of events) {
    const because = applyEvent(course, event, calendar);
    if (because !== undefined) ineffective.push({ event, because });
  }
  return { periods: listPeriods(course, calendar, today), ineffective };
}

/** Moves the course on; returns why the event has no effect. */
function applyEvent(course: Course, event: RequestEvent, calendar: WorkingCalendar): string | undefined {
  if (event.kind !== 'received' && course.receivedOn === null) return '尚未收到申请';
  if (course.closedOn !== null) return `本件已于${longDay(course.closedOn)}办结`;
  switch (event.kind) {
    case 'received':
      if (course.receivedOn !== null) return '申请已经收到';
      course.receivedOn = event.on;
      course.replyFrom = event.on;
      return undefined;
    case 'correctionNoticed':
      // 第三十条: 一次性告知.
      if (course.correctionNoticedOn !== null) return '补正应当一次性告知，已经告知过';
      course.correctionNoticedOn = event.on;
      return undefined;
    case 'corrected':
      if (course.correctionNoticedOn === null) return '没有告知过补正';
      if (course.correctedOn !== null) return '已经收到补正的申请';
      course.correctedOn = event.on;
      course.replyFrom = event.on;
      return undefined;
    case 'consulted':
      if (course.consultations.has(event.letter)) return '这份征求意见书已经登记';
      course.consultations.set(event.letter, {
        letter: event.letter,
        whom: event.whom,
        sentOn: event.on,
        receivedOn: null,
        answeredOn: null,
      });
      return undefined;
    case 'consultationReceived':
    case 'consultationAnswered':
      return applyToConsultation(course.consultations.get(event.letter), event);
    case 'feeNoticed':
      if (course.feeNoticedOn !== null) return '已经告知过收费';
      course.feeNoticedOn = event.on;
      return undefined;
    case 'feePaid':
      if (course.feeNoticedOn === null) return '没有告知过收费';
      if (course.feePaidOn !== null) return '已经缴清';
      course.feePaidOn = event.on;
      course.replyFrom = event.on;
      return undefined;
    case 'extended':
      return applyExtension(course, event, calendar);
    case 'closed':
      course.closedOn = event.on;
      return undefined;
  }
}

function applyToConsultation(
  consultation: Consultation | undefined,
  event: Extract<RequestEvent, { letter: string; kind: 'consultationReceived' | 'consultationAnswered' }>,
): string | undefined {
  if (consultation === undefined) return '没有这份征求意见书';
  if (event.on < consultation.sentOn) return '早于发出征求意见书之日';
  if (event.kind === 'consultationReceived') consultation.receivedOn ??= event.on;
  else consultation.answeredOn ??= event.on;
  return undefined;
}

function applyExtension(
  course: Course,
  event: Extract<RequestEvent, { kind: 'extended' }>,
  calendar: WorkingCalendar,
): string | undefined {
  if (course.extendedBy > 0) return '已经延长过一次，不能再次延长';
  const reply = deriveReply(course, calendar, event.on);
  if (reply?.kind !== 'derived') return '答复期限无法计算，不能延长';
  const verdict = judgeExtension(reply, event.by, event.on);
  if (!verdict.allowed) return verdict.because;
  course.extendedBy = event.by;
  return undefined;
}

function derive(
  name: PeriodName,
  on: Day,
  calendar: WorkingCalendar,
  more: Partial<PeriodQuestion> = {},
): PeriodVerdict {
  return derivePeriod({ rule: getPeriodRule(name), on, ...more }, calendar);
}

/** The last day on which the asked body may answer; null until it signed for the letter. */
function findLapse(consultation: Consultation, calendar: WorkingCalendar): Day | null {
  if (consultation.receivedOn === null) return null;
  const verdict = derive(consultationRule[consultation.whom], consultation.receivedOn, calendar);
  return verdict.kind === 'derived' ? verdict.due : null;
}

/**
 * Until when the time of a letter is not counted: the answer or the lapse of its 15 working days, whichever is first
 * (第三十二条至第三十四条). While the body has not signed for it, up to today.
 */
function endOfSuspension(consultation: Consultation, calendar: WorkingCalendar, today: Day): Day {
  const { answeredOn, sentOn } = consultation;
  const ends = [answeredOn, findLapse(consultation, calendar)].filter((day) => day !== null).sort();
  const end = ends[0] ?? today;
  return end < sentOn ? sentOn : end;
}

/** The spans that pause a reply counted from `from`; a letter sent when the period was already over pauses nothing. */
function listSuspensions(course: Course, from: Day, calendar: WorkingCalendar, today: Day): SuspendedSpan[] {
  const spans = [...course.consultations.values()]
    .map((one) => ({
      after: one.sentOn < from ? from : one.sentOn,
      through: endOfSuspension(one, calendar, today),
    }))
    .filter(({ after, through }) => after < through)
    .sort((left, right) => (left.after < right.after ? -1 : 1));
  const kept: SuspendedSpan[] = [];
  for (const span of spans) {
    const sofar = derive('foi-reply', from, calendar, { suspensions: kept, extendBy: course.extendedBy });
    if (sofar.kind !== 'derived' || span.after <= sofar.due) kept.push(span);
  }
  return kept;
}

function deriveReply(course: Course, calendar: WorkingCalendar, today: Day): PeriodVerdict | undefined {
  if (course.replyFrom === null) return undefined;
  return derive('foi-reply', course.replyFrom, calendar, {
    suspensions: listSuspensions(course, course.replyFrom, calendar, today),
    extendBy: course.extendedBy,
  });
}

/** The first reason why the reply stands still today; null while it runs. */
function whyPaused(course: Course, calendar: WorkingCalendar, today: Day): string | null {
  if (course.correctionNoticedOn !== null && course.correctedOn === null) return '等待申请人补正';
  if (course.feeNoticedOn !== null && course.feePaidOn === null) return '等待申请人缴纳信息处理费';
  const open = [...course.consultations.values()].find(
    (one) => one.answeredOn === null && endOfSuspension(one, calendar, today) >= today,
  );
  if (open === undefined) return null;
  const lapse = findLapse(open, calendar);
  const until = lapse === null ? '尚未签收征求意见书' : `最迟到${longDay(lapse)}`;
  return `等待${consultedWords[open.whom]}意见（${until}）`;
}

function listPeriods(course: Course, calendar: WorkingCalendar, today: Day): CasePeriod[] {
  const { receivedOn, closedOn } = course;
  if (receivedOn === null) return [];
  const asOf = closedOn ?? today;
  const reply = deriveReply(course, calendar, asOf);
  const pausedBy = closedOn === null ? whyPaused(course, calendar, today) : null;
  const closed = closedOn !== null;
  const periods: CasePeriod[] = [];
  // What somebody may do until a day is over when that day has passed; only the reply is owed and can be late.
  const openUntilDue = (verdict: PeriodVerdict, done: boolean): PeriodState =>
    closed || done || (verdict.kind === 'derived' && today > verdict.due) ? 'over' : 'running';
  const add = (
    name: PeriodName,
    verdict: PeriodVerdict,
    state: PeriodState,
    more: { letter?: string; pausedBy?: string | null } = {},
  ) => {
    const counts = state !== 'over' && verdict.kind === 'derived';
    const remaining = counts ? countRemaining(verdict, calendar, today) : null;
    periods.push({
      name,
      letter: more.letter ?? null,
      state,
      verdict,
      remaining,
      pausedBy: more.pausedBy ?? null,
    });
  };
  const noticed = course.correctionNoticedOn !== null;
  const notice = derive('foi-correction-notice', receivedOn, calendar);
  add('foi-correction-notice', notice, openUntilDue(notice, noticed));
  if (reply !== undefined)
    add('foi-reply', reply, closed ? 'over' : pausedBy === null ? 'running' : 'paused', { pausedBy });
  for (const one of course.consultations.values()) {
    if (one.receivedOn === null) continue;
    const name = consultationRule[one.whom];
    const verdict = derive(name, one.receivedOn, calendar);
    add(name, verdict, openUntilDue(verdict, one.answeredOn !== null), { letter: one.letter });
  }
  if (course.feeNoticedOn !== null) {
    const verdict = derive('foi-fee-payment', course.feeNoticedOn, calendar);
    add('foi-fee-payment', verdict, openUntilDue(verdict, course.feePaidOn !== null));
  }
  return periods;
}

/** The derivation of a period of the request, where it could be computed. */
export function findDerivation(periods: RequestPeriods, name: PeriodName): PeriodDerivation | undefined {
  const verdict = periods.periods.find((period) => period.name === name)?.verdict;
  return verdict?.kind === 'derived' ? verdict : undefined;
}
