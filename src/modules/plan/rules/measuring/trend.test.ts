import { expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { listTrendDays } from './trend.ts';

const span = (from: string, until: string) => ({ parts: [{ from: dayOf(from), until: dayOf(until) }] });

test.each([
  [
    'the year so far',
    span('2026-01-01', '2027-01-01'),
    '2026-03-15',
    ['2026-01-31', '2026-02-28', '2026-03-15'],
  ],
  ['a month end is today', span('2026-01-01', '2027-01-01'), '2026-02-28', ['2026-01-31', '2026-02-28']],
  [
    'a period that is over ends on its last day',
    span('2025-11-10', '2026-01-16'),
    '2026-03-15',
    ['2025-11-30', '2025-12-31', '2026-01-15'],
  ],
  ['a period that has not begun', span('2026-06-01', '2027-01-01'), '2026-03-15', []],
  ['the first day', span('2026-01-01', '2027-01-01'), '2026-01-01', ['2026-01-01']],
])('%s', (_, period, today, days) => {
  expect(listTrendDays(period, dayOf(today))).toEqual(days);
});

test('of a very long period the last two years are shown', () => {
  const days = listTrendDays(span('2020-01-01', '2027-01-01'), dayOf('2026-03-15'));
  expect(days).toHaveLength(24);
  expect(days.at(-1)).toBe('2026-03-15');
});
