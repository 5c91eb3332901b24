/** Days as people read them, Beijing time. */
import { describe, expect, it } from 'vitest';
import { instantOf } from './clock.ts';
import { dayOf } from './day.ts';
import { dayDistanceWords, instantWords, longDay, longDayWithWeekday, shortDay } from './day-words.ts';

describe('a day in words', () => {
  it('has no leading zeros and names the weekday on demand', () => {
    expect(longDay(dayOf('2026-03-05'))).toBe('2026年3月5日');
    expect(shortDay(dayOf('2026-03-05'))).toBe('3月5日');
    expect(longDayWithWeekday(dayOf('2026-11-20'))).toBe('2026年11月20日（周五）');
  });

  it('says how far it is from today', () => {
    const today = dayOf('2026-02-28');
    expect(
      ['2026-02-28', '2026-03-01', '2026-03-03', '2026-02-27', '2026-01-31'].map((day) =>
        dayDistanceWords(dayOf(day), today),
      ),
    ).toEqual(['今天', '明天', '3天后', '昨天', '28天前']);
  });
});

it('writes an instant as the clock in Beijing shows it', () => {
  expect(instantWords(instantOf('2026-11-20T16:30:00Z'))).toBe('2026年11月21日 00:30');
});
