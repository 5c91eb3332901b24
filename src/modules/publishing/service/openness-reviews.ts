/** Commands of review rounds (条例第十八条): open, give a verdict, confirm or return it, close. */
import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { mapDutyOfficers } from '#modules/organisation/index.ts';
import type { JudgeOpennessInput, OpenReviewInput } from '../contract/openness-reviews.ts';
import { findOpennessReview } from '../queries/openness-reviews.ts';
import { findConfirmObstacle, findVerdictFault, keptOpenness } from '../rules/openness-review.ts';
import { items } from '../tables/items.ts';
import {
  type OpennessReview,
  type OpennessReviewItem,
  opennessReviewItems,
  opennessReviews,
} from '../tables/openness-reviews.ts';
import { opennessTitles } from '../words/items.ts';
import { opennessReviewRefusals, reviewVerdictTitles } from '../words/openness-reviews.ts';
import { changeItemOpenness } from './items/disclosure.ts';

/** Opens a round over what is kept now in the units (none named: in all), and tells who answers for it there. */
export async function openOpennessReview(
  work: Work,
  input: OpenReviewInput & { readonly jurisdictionId: string },
): Promise<{ reviewId: string; items: number }> {
  const { jurisdictionId, title, dueOn, unitIds } = input;
  work.authorise('publishing.openReview', { jurisdictionId });
  if (dueOn <= work.today) throw opennessReviewRefusals.refuse('publishing.reviewDuePassed', {});
  const kept = await work.db
    .select({ id: items.id, unitId: items.unitId, openness: items.openness })
    .from(items)
    .where(
      and(
        eq(items.jurisdictionId, jurisdictionId),
        eq(items.standing, 'kept'),
        inArray(items.openness, [...keptOpenness]),
        unitIds.length === 0 ? undefined : inArray(items.unitId, [...unitIds]),
      ),
    );
  if (kept.length === 0) throw opennessReviewRefusals.refuse('publishing.reviewEmpty', {});
  const reviewId = work.newId();
  const openedByName = signatureOf(work.actor).name;
  await work.db
    .insert(opennessReviews)
    .values({ id: reviewId, jurisdictionId, title, dueOn, openedOn: work.today, openedByName });
  await work.db.insert(opennessReviewItems).values(
    kept.map(({ id, unitId, openness }) => ({
      reviewId,
      itemId: id,
      unitId,
      opennessBefore: openness === 'withheld' ? ('withheld' as const) : ('onRequest' as const),
    })),
  );
  const duty = await mapDutyOfficers(
    work.db,
    kept.map(({ unitId }) => unitId),
  );
  await notify(work, {
    officerIds: [...duty.values()].flatMap(({ staff, leaders }) => [...staff, ...leaders]),
    title: `请复核未主动公开的信息：${title}`,
    detail: `逐条提出维持或者变更的结论，${dueOn}前完成。`,
    address: `/publishing/openness-reviews/${reviewId}`,
    key: `openness-review:${reviewId}`,
  });
  work.audit({
    action: 'publishing.openReview',
    objectKind: 'opennessReview',
    objectId: reviewId,
    summary: `开始公开属性复核“${title}”，共${kept.length}条`,
    after: { dueOn, items: kept.length, unitIds },
    affectsPortal: false,
  });
  return { reviewId, items: kept.length };
}

interface EntryPlace {
  readonly reviewId: string;
  readonly itemId: string;
}

interface LockedEntry {
  readonly review: OpennessReview;
  readonly entry: OpennessReviewItem;
  readonly title: string;
}

async function lockEntry(work: Work, place: EntryPlace, permission: string): Promise<LockedEntry> {
  const review = await findOpennessReview(work.db, place.reviewId);
  const [row] = await work.db
    .select({ entry: opennessReviewItems, title: items.title })
    .from(opennessReviewItems)
    .innerJoin(items, eq(items.id, opennessReviewItems.itemId))
    .where(
      and(eq(opennessReviewItems.reviewId, place.reviewId), eq(opennessReviewItems.itemId, place.itemId)),
    )
    .for('update', { of: opennessReviewItems });
  work.authorise(
    permission,
    review === undefined || row === undefined
      ? {}
      : { unitId: row.entry.unitId, jurisdictionId: review.jurisdictionId },
  );
  if (review === undefined || row === undefined) {
    throw opennessReviewRefusals.refuse('publishing.reviewNotFound', {});
  }
  if (review.closedOn !== null) throw opennessReviewRefusals.refuse('publishing.reviewClosed', {});
  return { review, ...row };
}

async function writeEntry(work: Work, { entry }: LockedEntry, change: Partial<OpennessReviewItem>) {
  await work.db
    .update(opennessReviewItems)
    .set(change)
    .where(
      and(eq(opennessReviewItems.reviewId, entry.reviewId), eq(opennessReviewItems.itemId, entry.itemId)),
    );
}

function auditEntry(work: Work, { entry }: LockedEntry, action: string, summary: string, after: object) {
  work.audit({
    action,
    objectKind: 'item',
    objectId: entry.itemId,
    unitId: entry.unitId,
    summary,
    after: { reviewId: entry.reviewId, ...after },
    affectsPortal: false,
  });
}

/** The unit's verdict on one of its items; it may be given anew until somebody confirmed it. */
export async function judgeOpenness(work: Work, input: EntryPlace & JudgeOpennessInput): Promise<void> {
  const locked = await lockEntry(work, input, 'publishing.judgeOpenness');
  const { entry } = locked;
  if (entry.confirmedOn !== null) {
    throw opennessReviewRefusals.refuse('publishing.reviewConfirmStopped', { obstacle: 'alreadyConfirmed' });
  }
  const { verdict, openness, ground, reason } = input;
  const fault = findVerdictFault(entry.opennessBefore, { verdict, disclosure: { openness, ground, reason } });
  if (fault !== undefined) throw opennessReviewRefusals.refuse('publishing.reviewVerdictFault', { fault });
  const { by, name } = signatureOf(work.actor);
  const isConversion = verdict === 'convert';
  await writeEntry(work, locked, {
    verdict,
    openness: isConversion ? openness : entry.opennessBefore,
    ground: isConversion ? ground : null,
    reason,
    judgedBy: by,
    judgedByName: name,
    judgedOn: work.today,
    returnedReason: null,
  });
  const to = isConversion ? `为${opennessTitles[openness]}` : '';
  auditEntry(
    work,
    locked,
    'publishing.judgeOpenness',
    `复核《${locked.title}》：${reviewVerdictTitles[verdict]}${to}`,
    { verdict, openness, ground, reason },
  );
}

/** A second person confirms the verdict; a conversion takes effect with it, on every page at once. */
export async function confirmOpenness(work: Work, place: EntryPlace): Promise<void> {
  const locked = await lockEntry(work, place, 'publishing.changeOpenness');
  const { entry, title } = locked;
  const { by, name } = signatureOf(work.actor);
  const obstacle = findConfirmObstacle(entry, by);
  if (obstacle !== undefined) {
    throw opennessReviewRefusals.refuse('publishing.reviewConfirmStopped', { obstacle });
  }
  if (entry.verdict === 'convert' && entry.openness !== null) {
    const { openness, ground, reason } = entry;
    await changeItemOpenness(work, {
      itemId: entry.itemId,
      disclosure: { openness, ground: openness === 'proactive' ? null : ground, reason },
    });
  }
  await writeEntry(work, locked, { confirmedByName: name, confirmedOn: work.today });
  auditEntry(work, locked, 'publishing.confirmOpenness', `确认《${title}》的复核结论`, {
    verdict: entry.verdict,
    openness: entry.openness,
  });
}

/** Returns a verdict with a reason; the unit gives another. */
export async function returnOpenness(
  work: Work,
  input: EntryPlace & { readonly reason: string },
): Promise<void> {
  const locked = await lockEntry(work, input, 'publishing.changeOpenness');
  const obstacle = findConfirmObstacle(locked.entry, '');
  if (obstacle !== undefined) {
    throw opennessReviewRefusals.refuse('publishing.reviewConfirmStopped', { obstacle });
  }
  await writeEntry(work, locked, {
    verdict: null,
    openness: null,
    ground: null,
    reason: null,
    judgedBy: null,
    judgedByName: null,
    judgedOn: null,
    returnedReason: input.reason,
  });
  auditEntry(work, locked, 'publishing.confirmOpenness', `退回《${locked.title}》的复核结论`, {
    reason: input.reason,
    before: locked.entry.verdict,
  });
}

/** Ends a round in which every item has a confirmed verdict. */
export async function closeOpennessReview(work: Work, input: { readonly reviewId: string }): Promise<void> {
  const review = await findOpennessReview(work.db, input.reviewId);
  work.authorise(
    'publishing.openReview',
    review === undefined ? {} : { jurisdictionId: review.jurisdictionId },
  );
  if (review === undefined) throw opennessReviewRefusals.refuse('publishing.reviewNotFound', {});
  if (review.closedOn !== null) throw opennessReviewRefusals.refuse('publishing.reviewClosed', {});
  await work.db.execute(sql`select 1 from openness_review where id = ${review.id} for update`);
  const [left] = await work.db
    .select({ open: count() })
    .from(opennessReviewItems)
    .where(and(eq(opennessReviewItems.reviewId, review.id), isNull(opennessReviewItems.confirmedOn)));
  const open = left?.open ?? 0;
  if (open > 0) throw opennessReviewRefusals.refuse('publishing.reviewUnfinished', { open });
  await work.db
    .update(opennessReviews)
    .set({ closedOn: work.today })
    .where(eq(opennessReviews.id, review.id));
  work.audit({
    action: 'publishing.openReview',
    objectKind: 'opennessReview',
    objectId: review.id,
    summary: `结束公开属性复核“${review.title}”`,
    after: { closedOn: work.today },
    affectsPortal: false,
  });
}
