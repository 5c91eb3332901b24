/** What a clock and a derivation say about a period. */
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#kernel/day.ts';
import { countedDaysLeft, skippedSpans } from './derivation.ts';

const tomorrow = (day: Parameters<typeof addDays>[0]) => addDays(day, 1);

describe('days left', () => {
  const counted = ['2026-09-29', '2026-09-30', '2026-10-09'].map(dayOf);
  it('does not count today, which is running', () => {
    expect(countedDaysLeft(counted, dayOf('2026-09-30'))).toBe(1);
    expect(countedDaysLeft(counted, dayOf('2026-09-28'))).toBe(3);
  });
  it('is none on and after the due day', () => {
    expect(countedDaysLeft(counted, dayOf('2026-10-09'))).toBe(0);
    expect(countedDaysLeft(counted, dayOf('2026-12-01'))).toBe(0);
  });
});

describe('skipped days', () => {
  it('are told as spans of one reason', () => {
    const skipped = [
      { day: dayOf('2026-10-01'), reason: '国庆节放假' },
      { day: dayOf('2026-10-02'), reason: '国庆节放假' },
      { day: dayOf('2026-10-03'), reason: '周六' },
      { day: dayOf('2026-10-05'), reason: '周六' },
    ];
    expect(skippedSpans(skipped, tomorrow)).toEqual([
      { from: '2026-10-01', to: '2026-10-02', reason: '国庆节放假' },
      { from: '2026-10-03', to: '2026-10-03', reason: '周六' },
      { from: '2026-10-05', to: '2026-10-05', reason: '周六' },
    ]);
  });
});
