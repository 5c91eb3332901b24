/** OFD files (GB/T 33190-2016): finds documents, templates and pages in the archive and reads them by position. */
import type { SourceDocument } from '../../source.ts';
import { type Archive, memberPath } from '../archive.ts';
import { type FormatRun, SourceRefused } from '../format-run.ts';
import { blocksOfPages } from '../page-layout/blocks-of-pages.ts';
import type { PageInk } from '../page-layout/ink.ts';
import { InkCollector } from '../page-layout/ink-collector.ts';
import {
  childElements,
  descendantsNamed,
  firstChild,
  parseXml,
  textInside,
  type XmlElement,
} from '../xml-tree.ts';
import { gatherOfdAsides } from './ofd-asides.ts';
import { drawLayers, type PageResources, pointsPerMillimetre } from './page-drawing.ts';

export interface OfdDocument {
  readonly member: string;
  readonly root: XmlElement;
}

const boldName = /bold|black|heavy|黑体|simhei/iu;

async function part(archive: Archive, member: string, run: FormatRun): Promise<XmlElement | undefined> {
  const bytes = await archive.read(member);
  return bytes === undefined ? undefined : parseXml(bytes, run);
}

async function documentsOf(archive: Archive, run: FormatRun): Promise<OfdDocument[]> {
  const index = await part(archive, 'OFD.xml', run);
  const documents: OfdDocument[] = [];
  for (const body of index === undefined ? [] : childElements(index, 'DocBody')) {
    const place = firstChild(body, 'DocRoot');
    if (place === undefined) continue;
    const member = memberPath('OFD.xml', textInside(place).trim());
    const root = await part(archive, member, run);
    if (root !== undefined) documents.push({ member, root });
  }
  return documents;
}

async function resourcesOf(archive: Archive, document: OfdDocument, run: FormatRun): Promise<PageResources> {
  const boldFonts = new Set<string>();
  const common = firstChild(document.root, 'CommonData');
  for (const kind of ['PublicRes', 'DocumentRes']) {
    const place = firstChild(common, kind);
    if (place === undefined) continue;
    const resources = await part(archive, memberPath(document.member, textInside(place).trim()), run);
    for (const font of resources === undefined ? [] : descendantsNamed(resources, 'Font')) {
      const isBold =
        font.attributes.get('Bold') === 'true' || boldName.test(font.attributes.get('FontName') ?? '');
      if (isBold) boldFonts.add(font.attributes.get('ID') ?? '');
    }
  }
  return { boldFonts };
}

/** Width and height of a page in points, from its own area or the document's. */
function pageSize(page: XmlElement, document: OfdDocument): readonly [number, number] {
  const box =
    firstChild(page, 'Area', 'PhysicalBox') ??
    firstChild(document.root, 'CommonData', 'PageArea', 'PhysicalBox');
  const [, , width = 210, height = 297] =
    box === undefined ? [] : textInside(box).trim().split(/\s+/u).map(Number);
  return [width * pointsPerMillimetre, height * pointsPerMillimetre];
}

async function templatesOf(
  archive: Archive,
  document: OfdDocument,
  run: FormatRun,
): Promise<Map<string, XmlElement>> {
  const templates = new Map<string, XmlElement>();
  const common = firstChild(document.root, 'CommonData');
  for (const entry of common === undefined ? [] : childElements(common, 'TemplatePage')) {
    const member = memberPath(document.member, entry.attributes.get('BaseLoc') ?? '');
    const template = await part(archive, member, run);
    if (template !== undefined) templates.set(entry.attributes.get('ID') ?? '', template);
  }
  return templates;
}

/** @throws SourceRefused `damaged`, `encrypted`, `imageOnly`, `empty`, `tooLarge`, `cancelled` */
export async function readOfd(archive: Archive, run: FormatRun): Promise<SourceDocument> {
  if (archive.has('Encryptions.xml') || archive.has('EncryptInfo.dat')) {
    throw new SourceRefused('encrypted', { format: 'ofd' });
  }
  const documents = await documentsOf(archive, run);
  if (documents.length === 0) throw new SourceRefused('damaged', { format: 'ofd', cause: '缺少正文' });
  const pages: PageInk[] = [];
  let glyphs = 0;
  let pictures = 0;
  for (const document of documents) {
    const resources = await resourcesOf(archive, document, run);
    const templates = await templatesOf(archive, document, run);
    const list = firstChild(document.root, 'Pages');
    const entries = list === undefined ? [] : childElements(list, 'Page');
    if (pages.length + entries.length > run.limits.pages)
      throw new SourceRefused('tooLarge', { format: 'ofd' });
    for (const [index, entry] of entries.entries()) {
      await run.breathe((0.7 * index) / entries.length);
      const page = await part(
        archive,
        memberPath(document.member, entry.attributes.get('BaseLoc') ?? ''),
        run,
      );
      if (page === undefined) continue;
      const [width, height] = pageSize(page, document);
      const ink = new InkCollector(pages.length + 1, width, height);
      for (const used of childElements(page, 'Template')) {
        const template = templates.get(used.attributes.get('TemplateID') ?? '');
        if (template !== undefined) drawLayers(template, resources, ink);
      }
      drawLayers(page, resources, ink);
      for (const words of ink.wordsAside()) run.aside('header', words, { page: pages.length + 1 });
      pictures += descendantsNamed(page, 'ImageObject').length;
      glyphs += ink.glyphCount;
      if (glyphs > run.limits.elements) throw new SourceRefused('tooLarge', { format: 'ofd' });
      pages.push(ink.page());
    }
  }
  await gatherOfdAsides(archive, documents, run);
  if (glyphs === 0) throw new SourceRefused(pictures > 0 ? 'imageOnly' : 'empty', { format: 'ofd' });
  return { format: 'ofd', blocks: await blocksOfPages(pages, run), notes: run.notes };
}
