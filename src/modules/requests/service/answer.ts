/** From weighing to the archive: advice, meeting, reasonableness, the reply with its ground, delivery, and what follows. */
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { longDay } from '#kernel/day-words.ts';
import type { Work } from '#kernel/work.ts';
import { judgeDelivery } from '#modules/periods/index.ts';
import { createItem } from '#modules/publishing/index.ts';
import type {
  askCounselSchema,
  askReasonsSchema,
  convertSchema,
  correctRecordSchema,
  dispatchSchema,
  holdMeetingSchema,
  judgeReasonsSchema,
  recordCounselSchema,
  recordDeliverySchema,
  reopenSchema,
  replySchema,
  revealApplicantSchema,
  sendMessageSchema,
  setLongerPeriodSchema,
  withdrawSchema,
} from '../contract/case-commands.ts';
import { judgeClocks, replyDueOf } from '../queries/clocks.ts';
import { canReachCase } from '../rules/case-access.ts';
import type { CaseState } from '../rules/case-state.ts';
import { dispositionFacts } from '../rules/dispositions/facts.ts';
import { findGroundConflicts, findMissingFacts } from '../rules/dispositions/judge-facts.ts';
import { type DispositionLeaf, findDispositionLeaf } from '../rules/dispositions/leaves.ts';
import { requestApplicants, requests } from '../tables/requests.ts';
import { requestRefusals } from '../words/requests.ts';
import { takeStep } from './case-in-hand.ts';

type InputOf<Schema extends z.ZodType> = z.output<Schema> & { readonly requestId: string };

function unlawful(what: string, because: string) {
  return requestRefusals.refuse('requests.notLawful', { what, because });
}

export async function askCounsel(work: Work, input: InputOf<typeof askCounselSchema>): Promise<void> {
  const { requestId, ...asked } = input;
  await takeStep(work, requestId, 'askCounsel', () => ({ events: [{ kind: 'counselAsked', ...asked }] }));
}

export async function recordCounsel(work: Work, input: InputOf<typeof recordCounselSchema>): Promise<void> {
  const { requestId, ...advised } = input;
  await takeStep(work, requestId, 'recordCounsel', () => ({
    events: [{ kind: 'counselAdvised', ...advised }],
  }));
}

/** 联合会商 on a hard case. */
export async function holdCaseMeeting(work: Work, input: InputOf<typeof holdMeetingSchema>): Promise<void> {
  const { requestId, ...held } = input;
  await takeStep(work, requestId, 'holdMeeting', () => ({ events: [{ kind: 'meetingHeld', ...held }] }));
}

export async function askReasons(work: Work, input: InputOf<typeof askReasonsSchema>): Promise<void> {
  const { requestId, on } = input;
  await takeStep(work, requestId, 'askReasons', () => ({ events: [{ kind: 'reasonsAsked', on }] }));
}

/** A person's finding on recorded criteria (条例第三十五条); the machine proposes nothing. */
export async function judgeReasons(work: Work, input: InputOf<typeof judgeReasonsSchema>): Promise<void> {
  const { requestId, ...found } = input;
  await takeStep(work, requestId, 'judgeReasons', () => ({
    events: [{ kind: 'reasonsJudged', on: work.today, ...found }],
  }));
}

/** Reasonable, but too much for the ordinary period: the longer one, told to the applicant before that is over. */
export async function setLongerPeriod(
  work: Work,
  input: InputOf<typeof setLongerPeriodSchema>,
): Promise<void> {
  const { requestId, on, until, reason } = input;
  await takeStep(work, requestId, 'setLongerPeriod', ({ state, events, calendar }) => {
    const due = replyDueOf(state, judgeClocks(events, calendar, on));
    if (due !== null && on > due) throw unlawful('不能延迟答复', `期限已于${longDay(due)}届满`);
    if (due !== null && until <= due) throw unlawful('不能延迟答复', `应当晚于现在的期限${longDay(due)}`);
    return { events: [{ kind: 'longerPeriodSet', on, until, reason }] };
  });
}

/** Leaves that other actions bring about. */
const closedElsewhere: readonly string[] = ['notCorrected', 'feeNotPaid', 'withdrawn'];

/** What the course of the case must show for a leaf, beside the facts entered. */
function courseConflict(leaf: DispositionLeaf, state: CaseState): string | undefined {
  if (leaf.row === 'excessive' && state.reasonsJudged?.reasonable !== false)
    return '应当先要求申请人说明理由，并认定理由不合理（条例第三十五条）';
  if (leaf.row === 'stillUnclear' && state.correctedOn === null)
    return '应当先告知补正，并收到补正（条例第三十条）';
  const third = state.consultations.filter(({ whom }) => whom === 'thirdParty');
  if (leaf.row === 'thirdParty' && third.length === 0) return '应当先书面征求第三方意见（条例第三十二条）';
  const isOverridden = third.some(({ overriddenBecause }) => overriddenBecause !== null);
  if (leaf.id === 'disclosedForPublicInterest' && !isOverridden)
    return '应当先由负责人决定因公共利益予以公开（条例第三十二条）';
  return undefined;
}

function requireReplyGround(
  leafId: string,
  facts: Readonly<Record<string, string>>,
  state: CaseState,
): DispositionLeaf {
  const leaf = findDispositionLeaf(leafId);
  if (leaf === undefined || closedElsewhere.includes(leafId))
    throw unlawful('不能这样答复', '没有这种答复类型');
  const course = courseConflict(leaf, state);
  if (course !== undefined) throw unlawful(`不能答复为“${leaf.title}”`, course);
  const known = Object.fromEntries(
    Object.entries(facts).filter(([name]) => Object.hasOwn(dispositionFacts, name)),
  );
  const missing = findMissingFacts(leaf, known).map(({ label }) => label);
  if (missing.length > 0) throw requestRefusals.refuse('requests.replyIncomplete', { missing });
  const [conflict] = findGroundConflicts(leaf, known);
  if (conflict !== undefined) {
    const { says, article } = conflict;
    throw requestRefusals.refuse('requests.groundUnfit', { says, article });
  }
  return leaf;
}

/** The reply signed, on a leaf whose facts are on file and fit (条例第三十六条至第三十九条). It ends when it is delivered. */
export async function replyToCase(work: Work, input: InputOf<typeof replySchema>): Promise<void> {
  const { requestId, leaf, facts, letterId } = input;
  await takeStep(work, requestId, 'reply', ({ state }) => {
    const { title } = requireReplyGround(leaf, facts, state);
    return { events: [{ kind: 'replied', on: work.today, leaf, letterId, facts }], remark: title };
  });
}

/** Sent or handed over; by post and electronically the day of sending counts, by hand the day of signing. */
export async function dispatchReply(work: Work, input: InputOf<typeof dispatchSchema>): Promise<void> {
  const { requestId, on, way, signedOn, proof } = input;
  await takeStep(work, requestId, 'dispatch', ({ state }) => {
    const { reply } = state;
    if (reply !== null && on < reply.on) {
      throw requestRefusals.refuse('requests.dayTooEarly', { earliest: longDay(reply.on) });
    }
    if (signedOn !== null && (signedOn < on || signedOn > work.today)) {
      throw unlawful('不能登记', '签收日期不能早于送出日期，也不能晚于今天');
    }
    const { effectiveOn } = judgeDelivery({ way, sentOn: on, signedOn });
    const remark = effectiveOn === null ? '尚待签收' : `${longDay(effectiveOn)}送达`;
    return { events: [{ kind: 'dispatched', on, way, signedOn, proof }], remark };
  });
}

/** The applicant signed, or it came back. */
export async function recordDelivery(work: Work, input: InputOf<typeof recordDeliverySchema>): Promise<void> {
  const { requestId, on, outcome, proof } = input;
  await takeStep(work, requestId, 'recordDelivery', ({ state }) => {
    if (state.dispatch !== null && on < state.dispatch.on) {
      throw requestRefusals.refuse('requests.dayTooEarly', { earliest: longDay(state.dispatch.on) });
    }
    return {
      events: [
        outcome === 'signed'
          ? { kind: 'deliverySigned', on, proof }
          : { kind: 'deliveryReturned', on, reason: proof },
      ],
    };
  });
}

export async function withdrawCase(work: Work, input: InputOf<typeof withdrawSchema>): Promise<void> {
  const { requestId, on, reason } = input;
  await takeStep(work, requestId, 'withdraw', () => ({ events: [{ kind: 'withdrawn', on, reason }] }));
}

/** The closed file, numbered; what happens later (a dispute) is still added to it. */
export async function archiveCase(work: Work, input: { readonly requestId: string }): Promise<void> {
  await takeStep(work, input.requestId, 'archive', ({ row }) => {
    const fileNumber = `依申请公开·${row.number}`;
    return { events: [{ kind: 'archived', on: work.today, fileNumber }], remark: fileNumber };
  });
}

/** 条例第四十四条: a draft of proactive disclosure, linked with the case; it passes the reviews of publishing. */
export async function convertCase(
  work: Work,
  input: InputOf<typeof convertSchema>,
): Promise<{ readonly itemId: string }> {
  const { requestId, columnId, itemKind, title } = input;
  let itemId = '';
  await takeStep(work, requestId, 'convert', async ({ row }) => {
    const saved = await createItem(work, {
      unitId: row.unitId,
      columnId,
      kind: itemKind,
      content: {
        title,
        summary: '',
        keywords: [],
        body: '',
        fields: {},
        attachments: [],
        source: null,
        formedOn: null,
        disclosure: { openness: 'proactive', ground: null, reason: null },
      },
    });
    itemId = saved.itemId;
    return { events: [{ kind: 'conversionProposed', on: work.today, itemId }], remark: `起草《${title}》` };
  });
  return { itemId };
}

/** 条例第四十一条: a record about the applicant that was wrong. */
export async function correctOwnRecord(
  work: Work,
  input: InputOf<typeof correctRecordSchema>,
): Promise<void> {
  const { requestId, ...corrected } = input;
  await takeStep(work, requestId, 'correctRecord', () => ({
    events: [{ kind: 'recordCorrected', ...corrected }],
  }));
}

export async function messageApplicant(work: Work, input: InputOf<typeof sendMessageSchema>): Promise<void> {
  const { requestId, text } = input;
  await takeStep(work, requestId, 'sendMessage', () => ({
    events: [{ kind: 'message', on: work.today, from: 'office', text }],
  }));
}

/** A review body or court ordered a new reply: the case is handled again, by the day it set or the ordinary period. */
export async function reopenCase(work: Work, input: InputOf<typeof reopenSchema>): Promise<void> {
  const { requestId, ...ordered } = input;
  await takeStep(work, requestId, 'reopen', () => ({ events: [{ kind: 'reopened', ...ordered }] }));
}

/** Lets an officer who reaches the case see who asks; the reason stands in the audit. Returns what is to be opened. */
export async function revealApplicant(
  work: Work,
  input: InputOf<typeof revealApplicantSchema>,
): Promise<string | null> {
  work.authorise('requests.handle');
  const [row] = await work.db.select().from(requests).where(eq(requests.id, input.requestId));
  if (row === undefined || !canReachCase(work.actor, row)) {
    throw requestRefusals.refuse('requests.notFound', {});
  }
  const [applicant] = await work.db
    .select({ sealed: requestApplicants.sealed })
    .from(requestApplicants)
    .where(eq(requestApplicants.requestId, row.id));
  work.audit({
    action: 'requests.revealApplicant',
    objectKind: 'request',
    objectId: row.id,
    unitId: row.unitId,
    summary: `查看申请${row.number}的申请人信息`,
    after: { reason: input.reason },
    affectsPortal: false,
  });
  return applicant?.sealed ?? null;
}
