/**
 * Brings together what the tables and the running text of a document say, and decides which of it is the list of
 * tasks. Works on raw tasks; fields are read later.
 */

import type { SourceParagraph } from '#kernel/reading/source.ts';
import { foldText } from '../fields/index.ts';
import type { DocumentPart } from './document-parts.ts';
import type { Grid } from './grid.ts';
import { readListTables } from './list-tables.ts';
import { type NarrativeReading, readNarrative } from './narrative-tasks.ts';
import { isStatute } from './not-a-plan.ts';
import { shownText } from './paragraphs.ts';
import type { RawTask } from './raw-task.ts';
import { withUnitsOfSentence } from './sentence-units.ts';

export interface GatheredTasks {
  readonly tableTasks: readonly RawTask[];
  readonly narrativeTasks: readonly RawTask[];
  /** Numbered paragraphs without units, where no list says who does the work. */
  readonly unassigned: readonly RawTask[];
  readonly running: readonly string[];
  readonly otherGrids: readonly Grid[];
  readonly noteTexts: readonly string[];
  readonly notes: readonly string[];
}

const annexMark = /^附件\s*[\d一二三四五六七八九十]*\s*[：:.、]?$/u;

function isTitle(paragraph: SourceParagraph, titles: ReadonlySet<string>): boolean {
  const text = shownText(paragraph);
  return text.length <= 100 && (annexMark.test(text) || titles.has(foldText(text)));
}

function topOf(task: RawTask): string {
  return task.section ?? task.subsection ?? '';
}

const noUnits = '这一项没有写责任单位，而同一部分的其他任务都写了，可能缺失';

/** Puts numbered passages without units among the tasks where their neighbours have units, and names the rest. */
function withOpenItems(reading: NarrativeReading): { tasks: RawTask[]; left: RawTask[] } {
  const assignedTops = new Set(reading.tasks.map(topOf));
  const tasks: RawTask[] = [];
  const left: RawTask[] = [];
  const numbered = reading.tasks.filter((task) => task.no !== null).length * 2 >= reading.tasks.length;
  let next = 0;
  for (const { task, after } of reading.openItems) {
    tasks.push(...reading.tasks.slice(next, Math.max(next, after)));
    next = Math.max(next, after);
    const isTask = numbered && assignedTops.has(topOf(task)) && task.requirement.length >= 8;
    if (!isTask) left.push(task);
    else
      tasks.push(
        withUnitsOfSentence(task) ?? { ...task, flags: [{ field: 'responsible', reason: noUnits }] },
      );
  }
  tasks.push(...reading.tasks.slice(next));
  return { tasks, left };
}

function noteOnLeft(left: readonly RawTask[]): string[] {
  const tops = [...new Set(left.map(topOf).filter((top) => top !== ''))];
  if (tops.length === 0) return [];
  return [`“${tops.join('”“')}”中有${left.length}段编号文字没有写责任单位，没有列为任务，请核对。`];
}

const frameSection = /^(?:总体要求|总体思路|指导思想|工作目标|总体目标|基本原则|工作要求|有关要求)/u;

/** The numbered items of a plan that names no units anywhere; what only frames the plan is none of them. */
function unassignedItems({ openItems }: NarrativeReading): RawTask[] {
  return openItems
    .filter(({ task }) => !frameSection.test(topOf(task)) && !frameSection.test(task.requirement))
    .map(({ task }) => withUnitsOfSentence(task) ?? task);
}

/** Gathers the tasks of a document from all its parts. */
export function gatherTasks(parts: readonly DocumentPart[], titles: ReadonlySet<string>): GatheredTasks {
  const tables = readListTables(parts, titles);
  const paragraphs = parts
    .flatMap((part) => (part.kind === 'paragraphs' ? part.paragraphs : []))
    .filter((paragraph) => !isTitle(paragraph, titles));
  const reading = readNarrative(paragraphs);
  const narrative = withOpenItems(reading);
  const running = paragraphs.map(shownText);
  // An article that names who is responsible is no task of a year.
  const assigned = reading.tasks.length > 0 && !isStatute(running, reading.tasks.length);
  return {
    tableTasks: tables.tasks,
    narrativeTasks: assigned ? narrative.tasks : [],
    unassigned: assigned || tables.tasks.length > 0 || isStatute(running, 0) ? [] : unassignedItems(reading),
    running,
    otherGrids: tables.others,
    noteTexts: tables.noteTexts,
    notes: assigned && tables.tasks.length === 0 ? noteOnLeft(narrative.left) : [],
  };
}
