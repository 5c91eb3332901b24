/** What the commands of the office's records check alike: tasks, units, files and days they are given. */

import { and, eq, inArray } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { storedFiles } from '#kernel/files/tables.ts';
import type { Work } from '#kernel/work.ts';
import { findUnit, keepUnitsOf } from '#modules/organisation/index.ts';
import { plans, tasks } from '../../tables/plans.ts';
import { ledgerRefusals } from '../../words/ledger.ts';
import { officeRecordRefusals } from '../../words/office-records.ts';
import { planRefusals } from '../../words/plans.ts';

/** The jurisdiction of the unit a record is made for; asks the permission for it. */
export async function authoriseForUnit(work: Work, permission: string, unitId: string): Promise<string> {
  const unit = await findUnit(work.db, unitId);
  work.authorise(permission, {
    unitId,
    ...(unit === undefined ? {} : { jurisdictionId: unit.jurisdictionId }),
  });
  if (unit === undefined) throw planRefusals.refuse('plan.unitUnknown', {});
  return unit.jurisdictionId;
}

/** Refuses tasks that are not of the jurisdiction. */
export async function checkRecordTasks(
  work: Work,
  jurisdictionId: string,
  taskIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(taskIds)];
  if (wanted.length === 0) return;
  const known = await work.db
    .select({ id: tasks.id })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(inArray(tasks.id, wanted), eq(plans.jurisdictionId, jurisdictionId)));
  if (known.length < wanted.length) throw officeRecordRefusals.refuse('plan.recordTaskUnknown', {});
}

/** Refuses units that are not of the jurisdiction. */
export async function checkRecordUnits(
  work: Work,
  jurisdictionId: string,
  unitIds: readonly string[],
): Promise<void> {
  const known = await keepUnitsOf(work.db, jurisdictionId, unitIds);
  if (unitIds.some((unitId) => !known.has(unitId))) throw planRefusals.refuse('plan.unitUnknown', {});
}

/** Refuses a file the actor did not hand in, unless it is the one the record has already. */
export async function checkRecordFile(
  work: Work,
  fileId: string | null,
  former: string | null,
): Promise<void> {
  if (fileId === null || fileId === former) return;
  const [own] = await work.db
    .select({ id: storedFiles.id })
    .from(storedFiles)
    .where(and(eq(storedFiles.id, fileId), eq(storedFiles.createdBy, signatureOf(work.actor).by)));
  if (own === undefined) throw ledgerRefusals.refuse('plan.ledgerFileUnknown', {});
}

/** Refuses a day that has not come: what is recorded has happened. */
export function checkPastDay(work: Work, day: Day): void {
  if (day > work.today) throw officeRecordRefusals.refuse('plan.recordDayAhead', {});
}
