/** The way of a revision to approval: sent to review, three reviews by three people, the secrecy review, returns. */

import { signatureOf } from '#kernel/actor.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { itemSubmitted } from '../../announcements.ts';
import type { SecrecyReviewInput } from '../../contract/items.ts';
import { awaitedReview, findReviewObstacle, type ReviewStep } from '../../rules/item-state.ts';
import { findItemKind } from '../../rules/kinds/all.ts';
import { findMissingContent } from '../../rules/kinds/item-kind.ts';
import { itemRefusals, reviewStepTitles, secrecyOpinionTitles } from '../../words/items.ts';
import { addItemEvent, getRevision, type LockedItem, lockItem, requireItemAction } from './load.ts';

function auditReview(work: Work, item: LockedItem, summary: string, after: object, isPublic = false): void {
  work.audit({
    action: 'publishing.review',
    objectKind: 'item',
    objectId: item.row.id,
    unitId: item.row.unitId,
    summary,
    before: { stage: item.state.stage },
    after,
    affectsPortal: isPublic,
  });
}

/** Sends the working revision to the first review; refused with the list of what is still missing. */
export async function submitItem(work: Work, input: { readonly itemId: string }): Promise<void> {
  const item = await lockItem(work, input.itemId, 'publishing.write');
  requireItemAction(item, 'submit');
  const { content, number } = await getRevision(work, item.state.workingRevisionId);
  const kind = findItemKind(item.row.kind);
  if (kind === undefined) throw itemRefusals.refuse('publishing.itemKindUnknown', { kind: item.row.kind });
  const missing = findMissingContent(kind, content);
  if (missing.length > 0) {
    throw itemRefusals.refuse('publishing.itemIncomplete', { missing: missing.map(({ title }) => title) });
  }
  const after = await addItemEvent(work, item, {
    kind: 'submitted',
    revisionId: item.state.workingRevisionId,
  });
  auditReview(work, item, `将《${content.title}》第${number}版送审`, { stage: after.state.stage });
  const { workingRevisionId: revisionId } = item.state;
  itemSubmitted.make(work, { itemId: item.row.id, kind: item.row.kind, revisionId });
}

/** The unit takes a revision back out of the reviews. */
export async function recallItem(work: Work, input: { readonly itemId: string }): Promise<void> {
  const item = await lockItem(work, input.itemId, 'publishing.write');
  requireItemAction(item, 'recall');
  const after = await addItemEvent(work, item, {
    kind: 'recalled',
    revisionId: item.state.workingRevisionId,
  });
  auditReview(work, item, `撤回《${item.row.title}》的送审`, { stage: after.state.stage });
}

/** The step asked for decides the permission, so it is read before the lock and compared under it. */
export async function passItem(
  work: Work,
  input: { readonly itemId: string; readonly step: ReviewStep; readonly opinion: string | null },
): Promise<void> {
  const item = await lockItem(work, input.itemId, `publishing.${input.step}`);
  requireItemAction(item, 'pass');
  const step = awaitedReview(item.state);
  if (step !== input.step) {
    const { stage, standing } = item.state;
    throw itemRefusals.refuse('publishing.itemActionNotAllowed', { action: 'pass', stage, standing });
  }
  const { by } = signatureOf(work.actor);
  const obstacle = findReviewObstacle(item.state, step, by);
  if (obstacle !== undefined) throw itemRefusals.refuse('publishing.itemReviewStopped', { step, obstacle });
  const revisionId = item.state.workingRevisionId;
  const after = await addItemEvent(
    work,
    item,
    { kind: 'passed', revisionId, step },
    { reason: input.opinion },
  );
  auditReview(work, item, `${reviewStepTitles[step]}通过《${item.row.title}》`, {
    stage: after.state.stage,
    revisionId,
    opinion: input.opinion,
  });
}

/** A reviewer gives the revision back with the reason; who wrote it is told. */
export async function returnItem(
  work: Work,
  input: { readonly itemId: string; readonly reason: string },
): Promise<void> {
  const item = await lockItem(work, input.itemId, 'publishing.returnItem');
  requireItemAction(item, 'return');
  const after = await addItemEvent(
    work,
    item,
    { kind: 'returned', revisionId: item.state.workingRevisionId },
    { reason: input.reason },
  );
  auditReview(work, item, `退回《${item.row.title}》`, { stage: after.state.stage, reason: input.reason });
  await notify(work, {
    officerIds: item.state.authors.filter((author) => author !== 'system'),
    title: `《${item.row.title}》被退回修改`,
    detail: input.reason,
    address: `/publishing/items/${item.row.id}`,
    key: `item:${item.row.id}:returned:${after.eventCount}`,
  });
}

/** The secrecy reviewer's opinion on the revision under review, with the legal ground where it may not go out. */
export async function reviewItemSecrecy(
  work: Work,
  input: SecrecyReviewInput & { readonly itemId: string },
): Promise<void> {
  const item = await lockItem(work, input.itemId, 'publishing.reviewSecrecy');
  requireItemAction(item, 'reviewSecrecy');
  const { by } = signatureOf(work.actor);
  if (item.state.authors.includes(by)) {
    throw itemRefusals.refuse('publishing.itemReviewStopped', { step: 'secrecy', obstacle: 'ownText' });
  }
  const { opinion, ground, reason } = input;
  const revisionId = item.state.workingRevisionId;
  await addItemEvent(work, item, { kind: 'secrecyReviewed', revisionId, opinion }, { ground, reason });
  auditReview(work, item, `保密审查《${item.row.title}》：${secrecyOpinionTitles[opinion]}`, {
    revisionId,
    opinion,
    ground,
    reason,
  });
}
