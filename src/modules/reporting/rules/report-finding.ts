/** What a check of an annual report finds: a broken identity, a text that contradicts a table, a cell nobody can read. Types and words of places only. */
import type { ReportTable } from '../law/cells.ts';
import type { ReportPlace } from './annual-report.ts';

export const identityCodes = [
  'I1',
  'I2',
  'I3',
  'I4',
  'I5',
  'I6',
  'I7',
  'I8',
  'I9',
  'layout',
  'reading',
] as const;
/** I1–I9 are the identities of the form; `layout` and `reading` say that the file itself is at fault. */
export type IdentityCode = (typeof identityCodes)[number];

/** One side of an identity: how it is computed, and what comes out. */
export interface IdentitySide {
  readonly formula: string;
  /** Fen for amounts. */
  readonly value: number;
}

export interface ReportFinding {
  readonly identity: IdentityCode;
  /** `error`: the report must not stand so; `warning`: somebody must look. */
  readonly severity: 'error' | 'warning';
  readonly table: ReportTable | null;
  readonly row: string | null;
  readonly column: string | null;
  readonly left: IdentitySide | null;
  readonly right: IdentitySide | null;
  /** Left minus right. */
  readonly difference: number | null;
  /** Says it to a person: which row, which column, both sides. */
  readonly sentence: string;
  /** Keys of the cells involved. */
  readonly cells: readonly string[];
  readonly place: ReportPlace;
  /** For I7: the words of the text. */
  readonly quotation?: string;
  /** For I7: where the words stand in their paragraph. */
  readonly span?: { readonly paragraph: string; readonly start: number; readonly end: number };
}

/** `第3页 表2 第4行第5列`; empty when nothing is known. */
export function reportPlaceInWords(place: ReportPlace): string {
  return [
    place.page === undefined ? '' : `第${place.page}页`,
    place.cell ?? (place.line === undefined ? '' : `第${place.line}行`),
  ]
    .filter((word) => word !== '')
    .join(' ');
}
