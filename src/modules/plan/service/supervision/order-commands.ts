/** What the unit and the supervising office do to an order, one command each. Who may and when: `rules/supervision/actions`. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { longDay } from '#kernel/day-words.ts';
import { type KeptBytes, recordStoredFile } from '#kernel/files/stored-files.ts';
import type { Work } from '#kernel/work.ts';
import type { ReplyOrderInput } from '../../contract/supervision.ts';
import { nextLevelOf } from '../../rules/supervision/actions.ts';
import { judgeOrderTiming } from '../../rules/supervision/timing.ts';
import { supervisionFiles } from '../../tables/supervision.ts';
import { supervisionLevelTitles, supervisionRefusals } from '../../words/supervision.ts';
import { recordOrderEvent, takeOrderInHand } from './order-in-hand.ts';
import { tellLeadingGroup } from './tell-leading-group.ts';

/** The unit signs for the order. */
export async function receiveSupervisionOrder(work: Work, orderId: string): Promise<void> {
  const inHand = await takeOrderInHand(work, orderId, 'receive');
  await recordOrderEvent(work, inHand, 'receive', { kind: 'received' }, { to: 'nobody', title: '' });
}

/** Keeps a file for the reply the unit is writing; returns its identifier. */
export async function addOrderFile(work: Work, orderId: string, file: KeptBytes): Promise<string> {
  const { order, number } = await takeOrderInHand(work, orderId, 'reply');
  const fileId = await recordStoredFile(work, file);
  const addedBy = work.actor.kind === 'officer' ? work.actor.id : null;
  await work.db
    .insert(supervisionFiles)
    .values({ fileId, orderId, eventSeq: null, addedBy, addedAt: work.now });
  work.audit({
    action: 'plan.addOrderFile',
    objectKind: 'supervisionOrder',
    objectId: orderId,
    unitId: order.unitId,
    summary: `为${number}的反馈上传附件`,
    after: { fileId, sha256: file.sha256, byteLength: file.byteLength },
    affectsPortal: false,
  });
  return fileId;
}

/** The unit replies; the clock stands still from then on. */
export async function replyToSupervisionOrder(
  work: Work,
  orderId: string,
  input: ReplyOrderInput,
): Promise<void> {
  const inHand = await takeOrderInHand(work, orderId, 'reply');
  const { text, links } = input;
  const eventSeq = await recordOrderEvent(
    work,
    inHand,
    'reply',
    { kind: 'replied', text, links },
    { to: 'office', title: `${inHand.unitName}已反馈${inHand.number}，请审核` },
  );
  const fileIds = [...new Set(input.fileIds)];
  if (fileIds.length === 0) return;
  const bound = await work.db
    .update(supervisionFiles)
    .set({ eventSeq })
    .where(
      and(
        inArray(supervisionFiles.fileId, fileIds),
        eq(supervisionFiles.orderId, orderId),
        isNull(supervisionFiles.eventSeq),
      ),
    )
    .returning({ fileId: supervisionFiles.fileId });
  if (bound.length !== fileIds.length) throw supervisionRefusals.refuse('plan.orderFileUnknown', {});
}

/** The office accepts the reply: the order is closed. */
export async function acceptSupervisionOrder(
  work: Work,
  orderId: string,
  input: { readonly note: string },
): Promise<void> {
  const inHand = await takeOrderInHand(work, orderId, 'accept');
  await recordOrderEvent(
    work,
    inHand,
    'accept',
    { kind: 'closed', note: input.note },
    { to: 'unit', title: `${inHand.number}已审核通过，办结` },
  );
}

/** The office sends the reply back with its reason; a new clock begins. */
export async function returnSupervisionOrder(
  work: Work,
  orderId: string,
  input: { readonly reason: string; readonly replyDays: number },
): Promise<void> {
  const inHand = await takeOrderInHand(work, orderId, 'return');
  await recordOrderEvent(
    work,
    inHand,
    'return',
    { kind: 'returned', ...input },
    { to: 'unit', title: `${inHand.number}的反馈被退回，请重办` },
  );
}

/** The office gives more working days, before the period ends. */
export async function extendSupervisionOrder(
  work: Work,
  orderId: string,
  input: { readonly reason: string; readonly moreDays: number },
): Promise<void> {
  const inHand = await takeOrderInHand(work, orderId, 'extend');
  await recordOrderEvent(
    work,
    inHand,
    'extend',
    { kind: 'extended', ...input },
    { to: 'unit', title: `${inHand.number}的反馈期限延长${input.moreDays}个工作日` },
  );
}

/** Raises the order by one step and sets a new clock; the first due day stays missed. */
export async function escalateSupervisionOrder(
  work: Work,
  orderId: string,
  input: { readonly reason: string; readonly replyDays: number; readonly automatic?: boolean },
): Promise<void> {
  const inHand = await takeOrderInHand(work, orderId, 'escalate');
  const { state, calendar } = inHand;
  const { reason, replyDays, automatic = false } = input;
  const { overdue, clock } = judgeOrderTiming(state, calendar, work.today);
  // The platform raises only what ran out; a reply that was sent back is for a person to judge.
  if (automatic && !overdue) {
    const due = clock.due === null ? '' : longDay(clock.due);
    throw supervisionRefusals.refuse('plan.orderNotLate', { due });
  }
  const level = nextLevelOf(state.level) ?? state.level;
  await recordOrderEvent(
    work,
    inHand,
    'escalate',
    { kind: 'escalated', reason, level, replyDays, automatic },
    { to: 'unit', title: `${inHand.number}已升级为${supervisionLevelTitles[level]}` },
  );
  if (level !== 'circular') return;
  const { issue, unitName, number } = inHand;
  const { jurisdictionId, subject } = issue;
  await tellLeadingGroup(work, jurisdictionId, [{ orderId, unitName, number, subject, reason }]);
}

/** The office takes the order back; its number stays used. */
export async function withdrawSupervisionOrder(
  work: Work,
  orderId: string,
  input: { readonly reason: string },
): Promise<void> {
  const inHand = await takeOrderInHand(work, orderId, 'withdraw');
  await recordOrderEvent(
    work,
    inHand,
    'withdraw',
    { kind: 'withdrawn', ...input },
    { to: 'unit', title: `${inHand.number}已撤回` },
  );
}
