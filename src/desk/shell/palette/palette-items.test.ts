/** The palette finds by every word and puts the plain beginning first. */
import { expect, it } from 'vitest';
import { matchPaletteItems, type PaletteItem, steppedIndex } from './palette-items.ts';

const item = (title: string, kind: string, also: readonly string[] = []): PaletteItem => ({
  key: title,
  kind,
  title,
  also,
  run: () => undefined,
});
const items = [item('年度任务', '页面'), item('任务看板', '页面'), item('退出登录', '操作', ['注销'])];
const found = (text: string) => matchPaletteItems(items, text).map(({ title }) => title);

it('finds by title, kind and other words', () => {
  expect(found('任务')).toEqual(['任务看板', '年度任务']);
  expect(found('页面 年度')).toEqual(['年度任务']);
  expect(found('注销')).toEqual(['退出登录']);
  expect(found('')).toHaveLength(3);
  expect(found('不存在')).toEqual([]);
});

it('steps around the ends', () => {
  expect([steppedIndex(0, -1, 3), steppedIndex(2, 1, 3), steppedIndex(-1, 1, 0)]).toEqual([2, 0, -1]);
});
