/** The register of normative documents: how far each is, with the earliest day of its legality review. */
import { and, asc, desc, eq, like, lt, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import { derivePeriod, getPeriodRule } from '#modules/periods/index.ts';
import type { Registration, registrationsQuerySchema } from '../contract/registration.ts';
import { registrationAllows, registrationState } from '../rules/registration.ts';
import {
  type NormativeRegistrationRow,
  normativeRegistrations,
  unifiedCodes,
} from '../tables/registration.ts';

/** From when on a review has had its usual time; null where the calendar has no data. */
export function earliestLegalityDay(sentOn: Day, calendar: WorkingCalendar): Day | null {
  const verdict = derivePeriod({ rule: getPeriodRule('legality-review'), on: sentOn }, calendar);
  return verdict.kind === 'derived' ? verdict.due : null;
}

/** A page of the register within the units an officer sees; null for all of the county. */
export async function listRegistrations(
  db: ReadDb,
  scope: { readonly jurisdictionId: string; readonly reach: readonly string[] | null },
  { after, limit, text }: z.output<typeof registrationsQuerySchema>,
): Promise<PageOfRows<Registration>> {
  const pattern = `%${(text ?? '').replace(/[\\%_]/gu, '\\$&')}%`;
  const rows = await db
    .select()
    .from(normativeRegistrations)
    .where(
      and(
        eq(normativeRegistrations.jurisdictionId, scope.jurisdictionId),
        scope.reach === null
          ? undefined
          : sql`${normativeRegistrations.unitId} = any(${sql.param([...scope.reach])}::uuid[])`,
        text === undefined || text === ''
          ? undefined
          : or(
              like(normativeRegistrations.title, pattern),
              like(normativeRegistrations.unifiedNumber, pattern),
            ),
        after === undefined
          ? undefined
          : or(
              sql`${normativeRegistrations.sentOn} < ${after[0]}`,
              and(
                sql`${normativeRegistrations.sentOn} = ${after[0]}`,
                lt(normativeRegistrations.itemId, after[1]),
              ),
            ),
      ),
    )
    .orderBy(desc(normativeRegistrations.sentOn), desc(normativeRegistrations.itemId))
    .limit(limit + 1);
  const page = pageOfRows(rows, limit, (row) => [row.sentOn, row.itemId]);
  return { rows: await viewRegistrations(db, page.rows), next: page.next };
}

async function viewRegistrations(
  db: ReadDb,
  rows: readonly NormativeRegistrationRow[],
): Promise<Registration[]> {
  const calendar = await loadCalendarInForce(db);
  const names = await nameUnits(
    db,
    rows.map(({ unitId }) => unitId),
  );
  return rows.map(({ jurisdictionId: _, revisionId: __, reviewedBy: ___, ...row }) => {
    const state = registrationState(row);
    return {
      ...row,
      unitName: names.get(row.unitId)?.shortName ?? '',
      state,
      earliestOn: earliestLegalityDay(row.sentOn, calendar),
      actions: [...registrationAllows[state]],
    };
  });
}

/** Codes of units in unified numbers. */
export async function listUnifiedCodes(db: ReadDb, jurisdictionId: string) {
  const rows = await db
    .select({ unitId: unifiedCodes.unitId, code: unifiedCodes.code })
    .from(unifiedCodes)
    .where(eq(unifiedCodes.jurisdictionId, jurisdictionId))
    .orderBy(asc(unifiedCodes.code));
  const names = await nameUnits(
    db,
    rows.map(({ unitId }) => unitId),
  );
  return rows.map((row) => ({ ...row, unitName: names.get(row.unitId)?.name ?? '' }));
}

/** The unified number of an item; null for one without. */
export async function findUnifiedNumber(db: ReadDb, itemId: string): Promise<string | null> {
  const [row] = await db
    .select({ unifiedNumber: normativeRegistrations.unifiedNumber })
    .from(normativeRegistrations)
    .where(eq(normativeRegistrations.itemId, itemId));
  return row?.unifiedNumber ?? null;
}
