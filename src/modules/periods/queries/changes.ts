/** What moved when something changed: everybody their own, the supervising office all of its county. */
import { and, arrayContains, asc, desc, eq, gt, lt } from 'drizzle-orm';
import type { OfficerActor } from '#kernel/actor.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import type { ChangeView, MoveView } from '../contract.ts';
import { periodPermissions } from '../permissions.ts';
import { periodChanges, periodMoves } from '../tables.ts';

/** The changes, the newest first. They name no case. */
export async function listPeriodChanges(
  db: ReadDb,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<PageOfRows<ChangeView>> {
  const rows = await db
    .select()
    .from(periodChanges)
    .where(page.after === undefined ? undefined : lt(periodChanges.id, page.after))
    .orderBy(desc(periodChanges.id))
    .limit(page.limit + 1);
  const views = rows.map(({ id, summary, moved, madeAt }) => ({
    id,
    summary,
    moved,
    madeAt: madeAt.toISOString(),
  }));
  return pageOfRows(views, page.limit, ({ id }) => [id]);
}

/** The moves of a change this officer may see. */
export async function listPeriodMoves(
  db: ReadDb,
  actor: OfficerActor,
  changeId: string,
  page: { readonly after: number | undefined; readonly limit: number },
): Promise<PageOfRows<MoveView>> {
  const overseers: readonly string[] = periodPermissions['periods.setTarget'].roles;
  const seesAll = actor.grants.some(({ role }) => overseers.includes(role));
  const rows = await db
    .select({
      seq: periodMoves.seq,
      title: periodMoves.title,
      dueBefore: periodMoves.dueBefore,
      dueAfter: periodMoves.dueAfter,
      address: periodMoves.address,
    })
    .from(periodMoves)
    .where(
      and(
        eq(periodMoves.changeId, changeId),
        eq(periodMoves.jurisdictionId, actor.jurisdictionId),
        seesAll ? undefined : arrayContains(periodMoves.told, [actor.id]),
        page.after === undefined ? undefined : gt(periodMoves.seq, page.after),
      ),
    )
    .orderBy(asc(periodMoves.seq))
    .limit(page.limit + 1);
  return pageOfRows(rows, page.limit, ({ seq }) => [seq]);
}
