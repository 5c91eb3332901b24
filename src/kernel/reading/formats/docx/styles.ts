/** What the styles of a Word document say about a paragraph, with inheritance resolved. */
import { childElements, firstChild, type XmlElement } from '../xml-tree.ts';

/** Properties a paragraph or run has by its style or by itself; undefined means not said. */
export interface WordProperties {
  readonly outlineLevel?: number;
  readonly centred?: boolean;
  readonly bold?: boolean;
  readonly hidden?: boolean;
  readonly numbering?: WordNumbering;
}

export interface WordNumbering {
  /** `0` switches an inherited numbering off. */
  readonly numId?: string;
  readonly level?: number;
}

interface WordStyle {
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly own: WordProperties;
}

export interface WordStyles {
  /** Properties of a style with all it is based on. */
  readonly propertiesOf: (styleId: string | undefined) => WordProperties;
  readonly nameOf: (styleId: string | undefined) => string;
  readonly defaultParagraph: string | undefined;
}

const longestChain = 20;
const headingName = /^(?:heading|标题)\s*([1-6])$/iu;

/** A switch element: present without value means on. */
export function switchValue(element: XmlElement | undefined): boolean | undefined {
  if (element === undefined) return undefined;
  return !['0', 'false', 'off', 'none'].includes(element.attributes.get('val') ?? 'true');
}

function definedOnly(
  properties: { [Key in keyof WordProperties]: WordProperties[Key] | undefined },
): WordProperties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}

function numberingOf(paragraphProperties: XmlElement | undefined): WordNumbering | undefined {
  const numbering = firstChild(paragraphProperties, 'numPr');
  if (numbering === undefined) return undefined;
  const numId = firstChild(numbering, 'numId')?.attributes.get('val');
  const level = Number(firstChild(numbering, 'ilvl')?.attributes.get('val'));
  return {
    ...(numId === undefined ? {} : { numId }),
    ...(Number.isInteger(level) && firstChild(numbering, 'ilvl') !== undefined ? { level } : {}),
  };
}

/** Properties that stand in a `w:pPr`, without its run properties (those are of the paragraph mark). */
export function paragraphPropertiesIn(element: XmlElement | undefined): WordProperties {
  const outline = firstChild(element, 'outlineLvl')?.attributes.get('val');
  const align = firstChild(element, 'jc')?.attributes.get('val');
  return definedOnly({
    outlineLevel: outline === undefined ? undefined : Number(outline) + 1,
    centred: align === undefined ? undefined : align === 'center',
    bold: undefined,
    hidden: undefined,
    numbering: numberingOf(element),
  });
}

/** Properties that stand in a `w:rPr`. */
export function runPropertiesIn(element: XmlElement | undefined): WordProperties {
  return definedOnly({
    outlineLevel: undefined,
    centred: undefined,
    bold: switchValue(firstChild(element, 'b')),
    hidden: switchValue(firstChild(element, 'vanish')),
    numbering: undefined,
  });
}

function styleOf(element: XmlElement): WordStyle {
  const name = firstChild(element, 'name')?.attributes.get('val') ?? '';
  const heading = headingName.exec(name)?.[1];
  return {
    name,
    basedOn: firstChild(element, 'basedOn')?.attributes.get('val'),
    own: {
      ...(heading === undefined ? {} : { outlineLevel: Number(heading) }),
      ...paragraphPropertiesIn(firstChild(element, 'pPr')),
      ...runPropertiesIn(firstChild(element, 'rPr')),
    },
  };
}

function mergedProperties(base: WordProperties, own: WordProperties): WordProperties {
  const numbering =
    base.numbering === undefined && own.numbering === undefined
      ? {}
      : { numbering: { ...base.numbering, ...own.numbering } };
  return { ...base, ...own, ...numbering };
}

/** Reads `styles.xml`; without one every style is empty. */
export function wordStyles(part: XmlElement | undefined): WordStyles {
  const styles = new Map<string, WordStyle>();
  let defaultParagraph: string | undefined;
  for (const element of part === undefined ? [] : childElements(part, 'style')) {
    const id = element.attributes.get('styleId');
    if (id === undefined) continue;
    styles.set(id, styleOf(element));
    if (element.attributes.get('type') === 'paragraph' && element.attributes.get('default') === '1') {
      defaultParagraph = id;
    }
  }
  const resolved = new Map<string, WordProperties>();
  const propertiesOf = (styleId: string | undefined, chain = 0): WordProperties => {
    if (styleId === undefined || chain > longestChain) return {};
    const known = resolved.get(styleId);
    if (known !== undefined) return known;
    const style = styles.get(styleId);
    if (style === undefined) return {};
    const properties = mergedProperties(propertiesOf(style.basedOn, chain + 1), style.own);
    resolved.set(styleId, properties);
    return properties;
  };
  return {
    propertiesOf: (styleId) => propertiesOf(styleId),
    nameOf: (styleId) => styles.get(styleId ?? '')?.name ?? '',
    defaultParagraph,
  };
}
