/** Publication limits of items: the period of each kind, computed by `periods` and judged by `rules/publication-clock`. */
import { and, asc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { derivePeriod, getPeriodRule, type PeriodVerdict } from '#modules/periods/index.ts';
import type { PublicationClock } from '../contract/deadlines.ts';
import { findItemKind } from '../rules/kinds/all.ts';
import { type PublicationPeriod, publicationPeriodOf } from '../rules/kinds/item-kind.ts';
import type { Openness } from '../rules/openness.ts';
import { findPublicationStart, judgePublication, type PublicationStart } from '../rules/publication-clock.ts';
import { type ItemRow, itemRevisions, items } from '../tables/items.ts';

/** What an item's clock is computed from. */
export interface ItemClockRow {
  readonly row: ItemRow;
  readonly start: PublicationStart;
  readonly period: PublicationPeriod;
}

/** Derives a period once for each day it starts on: a list asks for the same few over and over. */
export function deriveOnce(calendar: WorkingCalendar) {
  const known = new Map<string, PeriodVerdict>();
  return (period: PublicationPeriod, on: Day): PeriodVerdict => {
    const key = `${period}|${on}`;
    const verdict = known.get(key) ?? derivePeriod({ rule: getPeriodRule(period), on }, calendar);
    known.set(key, verdict);
    return verdict;
  };
}
export type Derive = ReturnType<typeof deriveOnce>;

/** The due day alone. */
export function dueOf(derive: Derive, { start, period }: ItemClockRow): Day | null {
  if (start.kind !== 'runs') return null;
  const verdict = derive(period, start.from);
  return verdict.kind === 'derived' ? verdict.due : null;
}

/** The clock with its derivation, as screens show it. */
export function viewPublicationClock(derive: Derive, item: ItemClockRow, today: Day): PublicationClock {
  const { start, period } = item;
  const due = dueOf(derive, item);
  const state = judgePublication(start, due, today);
  if (start.kind !== 'runs') return { state, due: null, releasedOn: null, derivation: null };
  const verdict = derive(period, start.from);
  const { title } = getPeriodRule(period);
  const derivation =
    verdict.kind === 'derived'
      ? {
          rule: verdict.version.says,
          article: verdict.version.article,
          from: start.from,
          counted: verdict.countedDays,
          skipped: verdict.skipped,
          provisional: verdict.provisional,
        }
      : {
          rule: title,
          from: start.from,
          counted: [],
          skipped: [],
          provisional: false,
          because: verdict.kind === 'noCalendar' ? verdict.because : '这一天还没有适用的规定',
        };
  return { state, due, releasedOn: start.releasedOn, derivation };
}

const workingField = (key: string) => sql<string | null>`${itemRevisions.content}->'fields'->>${key}`;

/** Items with what their clocks start from, the oldest formed first; for one order or another the caller sorts. */
export async function readItemClocks(db: ReadDb, where: SQL | undefined): Promise<ItemClockRow[]> {
  const rows = await db
    .select({
      row: items,
      sort: workingField('sort'),
      formedOn: sql<Day | null>`${itemRevisions.content}->>'formedOn'`,
      openness: sql<Openness>`${itemRevisions.content}->'disclosure'->>'openness'`,
    })
    .from(items)
    .innerJoin(itemRevisions, eq(itemRevisions.id, items.workingRevisionId))
    .where(where)
    .orderBy(asc(items.formedOn), asc(items.id));
  return rows.map(({ row, sort, formedOn, openness }) => {
    const kind = findItemKind(row.kind);
    return {
      row,
      start: findPublicationStart({ ...row, working: { formedOn, openness } }),
      period: kind === undefined ? 'proactive-publication' : publicationPeriodOf(kind, sort ?? undefined),
    };
  });
}

/** Items of a county that may owe something: everything in the works, and what is out without its day. */
export function mayOwe(place: {
  readonly jurisdictionId?: string;
  readonly unitIds?: readonly string[] | null;
}): SQL | undefined {
  const { jurisdictionId, unitIds } = place;
  return and(
    jurisdictionId === undefined ? undefined : eq(items.jurisdictionId, jurisdictionId),
    unitIds === undefined || unitIds === null ? undefined : inArray(items.unitId, [...unitIds]),
    or(ne(items.stage, 'settled'), and(eq(items.standing, 'published'), sql`${items.formedOn} is null`)),
  );
}

/** Puts the clock beside rows of a list or beside one item. */
export async function addPublicationClocks<Row extends { readonly id: string }>(
  db: ReadDb,
  rows: readonly Row[],
  context: { readonly today: Day; readonly calendar: WorkingCalendar },
): Promise<(Row & { readonly publication: PublicationClock })[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const clocks = new Map((await readItemClocks(db, inArray(items.id, ids))).map((one) => [one.row.id, one]));
  const derive = deriveOnce(context.calendar);
  return rows.map((row) => {
    const clock = clocks.get(row.id);
    if (clock === undefined) throw new Error(`item ${row.id} has no working revision`);
    return { ...row, publication: viewPublicationClock(derive, clock, context.today) };
  });
}
