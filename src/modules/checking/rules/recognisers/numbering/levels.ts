/** Parts the marks of a document into rows that count together, and looks at the order of their levels. Pure. */
import { type Mark, type MarkStyle, markStyles } from './marks.ts';

export interface MarkRow {
  readonly style: MarkStyle;
  readonly marks: readonly Mark[];
  /** The mark under which the row stands. */
  readonly parent: Mark | null;
  /** The last number of this style before the row, in the same section; 0 without one. */
  readonly numberBefore: number;
}

const rankOf = (style: MarkStyle) => markStyles.indexOf(style);

/**
 * Rows of marks of one style under one parent. Articles count through chapters, so that only their own kind and a new
 * attachment end their row.
 */
export function rowsOfMarks(marks: readonly Mark[]): readonly MarkRow[] {
  const rows: { style: MarkStyle; marks: Mark[]; parent: Mark | null; numberBefore: number }[] = [];
  const open = new Map<MarkStyle, (typeof rows)[number]>();
  const lastNumbers = new Map<MarkStyle, number>();
  let section = 0;
  let path: readonly Mark[] = [];
  for (const mark of marks) {
    if (mark.section !== section) {
      section = mark.section;
      open.clear();
      lastNumbers.clear();
      path = [];
    }
    const rank = rankOf(mark.style);
    for (const style of open.keys()) {
      if (rankOf(style) > rank && style !== 'article') open.delete(style);
    }
    path = path.filter((one) => rankOf(one.style) < rank);
    const row = open.get(mark.style);
    if (row !== undefined) row.marks.push(mark);
    else {
      const numberBefore = lastNumbers.get(mark.style) ?? 0;
      const opened = { style: mark.style, marks: [mark], parent: path.at(-1) ?? null, numberBefore };
      rows.push(opened);
      open.set(mark.style, opened);
    }
    lastNumbers.set(mark.style, mark.number);
    path = [...path, mark];
  }
  return rows;
}

/** The four levels official papers use in this order. */
const paperLevels: readonly MarkStyle[] = ['chinese', 'chineseBracket', 'arabic', 'arabicBracket'];
const widestStep = 2;

/** Rows that begin more than one level too deep: （1） right under 一、. 一、 over 1. is custom. */
export function rowsThatSkipLevels(rows: readonly MarkRow[]): readonly MarkRow[] {
  return rows.filter(({ style, parent, marks }) => {
    if (parent === null || marks.length < 2) return false;
    const depth = paperLevels.indexOf(style);
    const above = paperLevels.indexOf(parent.style);
    return above !== -1 && depth - above > widestStep;
  });
}
