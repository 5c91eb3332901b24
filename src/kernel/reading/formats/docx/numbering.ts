/** Reads the list definitions of a Word document from `numbering.xml`. */
import type { NumberingLevel, NumberingList } from '../list-numberer.ts';
import { childElements, firstChild, type XmlElement } from '../xml-tree.ts';

function levelOf(element: XmlElement): NumberingLevel {
  const restart = firstChild(element, 'lvlRestart')?.attributes.get('val');
  const alternate = firstChild(element, 'AlternateContent', 'Choice', 'numFmt')?.attributes.get('val');
  return {
    start: Number(firstChild(element, 'start')?.attributes.get('val') ?? '1'),
    format: firstChild(element, 'numFmt')?.attributes.get('val') ?? alternate ?? 'decimal',
    pattern: firstChild(element, 'lvlText')?.attributes.get('val') ?? '',
    arabic: firstChild(element, 'isLgl') !== undefined,
    restartAfter: restart === undefined ? undefined : Number(restart),
  };
}

function levelsOf(element: XmlElement): Map<number, NumberingLevel> {
  return new Map(
    childElements(element, 'lvl').map((level) => [Number(level.attributes.get('ilvl')), levelOf(level)]),
  );
}

function listOf(element: XmlElement, abstracts: ReadonlyMap<string, XmlElement>): NumberingList | undefined {
  const abstractId = firstChild(element, 'abstractNumId')?.attributes.get('val');
  const abstract = abstracts.get(abstractId ?? '');
  if (abstractId === undefined || abstract === undefined) return undefined;
  const levels = levelsOf(abstract);
  const startOverrides = new Map<number, number>();
  for (const override of childElements(element, 'lvlOverride')) {
    const level = Number(override.attributes.get('ilvl'));
    const own = firstChild(override, 'lvl');
    if (own !== undefined) levels.set(level, levelOf(own));
    const start = firstChild(override, 'startOverride')?.attributes.get('val');
    if (start !== undefined) startOverrides.set(level, Number(start));
  }
  return { counterKey: abstractId, levels, startOverrides };
}

/** Lists by `w:numId`; none without a numbering part. */
export function wordLists(part: XmlElement | undefined): Map<string, NumberingList> {
  const lists = new Map<string, NumberingList>();
  if (part === undefined) return lists;
  const abstracts = new Map<string, XmlElement>();
  const styled = new Map<string, XmlElement>();
  for (const abstract of childElements(part, 'abstractNum')) {
    abstracts.set(abstract.attributes.get('abstractNumId') ?? '', abstract);
    const style = firstChild(abstract, 'styleLink')?.attributes.get('val');
    if (style !== undefined) styled.set(style, abstract);
  }
  for (const [id, abstract] of abstracts) {
    const linked = styled.get(firstChild(abstract, 'numStyleLink')?.attributes.get('val') ?? '');
    if (linked !== undefined) abstracts.set(id, linked);
  }
  for (const number of childElements(part, 'num')) {
    const list = listOf(number, abstracts);
    if (list !== undefined) lists.set(number.attributes.get('numId') ?? '', list);
  }
  return lists;
}
