/** Word documents (.docx, Office Open XML): finds the parts, then reads the body. Headers and footers are left out. */
import type { SourceDocument } from '../../source.ts';
import { type Archive, memberPath } from '../archive.ts';
import { type FormatRun, SourceRefused } from '../format-run.ts';
import { ListNumberer } from '../list-numberer.ts';
import { childElements, descendantsNamed, firstChild, parseXml, type XmlElement } from '../xml-tree.ts';
import { readWordBlocks } from './blocks.ts';
import type { WordReading } from './inline.ts';
import { wordLists } from './numbering.ts';
import { wordStyles } from './styles.ts';

async function xmlPart(
  archive: Archive,
  name: string | undefined,
  run: FormatRun,
): Promise<XmlElement | undefined> {
  const bytes = name === undefined ? undefined : await archive.read(name);
  return bytes === undefined ? undefined : parseXml(bytes, run);
}

/** The member a relationship of a kind points to, by the end of its type address. */
function relatedPart(relations: XmlElement | undefined, base: string, kind: string): string | undefined {
  const relation = (relations === undefined ? [] : childElements(relations, 'Relationship')).find(
    (candidate) =>
      candidate.attributes.get('Type')?.endsWith(`/${kind}`) === true &&
      candidate.attributes.get('TargetMode') !== 'External',
  );
  const target = relation?.attributes.get('Target');
  return target === undefined ? undefined : memberPath(base, target);
}

/** Reads the body of a parsed document with its styles and numbering. */
async function documentOfBody(
  document: XmlElement,
  parts: { readonly styles: XmlElement | undefined; readonly numbering: XmlElement | undefined },
  run: FormatRun,
): Promise<SourceDocument> {
  const body = firstChild(document, 'body');
  if (body === undefined) throw new SourceRefused('damaged', { format: 'docx', cause: '缺少正文' });
  const reading: WordReading = {
    run,
    styles: wordStyles(parts.styles),
    numberer: new ListNumberer(wordLists(parts.numbering)),
    fields: [],
    knowsPages: descendantsNamed(body, 'lastRenderedPageBreak').length > 0,
    page: 1,
    paragraphs: 0,
    tables: 0,
    carried: '',
  };
  const blocks = await readWordBlocks(body, reading);
  return { format: 'docx', blocks, notes: run.notes };
}

/** @throws SourceRefused `damaged`, `archiveBomb`, `encrypted`, `cancelled` */
export async function readDocx(archive: Archive, run: FormatRun): Promise<SourceDocument> {
  const root = await xmlPart(archive, '_rels/.rels', run);
  const main = relatedPart(root, '', 'officeDocument') ?? 'word/document.xml';
  const bytes = await archive.read(main);
  if (bytes === undefined) throw new SourceRefused('damaged', { format: 'docx', cause: '缺少正文' });
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = await xmlPart(archive, `${folder}_rels/${main.slice(folder.length)}.rels`, run);
  const styles = await xmlPart(archive, relatedPart(relations, main, 'styles'), run);
  const numbering = await xmlPart(archive, relatedPart(relations, main, 'numbering'), run);
  return documentOfBody(await parseXml(bytes, run, [0, 0.5]), { styles, numbering }, run);
}
