/** Read models of quality checks: the cases drawn with their scores, results by unit, and whether the draw can be repeated. */
import { createHash } from 'node:crypto';
import { and, asc, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { CheckDetail, CheckRow } from '../contract/rectifications.ts';
import { findDispositionLeaf } from '../rules/dispositions/leaves.ts';
import { drawSample } from '../rules/disputes/quality-sample.ts';
import { qualityCheckCases, qualityChecks } from '../tables/disputes.ts';
import { requests } from '../tables/requests.ts';
import { rectificationRefusals } from '../words/rectifications.ts';

type CheckRecord = typeof qualityChecks.$inferSelect;

export interface CheckPopulation {
  readonly jurisdictionId: string;
  readonly fromDay: Day;
  readonly untilDay: Day;
  readonly unitIds: readonly string[];
}

function drawable({ jurisdictionId, fromDay, untilDay, unitIds }: CheckPopulation): SQL | undefined {
  return and(
    eq(requests.jurisdictionId, jurisdictionId),
    unitIds.length === 0 ? undefined : inArray(requests.unitId, [...unitIds]),
    inArray(requests.ending, ['delivered', 'abandoned', 'withdrawn']),
    sql`${requests.closedOn} >= ${fromDay}::date and ${requests.closedOn} < ${untilDay}::date`,
  );
}

/** Cases that can be drawn, in the order of their identifiers. */
export async function listDrawable(
  db: ReadDb,
  population: CheckPopulation,
): Promise<readonly { readonly id: string; readonly unitId: string }[]> {
  return db
    .select({ id: requests.id, unitId: requests.unitId })
    .from(requests)
    .where(drawable(population))
    .orderBy(asc(requests.id));
}

/** Tells one set of cases from another. */
export function digestOfPopulation(ids: readonly string[]): string {
  return createHash('sha256').update(ids.join('\n')).digest('hex');
}

const averageOf = (totals: readonly number[]) =>
  totals.length === 0
    ? null
    : Math.round((totals.reduce((sum, total) => sum + total, 0) / totals.length) * 10) / 10;

async function viewChecks(db: ReadDb, records: readonly CheckRecord[]): Promise<CheckRow[]> {
  if (records.length === 0) return [];
  const scored = await db
    .select({ checkId: qualityCheckCases.checkId, total: qualityCheckCases.total })
    .from(qualityCheckCases)
    .where(
      inArray(
        qualityCheckCases.checkId,
        records.map(({ id }) => id),
      ),
    );
  return records.map((record) => {
    const totals = scored.flatMap(({ checkId, total }) =>
      checkId === record.id && total !== null ? [total] : [],
    );
    const { id, title, fromDay, untilDay, seed, size, population, createdByName, createdAt } = record;
    return {
      id,
      title,
      fromDay,
      untilDay,
      seed,
      size: Math.min(size, population),
      population,
      scored: totals.length,
      average: averageOf(totals),
      createdByName,
      createdAt: createdAt.toISOString(),
    };
  });
}

/** A page of the checks, the newest first. */
export async function listQualityChecks(
  db: ReadDb,
  jurisdictionId: string,
  query: { readonly after?: readonly [string] | undefined; readonly limit: number },
): Promise<PageOfRows<CheckRow>> {
  const records = await db
    .select()
    .from(qualityChecks)
    .where(
      and(
        eq(qualityChecks.jurisdictionId, jurisdictionId),
        // Identifiers begin with the moment they were made.
        query.after === undefined ? undefined : lt(qualityChecks.id, query.after[0]),
      ),
    )
    .orderBy(desc(qualityChecks.id))
    .limit(query.limit + 1);
  const page = pageOfRows(records, query.limit, ({ id }) => [id]);
  return { rows: await viewChecks(db, page.rows), next: page.next };
}

/** One check with its cases; refused outside the jurisdiction. */
export async function getQualityCheck(
  db: ReadDb,
  jurisdictionId: string,
  checkId: string,
): Promise<CheckDetail> {
  const [record] = await db
    .select()
    .from(qualityChecks)
    .where(and(eq(qualityChecks.id, checkId), eq(qualityChecks.jurisdictionId, jurisdictionId)));
  const [row] = record === undefined ? [] : await viewChecks(db, [record]);
  if (record === undefined || row === undefined) {
    throw rectificationRefusals.refuse('requests.checkNotFound', {});
  }
  const cases = await db
    .select({
      drawn: qualityCheckCases,
      number: requests.number,
      closedOn: requests.closedOn,
      leaf: requests.leaf,
    })
    .from(qualityCheckCases)
    .innerJoin(requests, eq(requests.id, qualityCheckCases.requestId))
    .where(eq(qualityCheckCases.checkId, checkId))
    .orderBy(asc(qualityCheckCases.position));
  const names = await nameUnits(
    db,
    cases.map(({ drawn }) => drawn.unitId),
  );
  const ids = (await listDrawable(db, record)).map(({ id }) => id);
  const again = drawSample(ids, record.size, record.seed);
  const reproduces =
    digestOfPopulation(ids) === record.populationDigest &&
    again.join() === cases.map(({ drawn }) => drawn.requestId).join();
  const unitIds = [...new Set(cases.map(({ drawn }) => drawn.unitId))];
  return {
    ...row,
    populationDigest: record.populationDigest,
    reproduces,
    cases: cases.map(({ drawn, number, closedOn, leaf }) => ({
      position: drawn.position,
      requestId: drawn.requestId,
      number,
      unitId: drawn.unitId,
      unitName: names.get(drawn.unitId)?.shortName ?? '',
      closedOn,
      result: leaf === null ? '' : (findDispositionLeaf(leaf)?.title ?? ''),
      scores: drawn.scores === null ? null : { ...drawn.scores },
      total: drawn.total,
      remarks: drawn.remarks,
      scoredByName: drawn.scoredByName,
    })),
    units: unitIds.map((unitId) => {
      const totals = cases.flatMap(({ drawn }) =>
        drawn.unitId === unitId && drawn.total !== null ? [drawn.total] : [],
      );
      return {
        unitId,
        unitName: names.get(unitId)?.shortName ?? '',
        scored: totals.length,
        average: averageOf(totals),
      };
    }),
  };
}
