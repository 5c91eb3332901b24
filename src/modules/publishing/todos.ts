/** What publishing asks of an officer today: revisions waiting for his review or release, returned drafts, reviews owed. */
import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { OfficerActor } from '#kernel/actor.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { Todo, TodoContext } from '#kernel/module.ts';
import { judgePermission } from '#kernel/permission.ts';
import { publishingPermissions } from './permissions.ts';
import { listDeadlineTodos } from './queries/deadline-todos.ts';
import { listReviewTodos } from './queries/openness-review-todos.ts';
import { awaitedReview, findReviewObstacle, foldItem, type ItemState } from './rules/item-state.ts';
import { type ItemRow, itemEventOf, itemEvents, items } from './tables/items.ts';
import { reviewStepTitles } from './words/items.ts';

/** Waiting items looked at for one officer; more than a day's work for anybody. */
const mostWaiting = 200;

type Code = keyof typeof publishingPermissions;

function mayDo(actor: OfficerActor, code: Code, row: ItemRow): boolean {
  const { unitId, jurisdictionId } = row;
  return judgePermission(publishingPermissions[code], actor, { unitId, jurisdictionId }).allowed;
}

function duties(actor: OfficerActor, row: ItemRow, state: ItemState): readonly string[] {
  const step = awaitedReview(state);
  const asked: string[] = [];
  if (step !== undefined) {
    const isMine = mayDo(actor, `publishing.${step}`, row);
    // Where an opinion of somebody else is still missing, the reviewer is asked when it is there.
    if (isMine && findReviewObstacle(state, step, actor.id) === undefined) {
      asked.push(reviewStepTitles[step]);
    }
    const mayReviewSecrecy =
      state.secrecy === null &&
      !state.authors.includes(actor.id) &&
      actor.grants.some(({ role }) => role === 'secrecyReviewer') &&
      mayDo(actor, 'publishing.reviewSecrecy', row);
    if (mayReviewSecrecy) asked.push('保密审查');
  }
  if (state.stage === 'approved' && state.authors.includes(actor.id)) asked.push('发布');
  if (state.stage === 'draft' && state.wasReturned && state.authors.includes(actor.id)) {
    asked.push('按退回意见修改');
  }
  const owesReview = state.owesLaterReview && !state.authors.includes(actor.id);
  if (owesReview && mayDo(actor, 'publishing.reviewLater', row)) asked.push('补审应急发布');
  return asked;
}

async function listWaiting(db: ReadDb, jurisdictionId: string): Promise<ItemRow[]> {
  return db
    .select()
    .from(items)
    .where(
      and(
        eq(items.jurisdictionId, jurisdictionId),
        or(
          inArray(items.stage, ['firstReview', 'secondReview', 'finalReview', 'approved']),
          and(eq(items.stage, 'draft'), eq(items.wasReturned, true)),
          eq(items.owesLaterReview, true),
        ),
      ),
    )
    .orderBy(asc(items.changedAt))
    .limit(mostWaiting);
}

/** The duties of this module for the officer: what waits for him, the longest first, then what limits ask. */
export async function listPublishingTodos({ db, actor, today }: TodoContext): Promise<readonly Todo[]> {
  if (actor.kind !== 'officer') return [];
  return [
    ...(await listWaitingDuties(db, actor)),
    ...(await listDeadlineTodos({ db, actor, today })),
    ...(await listReviewTodos({ db, actor, today })),
  ];
}

async function listWaitingDuties(db: ReadDb, actor: OfficerActor): Promise<readonly Todo[]> {
  const waiting = await listWaiting(db, actor.jurisdictionId);
  if (waiting.length === 0) return [];
  const events = await db
    .select()
    .from(itemEvents)
    .where(
      inArray(
        itemEvents.itemId,
        waiting.map(({ id }) => id),
      ),
    )
    .orderBy(asc(itemEvents.itemId), asc(itemEvents.number));
  return waiting.flatMap((row) => {
    const state = foldItem(events.filter(({ itemId }) => itemId === row.id).map(itemEventOf));
    return duties(actor, row, state).map((verb) => ({
      key: `item:${row.id}:${verb}`,
      title: `${verb}：${row.title}`,
      unitId: row.unitId,
      address: `/publishing/items/${row.id}`,
    }));
  });
}
