/** The days of a document: written, and until when it applies. Pure. */
import type { Day } from '#kernel/day.ts';
import type { DocumentElement } from '../../rules/document-elements.ts';
import { type BoxReading, boxValue } from '../box.ts';
import { dayOfPrinted, firstDayIn } from '../days.ts';
import type { LapseReading } from '../document-reading.ts';
import { lapseOfBox, noLapse, readLapse, type sentencesOf } from '../statements.ts';
import type { HeadReading } from './head-number.ts';
import { type ElementSources, type Settling, signsForwarded } from './settling.ts';

export function boxDay(
  box: BoxReading,
  settling: Settling,
  element: DocumentElement,
  ...fields: Parameters<typeof boxValue>[1][]
) {
  const value = boxValue(box, ...fields);
  if (value === undefined) return undefined;
  const compact = value.value.replace(/\s+/gu, '');
  // A time of day may follow: 2024-03-05 10:22.
  const day = dayOfPrinted(compact) ?? firstDayIn(value.value) ?? firstDayIn(compact);
  if (day === undefined) {
    if (/\d/u.test(compact)) settling.doubt(element, `“${compact}”不是一个日期。`);
    return undefined;
  }
  return { day, place: value.place };
}

export function settleWrittenOn(sources: ElementSources, head: HeadReading, settling: Settling): Day | null {
  const { box, letter } = sources;
  const boxed = boxDay(box, settling, 'writtenOn', 'writtenOn');
  const signed = signsForwarded(sources) ? null : (letter.signature?.value.day ?? null);
  if (boxed !== undefined && signed !== null && boxed.day !== signed) {
    settling.doubt('writtenOn', `信息栏的成文日期是${boxed.day}，落款是${signed}，采用落款。`);
    settling.at('writtenOn', letter.signature?.place);
    return signed;
  }
  if (boxed !== undefined || signed !== null) {
    settling.at('writtenOn', boxed?.place ?? letter.signature?.place);
    return boxed?.day ?? signed;
  }
  const noted = head.note === undefined ? undefined : firstDayIn(head.note.compact);
  if (noted !== undefined) {
    settling.at('writtenOn', head.note?.place);
    return noted;
  }
  const drafted = boxDay(box, settling, 'writtenOn', 'draftedOn');
  if (drafted !== undefined) {
    settling.at('writtenOn', drafted.place);
    return drafted.day;
  }
  const printed = letter.printed;
  if (printed !== null && printed.value.day !== null) {
    settling.at('writtenOn', printed.place);
    settling.doubt('writtenOn', '没有读到成文日期，采用版记的印发日期。');
    return printed.value.day;
  }
  settling.doubt('writtenOn', '没有读到成文日期。');
  return null;
}

export function settleLapse(
  sources: ElementSources,
  settling: Settling,
  effectiveOn: Day | null,
  sentences: ReturnType<typeof sentencesOf>,
): LapseReading {
  const boxed = boxDay(sources.box, settling, 'lapse', 'lapsesOn');
  if (boxed !== undefined) {
    settling.at('lapse', boxed.place);
    return { kind: 'date', day: boxed.day, months: null, text: null };
  }
  const printed = readLapse(sentences, effectiveOn);
  if (printed !== undefined) {
    settling.at('lapse', printed.place);
    return printed.reading;
  }
  const period = boxValue(sources.box, 'lapsePeriod');
  const ofBox = period === undefined ? undefined : lapseOfBox(period.value.replace(/\s+/gu, ''), effectiveOn);
  if (ofBox !== undefined) settling.at('lapse', period?.place);
  return ofBox ?? noLapse;
}
