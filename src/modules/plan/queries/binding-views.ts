/** A binding with its result in the form screens show: figures with their verdicts, terms and demand in words. */
import type { Measure } from '#kernel/measure.ts';
import type { BindingView, FigureView } from '../contract/measuring.ts';
import { partInWords } from '../rules/measuring/periods.ts';
import type { BoundFigures, MeasuredFigure } from '../rules/measuring/shapes.ts';
import { termsInWords } from '../rules/measuring/terms.ts';
import { judgeBinding, judgeFigure, targetInWords } from '../rules/measuring/verdict.ts';
import type { StoredBindingRow } from './bindings.ts';

type NameOf = (unitId: string) => string;

function figureView(bound: BoundFigures, figure: MeasuredFigure, today: string, nameOf: NameOf): FigureView {
  const { unitId, from, until, value, unknown, evidenceCount } = figure;
  const hasParts = bound.figures.some((other) => other.from !== from);
  return {
    unitId,
    unitName: unitId === null ? null : nameOf(unitId),
    part: hasParts ? partInWords(figure) : '',
    from,
    until,
    value,
    unknown,
    standing: judgeFigure(bound, figure, today),
    evidenceCount,
  };
}

/** What a binding came to at the last evaluation. */
export function resultOfBinding(
  bound: BoundFigures | undefined,
  today: string,
  nameOf: NameOf,
): BindingView['result'] {
  if (bound === undefined) return null;
  const { standing, reason, reached, total } = judgeBinding(bound, today, nameOf);
  return {
    standing,
    reason,
    reached,
    total,
    due: bound.due,
    figures: bound.figures.map((figure) => figureView(bound, figure, today, nameOf)),
    evidenceCount: bound.figures.reduce((sum, figure) => sum + figure.evidenceCount, 0),
  };
}

/** Title, demand and terms of a binding in words, from the measure as it is offered now. */
export function describeBinding(binding: StoredBindingRow, measure: Measure | undefined, nameOf: NameOf) {
  const valueUnit = measure?.valueUnit ?? '';
  const direction = measure?.direction ?? 'atLeast';
  return {
    id: binding.id,
    measureId: binding.measureId,
    title: measure?.title ?? '已停用的度量',
    demand: targetInWords({ direction, target: binding.target, valueUnit }),
    terms: termsInWords({ ...binding, unitNames: binding.unitIds.map(nameOf) }, measure),
    status: binding.status,
    reason: binding.reason,
    version: binding.version,
    valueUnit,
    direction,
  };
}

const plainValues = (parameters: Readonly<Record<string, unknown>>): BindingView['parameters'] =>
  Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => [
      key,
      typeof value === 'number' || typeof value === 'boolean' ? value : String(value ?? ''),
    ]),
  );

/** A binding as its card shows it. */
export function bindingView(
  binding: StoredBindingRow,
  measure: Measure | undefined,
  result: BindingView['result'],
  nameOf: NameOf,
): BindingView {
  const { every, periodFrom, periodUntil, scope, unitChoice, unitIds, target, origin, decisionReason } =
    binding;
  return {
    ...describeBinding(binding, measure, nameOf),
    description: measure?.description ?? '',
    judged: measure?.judged ?? 'byDueDay',
    isOffered: measure !== undefined,
    parameters: plainValues(binding.parameters),
    every,
    periodFrom,
    periodUntil,
    scope,
    unitChoice,
    unitIds,
    target,
    origin,
    decisionReason,
    proposedAt: binding.proposedAt.toISOString(),
    decidedBy: binding.decidedByName,
    decidedAt: binding.decidedAt?.toISOString() ?? null,
    result,
  };
}
