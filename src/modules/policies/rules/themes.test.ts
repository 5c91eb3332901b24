import { expect, it } from 'vitest';
import { findOfficialTheme, officialThemes } from './themes.ts';

it('has the 22 themes of the first level, each once', () => {
  expect(new Set(officialThemes.map(({ title }) => title)).size).toBe(22);
});

it.each([
  ['综合政务', '综合政务'],
  ['政务公开', '综合政务'],
  ['城乡建设(含住房)', '城乡建设、环境保护'],
  ['科技 教育', '科技、教育'],
  ['不在表里的词', undefined],
  ['', undefined],
])('folds %s onto %s', (printed, theme) => {
  expect(findOfficialTheme(printed)).toBe(theme);
});
