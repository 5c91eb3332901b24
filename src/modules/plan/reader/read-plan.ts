/**
 * The door of the layout reader: a source document in, the reading of a plan or the reasons against it out. Pure; the
 * readers of tables, running text and fields are put together here and nowhere else.
 */

import type { SourceDocument } from '#kernel/reading/source.ts';
import { type DeadlineContext, foldText, type PlanHead, readCollectives, readHead } from './fields/index.ts';
import { completeUnitNames, flagRepeatedTexts } from './layout/across-tasks.ts';
import { documentParts, headLines } from './layout/document-parts.ts';
import { finishTask } from './layout/finish-task.ts';
import { type GatheredTasks, gatherTasks } from './layout/gather-tasks.ts';
import { judgeNotAPlan } from './layout/not-a-plan.ts';
import type { RawTask } from './layout/raw-task.ts';
import { flagSectionGaps } from './layout/section-gaps.ts';
import { completeNumbers, missingNumbers } from './layout/task-numbers.ts';
import {
  differencesFromText,
  differencesOf,
  pairPrintings,
  withPrintingFlags,
} from './layout/two-printings.ts';
import type { NotAPlan, PlanReading, PrintingDifference, TaskReading } from './reading.ts';

export interface PlanReadingOptions {
  /** The plan's year when a person knows it better than the document says. */
  readonly year?: number;
  /** Stops the reading between tasks with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called with 0 to 1, never backwards. */
  readonly onProgress?: (fraction: number) => void;
}

export type PlanVerdict =
  | { readonly ok: true; readonly plan: PlanReading }
  | { readonly ok: false; readonly notAPlan: NotAPlan };

const fewestUnassigned = 3;
const tasksPerReport = 50;

interface ListedTasks {
  readonly tasks: readonly TaskReading[];
  readonly differences: readonly PrintingDifference[];
  readonly notes: readonly string[];
}

function finishAll(
  raw: readonly RawTask[],
  context: DeadlineContext,
  options: PlanReadingOptions,
): TaskReading[] {
  return completeNumbers(raw).map((task, index) => {
    if (index % tasksPerReport === 0) {
      options.signal?.throwIfAborted();
      options.onProgress?.(0.3 + (0.6 * index) / raw.length);
    }
    return finishTask(task, context);
  });
}

/** How much of the duties a list prints: the fuller printing of the same list is the plan's list. */
function fullness(tasks: readonly TaskReading[]): number {
  const printed = tasks.filter((task) => task.deadlineText !== null).length;
  const assigned = tasks.filter(({ lead, responsible }) => lead.length + responsible.length > 0).length;
  return (printed + assigned * 2) / Math.max(1, tasks.length);
}

function listTasks(
  gathered: GatheredTasks,
  context: DeadlineContext,
  options: PlanReadingOptions,
): ListedTasks {
  const tables = flagSectionGaps(gathered.tableTasks);
  const text = flagSectionGaps(gathered.narrativeTasks);
  const fromTables = finishAll(tables.tasks, context, options);
  const fromText = finishAll(text.tasks, context, options);
  const listed = oneList(gathered, fromTables, fromText);
  return { ...listed, notes: [...tables.notes, ...text.notes, ...listed.notes] };
}

/** One list of the tasks of tables and running text, also when both print the same. */
function oneList(
  gathered: GatheredTasks,
  fromTables: readonly TaskReading[],
  fromText: readonly TaskReading[],
): ListedTasks {
  if (fromTables.length === 0) return { tasks: fromText, differences: [], notes: [] };
  if (fromText.length === 0) {
    const differences = differencesFromText(gathered.running.join('\n'), fromTables);
    return { tasks: fromTables, differences, notes: noteOnDifferences(differences) };
  }
  const printings = pairPrintings(fromText, fromTables);
  if (printings === undefined) return { tasks: [...fromText, ...fromTables], differences: [], notes: [] };
  const differences = differencesOf(printings);
  const chosen = fullness(fromText) > fullness(fromTables) ? fromText : fromTables;
  const tasks = withPrintingFlags(chosen, printings);
  return {
    tasks,
    differences,
    notes: ['正文和附表列的是同一批任务，已合并为一份。', ...noteOnDifferences(differences)],
  };
}

function noteOnDifferences(differences: readonly PrintingDifference[]): string[] {
  return differences.length === 0 ? [] : [`正文与附表有${differences.length}处文字不一致，请核对。`];
}

function collectiveLines(lines: readonly string[], gathered: GatheredTasks): string[] {
  const cells = gathered.otherGrids.flatMap((grid) =>
    grid.rows.flatMap((row) => row.cells.filter((cell) => cell.state === 'own').map((cell) => cell.text)),
  );
  return [...lines, ...gathered.noteTexts, ...cells];
}

function planOf(
  head: PlanHead,
  year: number | null,
  listed: ListedTasks,
  gathered: GatheredTasks,
  lines: readonly string[],
): PlanReading {
  const collectives = readCollectives(collectiveLines(lines, gathered));
  return {
    title: head.title,
    jurisdiction: head.jurisdiction,
    year,
    docNumber: head.docNumber,
    issuer: head.issuer,
    issuedOn: head.issuedOn,
    collectives,
    tasks: flagRepeatedTexts(completeUnitNames(listed.tasks, collectives)),
    notes: [...head.notes, ...gathered.notes, ...listed.notes, ...missingNumbers(listed.tasks)],
    differences: listed.differences,
  };
}

const linesForYear = 15;

/** The year of a document whose head names none: the first one printed near its beginning. */
function yearNearTop(lines: readonly string[]): number | null {
  for (const line of lines.slice(0, linesForYear)) {
    const year = /(20\d{2})\s*年/u.exec(line)?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}

/**
 * Reads a document as a plan. Never throws for what the document holds; every uncertain field carries a flag.
 * @throws the reason of `signal` when the reading is cancelled
 */
export function readPlan(document: SourceDocument, options: PlanReadingOptions = {}): PlanVerdict {
  options.signal?.throwIfAborted();
  options.onProgress?.(0);
  const lines = headLines(document.blocks);
  const head = readHead(lines);
  const titles = new Set([head.title, head.noticeTitle].filter((title) => title !== null).map(foldText));
  const gathered = gatherTasks(documentParts(document), titles);
  options.onProgress?.(0.3);
  const year = options.year ?? head.year ?? yearNearTop(lines);
  const context: DeadlineContext = { year, issuedOn: head.issuedOn };
  let listed = listTasks(gathered, context, options);
  if (listed.tasks.length === 0 && head.title !== null && gathered.unassigned.length >= fewestUnassigned) {
    listed = { tasks: finishAll(gathered.unassigned, context, options), differences: [], notes: [] };
  }
  if (listed.tasks.length === 0) {
    const notAPlan = judgeNotAPlan(gathered.running, gathered.otherGrids, gathered.unassigned.length);
    options.onProgress?.(1);
    return { ok: false, notAPlan };
  }
  const plan = planOf(head, year, listed, gathered, lines);
  options.onProgress?.(1);
  const notes = [...document.notes.map((note) => note.sentence), ...plan.notes];
  return { ok: true, plan: { ...plan, notes: [...new Set(notes)] } };
}
