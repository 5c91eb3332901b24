/** What a piece of markup seems to say, before it is put into the house's form: anything may stand inside anything. */
import type { RichAlign, RichInline } from './body.ts';

/** What an office program says about a paragraph beside its words; only paste cleaning reads it. */
export interface ParagraphHint {
  /** Outline level from 1, where the program marks one. */
  readonly outline?: number;
  /** The label of automatic numbering as it was drawn, with its depth from 1. */
  readonly label?: { readonly text: string; readonly depth: number; readonly isBullet: boolean };
}

export interface RawParagraph {
  readonly kind: 'paragraph';
  readonly align: RichAlign | null;
  readonly inlines: readonly RichInline[];
  readonly hint?: ParagraphHint;
}

export interface RawHeading {
  readonly kind: 'heading';
  /** 1 to 6. */
  readonly level: number;
  readonly align: RichAlign | null;
  readonly inlines: readonly RichInline[];
}

export interface RawList {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly start: number;
  readonly items: readonly (readonly RawBlock[])[];
}

export interface RawCell {
  readonly header: boolean;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly blocks: readonly RawBlock[];
}

export interface RawTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly rows: readonly (readonly RawCell[])[];
}

export interface RawPicture {
  readonly kind: 'picture';
  /** As written; empty where the picture has no stored file. */
  readonly fileId: string;
  readonly alt: string;
  readonly caption: string;
  /** Where the picture came from when it is no stored file. */
  readonly source?: string;
}

export interface RawQuote {
  readonly kind: 'quote';
  readonly blocks: readonly RawBlock[];
}

/** Every `RichBlock` is one too. */
export type RawBlock = RawParagraph | RawHeading | RawList | RawTable | RawPicture | RawQuote;
