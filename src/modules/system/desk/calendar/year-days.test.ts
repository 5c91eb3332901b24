/** The drawn year says of each day what the notice says. */
import { describe, expect, it } from 'vitest';
import { holidaySpans, monthDays } from './year-days.ts';

const notice = {
  holidays: [
    { day: '2026-10-01', name: '国庆节' },
    { day: '2026-10-02', name: '国庆节' },
  ],
  workedWeekends: [{ day: '2026-10-10', name: '国庆节' }],
};

describe('a month', () => {
  const october = monthDays(2026, 10, notice);
  const kindOf = (day: string) => october.find((one) => one.day === day)?.kind;

  it('marks holidays, made-up days, weekends and working days', () => {
    expect(['2026-10-01', '2026-10-10', '2026-10-11', '2026-10-12'].map(kindOf)).toEqual([
      'holiday',
      'madeUp',
      'weekend',
      'working',
    ]);
    expect(october).toHaveLength(31);
  });

  it('starts in the column of its first weekday and goes on to the next row on Monday', () => {
    expect(october[0]).toMatchObject({ column: 3, week: 0 });
    expect(october.find((one) => one.day === '2026-10-05')).toMatchObject({ column: 0, week: 1 });
  });

  it('works Monday to Friday where no notice is known', () => {
    expect(monthDays(2027, 10, undefined).find((one) => one.day === '2027-10-01')?.kind).toBe('working');
  });
});

it('tells each holiday with its days off and the days worked for it', () => {
  expect(holidaySpans(notice)).toEqual([
    { name: '国庆节', off: ['2026-10-01', '2026-10-02'], worked: ['2026-10-10'] },
  ]);
});
