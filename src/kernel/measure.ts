/**
 * A measure: a module's offer to compute a figure that can prove a task of the plan. Modules offer them in their
 * manifest; the plan binds tasks to them and knows none by name.
 */
import type { z } from 'zod';
import type { WorkingCalendar } from './calendar/working-calendar.ts';
import type { Day } from './day.ts';
import type { ReadDb } from './db/database.ts';

/** A row that counts as evidence, openable by a person. */
export interface EvidenceRow {
  /** Stable name of the row: `training:<id>`. The same row keeps it from one evaluation to the next. */
  readonly key: string;
  readonly title: string;
  readonly day: Day | null;
  /** Whose work it is; null when it belongs to no single unit. */
  readonly unitId: string | null;
  /** Address on the desk (`/organisation/trainings/…`) that shows the row. */
  readonly address: string;
  /** Short text that changes when what the row proves changes: an edited row is told from a kept one. */
  readonly digest: string;
  /** Whether the public page of the plan may name it. */
  readonly isPublic: boolean;
}

/** Units whose work is counted together. */
export interface MeasureGroup {
  /** Names the group within its question, nothing more: answers are handed back under it. */
  readonly key: string;
  readonly unitIds: readonly string[];
}

/** One evaluation for any number of groups, so that a measure reads its rows once. */
export interface MeasureQuestion {
  readonly db: ReadDb;
  readonly jurisdictionId: string;
  readonly groups: readonly MeasureGroup[];
  /** Half-open period the figure is asked for. */
  readonly from: Day;
  readonly until: Day;
  /** Rows of later days do not count: the same question asked for a past day gives that day's figure. */
  readonly today: Day;
  readonly calendar: WorkingCalendar;
  /**
   * The task asked about, for measures of the task's own ledger; in a trial of another year the task of that year's plan
   * that corresponds, and null where none does. Read it only when the answer depends on it: looking is noticed, and an
   * answer given without looking is taken for all tasks.
   */
  readonly taskId: string | null;
  /** The plan the task stands in; looking at it is noticed in the same way. */
  readonly planId: string | null;
}

export type MeasureValue =
  | { readonly known: true; readonly value: number; readonly evidence: readonly EvidenceRow[] }
  /** Nothing can be said, with the reason for people; never taken for zero. */
  | { readonly known: false; readonly reason: string };

/** How a task's words lead to a proposal. */
export interface MeasureHint {
  /** The task's text matches this. */
  readonly pattern: RegExp;
  /** Chinese; shown as the reason of the proposal: 任务写明“每年不少于1次培训”. */
  readonly reason: string;
  /** Parameters it proposes beside the defaults. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface Measure {
  /** `organisation.trainingSessions`. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what is counted, and what is not. */
  readonly description: string;
  /**
   * Parameters as a zod object with a default and a Chinese `.meta({ title })` for each field; an enumeration names its
   * values too, as no screen shows an identifier: `.meta({ title: '培训对象', choices: { staff: '工作人员' } })`.
   */
  readonly parameters: z.ZodObject;
  /** Unit of the value: 次, 份, 天, %. */
  readonly valueUnit: string;
  /** Whether more is better. */
  readonly direction: 'atLeast' | 'atMost';
  /**
   * `byDueDay`: the target must be reached when the task falls due, until then it is not yet due. `always`: the
   * target is a condition that must hold on every day of the period.
   */
  readonly judged: 'byDueDay' | 'always';
  /** Whether units are usually judged one by one (every unit must reach the target) or together. */
  readonly scope: 'eachUnit' | 'together';
  /** Target proposed when the task's text names none. */
  readonly usualTarget: number;
  readonly hints: readonly MeasureHint[];
  /** Answers for every group of the question, by its key. Reads only; must not throw for missing rows. */
  readonly evaluate: (
    question: MeasureQuestion,
    parameters: unknown,
  ) => Promise<ReadonlyMap<string, MeasureValue>>;
}

/** A measure with typed parameters, as modules declare it. */
export function defineMeasure<Schema extends z.ZodObject>(
  measure: Omit<Measure, 'parameters' | 'evaluate'> & {
    readonly parameters: Schema;
    readonly evaluate: (
      question: MeasureQuestion,
      parameters: z.infer<Schema>,
    ) => Promise<ReadonlyMap<string, MeasureValue>>;
  },
): Measure {
  return {
    ...measure,
    evaluate: (question, parameters) => measure.evaluate(question, measure.parameters.parse(parameters)),
  };
}

/**
 * Answers every group from rows that belong to units: each row counts in each group that holds its unit, and a row
 * of no unit counts in all groups. `fold` turns a group's rows into its value.
 */
export function foldByGroup<Row extends { readonly unitId: string | null }>(
  question: MeasureQuestion,
  rows: readonly Row[],
  fold: (rows: readonly Row[], group: MeasureGroup) => MeasureValue,
): ReadonlyMap<string, MeasureValue> {
  const byUnit = new Map<string | null, Row[]>();
  for (const row of rows) {
    const list = byUnit.get(row.unitId);
    if (list === undefined) byUnit.set(row.unitId, [row]);
    else list.push(row);
  }
  const ofAll = byUnit.get(null) ?? [];
  return new Map(
    question.groups.map((group) => {
      const own = group.unitIds.flatMap((unitId) => byUnit.get(unitId) ?? []);
      return [group.key, fold([...own, ...ofAll], group)];
    }),
  );
}
