import { describe, expect, test } from 'vitest';
import { readHolidayYearFiles } from '#kernel/calendar/calendar-files.ts';
import { loadWorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { dayOf } from '#kernel/day.ts';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import {
  type HandoverParty,
  type HandoverProgress,
  handoverParties,
  judgeSignature,
  judgeTick,
  partiesOfOfficer,
} from './handover.ts';
import { type FilingEventKind, filingStateOf, isLateOn, liaisonDueDay } from './liaison.ts';

const calendar = loadWorkingCalendar(
  await readHolidayYearFiles(new URL('../../../../data/calendars', import.meta.url).pathname),
);

describe('the last day for handing over and filing', () => {
  test.each(readCaseTable(new URL('../cases/liaison-due-days.csv', import.meta.url)))(
    'line $line: $cells.days working days after $cells.changed ($cells.note)',
    ({ cells }) => {
      const verdict = liaisonDueDay(calendar, dayOf(cells.changed ?? ''), Number(cells.days));
      expect(verdict.due).toBe(cells.due);
      expect(verdict.counted).toHaveLength(Number(cells.days));
      expect(verdict.because).toContain('不是法定期限');
    },
  );

  test('is unknown before the calendar begins, never guessed', () => {
    expect(liaisonDueDay(calendar, dayOf('2010-01-04'), 5)).toMatchObject({ due: null, counted: [] });
  });

  test('is late the day after, and late for good when done after it', () => {
    const due = dayOf('2026-05-08');
    expect(isLateOn(due, null, due)).toBe(false);
    expect(isLateOn(due, null, dayOf('2026-05-09'))).toBe(true);
    expect(isLateOn(due, due, dayOf('2026-12-31'))).toBe(false);
    expect(isLateOn(due, dayOf('2026-05-11'), dayOf('2026-05-11'))).toBe(true);
    expect(isLateOn(null, null, due)).toBe(false);
  });
});

test('a filing that is returned stands no more until it is filed anew', () => {
  const event = (kind: FilingEventKind, day: string) => ({ kind, day: dayOf(day) });
  const first = [event('filed', '2026-05-06'), event('returned', '2026-05-07')];
  expect(filingStateOf([])).toEqual({ status: 'unfiled', filedOn: null, acceptedOn: null });
  expect(filingStateOf(first)).toEqual({ status: 'returned', filedOn: null, acceptedOn: null });
  const second = [...first, event('filed', '2026-05-08'), event('accepted', '2026-05-09')];
  expect(filingStateOf(second)).toEqual({
    status: 'accepted',
    filedOn: '2026-05-08',
    acceptedOn: '2026-05-09',
  });
});

describe('a handover', () => {
  const people = { giverId: 'g', receiverId: 'r', witnessId: 'w', giverAbsent: false };
  const done = { given: true, taken: true };
  const verdictOf = (progress: HandoverProgress, party: HandoverParty) => {
    const verdict = judgeSignature(progress, party);
    return verdict.allowed ? (verdict.completes ? 'completes' : 'signs') : verdict.because;
  };

  test('belongs to three people; the witness stands in for a giver who is away', () => {
    expect(['g', 'r', 'w', 'x'].map((id) => partiesOfOfficer(people, id))).toEqual([
      ['giver'],
      ['receiver'],
      ['witness'],
      [],
    ]);
    expect(partiesOfOfficer({ ...people, giverAbsent: true }, 'w')).toEqual(['giver', 'witness']);
  });

  test('goes item by item: given before taken, taken back before the giving is', () => {
    const open = { given: false, taken: false };
    const given = { given: true, taken: false };
    expect(judgeTick(open, 'receiver', true, [])).toMatchObject({ because: 'notGiven' });
    expect(judgeTick(given, 'receiver', true, [])).toEqual({ allowed: true });
    expect(judgeTick(done, 'giver', false, [])).toMatchObject({ because: 'taken' });
    expect(judgeTick(open, 'giver', true, ['giver'])).toMatchObject({ because: 'signed' });
  });

  test('is signed when all is settled, by the witness last, and only that completes it', () => {
    const settled = { items: [done], signed: [] };
    expect(handoverParties.map((party) => verdictOf({ items: [], signed: [] }, party))).toEqual(
      handoverParties.map(() => 'empty'),
    );
    expect(verdictOf({ items: [done, { given: true, taken: false }], signed: [] }, 'giver')).toBe(
      'itemsOpen',
    );
    expect(handoverParties.map((party) => verdictOf(settled, party))).toEqual([
      'signs',
      'signs',
      'othersFirst',
    ]);
    expect(verdictOf({ items: [done], signed: ['giver', 'receiver'] }, 'witness')).toBe('completes');
    expect(verdictOf({ items: [done], signed: ['giver'] }, 'giver')).toBe('signed');
  });
});
