import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHolidayYearFiles } from '#kernel/calendar/calendar-files.ts';
import { loadWorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { dayOf, parseDay } from '#kernel/day.ts';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { readDeadline } from '../reader/fields/index.ts';
import { computeTaskDueDay, findNextDueDay, judgeUnmeasuredStanding } from './due-day.ts';

const calendar = loadWorkingCalendar(await readHolidayYearFiles(path.resolve('data/calendars')));

function dueOf(text: string, year: number, issuedOn: string) {
  const issued = parseDay(issuedOn) ?? null;
  const { reading } = readDeadline(text, { year, issuedOn: issued });
  return { reading, verdict: computeTaskDueDay(reading, issued, calendar) };
}

describe('the last day of a task', () => {
  test.each(readCaseTable(new URL('../cases/due-days.csv', import.meta.url)))('$cells.说明', ({ cells }) => {
    const { verdict } = dueOf(cells.完成时限 ?? '', Number(cells.年份), cells.印发日期 ?? '');
    expect(verdict.due ?? '').toBe(cells.最后一日);
    expect(verdict.provisional).toBe(cells.暂定 === '是');
    expect(verdict.because.join('；')).toContain(cells.依据含有);
  });

  test('a period in working days names every day it skipped', () => {
    const { verdict } = dueOf('本文件印发后10个工作日内', 2026, '2026-03-30');
    expect(verdict.counted).toBe(10);
    expect(verdict.skipped.map((skip) => skip.day)).toContain('2026-04-06');
  });
});

describe('the next day on which something is due', () => {
  const { reading, verdict } = dueOf('6月底前完成编制，9月底前完成验收', 2026, '2026-03-20');

  test('is the first milestone that has not passed', () => {
    expect(findNextDueDay(reading, verdict, dayOf('2026-03-01'))).toBe('2026-06-30');
    expect(findNextDueDay(reading, verdict, dayOf('2026-07-01'))).toBe('2026-09-30');
  });
  test('is the last day itself while it lasts, and nothing after it', () => {
    expect(findNextDueDay(reading, verdict, dayOf('2026-09-30'))).toBe('2026-09-30');
    expect(findNextDueDay(reading, verdict, dayOf('2026-10-01'))).toBeNull();
  });
});

describe('the standing of a task nobody measures', () => {
  test('never claims more than the calendar knows', () => {
    const { verdict } = dueOf('6月底前', 2026, '2026-03-20');
    expect(judgeUnmeasuredStanding(verdict, dayOf('2026-06-30')).standing).toBe('notYetDue');
    expect(judgeUnmeasuredStanding(verdict, dayOf('2026-07-01')).standing).toBe('cannotTell');
    expect(judgeUnmeasuredStanding(dueOf('持续推进', 2026, '').verdict, dayOf('2026-07-01')).standing).toBe(
      'cannotTell',
    );
  });
});
