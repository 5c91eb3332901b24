import { expect, test } from 'vitest';
import type { ScreenEntry } from '../data/me.ts';
import { groupOfPath, menuGroups } from './menu.ts';

const entry = (id: string, path: string, group: ScreenEntry['group'], inMenu = true): ScreenEntry => ({
  id,
  title: id,
  path,
  group,
  inMenu,
});
const screens = [
  entry('requests.list', '/requests', '申请'),
  entry('requests.case', '/requests/:caseId', '申请', false),
  entry('plan.board', '/plan', '任务'),
];

test('groups stand in their fixed order and details are no entries', () => {
  expect(menuGroups(screens).map(({ group, entries }) => [group, entries.map(({ id }) => id)])).toEqual([
    ['任务', ['plan.board']],
    ['申请', ['requests.list']],
  ]);
});

test('a detail lies in the group of its screen, and an unknown address in none', () => {
  expect(groupOfPath(screens, '/requests/7')).toBe('申请');
  expect(groupOfPath(screens, '/plan')).toBe('任务');
  expect(groupOfPath(screens, '/elsewhere')).toBeUndefined();
});
