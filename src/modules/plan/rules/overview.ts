/** Counts for the overview of a plan: standings by any key, and the standings of past days from their changes. Pure. */
import { type Day, lastDayOfMonth, monthOf, yearOf } from '#kernel/day.ts';
import { type Standing, standings } from './shapes.ts';

export type CountsByStanding = Readonly<Record<Standing, number>>;

const noCounts: CountsByStanding = { met: 0, failing: 0, notYetDue: 0, cannotTell: 0 };

/** Counts of a group, before they are added up. */
export interface CountedStanding {
  readonly standing: Standing;
  readonly tasks: number;
}

/** Adds counts up by a key, in the order in which the keys first come. */
export function addUpBy<Item extends CountedStanding, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, CountsByStanding> {
  const found = new Map<Key, Record<Standing, number>>();
  for (const item of items) {
    const key = keyOf(item);
    const counts = found.get(key) ?? { ...noCounts };
    counts[item.standing] += item.tasks;
    found.set(key, counts);
  }
  return found;
}

export interface StandingChangeFact {
  readonly taskId: string;
  readonly subject: 'computed' | 'override';
  /** Null when an override was withdrawn. */
  readonly after: Standing | null;
  readonly day: Day;
}

/** Some tasks whose shown standing changed from one to another on a day; null before the first. */
export interface StandingMove {
  readonly day: Day;
  readonly before: Standing | null;
  readonly after: Standing | null;
  readonly tasks: number;
}

/**
 * The standings tasks showed, as moves: a person's where one was signed, else the computed one. `changes` in the order
 * in which they happened.
 */
export function movesOfChanges(changes: readonly StandingChangeFact[]): readonly StandingMove[] {
  const computed = new Map<string, Standing>();
  const signed = new Map<string, Standing>();
  const shown = (taskId: string) => signed.get(taskId) ?? computed.get(taskId) ?? null;
  return changes.map(({ taskId, subject, after, day }) => {
    const before = shown(taskId);
    const present = subject === 'computed' ? computed : signed;
    if (after === null) present.delete(taskId);
    else present.set(taskId, after);
    return { day, before, after: shown(taskId), tasks: 1 };
  });
}

/** Month ends from the first day to the day before `today`, then today. */
export function trendDays(first: Day, today: Day): readonly Day[] {
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
 * How many tasks showed each standing at the end of each month since the first move, and today. A task nobody had
 * evaluated yet is not counted. The moves may come in any order.
 */
export function traceStandings(
  moves: readonly StandingMove[],
  today: Day,
): readonly { readonly day: Day; readonly counts: CountsByStanding }[] {
  const inOrder = [...moves].sort((left, right) =>
    left.day < right.day ? -1 : left.day > right.day ? 1 : 0,
  );
  const [first] = inOrder;
  if (first === undefined) return [];
  const counts = { ...noCounts };
  let next = 0;
  return trendDays(first.day, today).map((day) => {
    for (let move = inOrder[next]; move !== undefined && move.day <= day; move = inOrder[next]) {
      if (move.before !== null) counts[move.before] -= move.tasks;
      if (move.after !== null) counts[move.after] += move.tasks;
      next += 1;
    }
    return { day, counts: { ...counts } };
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
