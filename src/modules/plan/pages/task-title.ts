/** How a task is called where there is no room for its text. */
import { longDay } from '#kernel/day-words.ts';
import type { TaskRow } from '../contract/tasks.ts';
import { standingTitles } from '../words/plans.ts';

/** Characters of a requirement that stand for a task without a heading. */
const beginning = 24;

export function taskTitle(task: TaskRow): string {
  const { requirement } = task;
  const cut = requirement.length > beginning ? `${requirement.slice(0, beginning)}……` : requirement;
  const text = task.item ?? task.subsection ?? cut;
  return task.no === null ? text : `第${task.no}项，${text}`;
}

/** Number, name, state and day of a task, for its mark. */
export function taskMarkLabel(task: TaskRow): string {
  const day = task.due.due === null ? '没有截止日' : longDay(task.due.due);
  return `${taskTitle(task)}：${standingTitles[task.standing]}，${day}`;
}
