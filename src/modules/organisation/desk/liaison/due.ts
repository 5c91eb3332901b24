/** The last day for handing over and filing in the form the date component shows. */
import type { DayDerivation } from '#desk/components/date-with-derivation/derivation.ts';
import { parseDay } from '#kernel/day.ts';
import type { AppointmentView } from '../../contract/liaison.ts';

export function derivationOfLiaisonDue(due: AppointmentView['filing']['due']): DayDerivation {
  return {
    rule: due.because,
    counted: due.counted.flatMap((text) => parseDay(text) ?? []),
    skipped: due.skipped.flatMap(({ day, reason }) => {
      const read = parseDay(day);
      return read === undefined ? [] : [{ day: read, reason }];
    }),
    provisional: due.provisional,
  };
}
