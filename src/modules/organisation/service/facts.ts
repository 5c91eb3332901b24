/** What commands that record facts share: the day is not in the future, the people and units are of this jurisdiction. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { Work } from '#kernel/work.ts';
import { keepUnitsOf } from '../queries/register.ts';
import { isPastOrToday } from '../rules/fact-day.ts';
import { officers } from '../tables/register.ts';
import { organisationRefusals } from '../words/register.ts';
import { trainingRefusals } from '../words/training.ts';
import type { OfficerRecord } from './register.ts';

/** Refuses the day of a fact that lies after today, beside its field. */
export function refuseFutureDay(work: Work, day: Day, what: string, field: string): void {
  if (isPastOrToday(day, work.today)) return;
  const refusal = trainingRefusals.refuse('organisation.dayInFuture', { what });
  throw trainingRefusals.refuse('organisation.dayInFuture', { what }, [
    { path: field, message: refusal.sentence.what },
  ]);
}

/** The officers by identifier; refuses when one is missing or of another jurisdiction. Left officers count: facts are old. */
export async function getOfficersOf(
  work: Work,
  jurisdictionId: string,
  officerIds: readonly string[],
): Promise<ReadonlyMap<string, OfficerRecord>> {
  const wanted = [...new Set(officerIds)];
  if (wanted.length === 0) return new Map();
  const rows = await work.db
    .select()
    .from(officers)
    .where(and(inArray(officers.id, wanted), eq(officers.jurisdictionId, jurisdictionId)));
  if (rows.length < wanted.length) throw organisationRefusals.refuse('organisation.officerNotFound', {});
  return new Map(rows.map((row) => [row.id, row]));
}

/** Refuses units that do not exist here; units that have ended may stand in old facts. */
export async function refuseForeignUnits(
  work: Work,
  jurisdictionId: string,
  unitIds: readonly string[],
): Promise<void> {
  const wanted = new Set(unitIds);
  const known = await keepUnitsOf(work.db, jurisdictionId, [...wanted]);
  if (known.size < wanted.size) throw organisationRefusals.refuse('organisation.unitNotFound', {});
}

/** The name that stands beside a record. */
export function actorNameOf(work: Work): string {
  return work.actor.kind === 'visitor' ? '访客' : work.actor.name;
}
