import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHolidayYearFiles } from '#kernel/calendar/calendar-files.ts';
import {
  addWorkingDays,
  loadWorkingCalendar,
  type WorkingCalendar,
} from '#kernel/calendar/working-calendar.ts';
import { addDays, type Day, dayOf } from '#kernel/day.ts';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import {
  orderActionTitles,
  orderPartyTitles,
  orderStatusTitles,
  supervisionLevelMeanings,
  supervisionLevelTitles,
} from '../../words/supervision.ts';
import {
  judgeOrderAction,
  listOrderActions,
  nextLevelOf,
  type OrderAction,
  orderActions,
  orderParties,
  partyOfOrderAction,
} from './actions.ts';
import { applyOrderEvent, foldOrderEvents, lastPeriodOf, type OrderState } from './fold.ts';
import { type OrderEvent, orderStatuses, supervisionLevels } from './shapes.ts';
import { judgeOrderTiming, wasAnsweredInTime } from './timing.ts';

const years = await readHolidayYearFiles(path.resolve('data/calendars'));
const calendar = loadWorkingCalendar(years);

/** Reads `2026-03-02发出督办3；2026-03-03签收`. */
function eventsOfStory(story: string): OrderEvent[] {
  const events: OrderEvent[] = [];
  for (const part of story.split('；')) {
    const [, dayWords, verb, level, number] =
      /^(\d{4}-\d\d-\d\d)([签反退延升办撤发]\D)(提醒|督办|通报)?(\d+)?$/.exec(part) ?? [];
    const day = dayOf(dayWords ?? '');
    const days = Number(number);
    const reason = '理由';
    const current = foldOrderEvents(events)?.level ?? 'prompt';
    const named = supervisionLevels.find((one) => supervisionLevelTitles[one] === level) ?? 'prompt';
    const kinds: Readonly<Record<string, OrderEvent>> = {
      发出: { kind: 'issued', day, level: named, replyDays: days },
      签收: { kind: 'received', day },
      反馈: { kind: 'replied', day, text: '已办', links: [] },
      退回: { kind: 'returned', day, reason, replyDays: days },
      延长: { kind: 'extended', day, reason, moreDays: days },
      升级: {
        kind: 'escalated',
        day,
        reason,
        level: nextLevelOf(current) ?? current,
        replyDays: days,
        automatic: false,
      },
      办结: { kind: 'closed', day, note: '' },
      撤回: { kind: 'withdrawn', day, reason },
    };
    const event = kinds[verb ?? ''];
    if (event === undefined) throw new Error(`cannot read ${part}`);
    events.push(event);
  }
  return events;
}

function stateOf(events: readonly OrderEvent[]): OrderState {
  const state = foldOrderEvents(events);
  if (state === undefined) throw new Error('no order');
  return state;
}

const yesNo = (value: boolean | null) => (value === null ? '' : value ? '是' : '否');

describe('the story of an order', () => {
  test.each(readCaseTable(new URL('../../cases/supervision-orders.csv', import.meta.url)))(
    '$cells.说明',
    ({ cells }) => {
      const state = stateOf(eventsOfStory(cells.经过 ?? ''));
      const timing = judgeOrderTiming(state, calendar, dayOf(cells.看的那天 ?? ''));
      expect({
        状态: orderStatusTitles[state.status],
        等级: supervisionLevelTitles[state.level],
        期限: timing.clock.due,
        逾期自: timing.lateSince ?? '',
        按期反馈: yesNo(wasAnsweredInTime(timing)),
      }).toEqual({
        状态: cells.状态,
        等级: cells.等级,
        期限: cells.期限,
        逾期自: cells.逾期自,
        按期反馈: cells.按期反馈,
      });
    },
  );

  test('a clock names each day it counted and each it passed over, with the reason', () => {
    const { clock } = judgeOrderTiming(
      stateOf(eventsOfStory('2026-09-28发出提醒5')),
      calendar,
      dayOf('2026-09-28'),
    );
    expect(clock.counted).toEqual(['2026-09-29', '2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10']);
    expect(clock.skipped.map(({ reason }) => reason)).toContain('国庆节放假');
    expect(clock.provisional).toBe(false);
  });

  test('a new holiday notice moves the due day and with it who is late', () => {
    const events = eventsOfStory('2026-03-02发出督办3');
    const longer = loadWorkingCalendar(
      years.map((year) =>
        year.year === 2026
          ? { ...year, holidays: [...year.holidays, { day: dayOf('2026-03-04'), name: '临时放假' }] }
          : year,
      ),
    );
    const on = (known: WorkingCalendar) => judgeOrderTiming(stateOf(events), known, dayOf('2026-03-06'));
    expect(on(calendar)).toMatchObject({ overdue: true, lateSince: '2026-03-05', remaining: -1 });
    expect(on(longer)).toMatchObject({ overdue: false, lateSince: null, remaining: 0 });
  });
});

/** Commands as somebody might send them, in any order; days pass between them. */
const commands = fc.array(
  fc.record({
    action: fc.constantFrom(...orderActions),
    pass: fc.integer({ min: 0, max: 9 }),
    days: fc.integer({ min: 1, max: 12 }),
  }),
  { maxLength: 25 },
);

function eventOfAction(state: OrderState, action: OrderAction, day: Day, days: number): OrderEvent {
  const reason = '理由';
  switch (action) {
    case 'receive':
      return { kind: 'received', day };
    case 'reply':
      return { kind: 'replied', day, text: '已办', links: [] };
    case 'accept':
      return { kind: 'closed', day, note: '' };
    case 'return':
      return { kind: 'returned', day, reason, replyDays: days };
    case 'extend':
      return { kind: 'extended', day, reason, moreDays: days };
    case 'escalate':
      return {
        kind: 'escalated',
        day,
        reason,
        level: nextLevelOf(state.level) ?? state.level,
        replyDays: days,
        automatic: false,
      };
    case 'withdraw':
      return { kind: 'withdrawn', day, reason };
  }
}

/** Plays the commands that are allowed; tells what was refused and why. */
function play(sent: readonly { action: OrderAction; pass: number; days: number }[]) {
  let today = dayOf('2026-01-05');
  const events: OrderEvent[] = [{ kind: 'issued', day: today, level: 'prompt', replyDays: 3 }];
  const refused: { state: OrderState; action: OrderAction; because: string }[] = [];
  for (const { action, pass, days } of sent) {
    today = addDays(today, pass);
    const state = stateOf(events);
    const verdict = judgeOrderAction(state, action, { calendar, today });
    if (verdict.allowed) events.push(eventOfAction(state, action, today, days));
    else refused.push({ state, action, because: verdict.because });
  }
  return { events, refused, today };
}

describe('any sequence of commands', () => {
  test('folds to a state whose parts agree, and folding step by step is folding at once', () => {
    fc.assert(
      fc.property(commands, (sent) => {
        const { events, today } = play(sent);
        const state = stateOf(events);
        const stepwise = events.slice(1).reduce(applyOrderEvent, stateOf(events.slice(0, 1)));
        expect(stepwise).toEqual(state);
        const timing = judgeOrderTiming(state, calendar, today);
        const running = state.periods.filter((period) => period.endedOn === null);
        // The clock runs exactly while the unit owes a reply, and only the last one.
        expect(running).toEqual(timing.awaitsReply ? [lastPeriodOf(state)] : []);
        expect(state.periods.length).toBe(1 + state.returns + state.escalations);
        expect(timing.overdue ? timing.lateSince !== null : true).toBe(true);
        expect(state.closedOn === null).toBe(state.status !== 'closed' && state.status !== 'withdrawn');
        expect(supervisionLevels.indexOf(state.level)).toBe(state.escalations);
        if (timing.lateSince !== null) expect(wasAnsweredInTime(timing)).toBe(false);
      }),
    );
  });

  test('is judged the same however often it is asked', () => {
    fc.assert(
      fc.property(commands, fc.integer({ min: 0, max: 200 }), (sent, later) => {
        const { events, today } = play(sent);
        const day = addDays(today, later);
        const judge = () => judgeOrderTiming(stateOf(events), calendar, day);
        expect(judge()).toEqual(judge());
      }),
    );
  });

  test('refuses what the table does not name, an extension too late and an escalation too early', () => {
    fc.assert(
      fc.property(commands, (sent) => {
        for (const { state, action, because } of play(sent).refused) {
          const named = listOrderActions(state.status, partyOfOrderAction(action)).includes(action);
          expect(because === 'status').toBe(!named);
          if (because === 'expired') expect(action).toBe('extend');
          if (because === 'notLate' || because === 'topLevel') expect(action).toBe('escalate');
        }
      }),
    );
  });

  test('an extension moves the due day by as many working days, wherever holidays lie', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        (offset, days, more) => {
          const from = addDays(dayOf('2026-01-05'), offset);
          const issued: OrderEvent = { kind: 'issued', day: from, level: 'supervise', replyDays: days };
          const extended: OrderEvent = { kind: 'extended', day: from, reason: '理由', moreDays: more };
          const due = (events: readonly OrderEvent[]) =>
            judgeOrderTiming(stateOf(events), calendar, from).clock.due;
          const before = due([issued]);
          const moved = before === null ? undefined : addWorkingDays(calendar, before, more);
          expect(due([issued, extended])).toBe(moved?.kind === 'counted' ? moved.due : null);
        },
      ),
    );
  });
});

describe('the table of actions', () => {
  test('gives each action to one party only', () => {
    for (const action of orderActions) {
      const parties = orderParties.filter((party) =>
        orderStatuses.some((status) => listOrderActions(status, party).includes(action)),
      );
      expect(parties, action).toHaveLength(1);
    }
  });

  test('stands in the officers’ guide as it is', () => {
    const guide = fs.readFileSync(path.resolve('docs/officer-guide.zh-CN.md'), 'utf8');
    const cell = (status: (typeof orderStatuses)[number], party: (typeof orderParties)[number]) =>
      listOrderActions(status, party)
        .map((action) => orderActionTitles[action])
        .join('、') || '—';
    const lines = [
      `| 状态 | ${orderParties.map((party) => orderPartyTitles[party]).join(' | ')} |`,
      '|---|---|---|',
      ...orderStatuses.map(
        (status) =>
          `| ${orderStatusTitles[status]} | ${orderParties.map((party) => cell(status, party)).join(' | ')} |`,
      ),
    ];
    expect(guide).toContain(lines.join('\n'));
    for (const level of supervisionLevels) {
      expect(guide).toContain(`**${supervisionLevelTitles[level]}**：${supervisionLevelMeanings[level]}`);
    }
  });
});
