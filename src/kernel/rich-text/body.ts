/**
 * The one body format of the house: what an item, a page or a letter may consist of. Types and small makers only; the
 * markup they are kept in is written by `write-body.ts` and read by `sanitise.ts`.
 */

/** Nothing said means set to the left; a body has no other look. */
export const richAligns = ['center', 'right'] as const;
export type RichAlign = (typeof richAligns)[number];

export interface RichMarks {
  /** Checked address; null where the words are no link. */
  readonly link: string | null;
  readonly strong: boolean;
  readonly em: boolean;
  readonly script: 'sup' | 'sub' | null;
}

export interface RichText {
  readonly kind: 'text';
  readonly text: string;
  readonly marks: RichMarks;
}

/** A line break inside a paragraph; carries what the words on both sides have in common. */
export interface RichBreak {
  readonly kind: 'break';
  readonly marks: RichMarks;
}

export type RichInline = RichText | RichBreak;

export interface RichParagraph {
  readonly kind: 'paragraph';
  readonly align: RichAlign | null;
  readonly inlines: readonly RichInline[];
}

export type RichHeadingLevel = 2 | 3 | 4;

export interface RichHeading {
  readonly kind: 'heading';
  readonly level: RichHeadingLevel;
  readonly align: RichAlign | null;
  readonly inlines: readonly RichInline[];
}

export interface RichList {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** Number of the first item; 1 for bullets. */
  readonly start: number;
  readonly items: readonly (readonly RichFlow[])[];
}

export interface RichPicture {
  readonly kind: 'picture';
  /** Identifier of a stored file; the address is found when the body is printed. */
  readonly fileId: string;
  /** What the picture says to those who do not see it; empty until somebody writes it, which `judgeRichText` reports. */
  readonly alt: string;
  readonly caption: string;
}

export interface RichCell {
  readonly header: boolean;
  /** First grid column, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** At least one block. */
  readonly blocks: readonly RichFlow[];
}

export interface RichTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly columnCount: number;
  /** Leading rows of heading cells that no cell leaves downwards. */
  readonly headRows: number;
  /** Cells that begin in the row, by column; every place of the grid is covered once. */
  readonly rows: readonly (readonly RichCell[])[];
}

export interface RichQuote {
  readonly kind: 'quote';
  readonly blocks: readonly RichFlow[];
}

/** What may stand inside items, cells and quotes. */
export type RichFlow = RichParagraph | RichList | RichPicture;
export type RichBlock = RichFlow | RichHeading | RichTable | RichQuote;
export type RichBody = readonly RichBlock[];

export const plainMarks: RichMarks = { link: null, strong: false, em: false, script: null };

/** Whether two runs look the same. */
export function areSameMarks(left: RichMarks, right: RichMarks): boolean {
  return (
    left.link === right.link &&
    left.strong === right.strong &&
    left.em === right.em &&
    left.script === right.script
  );
}

/** A paragraph without anything in it; only cells hold one. */
export const emptyParagraph: RichParagraph = { kind: 'paragraph', align: null, inlines: [] };

/** Longest markup the house reads, in UTF-16 units; contracts refuse more. */
export const longestRichText = 2_000_000;
