/**
 * The rows of an old site's list of information: which column means what, and which rows cannot be taken and why. Pure;
 * browser-safe.
 */
import { type Day, parseDay } from '#kernel/day.ts';
import type { FieldValue } from './content.ts';
import { findItemKind, itemKinds } from './kinds/all.ts';
import { type Openness, opennessKinds } from './openness.ts';

export interface ImportRow {
  /** Line of the file, the head being the first. */
  readonly line: number;
  readonly title: string;
  readonly columnCode: string;
  readonly unitName: string;
  readonly kind: string;
  readonly publishedOn: Day;
  readonly formedOn: Day | null;
  readonly body: string;
  readonly indexNumber: string | null;
  readonly sourceName: string | null;
  readonly oldAddress: string | null;
  readonly openness: Openness;
  readonly reason: string | null;
  /** Values of the kind's own fields, from a program; a list has none. */
  readonly fields?: Readonly<Record<string, FieldValue>>;
}

export interface RefusedRow {
  readonly line: number;
  readonly title: string;
  readonly because: string;
}

export interface ReadRows {
  readonly rows: readonly ImportRow[];
  readonly refused: readonly RefusedRow[];
}

type Field = Exclude<keyof ImportRow, 'line' | 'fields'>;

/** Heads of columns as exports of county sites have them. */
const heads: Readonly<Record<Field, readonly string[]>> = {
  title: ['标题', '信息标题', '名称', 'title'],
  columnCode: ['栏目', '栏目地址', '所属栏目', 'column'],
  unitName: ['单位', '发布机构', '发布单位', '责任单位', 'unit'],
  kind: ['类型', '信息类型', 'kind'],
  publishedOn: ['发布日期', '发布时间', '公开日期', 'published'],
  formedOn: ['成文日期', '形成日期', '生成日期', 'formed'],
  body: ['正文', '内容', 'body', 'content'],
  indexNumber: ['索引号', 'index'],
  sourceName: ['来源', '信息来源', 'source'],
  oldAddress: ['原地址', '原链接', '网址', 'url'],
  openness: ['公开属性', '公开方式', 'openness'],
  reason: ['不公开理由', '理由', 'reason'],
};
const needed: readonly Field[] = ['title', 'columnCode', 'unitName', 'publishedOn', 'body'];

const opennessWords: Readonly<Record<string, Openness>> = {
  '': 'proactive',
  主动公开: 'proactive',
  依申请公开: 'onRequest',
  不予公开: 'withheld',
};

/** A day as lists have it: `2024-3-5`, `2024/03/05`, `2024年3月5日`, with or without a time behind it. */
export function readListDay(text: string): Day | undefined {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(text.trim());
  if (found === null) return undefined;
  const [, year = '', month = '', day = ''] = found;
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function readKind(text: string): string | undefined {
  if (text === '') return 'news';
  return (itemKinds.find(({ title }) => title === text) ?? findItemKind(text))?.id;
}

/** What of the head is missing, by the titles a person would write. */
export function findMissingHeads(head: readonly string[]): readonly string[] {
  const known = head.map((cell) => cell.trim().toLowerCase());
  return needed
    .filter((field) => !heads[field].some((name) => known.includes(name)))
    .map((field) => heads[field][0] ?? field);
}

/** Reads the rows below the head; a row that cannot be taken is named with the reason, and the others go on. */
export function readImportRows(table: readonly (readonly string[])[]): ReadRows {
  const [head = [], ...lines] = table;
  const known = head.map((cell) => cell.trim().toLowerCase());
  const places = new Map<Field, number>();
  for (const [field, names] of Object.entries(heads)) {
    const at = known.findIndex((cell) => names.includes(cell));
    if (at >= 0 && isField(field)) places.set(field, at);
  }
  const rows: ImportRow[] = [];
  const refused: RefusedRow[] = [];
  for (const [index, cells] of lines.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const cellOf = (field: Field) => (cells[places.get(field) ?? -1] ?? '').trim();
    const row = readRow(index + 2, cellOf);
    if ('because' in row) refused.push(row);
    else rows.push(row);
  }
  return { rows, refused };
}

function isField(text: string): text is Field {
  return text in heads;
}

function readRow(line: number, cellOf: (field: Field) => string): ImportRow | RefusedRow {
  const title = cellOf('title');
  const refuse = (because: string): RefusedRow => ({ line, title, because });
  if (title === '') return refuse('没有标题');
  if (title.length > 300) return refuse('标题超过300字');
  const publishedOn = readListDay(cellOf('publishedOn'));
  if (publishedOn === undefined) return refuse(`发布日期“${cellOf('publishedOn')}”无法识别`);
  const formedText = cellOf('formedOn');
  const formedOn = formedText === '' ? null : readListDay(formedText);
  if (formedOn === undefined) return refuse(`成文日期“${formedText}”无法识别`);
  const kind = readKind(cellOf('kind'));
  if (kind === undefined) return refuse(`没有“${cellOf('kind')}”这种类型`);
  const opennessText = cellOf('openness');
  const openness = opennessWords[opennessText] ?? opennessKinds.find((one) => one === opennessText);
  if (openness === undefined) return refuse(`公开属性“${opennessText}”无法识别`);
  const reason = cellOf('reason') || null;
  if (openness !== 'proactive' && reason === null) return refuse('不主动公开的信息没有写明理由');
  return {
    line,
    title,
    columnCode: cellOf('columnCode'),
    unitName: cellOf('unitName'),
    kind,
    publishedOn,
    formedOn,
    body: cellOf('body'),
    indexNumber: cellOf('indexNumber') || null,
    sourceName: cellOf('sourceName') || null,
    oldAddress: cellOf('oldAddress') || null,
    openness,
    reason,
  };
}
