/** Release: what the reviews passed goes out, byte for byte, with what must go out beside it. Scheduling, emergency. */
import { and, eq, isNotNull, lte } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import type { Instant } from '#kernel/clock.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { Work } from '#kernel/work.ts';
import { itemReleased } from '../../announcements.ts';
import { listOpenDemands, listReadyCompanions } from '../../queries/companions.ts';
import { items } from '../../tables/items.ts';
import { itemRefusals } from '../../words/items.ts';
import { requireCheckPassed } from './check.ts';
import { takeIndexNumber } from './index-number.ts';
import {
  addItemEvent,
  getRevision,
  type LockedItem,
  lockItem,
  relockItem,
  requireItemAction,
} from './load.ts';
import { syncItemSearch } from './search.ts';
import { listTopicColumns, placeByTopicRules } from './topics.ts';
import { digestOfContent } from './write.ts';

/** The release itself, once everything that could stop it has been asked. */
async function bringOut(
  work: Work,
  item: LockedItem,
  kind: 'released' | 'emergencyReleased',
  reason: string | null,
) {
  const revisionId = kind === 'released' ? item.state.approvedRevisionId : item.state.workingRevisionId;
  if (revisionId === null) throw itemRefusals.refuse('publishing.itemBytesChanged', {});
  const revision = await getRevision(work, revisionId);
  if (digestOfContent(revision.content) !== revision.digest) {
    throw itemRefusals.refuse('publishing.itemBytesChanged', {});
  }
  const { openness } = revision.content.disclosure;
  const event =
    kind === 'released' ? ({ kind, revisionId, openness } as const) : ({ kind, revisionId } as const);
  const after = await addItemEvent(
    work,
    item,
    event,
    { reason, ground: revision.content.disclosure.ground },
    {
      title: revision.content.title,
      formedOn: revision.content.formedOn,
      indexNumber: item.row.indexNumber ?? (await takeIndexNumber(work, item.row)),
      publishedOn: item.row.publishedOn ?? work.today,
      publishedAt: item.row.publishedAt ?? work.now,
      updatedOn: work.today,
      releaseAt: null,
      // A withdrawal set for later keeps its reason.
      withdrawalReason: item.row.withdrawAt === null ? null : item.row.withdrawalReason,
    },
  );
  await placeByTopicRules(work, await listTopicColumns(work, item.row.jurisdictionId), {
    ...after.row,
    keywords: revision.content.keywords,
  });
  await syncItemSearch(work, after.row);
  itemReleased.make(work, { itemId: item.row.id, kind: item.row.kind, revisionId });
  work.audit({
    action: kind === 'released' ? 'publishing.release' : 'publishing.releaseInEmergency',
    objectKind: 'item',
    objectId: item.row.id,
    unitId: item.row.unitId,
    summary: `${kind === 'released' ? '发布' : '应急发布'}《${revision.content.title}》第${revision.number}版`,
    before: { publishedRevisionId: item.state.publishedRevisionId, standing: item.state.standing },
    after: { revisionId, digest: revision.digest, openness, reason },
  });
}

/** Releases an approved item together with the companions it may not go out without. */
export async function releaseItem(work: Work, input: { readonly itemId: string }): Promise<void> {
  const item = await lockItem(work, input.itemId, 'publishing.release');
  await releaseLocked(work, item);
}

async function releaseLocked(work: Work, item: LockedItem): Promise<void> {
  requireItemAction(item, 'release');
  const open = await listOpenDemands(work.db, item.row.id);
  if (open.length > 0) throw itemRefusals.refuse('publishing.itemDemandOpen', { demands: open });
  await requireCheckPassed(work, item.row, item.state.approvedRevisionId ?? item.state.workingRevisionId);
  const companions = await listReadyCompanions(work.db, item.row.id);
  await bringOut(work, item, 'released', null);
  for (const companionId of companions) {
    const companion = await relockItem(work, companionId);
    if (companion.state.stage === 'approved' || companion.state.stage === 'scheduled') {
      await releaseLocked(work, companion);
    }
  }
}

/** Sets the time at which an approved item goes out by itself; what must go with it is asked for now and then again. */
export async function scheduleItem(
  work: Work,
  input: { readonly itemId: string; readonly at: Instant },
): Promise<void> {
  const item = await lockItem(work, input.itemId, 'publishing.release');
  requireItemAction(item, 'schedule');
  if (input.at <= work.now) throw itemRefusals.refuse('publishing.itemTimePassed', {});
  const open = await listOpenDemands(work.db, item.row.id);
  if (open.length > 0) throw itemRefusals.refuse('publishing.itemDemandOpen', { demands: open });
  await addItemEvent(
    work,
    item,
    { kind: 'scheduled', revisionId: item.state.workingRevisionId },
    {},
    {
      releaseAt: input.at,
    },
  );
  work.audit({
    action: 'publishing.release',
    objectKind: 'item',
    objectId: item.row.id,
    unitId: item.row.unitId,
    summary: `定时发布《${item.row.title}》`,
    after: { releaseAt: input.at.toISOString() },
    affectsPortal: false,
  });
}

/** Takes the time away again; the item waits for its release by hand. */
export async function unscheduleItem(work: Work, input: { readonly itemId: string }): Promise<void> {
  const item = await lockItem(work, input.itemId, 'publishing.release');
  requireItemAction(item, 'unschedule');
  await addItemEvent(
    work,
    item,
    { kind: 'unscheduled', revisionId: item.state.workingRevisionId },
    {},
    {
      releaseAt: null,
    },
  );
  work.audit({
    action: 'publishing.release',
    objectKind: 'item',
    objectId: item.row.id,
    unitId: item.row.unitId,
    summary: `取消定时发布《${item.row.title}》`,
    before: { releaseAt: item.row.releaseAt?.toISOString() ?? null },
    after: { releaseAt: null },
    affectsPortal: false,
  });
}

/**
 * Releases before the reviews are done, when the public must know at once; the reviews follow and the item says so
 * until they did. Secrecy is not dispensed with: an opinion against publication stops it (条例第十七条).
 */
export async function releaseInEmergency(
  work: Work,
  input: { readonly itemId: string; readonly reason: string },
): Promise<void> {
  const item = await lockItem(work, input.itemId, 'publishing.releaseInEmergency');
  requireItemAction(item, 'releaseInEmergency');
  if (item.state.secrecy !== null && item.state.secrecy !== 'passed') {
    throw itemRefusals.refuse('publishing.itemReviewStopped', {
      step: 'finalReview',
      obstacle: 'secrecyRefused',
    });
  }
  const revision = await getRevision(work, item.state.workingRevisionId);
  if (revision.content.disclosure.openness !== 'proactive') {
    throw itemRefusals.refuse('publishing.itemEmergencyNotProactive', {});
  }
  await requireCheckPassed(work, item.row, item.state.workingRevisionId);
  await bringOut(work, item, 'emergencyReleased', input.reason);
}

/** The later review of an emergency release, by somebody who neither wrote nor released it. */
export async function reviewItemLater(
  work: Work,
  input: { readonly itemId: string; readonly opinion: string },
): Promise<void> {
  const item = await lockItem(work, input.itemId, 'publishing.reviewLater');
  requireItemAction(item, 'reviewLater');
  if (item.state.authors.includes(signatureOf(work.actor).by)) {
    throw itemRefusals.refuse('publishing.itemReviewStopped', { step: 'finalReview', obstacle: 'ownText' });
  }
  const revisionId = item.state.publishedRevisionId ?? item.state.workingRevisionId;
  await addItemEvent(work, item, { kind: 'laterReviewed', revisionId }, { reason: input.opinion });
  work.audit({
    action: 'publishing.review',
    objectKind: 'item',
    objectId: item.row.id,
    unitId: item.row.unitId,
    summary: `补审应急发布的《${item.row.title}》`,
    after: { revisionId, opinion: input.opinion },
  });
}

/** Items whose time of release has come; each is released by its own transaction. */
export async function listDueReleases(place: {
  readonly db: ReadDb;
  readonly now: Instant;
}): Promise<readonly string[]> {
  const rows = await place.db
    .select({ id: items.id })
    .from(items)
    .where(and(eq(items.stage, 'scheduled'), isNotNull(items.releaseAt), lte(items.releaseAt, place.now)));
  return rows.map(({ id }) => id);
}
