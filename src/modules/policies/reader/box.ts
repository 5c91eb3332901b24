/**
 * The information box of a government page (索引号、发文机关、成文日期 …), as a table, as lines or as pasted text: found,
 * read into fields, and taken out of the lines that hold the document. Pure.
 */
import { joinChinese, tidyText } from '#kernel/chinese/fold-text.ts';
import type { SourcePlace, SourceTable } from '#kernel/reading/source.ts';
import { type BoxField, cutAtLabels, fieldOfBareLabel } from './box-labels.ts';
import { endsLikeTitle } from './kinds.ts';
import type { DocumentLine } from './lines.ts';

export interface BoxValue {
  readonly field: BoxField;
  /** Tidied; blanks kept. */
  readonly value: string;
  readonly place: SourcePlace;
}

export interface BoxReading {
  readonly values: readonly BoxValue[];
  /** The lines that are not the box. */
  readonly lines: readonly DocumentLine[];
}

/** Fields that a sentence could carry by chance; alone they make no box. */
const weak: readonly BoxField[] = ['other', 'publishedOn', 'publisher', 'theme'];

interface Cell {
  readonly spaced: string;
  readonly place: SourcePlace;
}

function cellsOf(table: SourceTable): readonly (readonly Cell[])[] {
  return table.rows.map((row) =>
    row.cells.map(({ text, place }) => ({ spaced: tidyText(text.replace(/\n/gu, ' ')), place })),
  );
}

/** Labels in one row with their values in the row below. */
function valuesBelow(rows: readonly (readonly Cell[])[]): readonly BoxValue[] | undefined {
  const [heads, values] = rows;
  if (heads === undefined || values === undefined || rows.length !== 2 || heads.length < 3) return undefined;
  const fields = heads.map(({ spaced }) => fieldOfBareLabel(spaced));
  if (fields.some((field) => field === undefined) || values.length !== heads.length) return undefined;
  return fields.flatMap((field, at) => {
    const cell = values[at];
    return field === undefined || cell === undefined
      ? []
      : [{ field, value: cell.spaced, place: cell.place }];
  });
}

function valuesBeside(rows: readonly (readonly Cell[])[]): readonly BoxValue[] {
  const values: BoxValue[] = [];
  for (const row of rows) {
    let pending: BoxField | undefined;
    for (const { spaced, place } of row) {
      const bare = fieldOfBareLabel(spaced);
      if (bare !== undefined) {
        pending = bare;
        continue;
      }
      if (pending !== undefined) {
        values.push({ field: pending, value: spaced, place });
        pending = undefined;
        continue;
      }
      for (const { field, value } of cutAtLabels(spaced).cuts) values.push({ field, value, place });
    }
  }
  return values;
}

function boxOfTable(table: SourceTable): readonly BoxValue[] | undefined {
  if (table.rows.length > 16) return undefined;
  const rows = cellsOf(table);
  const values = valuesBelow(rows) ?? valuesBeside(rows);
  const isBox = values.some(({ field }) => field !== 'other') ? values.length >= 2 : values.length > 0;
  const characters = rows.flat().reduce((sum, { spaced }) => sum + spaced.length, 0);
  return isBox && characters < 1200 ? values : undefined;
}

interface LineCut {
  readonly at: number;
  readonly values: readonly BoxValue[];
  readonly kept: DocumentLine | null;
}

const unitMark = /^(?:[\s　]*[：:])/u;

/** An empty field (主题词：) is followed by the document itself. */
function isNextPart(field: BoxField, next: DocumentLine | undefined): boolean {
  if (next === undefined || next.centred || next.isHeading) return true;
  return field === 'other' && (endsLikeTitle(next.compact) || next.compact.length > 40);
}

/** Reads lines up to `reach`: `标签：值 标签：值`, or a label alone with its value on the next line. */
function cutLines(lines: readonly DocumentLine[], reach: number): readonly LineCut[] {
  const cuts: LineCut[] = [];
  for (let at = 0; at < Math.min(lines.length, reach); at += 1) {
    const line = lines[at];
    if (line === undefined || line.table !== null) continue;
    const { spaced, place } = line;
    const bare = fieldOfBareLabel(spaced);
    const next = lines[at + 1];
    if (bare !== undefined) {
      const value = next?.table === null && fieldOfBareLabel(next.spaced) === undefined ? next.spaced : '';
      const isValue = value !== '' && cutAtLabels(value).cuts.length === 0 && !isNextPart(bare, next);
      cuts.push({
        at,
        values: isValue ? [{ field: bare, value: value.replace(unitMark, ''), place }] : [],
        kept: null,
      });
      if (isValue) {
        cuts.push({ at: at + 1, values: [], kept: null });
        at += 1;
      }
      continue;
    }
    const { rest, cuts: found } = cutAtLabels(spaced);
    if (found.length === 0) continue;
    const values = found.map(({ field, value }) => ({ field, value, place }));
    const kept =
      rest === ''
        ? null
        : { ...line, spaced: rest, text: joinChinese(rest), compact: rest.replace(/\s+/gu, '') };
    cuts.push({ at, values, kept });
  }
  return cuts;
}

/** Lines a header may take on a page with navigation before it. */
const headReach = 120;

/** Where the letter itself begins: beyond it `时间：` and `名称：` are words of the text. */
function startOfLetter(lines: readonly DocumentLine[]): number {
  const at = lines.findIndex(({ compact, spaced }) =>
    compact.length > 70 && cutAtLabels(spaced).cuts.length === 0
      ? true
      : /^第[一二三四五六七八九十]+[章条]/u.test(compact) || /^一、./u.test(compact),
  );
  return at < 0 ? headReach : Math.min(at, headReach);
}

/** Finds the box and parts it from the document. */
export function readBox(lines: readonly DocumentLine[]): BoxReading {
  const tables = new Map<number, readonly BoxValue[]>();
  lines.forEach((line, at) => {
    const values = line.table === null ? undefined : boxOfTable(line.table);
    if (values !== undefined && (at < headReach || values.length >= 4)) tables.set(at, values);
  });
  const cuts = cutLines(lines, startOfLetter(lines));
  const fromLines = cuts.flatMap(({ values }) => values);
  const isBox = fromLines.filter(({ field }) => !weak.includes(field)).length >= 1 || fromLines.length >= 2;
  const cutAt = new Map((isBox || fromLines.length > 0 ? cuts : []).map((cut) => [cut.at, cut]));
  const values = [...[...tables.values()].flat(), ...fromLines];
  const kept = lines.flatMap((line, at) => {
    if (tables.has(at)) return [];
    const cut = cutAt.get(at);
    if (cut === undefined) return [line];
    return cut.kept === null ? [] : [cut.kept];
  });
  // Two labels set in one cell leave a label where a value should stand.
  const isValue = (value: string) => value !== '' && fieldOfBareLabel(value) === undefined;
  return { values: values.filter(({ value }) => isValue(value)), lines: kept };
}

/** The first value of a field, best field first. */
export function boxValue(box: BoxReading, ...fields: readonly BoxField[]): BoxValue | undefined {
  for (const field of fields) {
    const found = box.values.find((value) => value.field === field);
    if (found !== undefined) return found;
  }
  return undefined;
}
