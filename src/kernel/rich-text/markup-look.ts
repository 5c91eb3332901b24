/** What the attributes and styles of one element say about the look of its words: marks, alignment, hiddenness. */
import type { DefaultTreeAdapterMap } from 'parse5';
import type { RichAlign, RichMarks } from './body.ts';

export type MarkupElement = DefaultTreeAdapterMap['element'];
export type MarkupNode = DefaultTreeAdapterMap['childNode'];
export type MarkupParent = DefaultTreeAdapterMap['parentNode'];

export function markupAttribute(element: MarkupElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

export function isMarkupElement(node: MarkupNode): node is MarkupElement {
  return 'tagName' in node;
}

export function isMarkupText(node: MarkupNode): node is DefaultTreeAdapterMap['textNode'] {
  return node.nodeName === '#text';
}

/** Declarations of the `style` attribute; a later one wins. Values are lower case without blanks at the edges. */
export function readStyle(element: MarkupElement): ReadonlyMap<string, string> {
  const style = markupAttribute(element, 'style');
  const declarations = new Map<string, string>();
  if (style === undefined) return declarations;
  for (const part of style.split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const value = part
      .slice(colon + 1)
      .replace(/!\s*important/iu, '')
      .trim();
    declarations.set(part.slice(0, colon).trim().toLowerCase(), value.toLowerCase());
  }
  return declarations;
}

type Style = ReadonlyMap<string, string>;

/** Whether markup hides the element from readers. */
export function isHiddenMarkup(element: MarkupElement, style: Style): boolean {
  return (
    markupAttribute(element, 'hidden') !== undefined ||
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all' ||
    /^0+(?:\.0+)?(?:px|pt|em|rem|%)?$/u.test(style.get('font-size') ?? '') ||
    /^0+(?:\.0+)?%?$/u.test(style.get('opacity') ?? '')
  );
}

/** Undefined where the element says nothing. */
export function readAlign(element: MarkupElement, style: Style): RichAlign | null | undefined {
  if (element.tagName === 'center') return 'center';
  const said =
    markupAttribute(element, 'data-align') ?? style.get('text-align') ?? markupAttribute(element, 'align');
  switch (said?.trim().toLowerCase()) {
    case undefined:
    case 'inherit':
      return undefined;
    case 'center':
    case '-webkit-center':
    case 'middle':
      return 'center';
    case 'right':
    case 'end':
      return 'right';
    default:
      return null;
  }
}

function readWeight(tag: string, style: Style): boolean | undefined {
  const weight = style.get('font-weight');
  if (weight !== undefined) {
    if (/^bold/u.test(weight)) return true;
    if (weight === 'normal' || weight === 'lighter') return false;
    if (/^\d+$/u.test(weight)) return Number(weight) >= 600;
  }
  return tag === 'strong' || tag === 'b' ? true : undefined;
}

function readSlant(tag: string, style: Style): boolean | undefined {
  const slant = style.get('font-style');
  if (slant !== undefined) return /^(?:italic|oblique)/u.test(slant);
  return tag === 'em' || tag === 'i' || tag === 'dfn' || tag === 'cite' ? true : undefined;
}

function readScript(tag: string, style: Style): RichMarks['script'] | undefined {
  if (tag === 'sup' || tag === 'sub') return tag;
  const place = style.get('vertical-align');
  if (place === 'super') return 'sup';
  return place === 'sub' ? 'sub' : undefined;
}

/** The marks inside the element; links are judged by who reads the markup. */
export function readMarks(element: MarkupElement, style: Style, around: RichMarks): RichMarks {
  const tag = element.tagName;
  return {
    link: around.link,
    strong: readWeight(tag, style) ?? around.strong,
    em: readSlant(tag, style) ?? around.em,
    script: readScript(tag, style) ?? around.script,
  };
}
