/** Which shorter limits the county promised, and for which start events. */
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { TargetView } from '../contract.ts';
import { periodTargets, type StoredTarget } from '../tables.ts';

/** Every limit of the county, by period, the newest first; some dozens at most. */
export async function listTargets(db: ReadDb, jurisdictionId: string): Promise<StoredTarget[]> {
  return db
    .select()
    .from(periodTargets)
    .where(eq(periodTargets.jurisdictionId, jurisdictionId))
    .orderBy(asc(periodTargets.rule), desc(periodTargets.fromDay));
}

export async function listAllTargets(db: ReadDb): Promise<StoredTarget[]> {
  return db.select().from(periodTargets);
}

/** The limit that governs a start event of that day, in the unit of the period. */
export function targetLengthOn(
  targets: readonly Pick<StoredTarget, 'jurisdictionId' | 'rule' | 'length' | 'fromDay' | 'untilDay'>[],
  jurisdictionId: string,
  rule: string,
  on: Day,
): number | undefined {
  return targets.find(
    (target) =>
      target.jurisdictionId === jurisdictionId &&
      target.rule === rule &&
      target.fromDay <= on &&
      (target.untilDay === null || on < target.untilDay),
  )?.length;
}

/** The same, read from the database: what `derivePeriod` takes as `localLength`. */
export async function findTargetLength(
  db: ReadDb,
  jurisdictionId: string,
  rule: string,
  on: Day,
): Promise<number | undefined> {
  return targetLengthOn(await listTargets(db, jurisdictionId), jurisdictionId, rule, on);
}

/** The limit that has no end yet. */
export async function findOpenTarget(
  db: ReadDb,
  jurisdictionId: string,
  rule: string,
): Promise<StoredTarget | undefined> {
  const [found] = await db
    .select()
    .from(periodTargets)
    .where(
      and(
        eq(periodTargets.jurisdictionId, jurisdictionId),
        eq(periodTargets.rule, rule),
        isNull(periodTargets.untilDay),
      ),
    );
  return found;
}

export function viewOfTarget({
  id,
  rule,
  length,
  basis,
  fromDay,
  untilDay,
  setByName,
}: StoredTarget): TargetView {
  return { id, rule, length, basis, fromDay, untilDay, setByName };
}
