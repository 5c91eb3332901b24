/** The library of guidance cases: published ones for every officer, drafts for those who keep it. */
import { and, desc, eq, ilike, lt, or } from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { judgePermission } from '#kernel/permission.ts';
import type { GuidanceQuery, GuidanceRow } from '../contract/rectifications.ts';
import { findDispositionLeaf } from '../rules/dispositions/leaves.ts';
import { disputePermissions } from '../rules/disputes/permissions.ts';
import { guidanceCases } from '../tables/disputes.ts';

export async function listGuidanceCases(
  db: ReadDb,
  actor: Actor,
  jurisdictionId: string,
  query: GuidanceQuery,
): Promise<PageOfRows<GuidanceRow>> {
  const { after, limit, status, outcome, text } = query;
  const mayKeep = judgePermission(disputePermissions['requests.keepGuidance'], actor, {
    jurisdictionId,
  }).allowed;
  const like = text === undefined || text === '' ? undefined : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db
    .select()
    .from(guidanceCases)
    .where(
      and(
        eq(guidanceCases.jurisdictionId, jurisdictionId),
        mayKeep ? undefined : eq(guidanceCases.status, 'published'),
        status === undefined ? undefined : eq(guidanceCases.status, status),
        outcome === undefined ? undefined : eq(guidanceCases.outcome, outcome),
        like === undefined
          ? undefined
          : or(
              ilike(guidanceCases.title, like),
              ilike(guidanceCases.point, like),
              ilike(guidanceCases.facts, like),
              ilike(guidanceCases.lesson, like),
            ),
        after === undefined ? undefined : lt(guidanceCases.id, after[0]),
      ),
    )
    .orderBy(desc(guidanceCases.id))
    .limit(limit + 1);
  const page = pageOfRows(rows, limit, ({ id }) => [id]);
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      id: row.id,
      title: row.title,
      ground: row.ground,
      groundTitle: row.ground === null ? null : (findDispositionLeaf(row.ground)?.title ?? null),
      outcome: row.outcome,
      facts: row.facts,
      point: row.point,
      lesson: row.lesson,
      status: row.status,
      publishedOn: row.publishedOn,
      createdByName: row.createdByName,
      mayKeep,
    })),
  };
}
