import { expect, it } from 'vitest';
import { appendTo, leastOf, mostOf } from './many-values.ts';

it('takes more values than a call takes arguments', () => {
  const values = Array.from({ length: 2_000_000 }, (_, index) => index - 7);
  expect([leastOf(values), mostOf(values)]).toEqual([-7, 1_999_992]);
  const list = [0];
  appendTo(list, values);
  expect(list).toHaveLength(2_000_001);
});

it('answers like the functions it stands for', () => {
  for (const values of [[], [3, 1, 2], [1, Number.NaN, 0]]) {
    expect(leastOf(values)).toBe(Math.min(...values));
    expect(mostOf(values)).toBe(Math.max(...values));
  }
});
