/** A derivation laid out as weeks: every day from the event to the last day with what it was. Drawn on the desk, the portal and paper. */
import { addDays, type Day, daysBetween, weekdayOf } from '#kernel/day.ts';
import { weekdayWord } from '#kernel/day-words.ts';
import type { PeriodDerivation } from './verdict.ts';

export interface StripDay {
  readonly day: Day;
  /** `beside`: a day of the week outside the period. */
  readonly kind: 'start' | 'counted' | 'rest' | 'suspended' | 'beside';
  readonly number: number | null;
  readonly reason: string;
  readonly isDue: boolean;
}

/** Weeks from Monday to Sunday; longer periods are told in sentences only. */
const longestStrip = 400;

/** The weeks of a period counted forward in days; none for hours, fixed dates, counts that run backwards and long ones. */
export function layOutWeeks(derivation: PeriodDerivation): StripDay[][] {
  const { on, due, unit, version } = derivation;
  const span = daysBetween(on, due);
  if (unit === 'hour' || unit === 'fixedDate' || version.direction === 'before' || span > longestStrip)
    return [];
  const numbers = new Map(derivation.countedDays.map((day, index) => [day, index + 1]));
  const skipped = new Map(derivation.skipped.map(({ day, reason }) => [day, reason]));
  const suspended = derivation.suspensions.length === 0 ? undefined : version.suspension?.reason;
  const first = addDays(on, 1 - weekdayOf(on));
  const weeks: StripDay[][] = [];
  for (let monday = first; monday <= due; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => layOutDay(addDays(monday, index))));
  }
  return weeks;

  function layOutDay(day: Day): StripDay {
    const isDue = day === due;
    if (day < on || day > due) return { day, kind: 'beside', number: null, reason: '', isDue };
    if (day === on)
      return { day, kind: 'start', number: null, reason: `${derivation.rule.startEvent}，当日不计入`, isDue };
    const reason = skipped.get(day);
    if (reason !== undefined && !(isDue && unit !== 'workingDay')) {
      return { day, kind: reason === suspended ? 'suspended' : 'rest', number: null, reason, isDue };
    }
    const number = unit === 'workingDay' ? (numbers.get(day) ?? null) : daysBetween(on, day);
    // The day a rest day moved the end to is beyond the length and bears no number.
    const beyond = unit !== 'workingDay' && number !== null && isDue && derivation.skipped.length > 0;
    return { day, kind: 'counted', number: beyond ? null : number, reason: weekdayWord(day), isDue };
  }
}
