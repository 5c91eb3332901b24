/** To-dos under the headings of a day's work. Pure. */
import { addDays, type Day, weekdayOf } from '#kernel/day.ts';
import type { TodoView } from '../contract.ts';

export interface TodoGroup {
  readonly name: string;
  readonly todos: readonly TodoView[];
}

/** Overdue, today, the rest of this week, later, without a day; empty groups are left out, the order inside is kept. */
export function groupTodos(todos: readonly TodoView[], today: Day): readonly TodoGroup[] {
  const sunday = addDays(today, 7 - weekdayOf(today));
  const nameOf = ({ due, overdue }: TodoView): string => {
    if (overdue) return '已过期';
    if (due === null) return '没有期限';
    if (due <= today) return '今天到期';
    return due <= sunday ? '本周内' : '以后';
  };
  return ['已过期', '今天到期', '本周内', '以后', '没有期限']
    .map((name) => ({ name, todos: todos.filter((todo) => nameOf(todo) === name) }))
    .filter((group) => group.todos.length > 0);
}
