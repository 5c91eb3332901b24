/** Finds the parts of an Office package by its relationships: which member is which, and what lies outside. */
import { type Archive, memberPath } from './archive.ts';
import { type FormatRun, SourceRefused } from './format-run.ts';
import { childElements, parseXml, type XmlElement } from './xml-tree.ts';

/** A parsed part; undefined when there is none. @throws SourceRefused `damaged`, `archiveBomb`, `encrypted` */
export async function xmlPart(
  archive: Archive,
  name: string | undefined,
  run: FormatRun,
): Promise<XmlElement | undefined> {
  const bytes = name === undefined ? undefined : await archive.read(name);
  return bytes === undefined ? undefined : parseXml(bytes, run);
}

/** A part the document can be read without: what is broken in it is noted, not refused. */
export async function optionalXmlPart(
  archive: Archive,
  name: string | undefined,
  run: FormatRun,
): Promise<XmlElement | undefined> {
  try {
    return await xmlPart(archive, name, run);
  } catch (problem) {
    if (!(problem instanceof SourceRefused) || problem.refusal.code !== 'damaged') throw problem;
    run.note('unreadablePart', '文件中有无法读取的部分。');
    return undefined;
  }
}

/** Members the relationships of a kind point to, by the end of their type address. */
export function relatedParts(relations: XmlElement | undefined, base: string, kind: string): string[] {
  return (relations === undefined ? [] : childElements(relations, 'Relationship')).flatMap((candidate) => {
    const isWanted =
      candidate.attributes.get('Type')?.endsWith(`/${kind}`) === true &&
      candidate.attributes.get('TargetMode') !== 'External';
    const target = candidate.attributes.get('Target');
    return isWanted && target !== undefined ? [memberPath(base, target)] : [];
  });
}

/** Addresses the relationships name outside the package. */
export function outsideTargets(relations: XmlElement | undefined): string[] {
  return (relations === undefined ? [] : childElements(relations, 'Relationship')).flatMap((relation) => {
    const target = relation.attributes.get('Target');
    return relation.attributes.get('TargetMode') === 'External' && target !== undefined ? [target] : [];
  });
}

/** The member that holds the relationships of another. */
export function relationsOf(member: string): string {
  const folder = member.slice(0, member.lastIndexOf('/') + 1);
  return `${folder}_rels/${member.slice(folder.length)}.rels`;
}
