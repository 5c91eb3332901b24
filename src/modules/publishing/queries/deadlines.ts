/** What owes its publication: the list for the desk, counts for 今天, periods that moved with the calendar. */
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import type { MovedPeriod, PeriodBases } from '#kernel/module.ts';
import { listSupervisors, mapDutyOfficers, nameUnits } from '#modules/organisation/index.ts';
import type { DueQuery, DueRow } from '../contract/deadlines.ts';
import { findItemKind } from '../rules/kinds/all.ts';
import { judgePublication, owingStates } from '../rules/publication-clock.ts';
import {
  type Derive,
  deriveOnce,
  dueOf,
  type ItemClockRow,
  mayOwe,
  readItemClocks,
  viewPublicationClock,
} from './publication-clocks.ts';

export type OwingState = (typeof owingStates)[number];

export interface OwingItem extends ItemClockRow {
  readonly state: OwingState;
  readonly due: Day | null;
}

/** Sorts after every day: what has no due day comes last. */
const noDay = '9999';

const sortKey = ({ due, row }: OwingItem): readonly [string, string] => [due ?? noDay, row.id];

const isOwing = (state: string): state is OwingState => owingStates.some((one) => one === state);

/**
 * Every item that owes its publication, the earliest due first. The due days are nowhere stored, so all of them are
 * computed: what is in the works in a county is some thousands at most.
 */
export async function listOwingItems(
  db: ReadDb,
  place: { readonly jurisdictionId?: string; readonly unitIds?: readonly string[] | null },
  today: Day,
  derive: Derive,
): Promise<OwingItem[]> {
  const found = (await readItemClocks(db, mayOwe(place))).flatMap((item): OwingItem[] => {
    const due = dueOf(derive, item);
    const state = judgePublication(item.start, due, today);
    return isOwing(state) ? [{ ...item, due, state }] : [];
  });
  return found.sort((left, right) => {
    const [leftDue, leftId] = sortKey(left);
    const [rightDue, rightId] = sortKey(right);
    return leftDue < rightDue || (leftDue === rightDue && leftId < rightId) ? -1 : 1;
  });
}

export interface DuePage extends PageOfRows<DueRow> {
  readonly counts: Record<OwingState, number>;
}

/** A page of what owes its publication, with the counts of every state. */
export async function listPublicationDues(
  db: ReadDb,
  scope: { readonly jurisdictionId: string; readonly unitIds: readonly string[] | null },
  query: DueQuery,
  context: { readonly today: Day; readonly calendar: WorkingCalendar },
): Promise<DuePage> {
  const derive = deriveOnce(context.calendar);
  const all = (await listOwingItems(db, scope, context.today, derive)).filter(
    ({ row }) =>
      (query.unitId === undefined || row.unitId === query.unitId) &&
      (query.text === undefined || row.title.includes(query.text)),
  );
  const counts = { overdue: 0, soon: 0, pending: 0, noDate: 0, uncertain: 0 };
  for (const { state } of all) counts[state] += 1;
  const { after } = query;
  const asked = all.filter((item) => {
    if (query.state !== undefined && item.state !== query.state) return false;
    if (after === undefined) return true;
    const [due, id] = sortKey(item);
    return due > after[0] || (due === after[0] && id > after[1]);
  });
  const page = pageOfRows(asked.slice(0, query.limit + 1), query.limit, sortKey);
  const names = await nameUnits(
    db,
    page.rows.map(({ row }) => row.unitId),
  );
  return {
    counts,
    next: page.next,
    rows: page.rows.map((item) => ({
      itemId: item.row.id,
      title: item.row.title,
      unitId: item.row.unitId,
      unitName: names.get(item.row.unitId)?.shortName ?? '',
      kindTitle: findItemKind(item.row.kind)?.title ?? item.row.kind,
      stage: item.row.stage,
      createdByName: item.row.createdByName,
      publication: viewPublicationClock(derive, item, context.today),
    })),
  };
}

/** Items in the works whose last day is another with the new calendar; the unit and the supervising office are told. */
export async function listMovedPublications(bases: PeriodBases): Promise<MovedPeriod[]> {
  const { db, today, before, after } = bases;
  const earlier = deriveOnce(before.calendar);
  const moved = (await listOwingItems(db, {}, today, deriveOnce(after.calendar))).flatMap((item) => {
    const dueBefore = dueOf(earlier, item);
    return dueBefore === item.due ? [] : [{ item, dueBefore }];
  });
  const duty = await mapDutyOfficers(
    db,
    moved.map(({ item }) => item.row.unitId),
  );
  const offices = new Map<string, readonly string[]>();
  for (const { item } of moved) {
    const { jurisdictionId } = item.row;
    if (!offices.has(jurisdictionId)) offices.set(jurisdictionId, await listSupervisors(db, jurisdictionId));
  }
  return moved.map(({ item: { row, due }, dueBefore }) => ({
    jurisdictionId: row.jurisdictionId,
    title: `《${row.title}》的公开`,
    dueBefore,
    dueAfter: due,
    officerIds: [
      ...new Set([...(duty.get(row.unitId)?.staff ?? []), ...(offices.get(row.jurisdictionId) ?? [])]),
    ],
    address: `/publishing/items/${row.id}`,
  }));
}
