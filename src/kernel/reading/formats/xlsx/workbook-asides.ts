/** What a workbook holds beside its cells: headers and footers, comments, drawings, names, data kept for pivots and links. */
import type { Archive } from '../archive.ts';
import type { FormatRun } from '../format-run.ts';
import { gatherPackageAsides, gatherPictureNames, gatherTellingAddresses } from '../office-asides.ts';
import { optionalXmlPart, relatedParts, relationsOf } from '../package-parts.ts';
import { childElements, descendantsNamed, firstChild, textInside, type XmlElement } from '../xml-tree.ts';
import { type SheetEntry, stringItemText, type Workbook } from './workbook.ts';

const defaultName = /^(?:sheet|工作表|表)\s*\d*$/iu;
/** Codes inside a header: sections, fonts, sizes, colours, fields (ECMA-376 18.3.1.46). */
const headerCode = /&(?:[LCRPNDTFAZGBIUESXYOH]|"[^"]*"|K[0-9A-F+-]{5,6}|\d{1,3})/gu;

function gatherHeaders(sheet: XmlElement, name: string, run: FormatRun): void {
  const furniture = firstChild(sheet, 'headerFooter');
  for (const child of furniture === undefined ? [] : childElements(furniture)) {
    const kind = /header$/iu.test(child.name) ? 'header' : 'footer';
    run.aside(kind, textInside(child).replace(headerCode, ' ').replaceAll('&&', '&'), {}, name);
  }
}

async function gatherComments(
  archive: Archive,
  member: string,
  sheetName: string,
  run: FormatRun,
): Promise<void> {
  const part = await optionalXmlPart(archive, member, run);
  if (part === undefined) return;
  const authors = descendantsNamed(part, 'author').map(textInside);
  for (const comment of descendantsNamed(part, 'comment')) {
    const item = firstChild(comment, 'text');
    if (item === undefined) continue;
    run.note('comments', '表格中有批注，批注内容没有读取。');
    const cell = `${sheetName}!${comment.attributes.get('ref') ?? ''}`;
    run.aside(
      'comment',
      stringItemText(item),
      { cell },
      authors[Number(comment.attributes.get('authorId'))] ?? '',
    );
  }
}

async function gatherDrawing(archive: Archive, member: string, run: FormatRun): Promise<void> {
  const part = await optionalXmlPart(archive, member, run);
  if (part === undefined) return;
  gatherPictureNames(part, {}, run);
  if (descendantsNamed(part, 'blip').length > 0) run.note('pictures', '文件中有图片，图片里的文字没有读取。');
  for (const paragraph of descendantsNamed(part, 'p'))
    run.aside('drawing', descendantsNamed(paragraph, 't').map(textInside).join(''));
}

/** Gathers what belongs to one sheet; `part` is its parsed part where the caller has it. */
export async function gatherSheetAsides(
  archive: Archive,
  entry: SheetEntry,
  run: FormatRun,
  part?: XmlElement,
): Promise<void> {
  if (part !== undefined) gatherHeaders(part, entry.name, run);
  const relations = await optionalXmlPart(archive, relationsOf(entry.member), run);
  for (const member of relatedParts(relations, entry.member, 'comments'))
    await gatherComments(archive, member, entry.name, run);
  for (const member of relatedParts(relations, entry.member, 'drawing'))
    await gatherDrawing(archive, member, run);
  gatherTellingAddresses(relations, run);
}

/** Texts a program keeps to draw a pivot or a link again, though no cell shows them. */
async function gatherKeptData(archive: Archive, run: FormatRun): Promise<void> {
  for (const member of archive.names()) {
    if (!/^xl\/(?:pivotcache|externallinks)\/[^/]+\.xml$/u.test(member)) continue;
    const part = await optionalXmlPart(archive, member, run);
    if (part === undefined) continue;
    const kept = [
      ...descendantsNamed(part, 's').map((item) => item.attributes.get('v') ?? ''),
      ...descendantsNamed(part, 'v').map(textInside),
    ];
    const label = member.includes('pivot') ? '数据透视表缓存' : '外部链接缓存';
    for (const text of new Set(kept)) run.aside('hiddenText', text, {}, label);
  }
}

/** Gathers what belongs to the workbook as a whole. */
export async function gatherWorkbookAsides(
  archive: Archive,
  workbook: Workbook,
  run: FormatRun,
): Promise<void> {
  await gatherPackageAsides(archive, run);
  const names = firstChild(workbook.part, 'definedNames');
  for (const name of names === undefined ? [] : childElements(names, 'definedName')) {
    const called = name.attributes.get('name') ?? '';
    const content = `${called} ${textInside(name)}`;
    if (!called.startsWith('_xlnm.') && /\p{Script=Han}/u.test(content))
      run.aside('property', content, {}, '名称');
  }
  const sheetNames = [...workbook.sheets, ...workbook.hiddenSheets].map((entry) => entry.name);
  for (const name of sheetNames) if (!defaultName.test(name)) run.aside('property', name, {}, '工作表名称');
  await gatherKeptData(archive, run);
}
