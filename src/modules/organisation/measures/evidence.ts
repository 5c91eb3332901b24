/** What the measures of this module share: the span that counts, shares as whole percents, wording of evidence. */
import { addDays, type Day } from '#kernel/day.ts';
import type { EvidenceRow, MeasureQuestion, MeasureValue } from '#kernel/measure.ts';

/** Days that count: from the beginning of the period through the day asked for, within the period. */
export function isCounted(question: Pick<MeasureQuestion, 'from' | 'until' | 'today'>, day: Day): boolean {
  return question.from <= day && day < question.until && day <= question.today;
}

/** A count with its rows. */
export function countOf(evidence: readonly EvidenceRow[]): MeasureValue {
  return { known: true, value: evidence.length, evidence };
}

/** A share in whole percents, rounded down so that 100 means all; unknown where there is nothing to share out. */
export function shareOf(
  reached: number,
  all: number,
  evidence: readonly EvidenceRow[],
  nothing: string,
): MeasureValue {
  if (all === 0) return { known: false, reason: nothing };
  return { known: true, value: Math.floor((reached * 100) / all), evidence };
}

/** The day a question about a state is asked for: today, or the last day of a period that is over. */
export function dayAsked({ today, until }: Pick<MeasureQuestion, 'today' | 'until'>): Day {
  return today < until ? today : addDays(until, -1);
}
