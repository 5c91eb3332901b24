/**
 * What an applicant reads of an event; null for what is the office's own affair: who handles it, whom it asked by name,
 * advice and meetings.
 */
import { longDay } from '#kernel/day-words.ts';
import type { CaseEvent } from '../rules/case-events.ts';
import type { CaseState } from '../rules/case-state.ts';
import { recordCorrectionTitles } from './case-lines.ts';
import { caseEventTitles, deliveryWayTitles, intakeWayTitles } from './requests.ts';

export interface PublicEvent {
  readonly title: string;
  readonly lines: readonly string[];
}

function linesForApplicant(event: CaseEvent): readonly string[] | null {
  switch (event.kind) {
    case 'registered':
      return [intakeWayTitles[event.way]];
    case 'received':
      return [`${event.because}（${event.article}）`];
    case 'correctionNoticed':
      return [...event.points, `请在${longDay(event.until)}前补正`];
    case 'consulted':
      return ['征求意见的时间不计入答复期限'];
    case 'extended':
      return [`延长${event.days}个工作日`, event.reason];
    case 'feeNoticed':
      return [`${event.amountFen / 100}元`];
    case 'feePaid':
      return [`${event.amountFen / 100}元`];
    case 'longerPeriodSet':
      return [`到${longDay(event.until)}`, event.reason];
    case 'dispatched':
      return [deliveryWayTitles[event.way]];
    case 'forwarded':
      return [event.body, event.contact];
    case 'abandoned':
      return [event.because === 'feeNotPaid' ? '逾期未缴纳费用' : '逾期不补正'];
    case 'recordCorrected':
      return [recordCorrectionTitles[event.outcome]];
    case 'message':
      return [event.from === 'applicant' ? '您的留言' : '本机关的留言', event.text];
    case 'reopened':
      return [event.reason];
    // What it says is in the letter, once it was sent.
    case 'replied':
    case 'corrected':
    case 'feeWaived':
    case 'reasonsAsked':
    case 'deliverySigned':
    case 'deliveryReturned':
    case 'withdrawn':
    case 'splitInto':
    case 'splitFrom':
    case 'mergedInto':
    case 'transferred':
      return [];
    case 'contacted':
    case 'assigned':
    case 'absorbed':
    case 'consultationReceived':
    case 'consultationAnswered':
    case 'overridden':
    case 'extensionProposed':
    case 'extensionConsented':
    case 'counselAsked':
    case 'counselAdvised':
    case 'meetingHeld':
    case 'reasonsJudged':
    case 'letterIssued':
    case 'archived':
    case 'conversionProposed':
    case 'disputeOpened':
    case 'disputeClosed':
      return null;
  }
}

/** An event as its applicant may see it. */
export function publicEventOf(event: CaseEvent): PublicEvent | null {
  const lines = linesForApplicant(event);
  return lines === null
    ? null
    : { title: caseEventTitles[event.kind], lines: lines.filter((one) => one !== '') };
}

/** What the applicant is asked for now, or what comes next, in plain words. */
export function nextStepOf(state: CaseState): string {
  switch (state.stage) {
    case 'registered':
      return '工作人员会与您确认收到申请，确认之日为收到之日。请留意电话或者邮件。';
    case 'handling':
      return state.reasonsAskedOn !== null && state.reasonsJudged === null
        ? '请说明申请数量、频次较大的理由，可以在下面留言。'
        : '正在办理，请等候答复。';
    case 'awaitingCorrection':
      return state.correction === null
        ? '请按补正告知书补正。'
        : `请在${longDay(state.correction.until)}前补正；没有正当理由逾期不补正的，视为放弃申请。`;
    case 'awaitingPayment':
      return '请按收费告知书缴费，期限见下；缴清后重新计算答复期限。';
    case 'replied':
      return '答复已经作出，正在送达。';
    case 'closed':
    case 'archived':
      return state.ending === 'delivered'
        ? '已经答复。对答复不服的，救济途径写在答复书末尾。'
        : '本件已经办结。';
  }
}
