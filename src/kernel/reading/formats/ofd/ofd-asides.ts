/** What an OFD file holds beside its pages: properties, annotations, attached files (GB/T 33190-2016, 7.4, 15, 20). */
import { type Archive, memberPath } from '../archive.ts';
import type { FormatRun } from '../format-run.ts';
import { optionalXmlPart } from '../package-parts.ts';
import { childElements, descendantsNamed, firstChild, textInside, type XmlElement } from '../xml-tree.ts';
import type { OfdDocument } from './read-ofd.ts';

const infoLabels: Readonly<Record<string, string>> = {
  Title: '标题',
  Author: '作者',
  Subject: '主题',
  Abstract: '摘要',
};

function gatherInfo(info: XmlElement, run: FormatRun): void {
  for (const child of childElements(info)) {
    const label = infoLabels[child.name];
    if (label !== undefined) run.aside('property', textInside(child), {}, label);
  }
  for (const word of descendantsNamed(info, 'Keyword')) run.aside('property', textInside(word), {}, '关键词');
  for (const data of descendantsNamed(info, 'CustomData'))
    run.aside('property', textInside(data), {}, data.attributes.get('Name') ?? '自定义属性');
}

/** The part a document's element gives the place of, with the member it lies in. */
async function namedPart(
  archive: Archive,
  document: OfdDocument,
  name: string,
  run: FormatRun,
): Promise<readonly [XmlElement, string] | undefined> {
  const place = firstChild(document.root, name);
  if (place === undefined) return undefined;
  const member = memberPath(document.member, textInside(place).trim());
  const part = await optionalXmlPart(archive, member, run);
  return part === undefined ? undefined : [part, member];
}

async function gatherOfdAnnotations(archive: Archive, document: OfdDocument, run: FormatRun): Promise<void> {
  const list = await namedPart(archive, document, 'Annotations', run);
  if (list === undefined) return;
  for (const place of descendantsNamed(list[0], 'FileLoc')) {
    const page = await optionalXmlPart(archive, memberPath(list[1], textInside(place).trim()), run);
    for (const annotation of page === undefined ? [] : descendantsNamed(page, 'Annot')) {
      const words = [...descendantsNamed(annotation, 'Remark'), ...descendantsNamed(annotation, 'TextCode')];
      const text = words.map(textInside).join('');
      if (text.trim() === '') continue;
      run.note('comments', '文件中有批注。');
      run.aside('comment', text, {}, annotation.attributes.get('Creator') ?? '');
    }
  }
}

/** Gathers beside the pages of all documents of a file. */
export async function gatherOfdAsides(
  archive: Archive,
  documents: readonly OfdDocument[],
  run: FormatRun,
): Promise<void> {
  if (!run.gathersAsides) return;
  const index = await optionalXmlPart(archive, 'OFD.xml', run);
  for (const info of index === undefined ? [] : descendantsNamed(index, 'DocInfo')) gatherInfo(info, run);
  for (const document of documents) {
    await gatherOfdAnnotations(archive, document, run);
    const attachments = await namedPart(archive, document, 'Attachments', run);
    const names = attachments === undefined ? [] : descendantsNamed(attachments[0], 'Attachment');
    if (names.length > 0) run.note('embeddedFile', '文件中附有其他文件，其内容没有读取。');
    for (const entry of names) run.aside('property', entry.attributes.get('Name') ?? '', {}, '附带文件');
  }
}
