/**
 * Turns the bindings of many tasks into as few questions to measures as possible: one for each measure, parameters and
 * part of a period, for all groups of units at once. Asks nothing.
 */

import type { Day } from '#kernel/day.ts';
import type { Measure, MeasureGroup } from '#kernel/measure.ts';
import type { EvaluatedBinding, EvaluationTask } from '../queries/evaluation.ts';
import { type PeriodPart, periodOfBinding } from '../rules/measuring/periods.ts';
import type { BoundFigures, MeasuredFigure } from '../rules/measuring/shapes.ts';
import { canonicalText, termsInWords } from '../rules/measuring/terms.ts';

/** A task with all that asking about it needs. */
export type AskingTask = EvaluationTask<EvaluatedBinding>;

/** A part of the period with the day whose knowledge is asked for. */
export interface AskedPart extends PeriodPart {
  readonly askedOn: Day;
}

/** When a binding is asked about and by when it is due. */
export type PeriodOfAsking = (
  binding: EvaluatedBinding,
  task: AskingTask,
  measure: Measure | undefined,
) => { readonly parts: readonly AskedPart[]; readonly due: Day };

/** The plan's own period, asked as of today. */
export function askingAsOf(today: Day): PeriodOfAsking {
  return (binding, task) => {
    const { parts, due } = periodOfBinding(binding, task.year, task.due);
    return { parts: parts.map((part) => ({ ...part, askedOn: today })), due };
  };
}

/** One figure that a binding waits for. */
export interface WantedFigure {
  readonly task: AskingTask;
  readonly group: MeasureGroup;
  readonly unitId: string | null;
  /** Hands the figure to the binding. */
  readonly put: (figure: MeasuredFigure) => void;
}

/** One reading of a measure's rows. */
export interface PlannedQuestion {
  readonly measure: Measure;
  readonly jurisdictionId: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly from: Day;
  readonly until: Day;
  readonly askedOn: Day;
  readonly wanted: WantedFigure[];
}

/** A binding whose figures come in as they are answered. */
interface OpenBinding extends Omit<BoundFigures, 'figures'> {
  readonly figures: MeasuredFigure[];
}

export interface PlannedEvaluation {
  readonly questions: readonly PlannedQuestion[];
  /** By task; complete when every question is answered. */
  readonly bindings: ReadonlyMap<string, readonly BoundFigures[]>;
}

/** Whose work counts for the binding. */
export function unitsOfBinding(task: AskingTask, binding: EvaluatedBinding): readonly string[] {
  switch (binding.unitChoice) {
    case 'leads':
      return task.leads;
    case 'assigned':
      return task.assigned;
    case 'listed':
      return [...binding.unitIds].sort();
  }
}

function groupsOfBinding(task: AskingTask, binding: EvaluatedBinding): WantedFigure['group'][] {
  const unitIds = unitsOfBinding(task, binding);
  if (unitIds.length === 0) return [];
  return binding.scope === 'eachUnit'
    ? unitIds.map((unitId) => ({ key: unitId, unitIds: [unitId] }))
    : [{ key: `all:${unitIds.join(',')}`, unitIds }];
}

function openBinding(
  binding: EvaluatedBinding,
  measure: Measure | undefined,
  due: Day,
  unitNames: readonly string[],
): OpenBinding {
  return {
    bindingId: binding.id,
    measureId: binding.measureId,
    title: measure?.title ?? binding.measureId,
    valueUnit: measure?.valueUnit ?? '',
    direction: measure?.direction ?? 'atLeast',
    judged: measure?.judged ?? 'byDueDay',
    scope: binding.scope,
    target: binding.target,
    terms: termsInWords({ ...binding, unitNames }, measure),
    due,
    figures: [],
  };
}

/** Plans the questions of many tasks. A measure that is offered no longer leaves its figures unknown. */
export function planQuestions(
  tasks: readonly AskingTask[],
  measures: ReadonlyMap<string, Measure>,
  nameOf: (unitId: string) => string,
  periodOf: PeriodOfAsking,
): PlannedEvaluation {
  const questions = new Map<string, PlannedQuestion>();
  const bindings = new Map<string, BoundFigures[]>();
  for (const task of tasks) {
    const opened = task.bindings.map((binding) => {
      const measure = measures.get(binding.measureId);
      const { parts, due } = periodOf(binding, task, measure);
      const open = openBinding(binding, measure, due, unitsOfBinding(task, binding).map(nameOf));
      for (const { from, until, askedOn } of parts) {
        for (const group of groupsOfBinding(task, binding)) {
          const unitId = binding.scope === 'eachUnit' ? (group.unitIds[0] ?? null) : null;
          const put = (figure: MeasuredFigure) => void open.figures.push(figure);
          if (measure === undefined) {
            put({ ...unknownFigure('平台现在不提供这项度量'), unitId, from, until });
            continue;
          }
          const parameters = canonicalText(binding.parameters);
          const key = [measure.id, parameters, from, until, askedOn, task.jurisdictionId].join('\n');
          const question = questions.get(key) ?? {
            measure,
            jurisdictionId: task.jurisdictionId,
            parameters: binding.parameters,
            from,
            until,
            askedOn,
            wanted: [],
          };
          questions.set(key, question);
          question.wanted.push({ task, group, unitId, put });
        }
      }
      return open;
    });
    bindings.set(task.id, opened);
  }
  return { questions: [...questions.values()], bindings };
}

/** Digest under which nothing is kept: a figure without evidence. */
export const noEvidence = 'none';

/** What stands where a measure could say nothing. */
export function unknownFigure(
  reason: string,
): Pick<MeasuredFigure, 'value' | 'unknown' | 'evidence' | 'evidenceCount'> {
  return { value: null, unknown: reason, evidence: noEvidence, evidenceCount: 0 };
}
