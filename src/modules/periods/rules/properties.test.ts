import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHolidayYearFiles } from '#kernel/calendar/calendar-files.ts';
import { isWorkingDay, loadWorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { addDays, type Day, dayOf, daysBetween } from '#kernel/day.ts';
import { getPeriodRule, periodRules } from '../law/register.ts';
import { derivePeriod } from './derive-period.ts';
import { judgeExtension } from './lateness.ts';
import type { PeriodDerivation, PeriodQuestion } from './verdict.ts';

const calendar = loadWorkingCalendar(await readHolidayYearFiles(path.resolve('data/calendars')));
const runs = { numRuns: 1_000, seed: 20_261_120 };
const first = dayOf('2021-09-01');
const anyDay = fc
  .integer({ min: 0, max: daysBetween(first, dayOf('2028-12-31')) })
  .map((n) => addDays(first, n));
const anyRule = fc.constantFrom(...periodRules);
const reply = getPeriodRule('foi-reply');

function derive(question: PeriodQuestion): PeriodDerivation | undefined {
  const verdict = derivePeriod(question, calendar);
  return verdict.kind === 'derived' ? verdict : undefined;
}

function deriveSurely(question: PeriodQuestion): PeriodDerivation {
  const verdict = derivePeriod(question, calendar);
  if (verdict.kind !== 'derived') throw new Error(JSON.stringify(verdict));
  return verdict;
}

/** A start and a span that begins while the period still runs. */
const paused = fc
  .record({ on: anyDay, at: fc.nat({ max: 19 }), length: fc.nat({ max: 40 }) })
  .map(({ on, at, length }) => {
    const plain = deriveSurely({ rule: reply, on });
    const after = plain.countedDays[at] ?? on;
    return { on, plain, span: { after, through: addDays(after, length) } };
  });

test('a later event is never due earlier', () => {
  fc.assert(
    fc.property(anyRule, anyDay, fc.nat({ max: 60 }), (rule, on, later) => {
      const time = '09:30';
      const early = derive({ rule, on, time });
      const late = derive({ rule, on: addDays(on, later), time });
      if (early === undefined || late === undefined) return;
      expect(late.due >= early.due).toBe(true);
    }),
    runs,
  );
});

test('a pause never shortens; a longer one never shortens more; pausing twice over the same days changes nothing', () => {
  fc.assert(
    fc.property(paused, fc.nat({ max: 20 }), ({ on, plain, span }, more) => {
      const once = deriveSurely({ rule: reply, on, suspensions: [span] });
      const longer = { ...span, through: addDays(span.through, more) };
      expect(once.due >= plain.due).toBe(true);
      expect(deriveSurely({ rule: reply, on, suspensions: [longer] }).due >= once.due).toBe(true);
      expect(deriveSurely({ rule: reply, on, suspensions: [span, span] }).due).toBe(once.due);
      expect(once.countedDays).toHaveLength(20);
    }),
    runs,
  );
});

test('counted and skipped days together are every day from the event to the last day', () => {
  fc.assert(
    fc.property(paused, ({ on, span }) => {
      const verdict = deriveSurely({ rule: reply, on, suspensions: [span] });
      const days = [...verdict.countedDays, ...verdict.skipped.map(({ day }) => day)].sort();
      const expected: Day[] = [];
      for (let day = addDays(on, 1); day <= verdict.due; day = addDays(day, 1)) expected.push(day);
      expect(days).toEqual(expected);
      expect(isWorkingDay(calendar, verdict.due)).toBe(true);
    }),
    runs,
  );
});

test('the same question has the same answer', () => {
  fc.assert(
    fc.property(anyRule, anyDay, (rule, on) => {
      const question = { rule, on, time: '23:59' };
      expect(derivePeriod(question, calendar)).toEqual(derivePeriod(question, calendar));
    }),
    runs,
  );
});

test('an extension beyond 20 working days or after the last day is refused, others lengthen by what was asked', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: -5, max: 60 }),
      fc.integer({ min: -40, max: 40 }),
      (on, by, offset) => {
        const plain = deriveSurely({ rule: reply, on });
        const verdict = derivePeriod({ rule: reply, on, extendBy: by }, calendar);
        expect(verdict.kind).toBe(by >= 0 && by <= 20 ? 'derived' : 'refused');
        if (verdict.kind === 'derived') expect(verdict.countedDays).toHaveLength(20 + by);
        const allowed = judgeExtension(plain, by, addDays(plain.due, offset)).allowed;
        expect(allowed).toBe(by >= 1 && by <= 20 && offset <= 0);
      },
    ),
    runs,
  );
});

test('a minimum period never ends before its length has passed', () => {
  const minimums = periodRules.filter(({ versions }) => versions.some(({ bound }) => bound === 'earliest'));
  fc.assert(
    fc.property(fc.constantFrom(...minimums), anyDay, (rule, on) => {
      const { due, version, countedDays } = deriveSurely({ rule, on });
      if (version.unit === 'workingDay') expect(countedDays).toHaveLength(version.length);
      else expect(daysBetween(on, due)).toBeGreaterThanOrEqual(version.length);
      expect(isWorkingDay(calendar, due)).toBe(true);
    }),
    runs,
  );
});

test('what needs a year without a holiday notice is provisional, and nothing else is', () => {
  fc.assert(
    fc.property(anyDay, (on) => {
      const verdict = deriveSurely({ rule: reply, on });
      expect(verdict.provisional).toBe(verdict.due > calendar.through);
    }),
    runs,
  );
});

test('a local limit is never later than the legal one', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 19 }), fc.nat({ max: 20 }), (on, localLength, extendBy) => {
      const { target, due } = deriveSurely({ rule: reply, on, localLength, extendBy });
      expect(target !== null && target < due).toBe(true);
    }),
    runs,
  );
});
