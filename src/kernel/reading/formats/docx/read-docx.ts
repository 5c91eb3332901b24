/** Word documents (.docx, Office Open XML): finds the parts, then reads the body. Headers and footers are left out. */
import type { SourceDocument } from '../../source.ts';
import type { Archive } from '../archive.ts';
import { type FormatRun, SourceRefused } from '../format-run.ts';
import { ListNumberer } from '../list-numberer.ts';
import { gatherPackageAsides } from '../office-asides.ts';
import { relatedParts, relationsOf, xmlPart } from '../package-parts.ts';
import { descendantsNamed, firstChild, parseXml, type XmlElement } from '../xml-tree.ts';
import { readWordBlocks } from './blocks.ts';
import type { WordReading } from './inline.ts';
import { wordLists } from './numbering.ts';
import { wordStyles } from './styles.ts';
import { gatherWordAsides } from './word-asides.ts';

/** What the reading of a body begins with. */
function openWordReading(
  body: XmlElement,
  parts: { readonly styles: XmlElement | undefined; readonly numbering: XmlElement | undefined },
  run: FormatRun,
): WordReading {
  return {
    run,
    styles: wordStyles(parts.styles),
    numberer: new ListNumberer(wordLists(parts.numbering)),
    fields: [],
    instructions: [],
    references: new Map(),
    besideBody: false,
    place: {},
    knowsPages: descendantsNamed(body, 'lastRenderedPageBreak').length > 0,
    page: 1,
    paragraphs: 0,
    tables: 0,
    carried: '',
  };
}

/** The texts of a part beside the body, one a paragraph; what is hidden in them is recorded as well. */
async function textsBesideBody(part: XmlElement, reading: WordReading): Promise<string[]> {
  const beside: WordReading = {
    ...reading,
    fields: [],
    instructions: [],
    besideBody: true,
    place: {},
    carried: '',
  };
  const blocks = await readWordBlocks(part, beside);
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [(block.listLabel ?? '') + block.text]
      : block.rows.flatMap((row) => row.cells.map((cell) => cell.text)),
  );
}

/** @throws SourceRefused `damaged`, `archiveBomb`, `encrypted`, `cancelled` */
export async function readDocx(archive: Archive, run: FormatRun): Promise<SourceDocument> {
  const root = await xmlPart(archive, '_rels/.rels', run);
  const main = relatedParts(root, '', 'officeDocument')[0] ?? 'word/document.xml';
  const bytes = await archive.read(main);
  if (bytes === undefined) throw new SourceRefused('damaged', { format: 'docx', cause: '缺少正文' });
  const relations = await xmlPart(archive, relationsOf(main), run);
  const styles = await xmlPart(archive, relatedParts(relations, main, 'styles')[0], run);
  const numbering = await xmlPart(archive, relatedParts(relations, main, 'numbering')[0], run);
  const document = await parseXml(bytes, run, [0, 0.5]);
  const body = firstChild(document, 'body');
  if (body === undefined) throw new SourceRefused('damaged', { format: 'docx', cause: '缺少正文' });
  const reading = openWordReading(body, { styles, numbering }, run);
  const blocks = await readWordBlocks(body, reading);
  if (run.gathersAsides) {
    await gatherPackageAsides(archive, run);
    await gatherWordAsides(archive, main, relations, document, reading, (part) =>
      textsBesideBody(part, reading),
    );
  }
  return { format: 'docx', blocks, notes: run.notes };
}
