/** Paragraphs and tables of a Word document body, in reading order. */

import type { SourceBlock, SourceParagraph, SourcePlace, SourceTable } from '../../source.ts';
import { cleanText } from '../clean-text.ts';
import { appendTo } from '../many-values.ts';
import { contentOfFrame, TableGrid, textOfCellBlocks } from '../table-grid.ts';
import { childElements, descendantsNamed, firstChild, textInside, type XmlElement } from '../xml-tree.ts';
import {
  collectInline,
  type InlineText,
  isEmptyControl,
  shownAlternative,
  type WordReading,
} from './inline.ts';
import { paragraphPropertiesIn, switchValue } from './styles.ts';

const deepestHeading = 6;
const transparent = new Set([
  'sdtContent',
  'customXml',
  'smartTag',
  'ins',
  'moveTo',
  'body',
  'sect',
  'sub-section',
]);

/** Where the blocks being read stand: in the body, or in a cell. */
interface WordSurroundings {
  readonly cell?: string;
  readonly boxed?: boolean;
}

function placeNow(reading: WordReading, around: WordSurroundings): SourcePlace {
  if (reading.besideBody) return {};
  return {
    ...(reading.knowsPages ? { page: reading.page } : {}),
    ...(around.cell === undefined ? { line: reading.paragraphs } : { cell: around.cell }),
  };
}

function listLabelOf(
  numbering: { readonly numId?: string; readonly level?: number } | undefined,
  reading: WordReading,
): string | undefined {
  if (numbering?.numId === undefined || numbering.numId === '0') return undefined;
  return reading.numberer.nextLabel(numbering.numId, numbering.level ?? 0);
}

async function readParagraph(
  element: XmlElement,
  reading: WordReading,
  around: WordSurroundings,
): Promise<SourceBlock[]> {
  reading.paragraphs++;
  const own = firstChild(element, 'pPr');
  const styleId = firstChild(own, 'pStyle')?.attributes.get('val') ?? reading.styles.defaultParagraph;
  const style = reading.styles.propertiesOf(styleId);
  const direct = paragraphPropertiesIn(own);
  const properties = { ...style, ...direct };
  const place = placeNow(reading, around);
  const onPage = around.cell === undefined && around.boxed !== true && firstChild(own, 'shd') === undefined;
  const inline: InlineText = { text: '', boldLength: 0, plainLength: 0, boxes: [], asides: [], onPage };
  reading.place = place;
  collectInline(element, reading, inline, style);
  for (const aside of inline.asides) reading.run.aside(aside.kind, aside.text, place, aside.label);
  const label = listLabelOf({ ...style.numbering, ...direct.numbering }, reading);
  if (/^toc \d/iu.test(reading.styles.nameOf(styleId))) {
    reading.run.note('contentsTable', '文件中的自动目录没有读取。');
    reading.run.aside('contents', inline.text, place);
    return [];
  }
  const raw = reading.carried + inline.text;
  reading.carried = '';
  if (firstChild(own, 'rPr', 'del') !== undefined) {
    reading.carried = raw;
    return [];
  }
  const text = cleanText(raw);
  const level = properties.outlineLevel;
  const paragraph: SourceParagraph = {
    kind: 'paragraph',
    text,
    place,
    ...(level !== undefined && level <= deepestHeading ? { headingLevel: level } : {}),
    ...(properties.centred === true ? { centred: true } : {}),
    ...(inline.boldLength > 0 && inline.plainLength === 0 ? { bold: true } : {}),
    ...(around.boxed === true ? { boxed: true } : {}),
    ...(label === undefined ? {} : { listLabel: label }),
  };
  const shown = text !== '' || (label !== undefined && around.cell !== undefined);
  const blocks: SourceBlock[] = shown ? [paragraph] : [];
  for (const box of inline.boxes)
    appendTo(blocks, await readWordBlocks(box, reading, { ...around, boxed: true }));
  return blocks;
}

interface WordCell {
  readonly column: number;
  readonly span: number;
  readonly continued: boolean;
  readonly blocks: SourceBlock[];
  readonly place: SourcePlace;
}

interface WordRow {
  readonly cells: WordCell[];
  readonly header: boolean;
  readonly place: SourcePlace;
}

function cellElements(parent: XmlElement, name: 'tr' | 'tc'): XmlElement[] {
  return childElements(parent).flatMap((child) => {
    if (child.name === name) return [child];
    if (child.name === 'sdt' || transparent.has(child.name)) return cellElements(child, name);
    return [];
  });
}

/** A whole number from 1 up; a broken or absurd one counts as 1. */
function spanOf(element: XmlElement | undefined): number {
  const span = Number(element?.attributes.get('val') ?? '1');
  return Number.isInteger(span) && span >= 1 && span <= 1000 ? span : 1;
}

function skippedColumns(element: XmlElement | undefined): number {
  return element === undefined ? 0 : spanOf(element);
}

function mergesUpwards(properties: XmlElement | undefined): boolean {
  const merge = firstChild(properties, 'vMerge') ?? firstChild(properties, 'vmerge');
  return merge !== undefined && (merge.attributes.get('val') ?? 'continue') === 'continue';
}

async function readRow(element: XmlElement, reading: WordReading, name: string): Promise<WordRow> {
  const properties = firstChild(element, 'trPr');
  const place = placeNow(reading, { cell: name });
  const cells: WordCell[] = [];
  let column = skippedColumns(firstChild(properties, 'gridBefore'));
  for (const cell of cellElements(element, 'tc')) {
    const cellProperties = firstChild(cell, 'tcPr');
    const span = spanOf(firstChild(cellProperties, 'gridSpan'));
    const cellName = `${name}C${column + 1}`;
    const blocks = await readWordBlocks(cell, reading, { cell: cellName });
    const last = cells.at(-1);
    if (firstChild(cellProperties, 'hMerge')?.attributes.get('val') === 'continue' && last !== undefined) {
      cells[cells.length - 1] = { ...last, span: last.span + span };
    } else {
      const continued = mergesUpwards(cellProperties);
      cells.push({ column, span, continued, blocks, place: placeNow(reading, { cell: cellName }) });
    }
    column += span;
  }
  return { cells, header: switchValue(firstChild(properties, 'tblHeader')) === true, place };
}

/** The texts of a row that is not shown, one a cell. */
function gatherRow(element: XmlElement, kind: 'hiddenText' | 'deletedText', reading: WordReading): void {
  if (!reading.run.gathersAsides) return;
  for (const cell of cellElements(element, 'tc')) {
    const texts = [...descendantsNamed(cell, 't'), ...descendantsNamed(cell, 'delText')].map(textInside);
    reading.run.aside(kind, texts.join(''), { cell: `table ${reading.tables}` });
  }
}

function isLeftOutRow(element: XmlElement, reading: WordReading): boolean {
  const properties = firstChild(element, 'trPr');
  if (firstChild(properties, 'del') !== undefined) {
    gatherRow(element, 'deletedText', reading);
    reading.run.note('trackedChanges', '文件中有未接受的修订，已按接受全部修订后的文字读取，请核对。');
    return true;
  }
  if (switchValue(firstChild(properties, 'hidden')) === true) {
    reading.run.note('hiddenRows', '表格中有隐藏的行，没有读取。');
    gatherRow(element, 'hiddenText', reading);
    return true;
  }
  return false;
}

function gridOfRows(rows: readonly WordRow[], place: SourcePlace): SourceTable {
  const grid = new TableGrid(place);
  for (const row of rows) {
    grid.beginRow(row.place, row.header);
    for (const cell of row.cells) {
      if (cell.continued && grid.continueCell(cell.column)) continue;
      grid.addCell(textOfCellBlocks(cell.blocks), cell.column, cell.span, cell.place);
    }
  }
  return grid.table(true);
}

async function readTable(
  element: XmlElement,
  reading: WordReading,
  around: WordSurroundings,
): Promise<SourceBlock[]> {
  reading.tables++;
  const name = `table ${reading.tables}`;
  const place = placeNow(reading, around.cell === undefined ? { cell: name } : around);
  const rows: WordRow[] = [];
  for (const [index, row] of cellElements(element, 'tr').entries()) {
    await reading.run.breathe();
    if (!isLeftOutRow(row, reading)) rows.push(await readRow(row, reading, `${name} R${index + 1}`));
  }
  if (rows.length === 0) return [];
  const table = gridOfRows(rows, place);
  const contents = rows.flatMap((row) => row.cells.map((cell) => (cell.continued ? [] : cell.blocks)));
  return contentOfFrame(contents, table.columnCount) ?? [table];
}

/** Reads all blocks inside an element (body, cell, text box). */
export async function readWordBlocks(
  parent: XmlElement,
  reading: WordReading,
  around: WordSurroundings = {},
): Promise<SourceBlock[]> {
  const blocks: SourceBlock[] = [];
  const children = childElements(parent);
  for (const [index, child] of children.entries()) {
    if (around.cell === undefined) await reading.run.breathe(0.5 + (0.5 * index) / children.length);
    switch (child.name) {
      case 'p':
        appendTo(blocks, await readParagraph(child, reading, around));
        break;
      case 'tbl':
        appendTo(blocks, await readTable(child, reading, around));
        break;
      case 'sdt':
        if (reading.run.gathersAsides || !isEmptyControl(child))
          appendTo(blocks, await readWordBlocks(child, reading, around));
        break;
      case 'AlternateContent': {
        const shown = shownAlternative(child);
        if (shown !== undefined) appendTo(blocks, await readWordBlocks(shown, reading, around));
        break;
      }
      case 'altChunk':
        reading.run.note('embeddedDocument', '文件中嵌入了其他文件，嵌入的内容没有读取。');
        break;
      default:
        if (transparent.has(child.name)) appendTo(blocks, await readWordBlocks(child, reading, around));
    }
  }
  return blocks;
}
