/** A parsed page: its elements, attributes and what its markup says about their look. Knows no blocks. */
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';
import { decodeText } from '../text-encoding.ts';

export type PageElement = DefaultTreeAdapterMap['element'];
export type PageNode = DefaultTreeAdapterMap['childNode'];
export type PageParent = DefaultTreeAdapterMap['parentNode'];

const declarationReach = 4096;

/** Decodes a page by its own declaration where the bytes bear it out. */
export function decodePage(bytes: Uint8Array): string | undefined {
  const decoded = decodeText(bytes);
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, declarationReach));
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/iu.exec(opening)?.[1]?.toLowerCase();
  const isPlain = decoded === undefined || (decoded.encoding === 'utf-8' && decoded.replaced === 0);
  if (isPlain || declared === undefined || /^(?:utf|gb)/u.test(declared)) return decoded?.text;
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    return decoded.text;
  }
}

/** A whole page; locations give the line of each element. */
export function parsePage(text: string): PageParent {
  return parse(text, { sourceCodeLocationInfo: true });
}

/** The body of a parsed page. */
export function bodyOfPage(document: PageParent): PageParent {
  const html = document.childNodes.find((node) => node.nodeName === 'html');
  if (html === undefined || !defaultTreeAdapter.isElementNode(html)) return document;
  const body = html.childNodes.find((node) => node.nodeName === 'body');
  return body !== undefined && defaultTreeAdapter.isElementNode(body) ? body : html;
}

export function isPageElement(node: PageNode): node is PageElement {
  return defaultTreeAdapter.isElementNode(node);
}

export function isElementParent(parent: PageParent): parent is PageElement {
  return 'tagName' in parent;
}

export function isPageComment(node: PageNode): node is DefaultTreeAdapterMap['commentNode'] {
  return defaultTreeAdapter.isCommentNode(node);
}

export function isPageText(node: PageNode): node is DefaultTreeAdapterMap['textNode'] {
  return defaultTreeAdapter.isTextNode(node);
}

export function attributeOf(element: PageElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

function styleOf(element: PageElement): string {
  return (attributeOf(element, 'style') ?? '').toLowerCase().replace(/\s/gu, '');
}

/** Elements that hold no text of the document: scripts, controls, navigation. */
const withoutText = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'nav',
  'aside',
  'footer',
  'select',
  'button',
  'input',
  'textarea',
  'iframe',
  'object',
  'svg',
  'canvas',
  'audio',
  'video',
  'del',
]);

/** Elements whose content is for machines alone. */
const forMachines = new Set(
  'script style head template noscript iframe object canvas audio video del'.split(' '),
);

/** Whether an element is passed over; `everything` reads controls and navigation too. */
export function holdsNoText(element: PageElement, everything = false): boolean {
  return (everything ? forMachines : withoutText).has(element.tagName);
}

/** Whether markup hides the element from readers. */
export function isHiddenElement(element: PageElement): boolean {
  const style = styleOf(element);
  return (
    attributeOf(element, 'hidden') !== undefined ||
    /(?:^|;)display:none/u.test(style) ||
    /(?:^|;)visibility:hidden/u.test(style) ||
    /mso-hide:all/u.test(style) ||
    /(?:^|;)(?:opacity:0(?:\.0+)?|font-size:(?:0?\.\d+|0|1)(?:px|pt)?|font-size:0(?:em|%)?)(?:;|!|$)/u.test(
      style,
    ) ||
    isOfItsGround(element, style)
  );
}

const white = 'ffffff';

/** A colour of markup in six digits; undefined for names and forms this reader does not know. */
function colourDigits(value: string | undefined): string | undefined {
  const text = (value ?? '').replace(/!important$/u, '');
  if (text === 'white') return white;
  const [, short, long] = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/u.exec(text) ?? [];
  if (short !== undefined) return [...short].map((digit) => digit + digit).join('');
  if (long !== undefined) return long;
  const [, ...parts] = /^rgba?\((\d{1,3}),(\d{1,3}),(\d{1,3})(?:,1(?:\.0+)?)?\)$/u.exec(text) ?? [];
  if (parts.length < 3) return undefined;
  return parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('');
}

function groundOf(element: PageElement): string | undefined {
  const [, value] = /(?:^|;)background(?:-color)?:([^;]+)/u.exec(styleOf(element)) ?? [];
  return value ?? attributeOf(element, 'bgcolor')?.toLowerCase();
}

/**
 * Text in the colour of the ground it stands on. White counts as hidden only where no element around it has a ground or a
 * class: a style sheet may paint it.
 */
function isOfItsGround(element: PageElement, style: string): boolean {
  const [, own] = /(?:^|;)color:([^;]+)/u.exec(style) ?? [];
  const colour = colourDigits(own ?? attributeOf(element, 'color')?.toLowerCase());
  if (colour === undefined) return false;
  let around: PageParent | null = element;
  while (around !== null && isElementParent(around) && around.tagName !== 'html') {
    const ground = groundOf(around);
    if (ground !== undefined) return colourDigits(ground) === colour;
    if (attributeOf(around, 'class') !== undefined || attributeOf(around, 'id') !== undefined) return false;
    around = around.parentNode;
  }
  return colour === white;
}

export function isCentredElement(element: PageElement): boolean | undefined {
  if (element.tagName === 'center') return true;
  const align = /(?:^|;)text-align:(\w+)/u.exec(styleOf(element))?.[1] ?? attributeOf(element, 'align');
  return align === undefined ? undefined : align.toLowerCase() === 'center';
}

export function isBoldElement(element: PageElement): boolean | undefined {
  if (/^(?:b|strong|h[1-6]|th)$/u.test(element.tagName)) return true;
  const weight = /(?:^|;)font-weight:(\w+)/u.exec(styleOf(element))?.[1];
  return weight === undefined ? undefined : weight.startsWith('bold') || Number(weight) >= 600;
}

/** Line of the page's text where a node begins; the parser's own additions count as line 1. */
export function lineOfElement(node: PageNode): number {
  return node.sourceCodeLocation?.startLine ?? 1;
}
