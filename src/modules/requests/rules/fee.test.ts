import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf } from '#kernel/day.ts';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import {
  assessFeeByPages,
  assessFeeByRequests,
  countRequestsByMonth,
  type FeeVerdict,
  judgeFeeBasis,
} from './fee.ts';

const on = dayOf('2026-03-31');
const yuan = (verdict: FeeVerdict) => (verdict.kind === 'assessed' ? verdict.amount / 100 : verdict.kind);

describe('the tariff', () => {
  const cases = readCaseTable(new URL('../cases/fees.csv', import.meta.url));

  test.each(cases.map(({ cells }) => [`${cells.编号} ${cells.标准} ${cells.数量}`, cells] as const))(
    '%s',
    (_, cells) => {
      const assess = cells.标准 === '按件' ? assessFeeByRequests : assessFeeByPages;
      expect(yuan(assess(Number(cells.数量), on))).toBe(Number(cells['金额（元）']));
    },
  );

  test('shows how the sum comes about', () => {
    expect(assessFeeByRequests(55, on)).toMatchObject({
      lines: [
        { units: 20, each: 100_00 },
        { units: 10, each: 200_00 },
        { units: 10, each: 300_00 },
        { units: 5, each: 400_00 },
      ],
    });
  });

  test('is in force from 2021 on, never the nearest', () => {
    expect(assessFeeByPages(50, dayOf('2020-12-31')).kind).toBe('notInForce');
    expect(yuan(assessFeeByPages(50, dayOf('2021-01-01')))).toBe(200);
  });

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is no count', (count) => {
    expect(assessFeeByRequests(count, on)).toEqual({ kind: 'refused', because: 'notACount' });
    expect(assessFeeByPages(count, on)).toEqual({ kind: 'refused', because: 'notACount' });
  });

  test('one more never costs less, and each is at least as dear as the one before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(assessFeeByRequests, assessFeeByPages),
        fc.nat({ max: 2000 }),
        (assess, n) => {
          const at = (count: number) => Number(yuan(assess(count, on)));
          expect(at(n + 1)).toBeGreaterThanOrEqual(at(n));
          expect(at(n + 2) - at(n + 1)).toBeGreaterThanOrEqual(at(n + 1) - at(n));
        },
      ),
      { numRuns: 500, seed: 109 },
    );
  });
});

test('F3: months are counted apart', () => {
  const days = [...Array(12).fill(dayOf('2026-03-31')), ...Array(9).fill(addDays(on, 1))];
  const months = [...countRequestsByMonth(days)].map(([month, count]) => [
    month,
    yuan(assessFeeByRequests(count, on)),
  ]);
  expect(months).toEqual([
    ['2026-03', 200],
    ['2026-04', 0],
  ]);
});

test('F4: pages of two requests are not added', () => {
  expect(yuan(assessFeeByPages(25, on))).toBe(0);
  expect(yuan(assessFeeByPages(50, on))).toBe(200);
});

test('F5: one basis for a request, never both', () => {
  expect(judgeFeeBasis(['byPages', 'byPages'])).toBe('byPages');
  expect(judgeFeeBasis(['byPages', 'byRequest'])).toEqual({ kind: 'refused', because: 'bothBases' });
  expect(judgeFeeBasis([])).toEqual({ kind: 'refused', because: 'noBasis' });
});
