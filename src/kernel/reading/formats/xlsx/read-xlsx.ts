/** Excel workbooks (.xlsx): every visible sheet in order, results of formulas, nothing evaluated. */

import type { SourceBlock, SourceDocument } from '../../source.ts';
import type { Archive } from '../archive.ts';
import { cleanText } from '../clean-text.ts';
import { type FormatRun, SourceRefused } from '../format-run.ts';
import { appendTo } from '../many-values.ts';
import { childElements, firstChild, parseXml, textInside, type XmlElement } from '../xml-tree.ts';
import { showCellNumber } from './number-code.ts';
import { blocksOfSheet, cellAddress, type SheetCell, type SheetMerge, type SheetRow } from './sheet-grid.ts';
import { cellLook, readWorkbook, type SheetEntry, stringItemText, type Workbook } from './workbook.ts';
import { gatherSheetAsides, gatherWorkbookAsides } from './workbook-asides.ts';

const widestColumn = 16_384;
const defaultSheetName = /^(?:sheet|工作表|表)\s*\d+$/iu;

function columnOfAddress(address: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/u.exec(address.toUpperCase())?.[0] ?? '') {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}

function rowOfAddress(address: string): number {
  return Number(/\d{1,7}$/u.exec(address)?.[0] ?? '0');
}

function valueText(cell: XmlElement, workbook: Workbook): string {
  const raw = firstChild(cell, 'v');
  const value = raw === undefined ? '' : textInside(raw);
  switch (cell.attributes.get('t') ?? 'n') {
    case 's':
      return workbook.texts[Number(value)] ?? '';
    case 'inlineStr': {
      const item = firstChild(cell, 'is');
      return item === undefined ? '' : stringItemText(item);
    }
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'n':
      if (value.trim() === '') return '';
      return showCellNumber(
        Number(value),
        cellLook(workbook, cell.attributes.get('s')).code,
        workbook.from1904,
      );
    default:
      return value;
  }
}

function isSwitchedOn(element: XmlElement, name: string): boolean {
  return ['1', 'true'].includes(element.attributes.get(name) ?? '0');
}

async function rowsOfSheet(
  data: XmlElement,
  sheetName: string,
  workbook: Workbook,
  run: FormatRun,
  filtered: boolean,
): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  let number = 0;
  for (const row of childElements(data, 'row')) {
    await run.breathe();
    number = Number(row.attributes.get('r') ?? number + 1);
    const hidden = isSwitchedOn(row, 'hidden') || Number(row.attributes.get('ht') ?? '1') === 0;
    const cells: SheetCell[] = [];
    let next = 0;
    for (const cell of childElements(row, 'c')) {
      const address = cell.attributes.get('r');
      const column = address === undefined ? next : columnOfAddress(address);
      next = column + 1;
      const look = cellLook(workbook, cell.attributes.get('s'));
      const text = cleanText(valueText(cell, workbook));
      if (run.gathersAsides && look.unseen && text !== '' && !hidden) {
        run.note('hiddenText', '表格中有看不见的文字（与底色同色、字号极小或者格式不显示）。');
        run.aside('hiddenCell', text, { cell: `${sheetName}!${cellAddress(column, number)}` });
        continue;
      }
      if (text !== '' && column >= 0) cells.push({ column, text, bold: look.bold, centred: look.centred });
      if (cell.attributes.get('t') === 'e')
        run.note('cellErrors', '有单元格的公式出错（如 #REF!），请核对。');
    }
    if (cells.length === 0) continue;
    if (hidden && filtered) run.note('filteredRows', '表格中有被筛选隐藏的行，已一并读取，请核对。');
    else if (hidden) {
      run.note('hiddenRows', `表格中有隐藏的行（如第 ${number} 行），没有读取。`);
      for (const { column, text } of cells)
        run.aside('hiddenCell', text, { cell: `${sheetName}!${cellAddress(column, number)}` });
      continue;
    }
    rows.push({ number, cells: cells.sort((left, right) => left.column - right.column) });
  }
  return rows.sort((left, right) => left.number - right.number);
}

function mergesOfSheet(sheet: XmlElement): SheetMerge[] {
  const merges = firstChild(sheet, 'mergeCells');
  return (merges === undefined ? [] : childElements(merges, 'mergeCell')).flatMap((merge) => {
    const [from = '', to = ''] = (merge.attributes.get('ref') ?? '').split(':');
    const region = {
      top: rowOfAddress(from),
      bottom: rowOfAddress(to),
      left: columnOfAddress(from),
      right: Math.min(columnOfAddress(to), widestColumn),
    };
    return region.top > 0 && region.bottom >= region.top && region.left >= 0 ? [region] : [];
  });
}

function hiddenColumnsOf(sheet: XmlElement): Set<number> {
  const hidden = new Set<number>();
  const columns = firstChild(sheet, 'cols');
  for (const column of columns === undefined ? [] : childElements(columns, 'col')) {
    const isNarrow = Number(column.attributes.get('width') ?? '1') === 0;
    if (!isNarrow && !isSwitchedOn(column, 'hidden')) continue;
    const last = Math.min(Number(column.attributes.get('max')), widestColumn);
    for (let at = Number(column.attributes.get('min')); at <= last; at++) hidden.add(at - 1);
  }
  return hidden;
}

async function readSheet(
  entry: SheetEntry,
  part: XmlElement,
  workbook: Workbook,
  run: FormatRun,
): Promise<SourceBlock[]> {
  const data = firstChild(part, 'sheetData');
  if (data === undefined) return [];
  const filtered = firstChild(part, 'autoFilter', 'filterColumn') !== undefined;
  const rows = await rowsOfSheet(data, entry.name, workbook, run, filtered);
  const hiddenColumns = hiddenColumnsOf(part);
  if (rows.some((row) => row.cells.some((cell) => hiddenColumns.has(cell.column)))) {
    run.note('hiddenColumns', `工作表“${entry.name}”中有隐藏的列，没有读取。`);
    for (const { number, cells } of rows)
      for (const { column, text } of cells.filter((cell) => hiddenColumns.has(cell.column)))
        run.aside('hiddenCell', text, { cell: `${entry.name}!${cellAddress(column, number)}` });
  }
  const content = { name: entry.name, rows, merges: mergesOfSheet(part), hiddenColumns };
  return blocksOfSheet({ ...content, headerRows: entry.headerRows }, (text, column, row) =>
    run.aside('hiddenCell', text, { cell: `${entry.name}!${cellAddress(column, row)}` }),
  );
}

/** Every text of a sheet that is not shown, a cell each. */
async function gatherHiddenSheet(
  archive: Archive,
  entry: SheetEntry,
  workbook: Workbook,
  run: FormatRun,
): Promise<void> {
  const bytes = await archive.read(entry.member);
  if (bytes === undefined) return;
  const data = firstChild(await parseXml(bytes, run), 'sheetData');
  for (const row of data === undefined ? [] : childElements(data, 'row')) {
    await run.breathe();
    for (const cell of childElements(row, 'c'))
      run.aside('hiddenCell', valueText(cell, workbook), {
        cell: `${entry.name}!${cell.attributes.get('r') ?? ''}`,
      });
  }
  await gatherSheetAsides(archive, entry, run);
}

/** @throws SourceRefused `damaged`, `archiveBomb`, `encrypted`, `cancelled` */
export async function readXlsx(archive: Archive, main: string, run: FormatRun): Promise<SourceDocument> {
  const workbook = await readWorkbook(archive, main, run);
  if (workbook.hiddenSheets.length > 0) {
    run.note(
      'hiddenSheets',
      `有隐藏的工作表没有读取：${workbook.hiddenSheets.map((one) => one.name).join('、')}。`,
    );
  }
  const blocks: SourceBlock[] = [];
  const share = 0.8 / Math.max(workbook.sheets.length, 1);
  for (const [index, entry] of workbook.sheets.entries()) {
    const bytes = await archive.read(entry.member);
    if (bytes === undefined) throw new SourceRefused('damaged', { format: 'xlsx', cause: '缺少工作表' });
    const part = await parseXml(bytes, run, [0.2 + share * index, 0.2 + share * (index + 1)]);
    const sheetBlocks = await readSheet(entry, part, workbook, run);
    if (run.gathersAsides) await gatherSheetAsides(archive, entry, run, part);
    if (sheetBlocks.length === 0) continue;
    if (workbook.sheets.length > 1 && !defaultSheetName.test(entry.name)) {
      blocks.push({
        kind: 'paragraph',
        text: entry.name,
        headingLevel: 1,
        place: { cell: `${entry.name}!A1` },
      });
    }
    appendTo(blocks, sheetBlocks);
  }
  if (run.gathersAsides) {
    for (const entry of workbook.hiddenSheets) await gatherHiddenSheet(archive, entry, workbook, run);
    await gatherWorkbookAsides(archive, workbook, run);
  }
  return { format: 'xlsx', blocks, notes: run.notes };
}
