/** Moves a binding's period one year back, so that last year's facts can be asked what they would have scored. Pure. */
import { addDays, type Day, dayFromParts, dayOf, dayOfMonthOf, monthOf, yearOf } from '#kernel/day.ts';
import type { BindingPeriod, PeriodPart } from '../measuring/periods.ts';

/**
 * A boundary between two days (the first day of a span, the day behind its end) in the year before. The boundary before
 * 29 February becomes the one before 1 March, so that spans which touch still touch and no day is lost or counted twice.
 */
export function boundaryYearBefore(day: Day): Day {
  const year = yearOf(day) - 1;
  return dayFromParts(year, monthOf(day), dayOfMonthOf(day)) ?? dayOf(`${year}-03-01`);
}

/** A last day (inclusive) in the year before: the end of February stays the end of February, 29th or not. */
export function lastDayYearBefore(day: Day): Day {
  return addDays(boundaryYearBefore(addDays(day, 1)), -1);
}

/** A part of last year's period with the day its figure is asked for. */
export interface PastPart extends PeriodPart {
  /** Last day on which the target could still be reached; the day before `today` asks about when that is not over yet. */
  readonly askedOn: Day;
  /** The part is over: whoever had not reached the target by then had failed. */
  readonly isOver: boolean;
}

export interface PastPeriod {
  readonly parts: readonly PastPart[];
  readonly due: Day;
}

const earlierOf = (left: Day, right: Day): Day => (left < right ? left : right);

/**
 * The same period a year earlier. What is to be reached by a day is asked for that day; a condition that must always
 * hold is asked for the last day of its part. A plan written before the year is out meets parts that are not over: these
 * are asked for today and judged with that in mind.
 */
export function periodYearBefore(
  { parts, due }: BindingPeriod,
  judged: 'byDueDay' | 'always',
  today: Day,
): PastPeriod {
  const pastDue = lastDayYearBefore(due);
  return {
    due: pastDue,
    parts: parts.map((part) => {
      const from = boundaryYearBefore(part.from);
      const until = boundaryYearBefore(part.until);
      const end = addDays(until > from ? until : addDays(from, 1), -1);
      const last = judged === 'byDueDay' ? earlierOf(pastDue, end) : end;
      return { from, until: addDays(end, 1), askedOn: earlierOf(last, today), isOver: last < today };
    }),
  };
}
