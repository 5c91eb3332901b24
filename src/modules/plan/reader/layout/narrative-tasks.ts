/**
 * Reads running text into raw tasks: an outline of headings, and under it passages closed by a statement of who and
 * when. What no such statement closes is kept apart as open items for the door to judge.
 */
import type { ReadingFlag, TaskField } from '../reading.ts';
import type { SourceParagraph, SourcePlace } from '../source.ts';
import { moveDutiesBehind } from './duties-ahead.ts';
import { cutAtDuties, opensWithDutyLabel } from './duty-text.ts';
import { readNamedLine } from './named-lines.ts';
import { type LabelStyle, labelStyles, type OpeningLabel } from './numbering.ts';
import { type OutlineParagraph, outlineParagraphs } from './paragraphs.ts';
import { type DutyTexts, noDuties, type RawTask } from './raw-task.ts';
import { runInStyles, runInTitle } from './run-in-title.ts';

export interface NarrativeReading {
  /** Passages with a statement of who or when, in order. */
  readonly tasks: readonly RawTask[];
  /** Numbered passages without one, with the place among the tasks they stand at. */
  readonly openItems: readonly OpenItem[];
}

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

interface Passage {
  readonly text: string;
  /** The task's name, where a line labels it so. */
  readonly item?: string;
  readonly label: OpeningLabel | undefined;
  readonly place: SourcePlace;
}

interface Outline {
  readonly headings: Heading[];
  passages: Passage[];
  readonly tasks: RawTask[];
  readonly openItems: OpenItem[];
}

const itemStyles: ReadonlySet<LabelStyle> = new Set(['part', 'cn', 'cnParen', 'arabic']);
const longestHeading = 60;

function rankOf(style: LabelStyle): number {
  return 10 + labelStyles.indexOf(style);
}

function isHeading(paragraph: OutlineParagraph, next: OutlineParagraph | undefined): boolean {
  const { label, text } = paragraph;
  if (paragraph.headingLevel !== undefined) return text.length <= longestHeading;
  if (label === undefined) return false;
  const rest = label.rest.replace(/。$/u, '');
  if (rest === '' || /[。；]/u.test(rest)) return false;
  if (label.style === 'part') return rest.length <= longestHeading;
  if (label.rest.endsWith('。') && (next === undefined || isSameOrWider(next, label.style))) return false;
  if (label.style === 'cn' || label.style === 'cnParen') return rest.length <= 45;
  if (label.style !== 'arabic' || rest.length > 30 || /[。；，：]$/u.test(label.rest)) return false;
  return (
    next !== undefined &&
    next.label?.style !== 'arabic' &&
    next.headingLevel === undefined &&
    !isWider(next.label)
  );
}

/** Whether a paragraph with a run-in title is a task itself: nothing narrower follows it. */
function namesOneTask(paragraph: OutlineParagraph, next: OutlineParagraph | undefined): boolean {
  const style = paragraph.label?.style;
  if (style === undefined || style === 'part') return false;
  return next?.label === undefined || isSameOrWider(next, style);
}

function isSameOrWider(next: OutlineParagraph, style: LabelStyle): boolean {
  return next.label !== undefined && labelStyles.indexOf(next.label.style) <= labelStyles.indexOf(style);
}

function isWider(label: OpeningLabel | undefined): boolean {
  return label !== undefined && (label.style === 'part' || label.style === 'cn' || label.style === 'cnParen');
}

function openHeading(outline: Outline, rank: number, title: string, paragraph: OutlineParagraph): void {
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

function taskOf(outline: Outline, passages: readonly Passage[], duties: DutyTexts): RawTask | undefined {
  const [first] = passages;
  if (first === undefined) return undefined;
  const ownNumber = first.label !== undefined && itemStyles.has(first.label.style);
  const opening = ownNumber ? (first.label?.rest ?? '') : first.text;
  const above = headingsAbove(outline, ownNumber ? first.label : undefined);
  const named = passages.find((passage) => passage.item !== undefined)?.item ?? null;
  const texts = [opening, ...passages.slice(1).map((passage) => passage.text)].filter((text) => text !== '');
  return {
    no: ownNumber ? (first.label?.number ?? null) : null,
    ...above,
    item: texts.length === 0 ? above.item : (named ?? above.item),
    requirement: texts.length === 0 ? (named ?? '') : texts.join('\n'),
    duties,
    remarks: null,
    inherited: [],
    flags: [],
    place: first.place,
  };
}

/** Passages grouped into items: each numbered passage opens one, what follows it belongs to it. */
function itemsOf(passages: readonly Passage[]): Passage[][] {
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
function closedPassages(outline: Outline): Passage[] {
  const plain = outline.passages.every(
    (passage) => passage.label === undefined && passage.item === undefined,
  );
  return plain && outline.headings.length === 0 ? outline.passages.slice(-1) : outline.passages;
}

function keepOpenPassages(outline: Outline): void {
  for (const passages of itemsOf(outline.passages)) {
    const style = passages[0]?.label?.style;
    const task = taskOf(outline, passages, noDuties);
    if (style === undefined || task === undefined || !itemStyles.has(style)) continue;
    outline.openItems.push({ task, after: outline.tasks.length, style });
  }
  outline.passages = [];
}

const sharedBehind = '这一项后面没有写责任单位，取自同一标题下后一项末尾的说明，请核对';
const unclosedBracket = '责任单位的括号没有写完，可能缺字';

/** Makes tasks of the open passages with the statement that closes them. */
function closePassages(outline: Outline, duties: DutyTexts, unclosed: boolean, standsAlone: boolean): void {
  if (outline.passages.length === 0) {
    closeHeading(outline, duties);
    return;
  }
  const items = itemsOf(closedPassages(outline));
  for (const [index, passages] of items.entries()) {
    const task = taskOf(outline, passages, duties);
    if (task === undefined) continue;
    const flags: ReadingFlag[] = unclosed ? [{ field: 'responsible', reason: unclosedBracket }] : [];
    const inherited: TaskField[] = [];
    if (index < items.length - 1) {
      for (const role of ['lead', 'responsible', 'cooperating', 'deadline'] as const) {
        if (duties[role] !== null) inherited.push(role);
      }
      if (!standsAlone) flags.push({ field: 'responsible', reason: sharedBehind });
    }
    outline.tasks.push({ ...task, inherited, flags });
    for (const heading of outline.headings) heading.tasksBelow++;
  }
  outline.passages = [];
}

/** A statement right under a heading: the heading is the task. Under a task it adds to that task. */
function closeHeading(outline: Outline, duties: DutyTexts): void {
  const heading = outline.headings.at(-1);
  const last = outline.tasks.at(-1);
  if (heading !== undefined && heading.tasksBelow === 0) {
    outline.headings.pop();
    outline.passages = [
      {
        text: heading.title,
        label: heading.label === undefined ? undefined : { ...heading.label, rest: heading.title },
        place: heading.place,
      },
    ];
    closePassages(outline, duties, false, true);
    return;
  }
  if (last === undefined) return;
  const merged = { ...last.duties };
  for (const role of ['lead', 'responsible', 'cooperating', 'deadline'] as const) {
    if (duties[role] !== null)
      merged[role] = merged[role] === null ? duties[role] : `${merged[role]}、${duties[role]}`;
  }
  outline.tasks[outline.tasks.length - 1] = { ...last, duties: merged };
}

function readPassages(
  outline: Outline,
  text: string,
  label: OpeningLabel | undefined,
  place: SourcePlace,
): void {
  const cuts = cutAtDuties(text);
  for (const [index, cut] of cuts.entries()) {
    const own = index === 0 ? label : undefined;
    if (cut.text !== '')
      outline.passages.push({
        text: cut.text,
        label: own === undefined ? undefined : { ...own, rest: restOf(cut.text, own) },
        place,
      });
    if (cut.duties !== null) closePassages(outline, cut.duties, cut.unclosed, cut.text === '');
  }
}

function restOf(text: string, label: OpeningLabel): string {
  if (label.rest === '') return '';
  // The cut may have shortened the paragraph behind its label.
  const at = text.indexOf(label.rest.slice(0, 4));
  return at < 0 ? text : text.slice(at);
}

/** Reads running paragraphs. Headings of the document itself (its title) must not be among them. */
export function readNarrative(source: readonly SourceParagraph[]): NarrativeReading {
  const paragraphs = moveDutiesBehind(outlineParagraphs(source));
  const runIn = runInStyles(paragraphs);
  const outline: Outline = { headings: [], passages: [], tasks: [], openItems: [] };
  for (const [at, paragraph] of paragraphs.entries()) {
    const { label, text, place } = paragraph;
    if (opensWithDutyLabel(text)) {
      readPassages(outline, text, undefined, place);
      continue;
    }
    const named = readNamedLine(text);
    if (named !== undefined) {
      outline.passages.push({ ...named, label: undefined, place });
      continue;
    }
    if (isHeading(paragraph, paragraphs[at + 1]) && cutAtDuties(text).every((cut) => cut.duties === null)) {
      const rank = label === undefined ? (paragraph.headingLevel ?? 1) : rankOf(label.style);
      openHeading(outline, rank, label?.rest ?? text, paragraph);
      continue;
    }
    const title = label !== undefined && runIn.has(label.style) ? runInTitle(label.rest) : undefined;
    if (label !== undefined && title !== undefined) {
      closeDeeperHeadings(outline, label.style);
      if (outline.headings.length === 0 && namesOneTask(paragraph, paragraphs[at + 1])) {
        // A title at the widest level that runs into its text names this one task.
        keepOpenPassages(outline);
        outline.passages.push({ text: '', item: title.title, label: { ...label, rest: '' }, place });
      } else openHeading(outline, rankOf(label.style), title.title, paragraph);
      readPassages(outline, title.rest, undefined, place);
      continue;
    }
    if (label !== undefined && itemStyles.has(label.style)) closeDeeperHeadings(outline, label.style);
    readPassages(outline, text, label, place);
  }
  keepOpenPassages(outline);
  return { tasks: outline.tasks, openItems: outline.openItems };
}

/** A numbered passage ends the headings of its own rank and below it. */
function closeDeeperHeadings(outline: Outline, style: LabelStyle): void {
  const rank = rankOf(style);
  if ((outline.headings.at(-1)?.rank ?? -1) < rank) return;
  keepOpenPassages(outline);
  while ((outline.headings.at(-1)?.rank ?? -1) >= rank) outline.headings.pop();
}
