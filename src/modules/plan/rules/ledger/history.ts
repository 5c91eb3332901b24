/** What of a ledger counted on a past day, and which months went by without a report. Pure. */
import { addDays, type Day, dayOf, lastDayOfMonth, monthOf, yearOf } from '#kernel/day.ts';
import { type EntryKind, orderChain } from './entry.ts';

/** An entry as far as it matters for what counts. */
export interface HistoryEntry {
  readonly id: string;
  readonly rootId: string;
  readonly supersedesId: string | null;
  readonly kind: EntryKind;
  readonly unitId: string;
  readonly writtenOn: Day;
}

/** A report that stood on a day: first written on `day`, read from its `newest` entry. */
export interface StandingReport<Entry extends HistoryEntry> {
  readonly rootId: string;
  readonly unitId: string;
  readonly day: Day;
  readonly newest: Entry;
}

/**
 * The reports that stood on `today`: corrections and withdrawals of later days are not known yet, withdrawn ones are
 * left out. A report counts for the day it was first written, however often it was corrected.
 */
export function listStandingReports<Entry extends HistoryEntry>(
  entries: readonly Entry[],
  today: Day,
): StandingReport<Entry>[] {
  const chains = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.writtenOn > today) continue;
    const chain = chains.get(entry.rootId);
    if (chain === undefined) chains.set(entry.rootId, [entry]);
    else chain.push(entry);
  }
  return [...chains].flatMap(([rootId, unordered]) => {
    const chain = orderChain(unordered);
    const [root] = chain;
    const newest = chain.at(-1);
    if (root === undefined || newest === undefined || newest.kind === 'withdrawal') return [];
    return [{ rootId, unitId: root.unitId, day: root.writtenOn, newest }];
  });
}

/** The first day of the month after this day's. */
export function firstOfNextMonth(day: Day): Day {
  return addDays(lastDayOfMonth(yearOf(day), monthOf(day)), 1);
}

/**
 * Months (`2026-03`) that lie wholly within the span and are over on `today`. A unit that got its tasks in the middle
 * of a month owes its first report in the next one, so `from` is rounded up.
 */
export function listCompletedMonths(span: { readonly from: Day; readonly until: Day }, today: Day): string[] {
  const first = dayOf(`${span.from.slice(0, 7)}-01`);
  const months: string[] = [];
  for (
    let start = first === span.from ? first : firstOfNextMonth(span.from);
    ;
    start = firstOfNextMonth(start)
  ) {
    const next = firstOfNextMonth(start);
    if (next > span.until || next > today) return months;
    months.push(start.slice(0, 7));
  }
}
