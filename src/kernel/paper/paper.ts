/**
 * An official paper as the house composes it: letters, notices, reports, gazettes. One model, written as DOCX and PDF by
 * the same rules (GB/T 9704-2012). Types and small makers only; browser-safe.
 */
import type { Day } from '../day.ts';

/** A run of words of one look. */
export interface PaperRun {
  readonly text: string;
  readonly strong?: boolean;
  readonly underline?: boolean;
  readonly script?: 'sup' | 'sub';
}
export type PaperText = string | readonly PaperRun[];

export const paperAligns = ['left', 'center', 'right', 'justify'] as const;
export type PaperAlign = (typeof paperAligns)[number];

export interface PaperCell {
  readonly text: PaperText;
  readonly header?: boolean;
  readonly align?: PaperAlign;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
}

export interface PaperTable {
  readonly kind: 'table';
  readonly caption?: string;
  /** Shares of the width, one for each column. */
  readonly widths: readonly number[];
  /** Leading rows repeated on every page. */
  readonly headRows: number;
  /** Cells that begin in the row; places covered by a span from above or the left are left out. */
  readonly rows: readonly (readonly PaperCell[])[];
  /** 小四 instead of 三号, for wide tables. */
  readonly small?: boolean;
}

export type PaperBlock =
  /** 发文机关标志, red: `望澜县人民政府办公室文件`. */
  | { readonly kind: 'redHead'; readonly text: string }
  /** 发文字号; with the red rule beneath when it stands under a red head. */
  | { readonly kind: 'number'; readonly text: string; readonly ruled: boolean }
  /** 标题, broken into lines where the words want it. */
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  /** 主送机关 or the person written to; the colon is added. */
  | { readonly kind: 'addressee'; readonly text: string }
  /** 一、 黑体; （一） 楷体; 1. and （1） 仿宋. The number is part of the text. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: PaperText }
  | {
      readonly kind: 'paragraph';
      readonly text: PaperText;
      /** Two characters unless false. */
      readonly indent?: boolean;
      readonly align?: PaperAlign;
    }
  | PaperTable
  /** A form of labels and values. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: PaperText])[] }
  /** 附件说明. */
  | { readonly kind: 'attachments'; readonly titles: readonly string[] }
  /** Name of the office and day; `seal` marks where the seal goes. */
  | {
      readonly kind: 'signature';
      readonly office: string;
      readonly day: Day | null;
      readonly seal: boolean;
    }
  /** 附注: `（此件公开发布）`. */
  | { readonly kind: 'note'; readonly text: string }
  /** A box that stands where something was removed or is to be filled in by hand. */
  | { readonly kind: 'blank'; readonly lines: number }
  | { readonly kind: 'picture'; readonly picture: PaperPicture; readonly caption: string }
  /** Table of contents of the headings of level 1 and the titles, with page numbers. */
  | { readonly kind: 'contents'; readonly title: string }
  | { readonly kind: 'pageBreak' };

export interface PaperPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly alt: string;
  /** Share of the width of the text, up to 1. */
  readonly width: number;
}

export interface OfficialPaper {
  /** In the properties of the file and in its window. */
  readonly title: string;
  /** Author in the properties. */
  readonly issuer: string;
  /** Time in the properties, so that the same paper is the same bytes. */
  readonly day: Day;
  readonly landscape?: boolean;
  /** `— 1 —` at the foot; on unless false. */
  readonly pageNumbers?: boolean;
  readonly blocks: readonly PaperBlock[];
}

/** The runs of a text. */
export function runsOf(text: PaperText): readonly PaperRun[] {
  return typeof text === 'string' ? [{ text }] : text;
}
