/** Read models of review rounds: the list, one with its report by unit, its entries, what they ask of an officer today. */
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { ReviewDetail, ReviewEntry, ReviewEntryQuery, ReviewRow } from '../contract/openness-reviews.ts';
import { findItemKind } from '../rules/kinds/all.ts';
import { withholdingGrounds } from '../rules/openness.ts';
import { judgeReviewEntry, type ReviewEntryState } from '../rules/openness-review.ts';
import { itemRevisions, items } from '../tables/items.ts';
import { type OpennessReview, opennessReviewItems, opennessReviews } from '../tables/openness-reviews.ts';

/** Units whose entries the officer may see; null for all. */
type Seen = readonly string[] | null;

function seenEntries(unitIds: Seen): SQL | undefined {
  return unitIds === null ? undefined : inArray(opennessReviewItems.unitId, [...unitIds]);
}

type Counts = Record<ReviewEntryState, number>;
const noCounts = (): Counts => ({ waiting: 0, overdue: 0, toConfirm: 0, kept: 0, converted: 0 });

interface CountRow {
  readonly reviewId: string;
  readonly unitId: string;
  readonly verdict: 'keep' | 'convert' | null;
  readonly isConfirmed: boolean;
  readonly items: number;
}

/** Entries counted in the database by what their state depends on. */
async function countEntries(db: ReadDb, reviewIds: readonly string[], seen: Seen): Promise<CountRow[]> {
  if (reviewIds.length === 0) return [];
  const isConfirmed = sql<boolean>`${opennessReviewItems.confirmedOn} is not null`;
  return db
    .select({
      reviewId: opennessReviewItems.reviewId,
      unitId: opennessReviewItems.unitId,
      verdict: opennessReviewItems.verdict,
      isConfirmed,
      items: sql<number>`count(*)::int`,
    })
    .from(opennessReviewItems)
    .where(and(inArray(opennessReviewItems.reviewId, [...reviewIds]), seenEntries(seen)))
    .groupBy(
      opennessReviewItems.reviewId,
      opennessReviewItems.unitId,
      opennessReviewItems.verdict,
      isConfirmed,
    );
}

function sumCounts(rows: readonly CountRow[], review: OpennessReview, today: Day) {
  const counts = noCounts();
  let all = 0;
  for (const { verdict, isConfirmed, items: number } of rows) {
    const confirmedOn = isConfirmed ? review.openedOn : null;
    counts[judgeReviewEntry({ verdict, confirmedOn }, review.dueOn, today)] += number;
    all += number;
  }
  return { items: all, counts };
}

function viewReview(review: OpennessReview, rows: readonly CountRow[], today: Day): ReviewRow {
  const { jurisdictionId: _jurisdictionId, ...shown } = review;
  return {
    ...shown,
    ...sumCounts(
      rows.filter(({ reviewId }) => reviewId === review.id),
      review,
      today,
    ),
  };
}

/** A page of the county's rounds, the newest first, counted by what the officer may see. */
export async function listOpennessReviews(
  db: ReadDb,
  scope: { readonly jurisdictionId: string; readonly unitIds: Seen },
  query: { readonly after?: readonly [string, string] | undefined; readonly limit: number },
  today: Day,
): Promise<PageOfRows<ReviewRow>> {
  const { after } = query;
  const found = await db
    .select()
    .from(opennessReviews)
    .where(
      and(
        eq(opennessReviews.jurisdictionId, scope.jurisdictionId),
        after === undefined
          ? undefined
          : or(
              sql`${opennessReviews.openedOn} < ${after[0]}`,
              and(sql`${opennessReviews.openedOn} = ${after[0]}`, lt(opennessReviews.id, after[1])),
            ),
      ),
    )
    .orderBy(desc(opennessReviews.openedOn), desc(opennessReviews.id))
    .limit(query.limit + 1);
  const page = pageOfRows(found, query.limit, (row) => [row.openedOn, row.id]);
  const counts = await countEntries(
    db,
    page.rows.map(({ id }) => id),
    scope.unitIds,
  );
  return { rows: page.rows.map((row) => viewReview(row, counts, today)), next: page.next };
}

export async function findOpennessReview(db: ReadDb, reviewId: string): Promise<OpennessReview | undefined> {
  const [row] = await db.select().from(opennessReviews).where(eq(opennessReviews.id, reviewId));
  return row;
}

/** A round with its report by unit. */
export async function viewOpennessReview(
  db: ReadDb,
  review: OpennessReview,
  seen: Seen,
  today: Day,
): Promise<ReviewDetail> {
  const counts = await countEntries(db, [review.id], seen);
  const unitIds = [...new Set(counts.map(({ unitId }) => unitId))];
  const names = await nameUnits(db, unitIds);
  return {
    ...viewReview(review, counts, today),
    units: unitIds
      .map((unitId) => ({
        unitId,
        unitName: names.get(unitId)?.shortName ?? '',
        ...sumCounts(
          counts.filter((row) => row.unitId === unitId),
          review,
          today,
        ),
      }))
      .sort((left, right) => left.unitName.localeCompare(right.unitName, 'zh-CN')),
  };
}

function ofState(state: ReviewEntryState | undefined, isPastDue: boolean): SQL | undefined {
  const { verdict, confirmedOn } = opennessReviewItems;
  switch (state) {
    case undefined:
      return undefined;
    case 'kept':
      return and(isNotNull(confirmedOn), eq(verdict, 'keep'));
    case 'converted':
      return and(isNotNull(confirmedOn), eq(verdict, 'convert'));
    case 'toConfirm':
      return isPastDue ? sql`false` : and(isNull(confirmedOn), isNotNull(verdict));
    case 'waiting':
      return isPastDue ? sql`false` : isNull(verdict);
    case 'overdue':
      return isPastDue ? isNull(confirmedOn) : sql`false`;
  }
}

/** A page of a round's entries with what was decided before and now. */
export async function listReviewEntries(
  db: ReadDb,
  review: OpennessReview,
  seen: Seen,
  query: ReviewEntryQuery,
  today: Day,
): Promise<PageOfRows<ReviewEntry>> {
  const disclosed = (key: 'ground' | 'reason') =>
    sql<string | null>`${itemRevisions.content}->'disclosure'->>${key}`;
  const found = await db
    .select({
      entry: opennessReviewItems,
      title: items.title,
      kind: items.kind,
      ground: disclosed('ground'),
      reason: disclosed('reason'),
    })
    .from(opennessReviewItems)
    .innerJoin(items, eq(items.id, opennessReviewItems.itemId))
    .leftJoin(itemRevisions, eq(itemRevisions.id, items.publishedRevisionId))
    .where(
      and(
        eq(opennessReviewItems.reviewId, review.id),
        seenEntries(seen),
        query.unitId === undefined ? undefined : eq(opennessReviewItems.unitId, query.unitId),
        ofState(query.state, review.dueOn < today),
        query.after === undefined ? undefined : gt(opennessReviewItems.itemId, query.after[0]),
      ),
    )
    .orderBy(asc(opennessReviewItems.itemId))
    .limit(query.limit + 1);
  const page = pageOfRows(found, query.limit, ({ entry }) => [entry.itemId]);
  const names = await nameUnits(
    db,
    page.rows.map(({ entry }) => entry.unitId),
  );
  return {
    next: page.next,
    rows: page.rows.map(({ entry, title, kind, ground, reason }) => {
      const { reviewId: _reviewId, ...shown } = entry;
      return {
        ...shown,
        title,
        kindTitle: findItemKind(kind)?.title ?? kind,
        unitName: names.get(entry.unitId)?.shortName ?? '',
        state: judgeReviewEntry(entry, review.dueOn, today),
        groundBefore: withholdingGrounds.find((one) => one === ground) ?? null,
        reasonBefore: reason,
      };
    }),
  };
}

export interface OpenEntries {
  readonly reviewId: string;
  readonly title: string;
  readonly dueOn: Day;
  readonly unitId: string;
  readonly toJudge: number;
  readonly toConfirm: number;
}

/** What rounds still ask of units, for 今天; null asks for every unit of the county. */
export async function countOpenEntries(
  db: ReadDb,
  jurisdictionId: string,
  unitIds: Seen,
): Promise<OpenEntries[]> {
  return db
    .select({
      reviewId: opennessReviews.id,
      title: opennessReviews.title,
      dueOn: opennessReviews.dueOn,
      unitId: opennessReviewItems.unitId,
      toJudge: sql<number>`(count(*) filter (where ${opennessReviewItems.verdict} is null))::int`,
      toConfirm: sql<number>`(count(*) filter (where ${opennessReviewItems.verdict} is not null))::int`,
    })
    .from(opennessReviewItems)
    .innerJoin(opennessReviews, eq(opennessReviews.id, opennessReviewItems.reviewId))
    .where(
      and(
        eq(opennessReviews.jurisdictionId, jurisdictionId),
        isNull(opennessReviews.closedOn),
        isNull(opennessReviewItems.confirmedOn),
        seenEntries(unitIds),
      ),
    )
    .groupBy(opennessReviews.id, opennessReviewItems.unitId)
    .orderBy(asc(opennessReviews.dueOn));
}
