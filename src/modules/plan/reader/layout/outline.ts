/**
 * The outline of running text while it is read: headings open above, passages not yet closed, tasks so far. Knows how
 * a task is put together from passages, not what closes one.
 */
import type { SourcePlace } from '#kernel/reading/source.ts';
import { type LabelStyle, labelStyles, type OpeningLabel } from './numbering.ts';
import type { OutlineParagraph } from './paragraphs.ts';
import { type DutyTexts, noDuties, type RawTask } from './raw-task.ts';
import { joinWrapped } from './requirement-text.ts';

export interface OpenItem {
  readonly task: RawTask;
  /** Count of closed tasks before it. */
  readonly after: number;
  readonly style: LabelStyle;
}

interface Heading {
  readonly rank: number;
  readonly title: string;
  readonly label: OpeningLabel | undefined;
  readonly place: SourcePlace;
  tasksBelow: number;
}

export interface Passage {
  readonly text: string;
  /** The task's name, where a line labels it so. */
  readonly item?: string;
  readonly label: OpeningLabel | undefined;
  readonly place: SourcePlace;
}

export interface Outline {
  readonly headings: Heading[];
  passages: Passage[];
  readonly tasks: RawTask[];
  readonly openItems: OpenItem[];
}

/** Labels that number an item of its own and not a step within one. */
export const itemStyles: ReadonlySet<LabelStyle> = new Set(['part', 'cn', 'cnParen', 'arabic']);

/** How wide a label's headings are; the lower, the wider. Ranks below 10 are headings the format marks. */
export function rankOf(style: LabelStyle): number {
  return 10 + labelStyles.indexOf(style);
}

/** Opens a heading and ends those of its rank and below. */
export function openHeading(
  outline: Outline,
  rank: number,
  title: string,
  paragraph: OutlineParagraph,
): void {
  keepOpenPassages(outline);
  while ((outline.headings.at(-1)?.rank ?? -1) >= rank) outline.headings.pop();
  const { label, place } = paragraph;
  outline.headings.push({ rank, title: title.replace(/。$/u, ''), label, place, tasksBelow: 0 });
}

function headingsAbove(
  outline: Outline,
  label: OpeningLabel | undefined,
): Pick<RawTask, 'section' | 'sectionNumber' | 'subsection' | 'item'> {
  const rank = label === undefined ? Number.POSITIVE_INFINITY : rankOf(label.style);
  const above = outline.headings.filter((heading) => heading.rank < rank);
  const path = above.map((heading) => heading.title);
  return {
    section: path[0] ?? null,
    sectionNumber: above[0]?.label?.number ?? null,
    subsection: path[1] ?? null,
    item: path.slice(2).join('　') || null,
  };
}

/** Passages as printed, line by line; one that stops in the middle of a sentence goes on in the same line. */
function joinPassages(texts: readonly string[]): string {
  return texts.reduce((above, text) => {
    return /[。；;！!？?：:”）)]$/u.test(above) ? `${above}\n${text}` : joinWrapped(`${above}\n${text}`);
  });
}

/** The raw task that passages make; undefined for none. */
export function taskOf(
  outline: Outline,
  passages: readonly Passage[],
  duties: DutyTexts,
): RawTask | undefined {
  const [first] = passages;
  if (first === undefined) return undefined;
  const { label } = first;
  const ownNumber = label !== undefined && (itemStyles.has(label.style) || passages.length === 1);
  const opening = ownNumber ? (first.label?.rest ?? '') : first.text;
  const above = headingsAbove(outline, ownNumber ? first.label : undefined);
  const named = passages.find((passage) => passage.item !== undefined)?.item ?? null;
  const texts = [opening, ...passages.slice(1).map((passage) => passage.text)].filter((text) => text !== '');
  return {
    no: ownNumber ? (first.label?.number ?? null) : null,
    ...above,
    item: texts.length === 0 ? above.item : (named ?? above.item),
    requirement: texts.length === 0 ? (named ?? '') : joinPassages(texts),
    duties,
    remarks: null,
    inherited: [],
    flags: [],
    place: first.place,
  };
}

/** Passages grouped into items: each numbered passage opens one, what follows it belongs to it. */
export function itemsOf(passages: readonly Passage[]): Passage[][] {
  const items: Passage[][] = [];
  for (const passage of passages) {
    const last = items.at(-1);
    const opens = passage.label !== undefined && itemStyles.has(passage.label.style);
    // Words before the first number only lead in to the numbered items.
    if (opens && items.length === 1 && last?.[0]?.label === undefined) items[0] = [passage];
    else if (opens || last === undefined) items.push([passage]);
    else last.push(passage);
  }
  return items;
}

/** The passages a statement closes: without any heading above, a letter before the first task is none of them. */
export function closedPassages(outline: Outline): Passage[] {
  const plain = outline.passages.every(
    (passage) => passage.label === undefined && passage.item === undefined,
  );
  return plain && outline.headings.length === 0 ? outline.passages.slice(-1) : outline.passages;
}

/** Sets the numbered passages that nothing closed apart. */
export function keepOpenPassages(outline: Outline): void {
  for (const passages of itemsOf(outline.passages)) {
    const style = passages[0]?.label?.style;
    const task = taskOf(outline, passages, noDuties);
    if (style === undefined || task === undefined || !itemStyles.has(style)) continue;
    outline.openItems.push({ task, after: outline.tasks.length, style });
  }
  outline.passages = [];
}

/** Adds a closed task under all headings open above it. */
export function addTask(outline: Outline, task: RawTask): void {
  outline.tasks.push(task);
  for (const heading of outline.headings) heading.tasksBelow++;
}

/** A numbered passage ends the headings of its own rank and below it. */
export function closeDeeperHeadings(outline: Outline, style: LabelStyle): void {
  const rank = rankOf(style);
  if ((outline.headings.at(-1)?.rank ?? -1) < rank) return;
  keepOpenPassages(outline);
  while ((outline.headings.at(-1)?.rank ?? -1) >= rank) outline.headings.pop();
}
