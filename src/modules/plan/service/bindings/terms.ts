/** Checks the terms a person sets for a binding and turns them into columns. */
import { z } from 'zod';
import type { Measure } from '#kernel/measure.ts';
import type { FieldFault } from '#kernel/refusal.ts';
import type { Work } from '#kernel/work.ts';
import { keepUnitsOf } from '#modules/organisation/index.ts';
import type { BindingTermsInput } from '../../contract/measuring.ts';
import type { taskBindings } from '../../tables/measuring.ts';
import { measuringRefusals } from '../../words/measuring-refusals.ts';

export type BindingColumns = Pick<
  typeof taskBindings.$inferInsert,
  'parameters' | 'every' | 'periodFrom' | 'periodUntil' | 'scope' | 'unitChoice' | 'unitIds' | 'target'
>;

function parseParameters(
  measure: Measure,
  given: BindingTermsInput['parameters'],
): { readonly values: Record<string, unknown>; readonly faults: readonly FieldFault[] } {
  const unknown = Object.keys(given).filter((key) => !(key in measure.parameters.shape));
  const parsed = measure.parameters.safeParse(given);
  const faults = [
    ...unknown.map((key) => ({ path: `parameters.${key}`, message: '这项度量没有这个参数' })),
    ...(parsed.success
      ? []
      : parsed.error.issues.map((issue) => ({
          path: ['parameters', ...issue.path].join('.'),
          message: '参数的值不合要求',
        }))),
  ];
  return { values: parsed.success ? z.record(z.string(), z.unknown()).parse(parsed.data) : {}, faults };
}

/** The terms as columns; throws the refusal with the fields that are wrong. */
export async function readBindingTerms(
  work: Work,
  jurisdictionId: string,
  measure: Measure,
  input: BindingTermsInput,
): Promise<BindingColumns> {
  const { values, faults } = parseParameters(measure, input.parameters);
  const all: FieldFault[] = [...faults];
  const { periodFrom, periodUntil } = input;
  if (periodFrom !== null && periodUntil !== null && periodFrom >= periodUntil) {
    all.push({ path: 'periodUntil', message: '终止日期应晚于起始日期' });
  }
  if (measure.valueUnit === '%' && input.target > 100) {
    all.push({ path: 'target', message: '百分比的目标不能超过100' });
  }
  const unitIds = input.unitChoice === 'listed' ? [...new Set(input.unitIds)] : [];
  if (input.unitChoice === 'listed') {
    const known = await keepUnitsOf(work.db, jurisdictionId, unitIds);
    if (unitIds.length === 0) all.push({ path: 'unitIds', message: '请至少选择一个单位' });
    else if (known.size < unitIds.length)
      all.push({ path: 'unitIds', message: '有单位不在本行政区，请重新选择' });
  }
  const [first] = all;
  if (first !== undefined) {
    throw measuringRefusals.refuse('plan.bindingTermsWrong', { first: first.message }, all);
  }
  return {
    parameters: values,
    every: input.every,
    periodFrom,
    periodUntil,
    scope: input.scope,
    unitChoice: input.unitChoice,
    unitIds,
    target: input.target,
  };
}
