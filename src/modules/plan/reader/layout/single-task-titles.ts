/**
 * Headings of one level that have one task each are no sections but the tasks' names: `（一）编制目录` over its paragraph.
 * Seen only over the whole list.
 */
import type { RawTask } from './raw-task.ts';

const fewestTasks = 2;

/** The tasks with such headings as their items and the headings' numbers as their own. */
export function withSingleTaskTitles(tasks: readonly RawTask[]): RawTask[] {
  const sections = tasks.map((task) => task.section).filter((section) => section !== null);
  const single =
    sections.length >= fewestTasks &&
    new Set(sections).size === sections.length &&
    tasks.every((task) => task.subsection === null && task.item === null) &&
    tasks.every((task) => task.section === null || (task.no === null && task.sectionNumber !== null));
  if (!single) return [...tasks];
  return tasks.map((task) => {
    if (task.section === null) return task;
    return { ...task, no: task.sectionNumber, item: task.section, section: null, sectionNumber: null };
  });
}
