/** What elements are settled from, and the places and doubts gathered on the way. Pure. */
import type { Day } from '#kernel/day.ts';
import type { SourcePlace } from '#kernel/reading/source.ts';
import type { DocumentElement } from '../../rules/document-elements.ts';
import type { BoxReading } from '../box.ts';
import type { DocumentFlag } from '../document-reading.ts';
import { issuersOfTitle } from '../issuers.ts';
import type { LetterReading } from '../letter.ts';
import type { DocumentLine } from '../lines.ts';
import type { TitleReading } from '../title.ts';

export interface ElementSources {
  readonly box: BoxReading;
  readonly lines: readonly DocumentLine[];
  readonly redHead:
    | { readonly name: string; readonly mark: string; readonly at: number; readonly place: SourcePlace }
    | undefined;
  readonly title: TitleReading | undefined;
  readonly letter: LetterReading;
  readonly from: number;
  readonly page: { readonly title: string | null; readonly publishedOn: Day | null } | null;
}

/** Gathers places and flags while elements are settled. */
export class Settling {
  readonly places: Partial<Record<DocumentElement, SourcePlace>> = {};
  readonly flags: DocumentFlag[] = [];

  at(element: DocumentElement, place: SourcePlace | undefined): void {
    if (place !== undefined) this.places[element] ??= place;
  }

  doubt(element: DocumentElement, reason: string): void {
    this.flags.push({ element, reason });
  }
}

/** 转发 notices often go without a signature of their own; the first one then is that of the forwarded text. */
export function signsForwarded({ title, letter }: ElementSources): boolean {
  const signed = letter.signature?.value.issuers ?? [];
  const titled = title === undefined ? [] : issuersOfTitle(title.title);
  if (signed.length === 0 || titled.length === 0 || !/转发|批转|印发/u.test(title?.title ?? '')) return false;
  return !signed.some((name) => titled.some((one) => one.includes(name) || name.includes(one)));
}
