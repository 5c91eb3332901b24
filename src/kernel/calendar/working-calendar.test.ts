import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayOf } from '../day.ts';
import { readHolidayYearFiles } from './calendar-files.ts';
import { isWeekend } from './holiday-year.ts';
import {
  addWorkingDays,
  countWorkingDays,
  explainDay,
  isWorkingDay,
  loadWorkingCalendar,
  rollBack,
  rollForward,
} from './working-calendar.ts';

const years = await readHolidayYearFiles(path.join(import.meta.dirname, '../../../data/calendars'));
const calendar = loadWorkingCalendar(years);

function dueOf(from: string, count: number): string {
  const verdict = addWorkingDays(calendar, dayOf(from), count);
  return verdict.kind === 'counted' ? `${verdict.due}${verdict.provisional ? ' provisional' : ''}` : 'noData';
}

function workingDaysBetween(from: string, to: string): number | undefined {
  const total = countWorkingDays(calendar, dayOf(from), dayOf(to));
  return total.kind === 'counted' ? total.days : undefined;
}

/** Every known day from 2020-01-01 to the horizon. */
function knownDays(): Day[] {
  const days: Day[] = [];
  for (let day = calendar.from; day <= calendar.through; day = addDays(day, 1)) days.push(day);
  return days;
}

describe('the years that ship', () => {
  it.each([
    [2020, 249, '01-19 04-26 05-09 06-28 09-27 10-10'],
    [2021, 250, '02-07 02-20 04-25 05-08 09-18 09-26 10-09'],
    [2022, 249, '01-29 01-30 04-02 04-24 05-07 10-08 10-09'],
    [2023, 249, '01-28 01-29 04-23 05-06 06-25 10-07 10-08'],
    [2024, 251, '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12'],
    [2025, 248, '01-26 02-08 04-27 09-28 10-11'],
    [2026, 248, '01-04 02-14 02-28 05-09 09-20 10-10'],
  ])('%i has %i working days, weekends worked on %s', (year, working, weekends) => {
    const days = knownDays().filter((day) => day.startsWith(String(year)));
    expect(days.filter((day) => isWorkingDay(calendar, day))).toHaveLength(working);
    const worked = days.filter((day) => isWeekend(day) && isWorkingDay(calendar, day));
    expect(worked.map((day) => day.slice(5)).join(' ')).toBe(weekends);
  });

  it.each([
    [
      2020,
      '01-01 01-24 01-27 01-28 01-29 01-30 01-31 04-06 05-01 05-04 05-05 06-25 06-26 10-01 10-02 10-05 10-06 10-07 10-08',
    ],
    [
      2023,
      '01-02 01-23 01-24 01-25 01-26 01-27 04-05 05-01 05-02 05-03 06-22 06-23 09-29 10-02 10-03 10-04 10-05 10-06',
    ],
    [
      2026,
      '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07',
    ],
  ])('%i has these weekdays off', (year, off) => {
    const days = knownDays().filter((day) => day.startsWith(String(year)));
    const resting = days.filter((day) => !isWeekend(day) && !isWorkingDay(calendar, day));
    expect(resting.map((day) => day.slice(5)).join(' ')).toBe(off);
  });

  it.each([
    ['2024-02-18', true, '春节调休上班'],
    ['2022-10-09', true, '国庆节调休上班'],
    ['2024-02-09', true, '周五'],
    ['2024-02-17', false, '春节放假'],
    ['2020-02-01', false, '春节放假'],
    ['2023-01-03', true, '周二'],
    ['2026-03-21', false, '周六'],
  ])('%s: working %s, because %s', (day, working, reason) => {
    expect(explainDay(calendar, dayOf(day))).toMatchObject({ working, reason, provisional: false });
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['2024-02-05', 20, '2024-03-08'],
    ['2024-02-05', 40, '2024-04-08'],
    ['2024-02-10', 20, '2024-03-14'],
    ['2022-09-28', 20, '2022-10-31'],
    ['2022-10-08', 20, '2022-11-03'],
    ['2020-01-20', 20, '2020-02-25'],
    ['2023-09-28', 20, '2023-11-01'],
    ['2023-06-21', 20, '2023-07-20'],
    ['2024-04-28', 20, '2024-05-28'],
    ['2025-01-20', 20, '2025-02-21'],
    ['2025-09-26', 20, '2025-10-30'],
    ['2026-02-10', 20, '2026-03-16'],
    ['2026-02-10', 40, '2026-04-14'],
    ['2025-12-25', 20, '2026-01-23'],
    ['2021-09-17', 20, '2021-10-21'],
    ['2022-12-30', 20, '2023-02-02'],
    ['2021-02-10', 20, '2021-03-16'],
    ['2025-05-01', 20, '2025-06-03'],
    ['2024-09-29', 7, '2024-10-14'],
    ['2026-02-13', 7, '2026-03-02'],
    ['2025-04-29', 15, '2025-05-23'],
    ['2026-09-22', 7, '2026-10-09'],
    ['2024-09-30', 5, '2024-10-12'],
    ['2024-04-30', 2, '2024-05-07'],
    ['2026-12-03', 20, '2026-12-31'],
    ['2026-11-05', 40, '2026-12-31'],
  ])('%s plus %i working days is %s, firm', (from, count, due) => {
    expect(dueOf(from, count)).toBe(due);
  });

  it('goes beyond the horizon on Monday to Friday alone, and says that the day is provisional', () => {
    expect(dueOf('2026-12-10', 20)).toBe('2027-01-07 provisional');
    expect(dueOf('2026-12-04', 20)).toBe('2027-01-01 provisional');
  });

  it('shows the derivation: day 0 is not counted, each skipped day has its reason', () => {
    expect(addWorkingDays(calendar, dayOf('2024-09-27'), 2)).toEqual({
      kind: 'counted',
      due: '2024-09-30',
      provisional: false,
      counted: ['2024-09-29', '2024-09-30'],
      skipped: [{ day: '2024-09-28', reason: '周六' }],
    });
  });

  it('has no verdict before its span instead of a guess', () => {
    expect(addWorkingDays(calendar, dayOf('2019-12-30'), 5)).toEqual({
      kind: 'noData',
      day: '2019-12-31',
      because: '工作日历从2020-01-01起，没有2019-12-31的数据。',
    });
    expect(dueOf('2019-12-31', 1)).toBe('2020-01-02');
    expect(dueOf('2020-01-03', -5)).toBe('noData');
    expect(isWorkingDay(calendar, dayOf('2019-12-31'))).toBeUndefined();
  });

  it('counts backwards, and refuses a number that is no number of days', () => {
    expect(dueOf('2026-10-09', -7)).toBe('2026-09-22');
    expect(dueOf('2026-10-01', 0)).toBe('2026-10-01');
    expect(() => dueOf('2026-01-05', 1.5)).toThrow(RangeError);
  });

  it('agrees with countWorkingDays, lands on working days and never goes back as the receipt day moves on', () => {
    let previous = '';
    for (const from of knownDays()) {
      for (const count of [1, 7, 20]) {
        const verdict = addWorkingDays(calendar, from, count);
        if (verdict.kind === 'noData') throw new Error(`no data for ${from}`);
        expect(isWorkingDay(calendar, verdict.due)).toBe(true);
        expect(verdict.provisional).toBe(verdict.due > calendar.through);
        expect(workingDaysBetween(from, verdict.due)).toBe(count);
        if (count === 20) {
          expect(verdict.due >= previous).toBe(true);
          previous = verdict.due;
        }
      }
    }
  });
});

describe('countWorkingDays', () => {
  it('leaves out the first day, includes the last and is negative backwards', () => {
    expect(workingDaysBetween('2024-03-08', '2024-03-11')).toBe(1);
    expect(workingDaysBetween('2024-03-11', '2024-03-08')).toBe(-1);
    expect(workingDaysBetween('2024-03-08', '2024-03-08')).toBe(0);
    expect(workingDaysBetween('2025-04-21', '2025-04-28')).toBe(6);
    expect(workingDaysBetween('2019-06-01', '2020-06-01')).toBeUndefined();
  });
});

describe('a period of calendar days', () => {
  it.each([
    ['2024-02-14', '2024-02-18'],
    ['2025-02-01', '2025-02-05'],
    ['2024-10-06', '2024-10-08'],
    ['2025-10-05', '2025-10-09'],
    ['2025-02-06', '2025-02-06'],
  ])('that ends on %s ends on %s', (last, due) => {
    expect(rollForward(calendar, dayOf(last))).toMatchObject({ kind: 'counted', due, provisional: false });
  });

  it('rolls back to the last working day for an internal target', () => {
    expect(rollBack(calendar, dayOf('2026-01-31'))).toMatchObject({ due: '2026-01-30' });
    expect(rollBack(calendar, dayOf('2024-03-31'))).toMatchObject({ due: '2024-03-29' });
  });

  it('is provisional beyond the horizon', () => {
    expect(rollForward(calendar, dayOf('2027-01-01'))).toMatchObject({
      due: '2027-01-01',
      provisional: true,
    });
  });
});

describe('loadWorkingCalendar', () => {
  const [first, second, third] = years;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('years are missing');

  it('takes years in any order and refuses a gap, a repetition and none', () => {
    expect(loadWorkingCalendar([second, first])).toMatchObject({ from: '2020-01-01', through: '2021-12-31' });
    expect(() => loadWorkingCalendar([first, third])).toThrow('not consecutive');
    expect(() => loadWorkingCalendar([first, first])).toThrow('not consecutive');
    expect(() => loadWorkingCalendar([])).toThrow(RangeError);
  });

  it('refuses rows that cannot be right', () => {
    const worked = { ...first, workedWeekends: [{ day: dayOf('2020-01-20'), for: '春节' }] };
    expect(() => loadWorkingCalendar([worked])).toThrow('2020-01-20是周一，不是周末');
    const foreign = { ...first, holidays: [{ day: dayOf('2021-01-01'), name: '元旦' }] };
    expect(() => loadWorkingCalendar([foreign])).toThrow('2021-01-01不是2020年的日期');
    const twice = { ...first, workedWeekends: [{ day: dayOf('2020-02-01'), for: '春节' }] };
    expect(() => loadWorkingCalendar([twice])).toThrow('2020-02-01重复：既列为春节放假，又列为春节调休上班');
  });
});
