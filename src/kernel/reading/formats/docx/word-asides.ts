/** What a Word document holds beside its body: headers, footers, notes, comments, variables, names of bookmarks. */
import type { SourcePlace } from '../../source.ts';
import type { Archive } from '../archive.ts';
import { gatherTellingAddresses } from '../office-asides.ts';
import { optionalXmlPart, outsideTargets, relatedParts, relationsOf } from '../package-parts.ts';
import { childElements, descendantsNamed, firstChild, type XmlElement } from '../xml-tree.ts';
import type { WordReading } from './inline.ts';

/** Reads the blocks of a part as texts, one a paragraph; handed in, because blocks need what stands here. */
export type PartTexts = (part: XmlElement) => Promise<string[]>;

async function gatherFurniture(
  archive: Archive,
  main: string,
  relations: XmlElement | undefined,
  reading: WordReading,
  textsOf: PartTexts,
): Promise<void> {
  for (const kind of ['header', 'footer'] as const) {
    const seen = new Set<string>();
    for (const member of relatedParts(relations, main, kind)) {
      const part = await optionalXmlPart(archive, member, reading.run);
      for (const text of part === undefined ? [] : await textsOf(part)) {
        if (!seen.has(text)) reading.run.aside(kind, text);
        seen.add(text);
      }
    }
  }
}

async function gatherNotes(
  archive: Archive,
  main: string,
  relations: XmlElement | undefined,
  reading: WordReading,
  textsOf: PartTexts,
): Promise<void> {
  for (const [kind, element] of [
    ['footnotes', 'footnote'],
    ['endnotes', 'endnote'],
  ] as const) {
    const part = await optionalXmlPart(archive, relatedParts(relations, main, kind)[0], reading.run);
    for (const note of part === undefined ? [] : childElements(part, element)) {
      const place = reading.references.get(`${element} ${note.attributes.get('id') ?? ''}`);
      for (const text of await textsOf(note)) reading.run.aside('footnote', text, place);
    }
  }
  const comments = await optionalXmlPart(archive, relatedParts(relations, main, 'comments')[0], reading.run);
  for (const comment of comments === undefined ? [] : childElements(comments, 'comment')) {
    const place: SourcePlace = reading.references.get(`comment ${comment.attributes.get('id') ?? ''}`) ?? {};
    const text = (await textsOf(comment)).join('\n');
    reading.run.note('comments', '文件中有批注，批注内容没有读取。');
    reading.run.aside('comment', text, place, comment.attributes.get('author') ?? '');
  }
}

async function gatherSettings(
  archive: Archive,
  main: string,
  relations: XmlElement | undefined,
  reading: WordReading,
): Promise<void> {
  const member = relatedParts(relations, main, 'settings')[0];
  const settings = await optionalXmlPart(archive, member, reading.run);
  for (const variable of settings === undefined ? [] : descendantsNamed(settings, 'docVar')) {
    const name = variable.attributes.get('name') ?? '';
    reading.run.aside('property', variable.attributes.get('val') ?? '', {}, `文档变量 ${name}`.trim());
  }
  if (member === undefined) return;
  const around = await optionalXmlPart(archive, relationsOf(member), reading.run);
  for (const target of outsideTargets(around)) reading.run.aside('property', target, {}, '模板');
}

/** Bookmarks that a person has named; programs name theirs without Chinese. */
function gatherBookmarks(document: XmlElement, reading: WordReading): void {
  for (const bookmark of descendantsNamed(document, 'bookmarkStart')) {
    const name = bookmark.attributes.get('name') ?? '';
    if (/\p{Script=Han}|\d{7}/u.test(name) && !name.startsWith('_'))
      reading.run.aside('property', name, {}, '书签');
  }
}

/** Gathers everything beside the body of a parsed document. */
export async function gatherWordAsides(
  archive: Archive,
  main: string,
  relations: XmlElement | undefined,
  document: XmlElement,
  reading: WordReading,
  textsOf: PartTexts,
): Promise<void> {
  await gatherFurniture(archive, main, relations, reading, textsOf);
  await gatherNotes(archive, main, relations, reading, textsOf);
  await gatherSettings(archive, main, relations, reading);
  gatherBookmarks(document, reading);
  gatherTellingAddresses(relations, reading.run);
}

/** Instructions every document has, which tell nothing. */
const plainField =
  /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|TOC|REF|PAGEREF|NOTEREF|STYLEREF|SEQ|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|EQ|FORM\w+|=|SYMBOL|XE|TC|INDEX|ADVANCE|LISTNUM|AUTONUM\w*|QUOTE|IF|HYPERLINK\s+(?:"https?:|\\l))(?:[\s\\"=*(]|$)/iu;

/** Whether the instruction of a field tells something: a path, a data source, an address. */
export function isTellingField(instruction: string): boolean {
  return instruction.trim() !== '' && !plainField.test(instruction);
}

/** Records such an instruction. */
export function gatherFieldCode(instruction: string, reading: WordReading): void {
  if (isTellingField(instruction)) reading.run.aside('property', instruction, reading.place, '域代码');
}

/**
 * Whether a run is set so that nobody sees it: smaller than can be read, in the colour of its own shading, or white where
 * it stands on the page itself.
 */
export function isInvisiblySet(own: XmlElement | undefined, onPage: boolean): boolean {
  if (own === undefined) return false;
  const colour = firstChild(own, 'color')?.attributes.get('val')?.toUpperCase();
  const size = Number(firstChild(own, 'sz')?.attributes.get('val') ?? '24');
  const ground = firstChild(own, 'shd')?.attributes.get('fill')?.toUpperCase();
  const isMarked = firstChild(own, 'highlight') !== undefined || ground !== undefined;
  // Half-points: up to two points.
  if (size <= 4) return true;
  if (colour === undefined || colour === 'AUTO') return false;
  return colour === ground || (colour === 'FFFFFF' && onPage && !isMarked);
}
