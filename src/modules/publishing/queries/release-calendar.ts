/** The release calendar of a month: what goes out or is withdrawn by itself, what is due, which columns want something new. */
import { and, eq, gte, inArray, lt, type SQL } from 'drizzle-orm';
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { beijingDayOf, instantOf } from '#kernel/clock.ts';
import { addDays, type Day, dayOf, lastDayOfMonth } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { CalendarEntry } from '../contract/deadlines.ts';
import { items } from '../tables/items.ts';
import { listColumns } from './columns.ts';
import { listOwingItems } from './deadlines.ts';
import { deriveOnce } from './publication-clocks.ts';

interface Scope {
  readonly jurisdictionId: string;
  /** Null for all. */
  readonly unitIds: readonly string[] | null;
}

type Found = Omit<CalendarEntry, 'unitName'>;

async function listTimed(db: ReadDb, scope: Scope, kind: 'release' | 'withdrawal', from: Day, until: Day) {
  const at = kind === 'release' ? items.releaseAt : items.withdrawAt;
  const state: SQL = kind === 'release' ? eq(items.stage, 'scheduled') : eq(items.standing, 'published');
  const rows = await db
    .select({ id: items.id, title: items.title, unitId: items.unitId, at })
    .from(items)
    .where(
      and(
        eq(items.jurisdictionId, scope.jurisdictionId),
        scope.unitIds === null ? undefined : inArray(items.unitId, [...scope.unitIds]),
        state,
        gte(at, instantOf(`${from}T00:00:00+08:00`)),
        lt(at, instantOf(`${until}T00:00:00+08:00`)),
      ),
    );
  return rows.flatMap((row): Found[] =>
    row.at === null
      ? []
      : [
          {
            key: `${kind}:${row.id}`,
            day: beijingDayOf(row.at),
            at: row.at.toISOString(),
            kind,
            title: row.title,
            unitId: row.unitId,
            isOverdue: false,
            address: `/publishing/items/${row.id}`,
          },
        ],
  );
}

/** The entries of a month by day, timed ones first; bounded by what a county has in the works. */
export async function listCalendarEntries(
  db: ReadDb,
  scope: Scope,
  month: string,
  context: { readonly today: Day; readonly calendar: WorkingCalendar },
): Promise<CalendarEntry[]> {
  const from = dayOf(`${month}-01`);
  const [year = 0, number = 0] = month.split('-').map(Number);
  const until = addDays(lastDayOfMonth(year, number), 1);
  const { today, calendar } = context;
  const isOfMonth = <Text extends string>(day: Text | null): day is Text => day?.startsWith(month) === true;
  const dues = (await listOwingItems(db, scope, today, deriveOnce(calendar))).flatMap(
    ({ row, due }): Found[] =>
      isOfMonth(due)
        ? [
            {
              key: `due:${row.id}`,
              day: due,
              at: null,
              kind: 'due',
              title: row.title,
              unitId: row.unitId,
              isOverdue: due < today,
              address: `/publishing/items/${row.id}`,
            },
          ]
        : [],
  );
  const columns = (await listColumns(db, { jurisdictionId: scope.jurisdictionId, today })).flatMap(
    ({ id, title, unitId, dueOn }): Found[] =>
      isOfMonth(dueOn) && (scope.unitIds === null || scope.unitIds.includes(unitId))
        ? [
            {
              key: `column:${id}`,
              day: dueOn,
              at: null,
              kind: 'columnDue',
              title,
              unitId,
              isOverdue: dueOn < today,
              address: `/publishing/columns/${id}`,
            },
          ]
        : [],
  );
  const found = [
    ...(await listTimed(db, scope, 'release', from, until)),
    ...(await listTimed(db, scope, 'withdrawal', from, until)),
    ...dues,
    ...columns,
  ];
  const names = await nameUnits(db, [...new Set(found.map(({ unitId }) => unitId))]);
  const order = (entry: Found) => `${entry.day}|${entry.at ?? '9'}|${entry.key}`;
  return found
    .map((entry) => ({ ...entry, unitName: names.get(entry.unitId)?.shortName ?? '' }))
    .sort((left, right) => (order(left) < order(right) ? -1 : 1));
}
