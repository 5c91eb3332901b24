/** The measures all modules offer, with their parameters as a form shows them. */
import { z } from 'zod';
import type { ReadDb } from '#kernel/db/database.ts';
import type { Measure } from '#kernel/measure.ts';
import type { Manifest } from '#kernel/module.ts';
import type { MeasureParameter, MeasureView } from '../contract/measuring.ts';
import { wordsOfParameter } from '../rules/measuring/terms.ts';
import { countBoundTasks } from './bindings.ts';

const fieldShape = z.object({
  type: z.string().optional(),
  enum: z.array(z.union([z.string(), z.number()])).optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
});

const objectShape = z.object({ properties: z.record(z.string(), z.unknown()).default({}) });

function kindOf(field: z.infer<typeof fieldShape>): MeasureParameter['kind'] {
  if (field.enum !== undefined) return 'choice';
  if (field.type === 'boolean') return 'flag';
  return field.type === 'integer' || field.type === 'number' ? 'number' : 'text';
}

/** The parameters in the order of the schema; what is no plain value is entered as text. */
export function describeParameters(measure: Pick<Measure, 'parameters'>): MeasureParameter[] {
  const { properties } = objectShape.parse(
    z.toJSONSchema(measure.parameters, { io: 'input', unrepresentable: 'any' }),
  );
  return Object.entries(properties).map(([key, raw]) => {
    const parsed = fieldShape.safeParse(raw);
    const field = parsed.success ? parsed.data : {};
    const { title = key, choices = {} } = wordsOfParameter(measure, key);
    return {
      key,
      title,
      kind: kindOf(field),
      choices: (field.enum ?? []).map(String).map((value) => ({ value, label: choices[value] ?? value })),
      usual: field.default ?? null,
    };
  });
}

/** The catalogue, in the order of the modules. */
export function describeMeasures(
  modules: readonly Manifest[],
  boundTasks: ReadonlyMap<string, number>,
): MeasureView[] {
  return modules.flatMap((module) =>
    module.measures.map((measure) => ({
      id: measure.id,
      title: measure.title,
      description: measure.description,
      offeredBy: module.title,
      valueUnit: measure.valueUnit,
      direction: measure.direction,
      judged: measure.judged,
      scope: measure.scope,
      usualTarget: measure.usualTarget,
      parameters: describeParameters(measure),
      hints: measure.hints.map(({ reason }) => reason),
      boundTasks: boundTasks.get(measure.id) ?? 0,
    })),
  );
}

/** The catalogue with how many tasks are bound to each measure. */
export async function listOfferedMeasures(db: ReadDb, modules: readonly Manifest[]): Promise<MeasureView[]> {
  return describeMeasures(modules, await countBoundTasks(db));
}
