import { expect, test } from 'vitest';
import { fenOfYuanText, yuanTextOfFen } from './yuan.ts';

test.each([
  ['12000', 1_200_000],
  ['12,000.5 元', 1_200_050],
  ['1.2万元', 1_200_000],
  ['0.123456万', 123_456],
  ['0', 0],
  ['１２．３４', 1234],
])('%s is %i fen', (text, fen) => {
  expect(fenOfYuanText(text)).toBe(fen);
});

test.each(['', '一万元', '-5', '1.234', '1.2345678万', '12元5角'])('“%s” is no amount', (text) => {
  expect(fenOfYuanText(text)).toBeUndefined();
});

test('is written so that it reads back', () => {
  for (const fen of [0, 5, 100, 123_456, 99_999_999]) expect(fenOfYuanText(yuanTextOfFen(fen))).toBe(fen);
});
