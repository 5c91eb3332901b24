/**
 * Parses an XML part into a small tree of local names, bounded in elements and depth. Entities of a document type
 * are never expanded and nothing is fetched.
 */
import { SaxesParser } from 'saxes';
import { type FormatRun, SourceRefused } from './format-run.ts';
import { decodeText } from './text-encoding.ts';

export interface XmlElement {
  /** Name without its prefix. */
  readonly name: string;
  /** By name without prefix; of two that differ in the prefix alone, the first. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

const chunkSize = 64 * 1024;

const noAttributes: ReadonlyMap<string, string> = new Map();

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function localAttributes(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const entries = Object.entries(attributes);
  if (entries.length === 0) return noAttributes;
  const local = new Map<string, string>();
  for (const [name, value] of entries) {
    const key = localName(name);
    if (!local.has(key)) local.set(key, value);
  }
  return local;
}

/** Child elements, all or those of one name. */
export function childElements(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first child element of a name, or of a chain of names. */
export function firstChild(
  parent: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  let element = parent;
  for (const name of names) {
    element = element?.children.find(
      (child): child is XmlElement => typeof child !== 'string' && child.name === name,
    );
  }
  return element;
}

/** Text directly and deeply inside an element. */
export function textInside(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textInside(child))).join('');
}

/** All descendants of a name in document order, not looking inside a found one. */
export function descendantsNamed(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).flatMap((child) =>
    child.name === name ? [child] : descendantsNamed(child, name),
  );
}

/**
 * Parses one part. `span` says which share of the whole reading this is, for the progress.
 * @throws SourceRefused `damaged` (not well-formed, too deep, too large, entities declared), `cancelled`
 */
export async function parseXml(
  bytes: Uint8Array,
  run: FormatRun,
  span: readonly [number, number] = [0, 0],
): Promise<XmlElement> {
  const decoded = decodeText(bytes);
  if (decoded === undefined) throw new SourceRefused('damaged', { cause: '内部结构不是文字' });
  const parser = new SaxesParser({ xmlns: false });
  const root: OpenElement = { name: '', attributes: new Map(), children: [] };
  const open: OpenElement[] = [root];
  let count = 0;
  parser.on('error', () => {
    throw new SourceRefused('damaged', { cause: '内部结构不完整' });
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new SourceRefused('damaged', { cause: '内部结构声明了不允许的实体' });
  });
  parser.on('opentag', (tag) => {
    count++;
    if (count > run.limits.elements) throw new SourceRefused('tooLarge', { cause: '内容过多' });
    if (open.length > run.limits.depth) throw new SourceRefused('damaged', { cause: '内部结构嵌套过深' });
    const element: OpenElement = {
      name: localName(tag.name),
      attributes: localAttributes(tag.attributes),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (text: string) => {
    open.at(-1)?.children.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  const [from, to] = span;
  for (let at = 0; at < decoded.text.length; at += chunkSize) {
    parser.write(decoded.text.slice(at, at + chunkSize));
    await run.breathe(from + ((to - from) * at) / decoded.text.length);
  }
  parser.close();
  const top = childElements(root)[0];
  if (top === undefined) throw new SourceRefused('damaged', { cause: '内部结构为空' });
  return top;
}
