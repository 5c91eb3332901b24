import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHolidayYearFiles } from '#kernel/calendar/calendar-files.ts';
import { loadWorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { dayOf } from '#kernel/day.ts';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { periodRules } from '../law/register.ts';
import { readPeriodQuestion, writeDue } from '../read-question.ts';
import { derivePeriod } from './derive-period.ts';
import { countRemaining, judgeExtension, judgeMinimumEnd, judgeTimeliness } from './lateness.ts';
import type { PeriodDerivation } from './verdict.ts';

const calendar = loadWorkingCalendar(await readHolidayYearFiles(path.resolve('data/calendars')));

function ask(rule: string, on: string, more: { extend?: string; suspend?: string[]; target?: string } = {}) {
  return derivePeriod(readPeriodQuestion({ rule, on, ...more }), calendar);
}

function derived(...args: Parameters<typeof ask>): PeriodDerivation {
  const verdict = ask(...args);
  if (verdict.kind !== 'derived') throw new Error(JSON.stringify(verdict));
  return verdict;
}

const faultOf = (...args: Parameters<typeof ask>) => {
  const verdict = ask(...args);
  return verdict.kind === 'refused' ? verdict.fault.code : verdict.kind;
};

describe('the due day of every rule', () => {
  const cases = readCaseTable(new URL('../cases/due.csv', import.meta.url));

  test.each(cases.map(({ cells }) => [`${cells.编号} ${cells.说明}`, cells] as const))('%s', (_, cells) => {
    const suspend = (cells.不计入 ?? '').split(';').filter((span) => span !== '');
    const verdict = derived(cells.期限 ?? '', cells.起算 ?? '', { extend: cells.延长 ?? '', suspend });
    expect(writeDue(verdict)).toBe(cells.最后一日);
    expect(verdict.target ?? '').toBe(cells.内部目标);
    expect(verdict.provisional).toBe(cells.暂定 === '是');
    expect(verdict.because.at(-1)?.startsWith('暂定')).toBe(verdict.provisional);
    expect(verdict.because[0]).toContain(verdict.version.article);
  });

  test('every rule has a case', () => {
    const covered = new Set(cases.map(({ cells }) => cells.期限));
    expect(periodRules.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([]);
  });
});

describe('the register', () => {
  test('names every rule once, cites its article and source, and versions do not overlap', () => {
    expect(new Set(periodRules.map(({ name }) => name)).size).toBe(periodRules.length);
    for (const { versions } of periodRules) {
      expect(versions.length).toBeGreaterThan(0);
      for (const [index, version] of versions.entries()) {
        expect(version.article).not.toBe('');
        expect(version.source).not.toBe('');
        const next = versions[index + 1];
        if (next !== undefined) expect(version.until !== null && version.until <= next.from).toBe(true);
        else expect(version.until === null || version.until > version.from).toBe(true);
      }
    }
  });

  test('has no rule outside its span, never the nearest', () => {
    expect(ask('foi-reply', '2019-05-14').kind).toBe('notInForce');
    expect(ask('review-application', '2023-12-31').kind).toBe('notInForce');
    expect(derived('review-application', '2024-01-01').due).toBe('2024-03-01');
    expect(ask('foi-reply', '2019-06-03').kind).toBe('noCalendar');
    expect(ask('foi-reply', '2201-01-01').kind).toBe('noCalendar');
    expect(derived('lawsuit-direct', '2019-10-31').due).toBe('2020-04-30');
  });
});

describe('a derivation', () => {
  test('names every day counted and skipped, with the reason', () => {
    const verdict = derived('foi-reply', '2024-02-05');
    expect(verdict.countedDays).toHaveLength(20);
    expect(verdict.counted).toBe(20);
    expect(verdict.skipped).toContainEqual({ day: '2024-02-12', reason: '春节放假' });
    expect(verdict.countedDays).toContain('2024-02-18');
    expect(verdict.because.join('')).toContain('2024年2月18日（春节调休上班）为工作日');
  });

  test('tells suspended days from rest days', () => {
    const { skipped } = derived('foi-reply', '2025-04-21', { suspend: ['2025-04-28..2025-05-16'] });
    const suspended = skipped.filter(({ reason }) => reason.includes('征求意见'));
    expect(suspended).toHaveLength(11);
    expect(skipped.find(({ day }) => day === '2025-05-10')?.reason).toBe('周六');
    expect(skipped.find(({ day }) => day === '2025-05-02')?.reason).toBe('劳动节放假');
  });

  test('of calendar days skips only what the last day moved over, and says by which article', () => {
    const { skipped, because } = derived('review-application', '2024-12-03');
    expect(skipped.map(({ day }) => day)).toEqual(['2025-02-01', '2025-02-02', '2025-02-03', '2025-02-04']);
    expect(because.join('')).toContain('行政复议法第八十八条');
  });

  test('sets the shorter local limit beside the legal one, also when lengthened', () => {
    expect(derived('foi-reply', '2026-03-02', { target: '10' })).toMatchObject({
      due: '2026-03-30',
      target: '2026-03-16',
    });
    expect(derived('foi-reply', '2026-03-02', { target: '10', extend: '5' }).target).toBe('2026-03-23');
    expect(derived('emergency-information', '2026-03-02T08:00', { target: '2' }).target).toBe('2026-03-02');
  });
});

describe('what the law does not allow', () => {
  test.each([
    ['foi-reply', '2026-03-02', { extend: '21' }, 'extensionOutOfRange'],
    ['foi-reply', '2026-03-02', { extend: '-1' }, 'extensionOutOfRange'],
    ['foi-reply', '2026-03-02', { extend: '1.5' }, 'extensionOutOfRange'],
    ['foi-reply', '2026-03-02', { extend: '很多' }, 'extensionOutOfRange'],
    ['foi-correction-notice', '2026-03-02', { extend: '1' }, 'notExtensible'],
    ['message-reply', '2026-03-02', { suspend: ['2026-03-03..2026-03-04'] }, 'notSuspensible'],
    ['foi-reply', '2026-03-02', { suspend: ['2026-03-10..2026-03-09'] }, 'suspensionReversed'],
    ['foi-reply', '2026-03-02', { suspend: ['2026-03-01..2026-03-09'] }, 'suspensionBeforeStart'],
    ['foi-reply', '2026-03-02', { suspend: ['2026-03-31..2026-04-09'] }, 'suspensionAfterDue'],
    ['foi-reply', '2026-03-02', { suspend: ['2026-03-10..2126-03-20'] }, 'suspensionTooLong'],
    ['emergency-information', '2026-03-02', {}, 'timeMissing'],
    ['emergency-information', '2026-03-02T24:00', {}, 'badTime'],
    ['foi-reply', '2026-03-02T9:00', {}, 'badTime'],
    ['foi-reply', '2026-03-02', { target: '20' }, 'localNotShorter'],
    ['foi-reply', '2026-03-02', { target: '0' }, 'localNotShorter'],
    ['decision-consultation', '2026-03-02', { target: '10' }, 'localNotShorter'],
    ['annual-report-unit', '2026-03-02', { target: '10' }, 'localNotShorter'],
  ])('%s on %s with %j is refused: %s', (rule, on, more, code) => {
    expect(faultOf(rule, on, more)).toBe(code);
  });

  test.each(['2025-02-30', '20250301', '2025-13-01', '今天', ''])('%s is no day', (text) => {
    expect(() => readPeriodQuestion({ rule: 'foi-reply', on: text })).toThrow(`“${text}”不是有效的日期`);
  });
});

describe('what a derivation means on a day', () => {
  const reply = derived('foi-reply', '2024-02-05');

  test('counts the working days left; a pause stops the figure', () => {
    expect(countRemaining(reply, calendar, dayOf('2024-02-05'))).toBe(20);
    expect(countRemaining(reply, calendar, dayOf('2024-03-07'))).toBe(1);
    expect(countRemaining(reply, calendar, dayOf('2024-03-08'))).toBe(0);
    expect(countRemaining(reply, calendar, dayOf('2024-03-11'))).toBe(-1);
    const paused = derived('foi-reply', '2025-04-21', { suspend: ['2025-04-28..2025-05-16'] });
    expect(countRemaining(paused, calendar, dayOf('2025-04-28'))).toBe(14);
    expect(countRemaining(paused, calendar, dayOf('2025-05-12'))).toBe(14);
  });

  test('V55: signed for after the last day is late by its working days', () => {
    expect(judgeTimeliness(reply, dayOf('2024-03-11'), calendar)).toEqual({
      inTime: false,
      lateByWorkingDays: 1,
    });
    expect(judgeTimeliness(reply, dayOf('2024-03-08'), calendar)).toEqual({ inTime: true });
  });

  test('V56: an extension recorded after the last day has no effect; one by the last day has', () => {
    expect(judgeExtension(reply, 20, dayOf('2024-03-11'))).toMatchObject({ allowed: false });
    expect(judgeExtension(reply, 20, dayOf('2024-03-08'))).toEqual({ allowed: true });
    expect(judgeExtension(reply, 21, dayOf('2024-03-08'))).toMatchObject({ allowed: false });
    expect(
      judgeExtension(derived('foi-reply', '2024-02-05', { extend: '5' }), 5, dayOf('2024-03-08')),
    ).toEqual({
      allowed: false,
      because: '已经延长过一次，不能再次延长',
    });
  });

  test('V38: a consultation may not close early without a stated reason; an announcement of land not at all', () => {
    const consultation = derived('decision-consultation', '2024-01-20');
    expect(judgeMinimumEnd(consultation, dayOf('2024-02-18'), null).lawful).toBe(false);
    expect(judgeMinimumEnd(consultation, dayOf('2024-02-18'), '  ').lawful).toBe(false);
    expect(judgeMinimumEnd(consultation, dayOf('2024-02-18'), '汛期临近')).toMatchObject({ shortened: true });
    expect(judgeMinimumEnd(consultation, dayOf('2024-02-19'), null)).toMatchObject({
      lawful: true,
      shortened: false,
    });
    const land = derived('land-pre-announcement', '2026-04-27');
    expect(judgeMinimumEnd(land, dayOf('2026-05-12'), '汛期临近').lawful).toBe(false);
  });
});
