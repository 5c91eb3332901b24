/**
 * Reads running text into raw tasks: an outline of headings, and under it passages closed by a statement of who and
 * when. What no such statement closes is kept apart as open items for the door to judge.
 */

import type { SourceParagraph, SourcePlace } from '#kernel/reading/source.ts';
import type { ReadingFlag, TaskField } from '../reading.ts';
import { moveDutiesBehind } from './duties-ahead.ts';
import { cutAtDuties, opensWithDutyLabel } from './duty-text.ts';
import { isHeading, namesOneTask } from './heading-paragraphs.ts';
import { readNamedLine } from './named-lines.ts';
import type { OpeningLabel } from './numbering.ts';
import {
  addTask,
  closeDeeperHeadings,
  closedPassages,
  itemStyles,
  itemsOf,
  keepOpenPassages,
  type OpenItem,
  type Outline,
  openHeading,
  rankOf,
  taskOf,
} from './outline.ts';
import { outlineParagraphs } from './paragraphs.ts';
import { type DutyTexts, noDuties, type RawTask } from './raw-task.ts';
import { runInStyles, runInTitle } from './run-in-title.ts';
import { withUnitsOfSentence } from './sentence-units.ts';
import { withSingleTaskTitles } from './single-task-titles.ts';

export interface NarrativeReading {
  /** Passages with a statement of who or when, in order. */
  readonly tasks: readonly RawTask[];
  /** Numbered passages without one, with the place among the tasks they stand at. */
  readonly openItems: readonly OpenItem[];
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
    const said =
      index < items.length - 1 && !standsAlone
        ? withUnitsOfSentence({ ...task, duties: noDuties })
        : undefined;
    if (said !== undefined) {
      addTask(outline, said);
      continue;
    }
    const flags: ReadingFlag[] = unclosed ? [{ field: 'responsible', reason: unclosedBracket }] : [];
    const inherited: TaskField[] = [];
    if (index < items.length - 1) {
      for (const role of ['lead', 'responsible', 'cooperating', 'deadline'] as const) {
        if (duties[role] !== null) inherited.push(role);
      }
      if (!standsAlone) flags.push({ field: 'responsible', reason: sharedBehind });
    }
    addTask(outline, { ...task, inherited, flags });
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
  return { tasks: withSingleTaskTitles(outline.tasks), openItems: outline.openItems };
}
