/** Steps that stop, lengthen or restart the clock of the reply: correction, consultation, extension, fee, and reasons. */
import { and, eq, isNotNull, lte } from 'drizzle-orm';
import type { z } from 'zod';
import { signatureOf } from '#kernel/actor.ts';
import { type Day, monthOf, yearOf } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { Work } from '#kernel/work.ts';
import { judgeExtension, type PeriodDerivation, type PeriodName } from '#modules/periods/index.ts';
import type {
  abandonSchema,
  consultSchema,
  noticeCorrectionSchema,
  noticeExtensionSchema,
  noticeFeeSchema,
  overrideSchema,
  proposeExtensionSchema,
  recordConsultationSchema,
  recordCorrectionSchema,
  settleFeeSchema,
} from '../contract/case-commands.ts';
import { judgeClocks, replyDueOf } from '../queries/clocks.ts';
import type { CaseEvent } from '../rules/case-events.ts';
import type { CaseConsultation, CaseState } from '../rules/case-state.ts';
import { assessFeeByPages, assessFeeByRequests, type FeeVerdict } from '../rules/fee.ts';
import { requestApplicants, requests } from '../tables/requests.ts';
import { requestRefusals } from '../words/requests.ts';
import { type CaseInHand, takeStep } from './case-in-hand.ts';

type InputOf<Schema extends z.ZodType> = z.output<Schema> & { readonly requestId: string };

function unlawful(what: string, because: string) {
  return requestRefusals.refuse('requests.notLawful', { what, because });
}

function derivedOn(inHand: CaseInHand, name: PeriodName, on: Day): PeriodDerivation | undefined {
  const clocks = judgeClocks(inHand.events, inHand.calendar, on);
  const verdict = clocks.periods.find((period) => period.name === name)?.verdict;
  return verdict?.kind === 'derived' ? verdict : undefined;
}

/** One notice, within 7 working days of receipt, naming what to correct and by when (条例第三十条). */
export async function noticeCorrection(
  work: Work,
  input: InputOf<typeof noticeCorrectionSchema>,
): Promise<void> {
  const { requestId, ...notice } = input;
  await takeStep(work, requestId, 'noticeCorrection', (inHand) => {
    const limit = derivedOn(inHand, 'foi-correction-notice', notice.on);
    if (limit !== undefined && notice.on > limit.due) {
      throw unlawful(
        '不能再告知补正',
        `应当自收到申请之日起7个工作日内告知，最迟到${longDay(limit.due)}（条例第三十条）`,
      );
    }
    return { events: [{ kind: 'correctionNoticed', ...notice }] };
  });
}

/** The corrected request came; its text replaces the former and the reply counts anew. */
export async function recordCorrection(
  work: Work,
  input: InputOf<typeof recordCorrectionSchema> & { readonly contentDigest: string },
): Promise<void> {
  const { requestId, contentDigest, on, description } = input;
  await takeStep(work, requestId, 'recordCorrection', ({ state }) => {
    if (state.correction !== null && on < state.correction.on) {
      throw requestRefusals.refuse('requests.dayTooEarly', { earliest: longDay(state.correction.on) });
    }
    return { events: [{ kind: 'corrected', on, description }], changes: { description, contentDigest } };
  });
}

/** Not corrected, or not paid, when the time given was over: the request counts as given up. */
export async function abandonCase(work: Work, input: InputOf<typeof abandonSchema>): Promise<void> {
  await takeStep(work, input.requestId, 'abandon', (inHand) => {
    const { state } = inHand;
    const isFee = state.stage === 'awaitingPayment';
    const until = isFee ? derivedOn(inHand, 'foi-fee-payment', work.today)?.due : state.correction?.until;
    if (until === undefined || work.today <= until) {
      const words = until === undefined ? '无法计算' : `到${longDay(until)}才届满`;
      throw unlawful('现在还不能不再处理', `${isFee ? '缴费' : '补正'}期限${words}`);
    }
    return {
      events: [
        {
          kind: 'abandoned',
          on: work.today,
          because: isFee ? 'feeNotPaid' : 'notCorrected',
          note: input.note,
        },
      ],
    };
  });
}

/** A letter asking a third party or a joint agency left; its time is not counted (条例第三十二条至第三十四条). */
export async function consultOn(work: Work, input: InputOf<typeof consultSchema>): Promise<string> {
  const letter = work.newId();
  const { requestId, ...consulted } = input;
  await takeStep(work, requestId, 'consult', () => ({
    events: [{ kind: 'consulted', letter, ...consulted }],
  }));
  return letter;
}

function getConsultation(state: CaseState, letter: string): CaseConsultation {
  const found = state.consultations.find((one) => one.letter === letter);
  if (found === undefined) throw unlawful('不能登记', '没有这份征求意见书');
  return found;
}

/** The asked body signed for the letter, or answered it. */
export async function recordConsultation(
  work: Work,
  input: InputOf<typeof recordConsultationSchema>,
): Promise<void> {
  const { requestId, letter, what, on, opinion, reasonable, note } = input;
  await takeStep(work, requestId, 'recordConsultation', ({ state }) => {
    const { sentOn, answeredOn, receivedOn } = getConsultation(state, letter);
    if (on < sentOn) throw requestRefusals.refuse('requests.dayTooEarly', { earliest: longDay(sentOn) });
    if (answeredOn !== null) throw unlawful('不能再登记', '对方已经提出意见');
    if (what === 'received' && receivedOn !== null) throw unlawful('不能再登记', '已经登记签收');
    const event: CaseEvent =
      what === 'received' || opinion === null
        ? { kind: 'consultationReceived', on, letter }
        : {
            kind: 'consultationAnswered',
            on,
            letter,
            opinion,
            reasonable: opinion === 'agrees' ? null : reasonable,
            note,
          };
    return { events: [event] };
  });
}

/** Published against a third party's will for the public interest; the third party is told in writing (条例第三十二条). */
export async function overrideObjection(work: Work, input: InputOf<typeof overrideSchema>): Promise<void> {
  const { requestId, letter, reason } = input;
  await takeStep(work, requestId, 'override', ({ state }) => {
    const { whom, opinion } = getConsultation(state, letter);
    if (whom !== 'thirdParty' || opinion === null || opinion === 'agrees') {
      throw unlawful('不需要因公共利益决定', '第三方没有不同意公开');
    }
    return { events: [{ kind: 'overridden', on: work.today, letter, reason }] };
  });
}

function requireExtensible(inHand: CaseInHand, days: number, on: Day): void {
  const reply = derivedOn(inHand, 'foi-reply', on);
  if (reply === undefined) throw unlawful('不能延期', '答复期限无法计算');
  const verdict = judgeExtension(reply, days, on);
  if (!verdict.allowed) throw unlawful('不能延期', verdict.because);
}

/** The handler asks for more time; nothing is lengthened yet (条例第三十三条第二款). */
export async function proposeExtension(
  work: Work,
  input: InputOf<typeof proposeExtensionSchema>,
): Promise<void> {
  const { requestId, days, reason } = input;
  await takeStep(work, requestId, 'proposeExtension', (inHand) => {
    requireExtensible(inHand, days, work.today);
    const { by } = signatureOf(work.actor);
    return { events: [{ kind: 'extensionProposed', on: work.today, by, days, reason }] };
  });
}

/** The head of the FOI office consents; whoever proposed it may not. */
export async function consentExtension(work: Work, input: { readonly requestId: string }): Promise<void> {
  await takeStep(work, input.requestId, 'consentExtension', (inHand) => {
    const proposed = inHand.state.proposedExtension;
    if (proposed === null) throw new Error('the table of actions let an extension pass that nobody proposed');
    if (proposed.by === signatureOf(work.actor).by) throw requestRefusals.refuse('requests.ownProposal', {});
    requireExtensible(inHand, proposed.days, work.today);
    return { events: [{ kind: 'extensionConsented', on: work.today }] };
  });
}

/** The applicant was told before the period was over: now it is lengthened (V56: afterwards it is refused). */
export async function noticeExtension(
  work: Work,
  input: InputOf<typeof noticeExtensionSchema>,
): Promise<void> {
  const { requestId, on, proof } = input;
  await takeStep(work, requestId, 'noticeExtension', (inHand) => {
    const proposed = inHand.state.proposedExtension;
    if (proposed?.consentedOn == null) throw new Error('the table of actions let an extension pass');
    if (on < proposed.consentedOn) {
      throw requestRefusals.refuse('requests.dayTooEarly', { earliest: longDay(proposed.consentedOn) });
    }
    requireExtensible(inHand, proposed.days, on);
    return { events: [{ kind: 'extended', on, days: proposed.days, reason: proposed.reason, proof }] };
  });
}

/** Requests of the same applicant at the same organ received in the calendar month up to and with this one. */
async function countInMonth(work: Work, inHand: CaseInHand, receivedOn: Day): Promise<number> {
  const [own] = await work.db
    .select({ personDigest: requestApplicants.personDigest })
    .from(requestApplicants)
    .where(eq(requestApplicants.requestId, inHand.row.id));
  if (own === undefined) return 1;
  const rows = await work.db
    .select({ number: requests.number, receivedOn: requests.receivedOn, ending: requests.ending })
    .from(requests)
    .innerJoin(requestApplicants, eq(requestApplicants.requestId, requests.id))
    .where(
      and(
        eq(requestApplicants.personDigest, own.personDigest),
        eq(requests.unitId, inHand.row.unitId),
        isNotNull(requests.receivedOn),
        lte(requests.receivedOn, receivedOn),
      ),
    );
  const sameMonth = rows.filter(
    (one) =>
      one.receivedOn !== null &&
      yearOf(one.receivedOn) === yearOf(receivedOn) &&
      monthOf(one.receivedOn) === monthOf(receivedOn) &&
      one.ending !== 'merged' &&
      one.ending !== 'split' &&
      (one.receivedOn < receivedOn || one.number <= inHand.row.number),
  );
  return Math.max(1, sameMonth.length);
}

function amountOf(verdict: FeeVerdict): number {
  switch (verdict.kind) {
    case 'assessed':
      return verdict.amount;
    case 'notInForce':
      throw unlawful('不能收费', `${longDay(verdict.on)}还没有收费标准`);
    case 'refused':
      throw unlawful('不能收费', '数量不是有效的件数或者页数');
  }
}

/**
 * The applicant received the notice of the fee, inside the period for the reply (条例第四十二条). Per request the fee is
 * what this one adds to the month; per page it is this request's alone.
 */
export async function noticeFee(work: Work, input: InputOf<typeof noticeFeeSchema>): Promise<void> {
  const { requestId, on, basis, pages } = input;
  await takeStep(work, requestId, 'noticeFee', async (inHand) => {
    const { receivedOn } = inHand.state;
    if (receivedOn === null) throw unlawful('不能收费', '尚未收到申请');
    const due = replyDueOf(inHand.state, judgeClocks(inHand.events, inHand.calendar, on));
    if (due !== null && on > due)
      throw unlawful('不能收费', `应当在答复期限内告知，期限到${longDay(due)}为止`);
    const count = basis === 'byPages' ? pages : await countInMonth(work, inHand, receivedOn);
    const amountFen =
      basis === 'byPages'
        ? amountOf(assessFeeByPages(count, receivedOn))
        : amountOf(assessFeeByRequests(count, receivedOn)) -
          amountOf(assessFeeByRequests(count - 1, receivedOn));
    if (amountFen === 0) {
      const words = basis === 'byPages' ? `${count}页` : `本月第${count}件`;
      throw unlawful('不需要收费', `${words}没有超过免费的数量`);
    }
    return {
      events: [{ kind: 'feeNoticed', on, basis, count, amountFen }],
      remark: `${amountFen / 100}元`,
    };
  });
}

/** Paid in full by the last day, or waived with the reason. */
export async function settleFee(work: Work, input: InputOf<typeof settleFeeSchema>): Promise<void> {
  const { requestId, on, how, receiptNumber, reason } = input;
  await takeStep(work, requestId, 'settleFee', (inHand) => {
    const { fee } = inHand.state;
    if (fee === null) throw new Error('the table of actions let a fee be settled that was never noticed');
    if (on < fee.on) throw requestRefusals.refuse('requests.dayTooEarly', { earliest: longDay(fee.on) });
    if (how === 'waived') return { events: [{ kind: 'feeWaived', on, reason }] };
    const due = derivedOn(inHand, 'foi-fee-payment', on)?.due;
    if (due !== undefined && on > due) throw unlawful('不能登记缴费', `缴费期限已于${longDay(due)}届满`);
    return { events: [{ kind: 'feePaid', on, amountFen: fee.amountFen, receiptNumber }] };
  });
}
