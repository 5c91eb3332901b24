/** Who was reminded of what when. */
import { and, arrayContains, desc, eq, gte, ilike, inArray, lt, sql } from 'drizzle-orm';
import { beijingInstant } from '#kernel/clock.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { findOfficerRows, nameUnits } from '#modules/organisation/index.ts';
import type { ReminderQuery, ReminderRow } from '../../contract/reminders.ts';
import { reminders } from '../../tables/reminders.ts';
import type { OrderScope } from '../supervision/orders.ts';
import { reminderSources } from './sources.ts';

/** A page of the log, the newest first; of the units in the scope only. */
export async function listReminders(
  db: ReadDb,
  scope: OrderScope,
  query: ReminderQuery,
): Promise<PageOfRows<ReminderRow>> {
  const { after, limit, unitId, source, officerId, sentFrom, sentUntil, text } = query;
  const { jurisdictionId, unitIds } = scope;
  const rows = await db
    .select()
    .from(reminders)
    .where(
      and(
        eq(reminders.jurisdictionId, jurisdictionId),
        unitIds === undefined
          ? undefined
          : unitIds.length === 0
            ? sql`false`
            : inArray(reminders.unitId, [...unitIds]),
        unitId === undefined ? undefined : eq(reminders.unitId, unitId),
        source === undefined ? undefined : eq(reminders.source, source),
        officerId === undefined ? undefined : arrayContains(reminders.officerIds, [officerId]),
        sentFrom === undefined ? undefined : gte(reminders.sentAt, beijingInstant(sentFrom, '00:00')),
        sentUntil === undefined ? undefined : lt(reminders.sentAt, beijingInstant(sentUntil, '00:00')),
        text === undefined || text === ''
          ? undefined
          : ilike(reminders.title, `%${text.replace(/[\\%_]/g, '\\$&')}%`),
        after === undefined ? undefined : lt(reminders.id, after[0]),
      ),
    )
    .orderBy(desc(reminders.id))
    .limit(limit + 1);
  const page = pageOfRows(rows, limit, (row) => [row.id]);
  const units = await nameUnits(
    db,
    page.rows.map((row) => row.unitId),
  );
  const officers = await findOfficerRows(
    db,
    page.rows.flatMap((row) => row.officerIds),
  );
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      id: row.id,
      source: row.source,
      sourceTitle: reminderSources.find(({ id }) => id === row.source)?.title ?? row.source,
      unitId: row.unitId,
      unitName: units.get(row.unitId)?.shortName ?? '',
      title: row.title,
      address: row.address,
      due: row.due,
      step: row.step,
      stepDay: row.stepDay,
      sentAt: row.sentAt.toISOString(),
      remaining: row.remaining,
      officers: row.officerIds.map((officerId) => officers.get(officerId)?.name ?? ''),
    })),
  };
}
