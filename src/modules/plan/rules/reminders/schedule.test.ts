import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHolidayYearFiles } from '#kernel/calendar/calendar-files.ts';
import { isWorkingDay, loadWorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { addDays, type Day, dayOf } from '#kernel/day.ts';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { listDueSteps, reminderHorizon, reminderStepDay, reminderSteps, reminderWords } from './schedule.ts';

const calendar = loadWorkingCalendar(await readHolidayYearFiles(path.resolve('data/calendars')));

describe('the day of each step', () => {
  test.each(readCaseTable(new URL('../../cases/reminder-steps.csv', import.meta.url)))(
    '$cells.说明',
    ({ cells }) => {
      const due = dayOf(cells.到期日 ?? '');
      const { 到期前10, 到期前3, 到期前1, 当日, 逾期1, 逾期5 } = cells;
      expect(reminderSteps.map((step) => reminderStepDay(calendar, due, step))).toEqual([
        到期前10,
        到期前3,
        到期前1,
        当日,
        逾期1,
        逾期5,
      ]);
    },
  );

  test('is a working day, whenever something falls due', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.constantFrom(...reminderSteps), (offset, step) => {
        const day = reminderStepDay(calendar, addDays(dayOf('2026-01-20'), offset), step);
        expect(day === null ? undefined : isWorkingDay(calendar, day)).toBe(true);
      }),
    );
  });
});

describe('steps that are due', () => {
  const daily = (from: Day, days: number) => Array.from({ length: days }, (_, n) => addDays(from, n));

  test('come once each, on whichever days the job runs, and none is lost', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }),
        (offset, runs) => {
          const start = dayOf('2026-03-02');
          const duty = { due: addDays(start, offset), since: start };
          const sent: string[] = [];
          let doneThrough = start;
          // The last day always runs: the standstill ends.
          for (const [index, today] of daily(start, 80).entries()) {
            if (runs[index] === false && index < 79) continue;
            const horizon = reminderHorizon(calendar, doneThrough, today);
            for (const { step } of listDueSteps(duty, calendar, { horizon, today })) {
              // What the log holds is not sent again.
              if (!sent.includes(String(step))) sent.push(String(step));
            }
            doneThrough = today;
          }
          const owed = reminderSteps.filter(
            (step) => (reminderStepDay(calendar, duty.due, step) ?? start) > start,
          );
          expect(sent.toSorted()).toEqual(owed.map(String).toSorted());
        },
      ),
      { numRuns: 40 },
    );
  });

  test('leave out those before the duty began and those long past', () => {
    const duty = { due: dayOf('2026-11-20'), since: dayOf('2026-11-17') };
    const today = dayOf('2026-11-19');
    const horizon = reminderHorizon(calendar, dayOf('2026-11-18'), today);
    expect(listDueSteps(duty, calendar, { horizon, today }).map(({ step }) => step)).toEqual([-1]);
    const later = dayOf('2027-03-01');
    const past = { horizon: reminderHorizon(calendar, dayOf('2027-02-26'), later), today: later };
    expect(listDueSteps({ due: duty.due, since: duty.due }, calendar, past)).toEqual([]);
  });
});

test.each([
  ['2026-09-30', '2026-10-10', '还有3个工作日，2026年10月10日（周六）到期'],
  ['2026-10-10', '2026-10-10', '今天（2026年10月10日（周六））到期'],
  ['2026-10-12', '2026-10-10', '2026年10月10日到期，已逾期1个工作日'],
  ['2026-10-11', '2026-10-10', '2026年10月10日到期，已经逾期'],
  ['2026-11-13', '2026-11-15', '2026年11月15日（周日）到期，那天休息，今天是最后一个工作日'],
  ['2026-12-30', '2027-01-06', '还有5个工作日，2027年1月6日（周三）到期（暂定）'],
])('on %s of what is due on %s it says “%s”', (today, due, words) => {
  expect(reminderWords(calendar, dayOf(today), dayOf(due))).toBe(words);
});
