/** Tasks of a plan gathered under its sections and under the units that have a part in them. Pure. */
import type { PlanBoard } from '../contract/tasks.ts';

/** Sections in the order in which the tasks name them. */
export function groupTasksBySection(
  rows: readonly { readonly id: string; readonly section: string | null }[],
): PlanBoard['sections'] {
  const sections = new Map<string | null, string[]>();
  for (const { id, section } of rows) {
    const found = sections.get(section);
    if (found === undefined) sections.set(section, [id]);
    else found.push(id);
  }
  return [...sections].map(([section, taskIds]) => ({ section, taskIds }));
}

/** A unit's part in a task. */
export type TaskPart = Pick<PlanBoard['units'][number], 'unitId' | 'unitName'> &
  PlanBoard['units'][number]['tasks'][number];

/** Units, those with most tasks first. */
export function groupTasksByUnit(parts: readonly TaskPart[]): PlanBoard['units'] {
  const units = new Map<string, PlanBoard['units'][number]>();
  for (const { unitId, unitName, taskId, role } of parts) {
    const unit = units.get(unitId) ?? { unitId, unitName, tasks: [] };
    if (unit.tasks.length === 0) units.set(unitId, unit);
    unit.tasks.push({ taskId, role });
  }
  return [...units.values()].sort((left, right) => right.tasks.length - left.tasks.length);
}
