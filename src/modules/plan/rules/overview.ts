/** Counts for the overview of a plan: standings by any key, and the standings of past days from their changes. Pure. */
import { type Day, lastDayOfMonth, monthOf, yearOf } from '#kernel/day.ts';
import { type Standing, standings } from './shapes.ts';

export type CountsByStanding = Readonly<Record<Standing, number>>;

/** How many of each standing. */
export function countByStanding(found: readonly Standing[]): CountsByStanding {
  const counts = { met: 0, failing: 0, notYetDue: 0, cannotTell: 0 };
  for (const standing of found) counts[standing] += 1;
  return counts;
}

/** Counts by a key, in the order in which the keys first come. */
export function countStandingsBy<Item extends { readonly standing: Standing }, Key>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
): ReadonlyMap<Key, CountsByStanding> {
  const found = new Map<Key, Standing[]>();
  for (const item of items) {
    for (const key of keysOf(item)) found.set(key, [...(found.get(key) ?? []), item.standing]);
  }
  return new Map([...found].map(([key, list]) => [key, countByStanding(list)]));
}

export interface StandingChangeFact {
  readonly taskId: string;
  readonly subject: 'computed' | 'override';
  /** Null when an override was withdrawn. */
  readonly after: Standing | null;
  readonly day: Day;
}

/** Month ends from the first change to the day before `today`, then today. */
function trendDays(first: Day, today: Day): readonly Day[] {
  const days: Day[] = [];
  let year = yearOf(first);
  let month = monthOf(first);
  for (;;) {
    const end = lastDayOfMonth(year, month);
    if (end >= today) break;
    days.push(end);
    year += month === 12 ? 1 : 0;
    month = (month % 12) + 1;
  }
  return [...days, today];
}

/**
 * The standings the tasks showed at the end of each month: a person's where one was signed, else the computed one. A task
 * nobody had evaluated yet is not counted. `changes` in the order in which they happened.
 */
export function traceStandings(
  changes: readonly StandingChangeFact[],
  today: Day,
): readonly { readonly day: Day; readonly counts: CountsByStanding }[] {
  const [first] = changes;
  if (first === undefined) return [];
  const computed = new Map<string, Standing>();
  const signed = new Map<string, Standing>();
  let next = 0;
  return trendDays(first.day, today).map((day) => {
    for (let change = changes[next]; change !== undefined && change.day <= day; change = changes[next]) {
      const present = change.subject === 'computed' ? computed : signed;
      if (change.after === null) present.delete(change.taskId);
      else present.set(change.taskId, change.after);
      next += 1;
    }
    const tasks = new Set([...computed.keys(), ...signed.keys()]);
    return {
      day,
      counts: countByStanding([...tasks].flatMap((task) => signed.get(task) ?? computed.get(task) ?? [])),
    };
  });
}

/** The twelve months of a plan's year: `2026-01`. */
export function monthsOfYear(year: number): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
}

/** Sum of all standings. */
export function totalOf(counts: CountsByStanding): number {
  return standings.reduce((sum, standing) => sum + counts[standing], 0);
}
