import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHolidayYearFiles } from '#kernel/calendar/calendar-files.ts';
import { loadWorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { addDays, type Day, dayOf } from '#kernel/day.ts';
import { actionsAtStage, type CaseAction, caseActionNames, judgeCaseAction } from '../rules/case-actions.ts';
import type { CaseEvent } from '../rules/case-events.ts';
import { applyCaseEvent, type CaseState, foldCase, isCaseOpen } from '../rules/case-state.ts';
import { judgeClocks, nextLegalDay, periodEventsOf, replyDueOf } from './clocks.ts';

const calendar = loadWorkingCalendar(await readHolidayYearFiles(path.resolve('data/calendars')));
const runs = { numRuns: 400, seed: 20_261_120 };
const someId = '00000000-0000-7000-8000-000000000000';

/** What each action that moves a case makes of it on a day; the rest leaves it where it stands. */
const made: Readonly<Partial<Record<CaseAction, (on: Day, state: CaseState) => CaseEvent | undefined>>> = {
  confirmReceipt: (on) => ({ kind: 'received', on, because: '', article: '', evidence: '' }),
  noticeCorrection: (on) => ({ kind: 'correctionNoticed', on, points: ['甲'], until: addDays(on, 14) }),
  recordCorrection: (on) => ({ kind: 'corrected', on, description: '甲' }),
  abandon: (on, { stage }) => ({
    kind: 'abandoned',
    on,
    because: stage === 'awaitingPayment' ? 'feeNotPaid' : 'notCorrected',
    note: '',
  }),
  consult: (on, { consultations }) => ({
    kind: 'consulted',
    on,
    letter: `函${consultations.length}`,
    whom: 'thirdParty',
    name: '某公司',
  }),
  recordConsultation: (on, { consultations }) => {
    const open = consultations.find(({ answeredOn }) => answeredOn === null);
    if (open === undefined) return undefined;
    const { letter } = open;
    return open.receivedOn === null
      ? { kind: 'consultationReceived', on, letter }
      : { kind: 'consultationAnswered', on, letter, opinion: 'agrees', reasonable: null, note: '' };
  },
  proposeExtension: (on) => ({ kind: 'extensionProposed', on, by: 'clerk', days: 10, reason: '' }),
  consentExtension: (on) => ({ kind: 'extensionConsented', on }),
  noticeExtension: (on) => ({ kind: 'extended', on, days: 10, reason: '', proof: '' }),
  noticeFee: (on) => ({ kind: 'feeNoticed', on, basis: 'byPages', count: 50, amountFen: 20_000 }),
  settleFee: (on) => ({ kind: 'feePaid', on, amountFen: 20_000, receiptNumber: '1' }),
  reply: (on) => ({ kind: 'replied', on, leaf: 'disclosed', letterId: null, facts: {} }),
  dispatch: (on) => ({ kind: 'dispatched', on, way: 'direct', signedOn: null, proof: '' }),
  recordDelivery: (on) => ({ kind: 'deliverySigned', on, proof: '' }),
  withdraw: (on) => ({ kind: 'withdrawn', on, reason: '' }),
  merge: (on) => ({ kind: 'mergedInto', on, requestId: someId, reason: '' }),
  archive: (on) => ({ kind: 'archived', on, fileNumber: '1' }),
  reopen: (on) => ({ kind: 'reopened', on, due: null, reason: '' }),
};

/** A life of a case: at each step one of the actions its state allows, some days later. */
const anyLife = fc
  .record({
    start: fc.nat({ max: 1200 }),
    way: fc.constantFrom('counter' as const, 'online' as const),
    picks: fc.array(fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 9 })), { maxLength: 14 }),
  })
  .map(({ start, way, picks }) => {
    let on = addDays(dayOf('2022-03-01'), start);
    const events: CaseEvent[] = [{ kind: 'registered', on, way, arrivedOn: on, misdirected: false }];
    if (way === 'counter') events.push({ kind: 'received', on, because: '', article: '', evidence: '' });
    for (const [pick, later] of picks) {
      const state = foldCase(events);
      on = addDays(on, later);
      const possible = caseActionNames.flatMap((action) => {
        const event = judgeCaseAction(state, action).allowed ? made[action]?.(on, state) : undefined;
        return event === undefined ? [] : [event];
      });
      const event = possible[pick % Math.max(1, possible.length)];
      if (event !== undefined) events.push(event);
    }
    return { events, today: addDays(on, 3) };
  });

test('whatever the table lets happen, a case is open or ended, counted in one leaf or in none, and never stuck', () => {
  fc.assert(
    fc.property(anyLife, ({ events }) => {
      const state = foldCase(events);
      const isOpen = isCaseOpen(state.stage);
      expect(state.ending === null).toBe(isOpen);
      expect(state.closedOn === null).toBe(isOpen);
      expect(state.leaf !== null).toBe(!isOpen && state.ending !== 'merged' && state.ending !== 'split');
      if (state.stage !== 'registered' && isOpen) expect(state.receivedOn).not.toBeNull();
      const bringsOn = caseActionNames.filter(
        (action) => made[action] !== undefined && judgeCaseAction(state, action).allowed,
      );
      expect(!isOpen || bringsOn.length > 0).toBe(true);
    }),
    runs,
  );
});

test('folding step by step and folding anew agree; clocks judged twice are the same; what is closed asks for nothing', () => {
  fc.assert(
    fc.property(anyLife, ({ events, today }) => {
      const state = events.reduce(applyCaseEvent, foldCase([]));
      expect(foldCase(events)).toEqual(state);
      const clocks = judgeClocks(events, calendar, today);
      expect(judgeClocks([...events], calendar, today)).toEqual(clocks);
      const next = nextLegalDay(state, clocks);
      expect(next === null).toBe(!isCaseOpen(state.stage));
    }),
    runs,
  );
});

test('no event the table lets through is answered twice: one receipt, one notice, one extension, one end between reopenings', () => {
  fc.assert(
    fc.property(anyLife, ({ events }) => {
      const moving = periodEventsOf(events);
      for (const kind of [
        'received',
        'correctionNoticed',
        'corrected',
        'feeNoticed',
        'extended',
        'closed',
      ] as const) {
        expect(moving.filter((event) => event.kind === kind).length).toBeLessThanOrEqual(1);
      }
    }),
    runs,
  );
});

test('received later is never due earlier; a consultation never shortens', () => {
  const anyStart = fc.nat({ max: 1200 }).map((days) => addDays(dayOf('2022-03-01'), days));
  const dueOf = (events: readonly CaseEvent[], today: Day) =>
    replyDueOf(foldCase(events), judgeClocks(events, calendar, today)) ?? '';
  const received = (on: Day): CaseEvent[] => [
    { kind: 'registered', on, way: 'counter', arrivedOn: on, misdirected: false },
    { kind: 'received', on, because: '', article: '', evidence: '' },
  ];
  fc.assert(
    fc.property(
      anyStart,
      fc.nat({ max: 40 }),
      fc.nat({ max: 12 }),
      fc.nat({ max: 30 }),
      (on, later, sent, length) => {
        const today = addDays(on, 90);
        const plain = dueOf(received(on), today);
        expect(dueOf(received(addDays(on, later)), today) >= plain).toBe(true);
        const [out, back] = [addDays(on, sent), addDays(on, sent + length)];
        const consulted: CaseEvent[] = [
          ...received(on),
          { kind: 'consulted', on: out, letter: '函', whom: 'thirdParty', name: '某公司' },
          { kind: 'consultationReceived', on: out, letter: '函' },
          {
            kind: 'consultationAnswered',
            on: back,
            letter: '函',
            opinion: 'agrees',
            reasonable: null,
            note: '',
          },
        ];
        expect(dueOf(consulted, today) >= plain).toBe(true);
      },
    ),
    runs,
  );
});

test('the table names every action at some stage', () => {
  const named = new Set<CaseAction>(Object.values(actionsAtStage).flat());
  expect(caseActionNames.filter((action) => !named.has(action))).toEqual([]);
});
