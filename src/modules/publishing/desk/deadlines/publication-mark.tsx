/** How an item stands to its limit of publication, in a word with its shape, and the day with how it was computed. */
import { DateWithDerivation } from '#desk/components/date-with-derivation/date-with-derivation.tsx';
import type { DayDerivation } from '#desk/components/date-with-derivation/derivation.ts';
import { dayOf } from '#kernel/day.ts';
import type { PublicationClock } from '../../contract/deadlines.ts';
import { publicationSigns, publicationStateTitles } from '../../words/deadlines.ts';

/** The derivation as the desk's date takes it. */
export function derivationOfPublication({ derivation }: PublicationClock): DayDerivation | undefined {
  if (derivation === null) return undefined;
  const { from, counted, skipped, article, because, ...rest } = derivation;
  return {
    ...rest,
    from: dayOf(from),
    counted: counted.map(dayOf),
    skipped: skipped.map(({ day, reason }) => ({ day: dayOf(day), reason })),
    ...(article === undefined ? {} : { article }),
    ...(because === undefined ? {} : { because }),
  };
}

/** The word alone. */
export function PublicationMark({ clock }: { readonly clock: PublicationClock }) {
  return (
    <span className={`publication-mark publication-${clock.state}`}>
      <span aria-hidden="true">{publicationSigns[clock.state]}</span> {publicationStateTitles[clock.state]}
    </span>
  );
}

/** The last day; without one the word says why. */
export function PublicationDue({ clock }: { readonly clock: PublicationClock }) {
  const derivation = derivationOfPublication(clock);
  return (
    <DateWithDerivation
      day={clock.due === null ? null : dayOf(clock.due)}
      otherwise={clock.state === 'noDate' ? '没有形成日期' : '无法计算'}
      {...(derivation === undefined ? {} : { derivation })}
    />
  );
}
