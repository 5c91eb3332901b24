import { expect, test } from 'vitest';
import { isOneSlipApart } from './vocabulary.ts';

test.each([
  ['高标准农田', '高标准农由', true],
  ['高标准农田', '高标准农', true],
  ['高标准农田', '高标准的农田', true],
  ['高标准农田', '高准标农田', true],
  ['高标准农田', '高标准农田', false],
  ['高标准农田', '低标准果园', false],
  ['高标准农田', '高标', false],
])('%s and %s', (left, right, isSlip) => {
  expect(isOneSlipApart(left, right)).toBe(isSlip);
  expect(isOneSlipApart(right, left)).toBe(isSlip);
});
