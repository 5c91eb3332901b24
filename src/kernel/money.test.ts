import { expect, test } from 'vitest';
import { fenOf, showFen } from './money.ts';

test.each([
  [0, '0.00元'],
  [5, '0.05元'],
  [1234, '12.34元'],
  [123_456_789, '1,234,567.89元'],
  [-100_000, '-1,000.00元'],
])('%i fen read %s', (fen, text) => {
  expect(showFen(fenOf(fen))).toBe(text);
});

test.each([0.5, Number.NaN, 2 ** 53])('%d is no amount', (value) => {
  expect(() => fenOf(value)).toThrow(RangeError);
});
