/** To-dos fall under the heading a person would look below. */
import { expect, it } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import type { TodoView } from '../contract.ts';
import { groupTodos } from './group-todos.ts';

const todo = (key: string, due: string | null, overdue = false): TodoView => ({
  key,
  source: '年度任务',
  title: key,
  detail: null,
  unitId: null,
  due,
  overdue,
  address: '/',
});

it('groups by today, Sunday and the rest', () => {
  const todos = [
    todo('late', '2026-11-18', true),
    todo('today', '2026-11-20'),
    todo('sunday', '2026-11-22'),
    todo('monday', '2026-11-23'),
    todo('open', null),
  ];
  const groups = groupTodos(todos, dayOf('2026-11-20')).map(({ name, todos: inside }) => [
    name,
    inside.map(({ key }) => key),
  ]);
  expect(groups).toEqual([
    ['已过期', ['late']],
    ['今天到期', ['today']],
    ['本周内', ['sunday']],
    ['以后', ['monday']],
    ['没有期限', ['open']],
  ]);
});

it('leaves empty groups out', () => {
  expect(groupTodos([], dayOf('2026-11-20'))).toEqual([]);
});
