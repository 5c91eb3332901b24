/** Whether a task's words lead to any measure the modules offer. Pure. */
import type { Measure } from '#kernel/measure.ts';
import type { ComparableTask } from '../comparing/shapes.ts';

/** True when a hint of some measure matches the task's item or requirement. */
export function suggestsMeasure(
  measures: readonly Pick<Measure, 'hints'>[],
  task: Pick<ComparableTask, 'item' | 'requirement'>,
): boolean {
  const words = `${task.item ?? ''}\n${task.requirement}`;
  return measures.some(({ hints }) => hints.some(({ pattern }) => words.search(pattern) >= 0));
}
