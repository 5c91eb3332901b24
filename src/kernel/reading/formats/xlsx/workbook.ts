/** The parts of a workbook that its sheets share: names, texts, number formats, looks. */
import { type Archive, memberPath } from '../archive.ts';
import { type FormatRun, SourceRefused } from '../format-run.ts';
import { childElements, firstChild, parseXml, textInside, type XmlElement } from '../xml-tree.ts';
import { numberCode } from './number-code.ts';

/** How a cell looks, as far as reading needs it. */
export interface CellLook {
  readonly code: string;
  readonly bold: boolean;
  readonly centred: boolean;
  /** White on no ground. */
  readonly unseen: boolean;
}

export interface SheetEntry {
  readonly name: string;
  readonly member: string;
  /** Rows printed again on every page (from 1), if any are set. */
  readonly headerRows: readonly [number, number] | undefined;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly hiddenSheets: readonly SheetEntry[];
  /** The parsed part itself, for what only some readers want of it. */
  readonly part: XmlElement;
  readonly texts: readonly string[];
  readonly looks: readonly CellLook[];
  readonly from1904: boolean;
}

const plainLook: CellLook = { code: 'General', bold: false, centred: false, unseen: false };

/** Text of a string item: its own and that of its rich runs, without phonetic hints. */
export function stringItemText(item: XmlElement): string {
  const pieces = childElements(item).map((child) => {
    if (child.name === 't') return textInside(child);
    return child.name === 'r' ? childElements(child, 't').map(textInside).join('') : '';
  });
  return pieces
    .join('')
    .replace(/_x([0-9A-F]{4})_/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function looksOf(styles: XmlElement | undefined): CellLook[] {
  const own = new Map<number, string>();
  for (const format of childElements(firstChild(styles, 'numFmts') ?? emptyElement, 'numFmt')) {
    own.set(Number(format.attributes.get('numFmtId')), format.attributes.get('formatCode') ?? 'General');
  }
  const fonts = childElements(firstChild(styles, 'fonts') ?? emptyElement, 'font').map((font) => {
    const bold = firstChild(font, 'b');
    const colour = firstChild(font, 'color')?.attributes;
    return {
      bold: bold !== undefined && !['0', 'false'].includes(bold.attributes.get('val') ?? '1'),
      white: /^(?:FF)?FFFFFF$/iu.test(colour?.get('rgb') ?? '') || colour?.get('theme') === '0',
      colour: colourWords(colour),
      tiny: Number(firstChild(font, 'sz')?.attributes.get('val') ?? '11') <= smallestSeen,
    };
  });
  const grounds = childElements(firstChild(styles, 'fills') ?? emptyElement, 'fill').map((fill) => {
    const pattern = firstChild(fill, 'patternFill')?.attributes.get('patternType') ?? 'none';
    const colour = pattern === 'solid' ? firstChild(firstChild(fill, 'patternFill'), 'fgColor') : undefined;
    return {
      painted: firstChild(fill, 'gradientFill') !== undefined || pattern !== 'none',
      colour: colourWords(colour?.attributes),
    };
  });
  return childElements(firstChild(styles, 'cellXfs') ?? emptyElement, 'xf').map((format) => {
    const font = fonts[Number(format.attributes.get('fontId') ?? '0')];
    const ground = grounds[Number(format.attributes.get('fillId') ?? '0')];
    const code = numberCode(Number(format.attributes.get('numFmtId') ?? '0'), own);
    const isOnPaper = ground?.painted !== true;
    const isOfGround = font?.colour !== undefined && font.colour === ground?.colour;
    return {
      code,
      bold: font?.bold === true,
      unseen:
        font?.tiny === true || (font?.white === true && isOnPaper) || isOfGround || showsNothing.test(code),
      centred: /^center/u.test(firstChild(format, 'alignment')?.attributes.get('horizontal') ?? ''),
    };
  });
}

/** Points up to which nobody reads a cell. */
const smallestSeen = 2;
/** ;;; shows neither numbers nor text. */
const showsNothing = /^;;;$/u;

/** A colour as it can be compared: the last six digits, or the number of the theme's. */
function colourWords(colour: ReadonlyMap<string, string> | undefined): string | undefined {
  const theme = colour?.get('theme');
  if (theme !== undefined) return `theme ${theme} ${colour?.get('tint') ?? '0'}`;
  return colour?.get('rgb')?.slice(-6).toUpperCase();
}

const emptyElement: XmlElement = { name: '', attributes: new Map(), children: [] };

function headerRowsOf(workbook: XmlElement, index: number): readonly [number, number] | undefined {
  const names = childElements(firstChild(workbook, 'definedNames') ?? emptyElement, 'definedName');
  const titles = names.find(
    (name) =>
      name.attributes.get('name') === '_xlnm.Print_Titles' &&
      name.attributes.get('localSheetId') === String(index),
  );
  const rows = titles === undefined ? null : /\$(\d+):\$(\d+)/u.exec(textInside(titles));
  return rows === null ? undefined : [Number(rows[1]), Number(rows[2])];
}

/** The look with a number; an unknown number is the plain look. */
export function cellLook(workbook: Workbook, style: string | undefined): CellLook {
  return workbook.looks[Number(style ?? '0')] ?? plainLook;
}

/** @throws SourceRefused `damaged` when the workbook part is missing or broken */
export async function readWorkbook(archive: Archive, main: string, run: FormatRun): Promise<Workbook> {
  const part = async (name: string): Promise<XmlElement | undefined> => {
    const bytes = await archive.read(name);
    return bytes === undefined ? undefined : parseXml(bytes, run, [0, 0.2]);
  };
  const workbook = await part(main);
  if (workbook === undefined) throw new SourceRefused('damaged', { format: 'xlsx', cause: '缺少工作簿' });
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = await part(`${folder}_rels/${main.slice(folder.length)}.rels`);
  const targets = new Map<string, string>();
  const kinds = new Map<string, string>();
  for (const relation of childElements(relations ?? emptyElement, 'Relationship')) {
    const member = memberPath(main, relation.attributes.get('Target') ?? '');
    targets.set(relation.attributes.get('Id') ?? '', member);
    kinds.set(relation.attributes.get('Type')?.split('/').at(-1) ?? '', member);
  }
  const sheets: SheetEntry[] = [];
  const hiddenSheets: SheetEntry[] = [];
  for (const [index, sheet] of childElements(
    firstChild(workbook, 'sheets') ?? emptyElement,
    'sheet',
  ).entries()) {
    const name = sheet.attributes.get('name') ?? `Sheet${index + 1}`;
    const member = targets.get(sheet.attributes.get('id') ?? '');
    const entry = { name, member: member ?? '', headerRows: headerRowsOf(workbook, index) };
    if ((sheet.attributes.get('state') ?? 'visible') !== 'visible') hiddenSheets.push(entry);
    else if (member !== undefined) sheets.push(entry);
  }
  const texts = await part(kinds.get('sharedStrings') ?? `${folder}sharedStrings.xml`);
  const from1904 = firstChild(workbook, 'workbookPr')?.attributes.get('date1904');
  return {
    sheets,
    hiddenSheets,
    part: workbook,
    texts: childElements(texts ?? emptyElement, 'si').map(stringItemText),
    looks: looksOf(await part(kinds.get('styles') ?? `${folder}styles.xml`)),
    from1904: from1904 === '1' || from1904 === 'true',
  };
}
