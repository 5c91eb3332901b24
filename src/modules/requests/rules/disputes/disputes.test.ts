import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHolidayYearFiles } from '#kernel/calendar/calendar-files.ts';
import { loadWorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { addDays, type Day, dayOf } from '#kernel/day.ts';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { derivePeriod, getPeriodRule } from '#modules/periods/index.ts';
import { judgeDisputeAction, listDisputeActions } from './actions.ts';
import { orderBundle } from './bundle.ts';
import { listDisputeClocks } from './clocks.ts';
import { applyDisputeEvent, type DisputeState, foldDisputeEvents } from './fold.ts';
import { drawSample, judgeQualityScores, qualityItems, sumQualityScores } from './quality-sample.ts';
import { countedShare, judgeDisputeRates, judgeRateChange, type RatedDispute, spanBefore } from './rates.ts';
import {
  canDoOnRectification,
  findReminderStep,
  foldRectificationEvents,
  isRectificationOverdue,
  type RectificationEvent,
} from './rectification.ts';
import { disputeCellOf } from './report-cell.ts';
import {
  type DisputeEvent,
  type DisputeEventKind,
  type DisputeWay,
  disputeEventKinds,
  disputeWays,
  listRulingForms,
} from './shapes.ts';

const calendar = loadWorkingCalendar(await readHolidayYearFiles(path.resolve('data/calendars')));

const ways: Readonly<Record<string, DisputeWay>> = {
  复议: 'review',
  直接起诉: 'directLawsuit',
  复议后起诉: 'lawsuitAfterReview',
};

/** Reads `2026-03-02申请；2026-03-05受理；2026-03-09通知简易`. */
function eventsOfStory(way: DisputeWay, story: string): DisputeEvent[] {
  return story.split('；').map((part): DisputeEvent => {
    const [, dayWords = '', verb = '', rest = ''] =
      /^(\d{4}-\d\d-\d\d)(申请|受理|不受理|通知|答复|中止|恢复|延长|裁决|上诉|生效|再审|转普通|更正)(.*)$/.exec(
        part,
      ) ?? [];
    const day = dayOf(dayWords);
    const reason = '理由';
    const kinds: Readonly<Record<string, () => DisputeEvent>> = {
      申请: () => ({ kind: 'opened', day }),
      受理: () => ({ kind: 'accepted', day, caseNumber: '1号' }),
      不受理: () => ({ kind: 'declined', day, reason }),
      通知: () => ({ kind: 'notified', day, procedure: rest === '简易' ? 'simplified' : 'ordinary' }),
      答复: () => ({ kind: 'replied', day, text: '' }),
      中止: () => ({ kind: 'suspended', day, reason }),
      恢复: () => ({ kind: 'resumed', day, reason }),
      延长: () => ({ kind: 'extended', day, reason, moreDays: Number(rest) }),
      裁决: () => {
        const form = listRulingForms(way).find((one) => one === rest);
        if (form === undefined) throw new Error(`${rest} is no ruling`);
        return { kind: 'ruled', day, form, documentNumber: '', receivedOn: day, reason: '' };
      },
      上诉: () => ({ kind: 'appealed', day, by: 'others' }),
      生效: () => ({ kind: 'tookEffect', day }),
      再审: () => ({ kind: 'reopened', day, reason }),
      转普通: () => ({ kind: 'procedureChanged', day, reason }),
      更正: () => ({ kind: 'annulled', day, reason, position: Number(rest) }),
    };
    const make = kinds[verb];
    if (make === undefined) throw new Error(`cannot read ${part}`);
    return make();
  });
}

function stateOf(way: DisputeWay, events: readonly DisputeEvent[]): DisputeState {
  const state = foldDisputeEvents(way, events);
  if (state === undefined) throw new Error('no dispute');
  return state;
}

describe('the story of a dispute', () => {
  test.each(readCaseTable(new URL('../../cases/disputes.csv', import.meta.url)))(
    '$cells.说明',
    ({ cells }) => {
      const way = ways[cells.途径 ?? ''] ?? 'review';
      const state = stateOf(way, eventsOfStory(way, cells.经过 ?? ''));
      const clocks = listDisputeClocks(state, {
        actKnownOn: cells.知道 ? dayOf(cells.知道) : null,
        reviewReceivedOn: cells.知道 ? dayOf(cells.知道) : null,
      });
      const named = clocks.find(({ rule }) => rule === cells.期限);
      const due = (): string => {
        if (named === undefined) return '';
        const { extendBy, on } = named;
        const question = extendBy === 0 ? {} : { extendBy };
        const verdict = derivePeriod({ rule: getPeriodRule(named.rule), on, ...question }, calendar);
        return verdict.kind === 'derived' ? verdict.due : verdict.kind;
      };
      const cell = disputeCellOf({ ...state, capacity: 'originalActor' }, Number(cells.年度));
      expect({
        状态: state.status,
        最后一日: due(),
        完成: named?.doneOn ?? '',
        格: cell === null ? '' : `${cell.row}.${cell.column}`,
      }).toEqual({ 状态: cells.状态, 最后一日: cells.最后一日, 完成: cells.完成, 格: cells.格 });
    },
  );

  test('a review organ that is sued along counts nothing: 国办公开办函〔2016〕201号', () => {
    const dispute = {
      way: 'lawsuitAfterReview',
      openedOn: dayOf('2026-01-05'),
      closedOn: null,
      outcome: null,
    } as const;
    expect(disputeCellOf({ ...dispute, capacity: 'reviewOrgan' }, 2026)).toBeNull();
    expect(disputeCellOf({ ...dispute, capacity: 'originalActor' }, 2026)).not.toBeNull();
  });
});

/** Steps as somebody might send them, in any order; days pass between them. */
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(...disputeEventKinds),
    pass: fc.integer({ min: 0, max: 40 }),
    pick: fc.nat({ max: 20 }),
  }),
  { maxLength: 20 },
);

function eventOfStep(way: DisputeWay, kind: DisputeEventKind, day: Day, pick: number): DisputeEvent {
  const reason = '理由';
  const forms = listRulingForms(way);
  switch (kind) {
    case 'opened':
    case 'tookEffect':
      return { kind, day };
    case 'accepted':
      return { kind, day, caseNumber: '1号' };
    case 'notified':
      return { kind, day, procedure: pick % 2 === 0 ? 'ordinary' : 'simplified' };
    case 'replied':
    case 'remarked':
      return { kind, day, text: '' };
    case 'hearingSet':
      return { kind, day, on: addDays(day, pick), place: '' };
    case 'extended':
      return { kind, day, reason, moreDays: 10 };
    case 'ruled':
      return {
        kind,
        day,
        form: forms[pick % forms.length] ?? 'upheld',
        documentNumber: '',
        receivedOn: day,
        reason,
      };
    case 'appealed':
      return { kind, day, by: 'us' };
    case 'costNoted':
      return { kind, day, what: '差旅', fen: 100 };
    case 'documentAdded':
      return { kind, day, title: '材料', group: 'dispute', proves: '' };
    case 'annulled':
      return { kind, day, position: pick, reason };
    case 'declined':
    case 'procedureChanged':
    case 'suspended':
    case 'resumed':
    case 'reopened':
      return { kind, day, reason };
  }
}

function play(way: DisputeWay, sent: readonly { kind: DisputeEventKind; pass: number; pick: number }[]) {
  let today = dayOf('2026-01-05');
  const events: DisputeEvent[] = [{ kind: 'opened', day: today }];
  for (const { kind, pass, pick } of sent) {
    today = addDays(today, pass);
    const event = eventOfStep(way, kind, today, pick);
    const state = stateOf(way, events);
    const verdict = judgeDisputeAction(state, events, event, today);
    if (!listDisputeActions(way, state.status).includes(kind)) {
      expect(verdict).toEqual({ allowed: false, because: 'status' });
    }
    if (verdict.allowed) events.push(event);
  }
  return { events, today };
}

describe('any sequence of steps', () => {
  test('folds to a state whose parts agree, and counts once in each year it was open', () => {
    fc.assert(
      fc.property(fc.constantFrom(...disputeWays), steps, (way, sent) => {
        const { events } = play(way, sent);
        const state = stateOf(way, events);
        expect(state.closedOn === null).toBe(state.status !== 'closed');
        expect(state.outcome === null).toBe(state.status !== 'closed');
        const years = [2025, 2026, 2027, 2028].map((year) =>
          disputeCellOf({ ...state, capacity: 'originalActor' }, year),
        );
        expect(years[0]).toBeNull();
        const results = years.filter((cell) => cell !== null && cell.column !== 'pending');
        if (state.closedOn !== null && state.closedOn < '2029') expect(results).toHaveLength(1);
        for (const clock of listDisputeClocks(state, { actKnownOn: null, reviewReceivedOn: null })) {
          if (clock.doneOn !== null && clock.rule !== 'review-acceptance') {
            expect(clock.doneOn >= state.openedOn).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('an annulled event leaves the state as if it had not been written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...disputeWays), steps, (way, sent) => {
        const { events, today } = play(
          way,
          sent.filter(({ kind }) => kind !== 'annulled'),
        );
        const before = stateOf(way, events);
        const wrong: DisputeEvent = { kind: 'costNoted', day: today, what: '误记', fen: 1 };
        const written = [...events, wrong];
        expect(applyDisputeEvent(before, wrong).costFen).toBe(before.costFen + 1);
        const mended = [
          ...written,
          { kind: 'annulled' as const, day: today, position: written.length - 1, reason: '误记' },
        ];
        expect(stateOf(way, mended)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  test('refuses days that have not come, that lie before the dispute, and rulings of the other way', () => {
    const today = dayOf('2026-03-10');
    const events: DisputeEvent[] = [{ kind: 'opened', day: dayOf('2026-03-02') }];
    const judge = (event: DisputeEvent) => {
      const verdict = judgeDisputeAction(stateOf('review', events), events, event, today);
      return verdict.allowed ? '' : verdict.because;
    };
    const ruled = { kind: 'ruled', documentNumber: '', reason: '' } as const;
    expect(judge({ kind: 'accepted', day: dayOf('2026-03-11'), caseNumber: '' })).toBe('future');
    expect(judge({ kind: 'accepted', day: dayOf('2026-03-01'), caseNumber: '' })).toBe('beforeStart');
    expect(judge({ ...ruled, day: today, form: 'suitRejected', receivedOn: today })).toBe('form');
    expect(judge({ ...ruled, day: today, form: 'upheld', receivedOn: dayOf('2026-03-09') })).toBe(
      'receivedFirst',
    );
    expect(judge({ kind: 'annulled', day: today, position: 0, reason: '' })).toBe('theOpening');
    expect(judge({ kind: 'annulled', day: today, position: 4, reason: '' })).toBe('nothingThere');
    expect(judge({ kind: 'appealed', day: today, by: 'us' })).toBe('status');
  });
});

describe('rates', () => {
  const span = { from: dayOf('2026-01-01'), until: dayOf('2027-01-01') };
  const dispute = (more: Partial<RatedDispute>): RatedDispute => ({
    way: 'review',
    capacity: 'originalActor',
    openedOn: dayOf('2026-02-01'),
    closedOn: dayOf('2026-04-01'),
    outcome: 'upheld',
    ...more,
  });

  test('count what began, what ended and what was corrected, each in its span', () => {
    const rates = judgeDisputeRates(
      [
        dispute({}),
        dispute({ outcome: 'corrected' }),
        dispute({ way: 'directLawsuit', outcome: 'corrected' }),
        dispute({ closedOn: null, outcome: null }),
        dispute({ openedOn: dayOf('2025-12-01'), outcome: 'corrected' }),
        dispute({ closedOn: dayOf('2027-01-01'), outcome: 'corrected' }),
        dispute({ way: 'lawsuitAfterReview', capacity: 'reviewOrgan', outcome: 'corrected' }),
      ],
      200,
      span,
    );
    expect(rates.disputed).toEqual({ part: 5, whole: 200, permille: 25, few: false });
    expect(rates.corrected).toEqual({ part: 2, whole: 3, permille: 667, few: true });
    expect(rates.lost).toEqual({ part: 1, whole: 1, permille: 1000, few: true });
  });

  test('say how they moved, and nothing where there is nothing to divide by', () => {
    expect(judgeRateChange(countedShare(1, 20), countedShare(2, 20))).toEqual({
      kind: 'lower',
      permille: 50,
      few: false,
    });
    expect(judgeRateChange(countedShare(1, 2), countedShare(1, 20))).toEqual({
      kind: 'higher',
      permille: 450,
      few: true,
    });
    expect(judgeRateChange(countedShare(0, 0), countedShare(1, 20))).toEqual({ kind: 'cannotTell' });
    expect(spanBefore(span)).toEqual({ from: '2025-01-01', until: '2026-01-01' });
  });
});

describe('a quality check', () => {
  test('draws the same cases from the same seed, whatever the order, and others from another', () => {
    const keys = Array.from({ length: 40 }, (_, index) => `case-${index}`);
    const drawn = drawSample(keys, 8, '2026年第四季度');
    expect(drawSample([...keys].reverse(), 8, '2026年第四季度')).toEqual(drawn);
    expect(new Set(drawn).size).toBe(8);
    expect(drawSample(keys, 8, '2026年第三季度')).not.toEqual(drawn);
    expect(drawSample(keys.slice(0, 3), 8, 'x')).toHaveLength(3);
  });

  test('draws all cases about equally often', () => {
    const keys = Array.from({ length: 10 }, (_, index) => `${index}`);
    const counts = new Map<string, number>();
    for (let turn = 0; turn < 2000; turn += 1) {
      for (const key of drawSample(keys, 3, `seed ${turn}`)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const key of keys) {
      expect(counts.get(key)).toBeGreaterThan(480);
      expect(counts.get(key)).toBeLessThan(720);
    }
  });

  test('gives at most the points of each item, 100 together', () => {
    const full = {
      registration: 10,
      deadline: 20,
      search: 15,
      ground: 20,
      reasons: 15,
      remedy: 10,
      service: 5,
      file: 5,
    };
    expect(judgeQualityScores(full)).toEqual([]);
    expect(sumQualityScores(full)).toBe(100);
    expect(judgeQualityScores({ ...full, file: 6, remedy: -1, search: 1.5 }).map(({ item }) => item)).toEqual(
      ['search', 'remedy', 'file'],
    );
    expect(qualityItems.reduce((sum, { points }) => sum + points, 0)).toBe(100);
  });
});

describe('a rectification', () => {
  const opened: RectificationEvent = { kind: 'opened', day: dayOf('2026-03-02'), dueOn: dayOf('2026-03-31') };
  const state = (...more: RectificationEvent[]) => {
    const folded = foldRectificationEvents([opened, ...more]);
    if (folded === undefined) throw new Error('no rectification');
    return folded;
  };

  test('is in time by the day it was handed in, and late when the mended proof came late', () => {
    const day = (text: string) => dayOf(`2026-${text}`);
    const handedIn = state({ kind: 'submitted', day: day('03-30'), text: '' });
    expect(isRectificationOverdue(handedIn, day('04-20'))).toBe(false);
    const accepted = state(
      { kind: 'submitted', day: day('03-30'), text: '' },
      { kind: 'accepted', day: day('04-02'), text: '' },
    );
    expect(accepted).toMatchObject({ status: 'accepted', inTime: true, closedOn: '2026-04-02' });
    const sentBack = state(
      { kind: 'submitted', day: day('03-30'), text: '' },
      { kind: 'returned', day: day('04-01'), reason: '', dueOn: day('04-10') },
    );
    expect(isRectificationOverdue(sentBack, day('04-10'))).toBe(false);
    expect(isRectificationOverdue(sentBack, day('04-11'))).toBe(true);
    expect(foldRectificationEvents([{ kind: 'accepted', day: day('04-02'), text: '' }])).toBeUndefined();
    expect(canDoOnRectification('submitted', 'submit')).toBe(false);
    expect(canDoOnRectification('returned', 'submit')).toBe(true);
  });

  test('is reminded of by the last step reached', () => {
    const due = dayOf('2026-03-31');
    const on = (text: string) => findReminderStep(due, dayOf(text));
    expect([
      on('2026-03-23'),
      on('2026-03-24'),
      on('2026-03-30'),
      on('2026-03-31'),
      on('2026-05-01'),
    ]).toEqual([undefined, -7, -3, 0, 5]);
  });
});

test('a bundle is numbered by group and day, and its files keep no character a disk refuses', () => {
  const paper = (group: 'reply' | 'request' | 'answer', day: string | null, fileName: string | null) => ({
    group,
    title: fileName ?? '事实',
    day: day === null ? null : dayOf(day),
    proves: '',
    fileName,
  });
  const entries = orderBundle([
    paper('reply', '2026-03-05', '答复书.pdf'),
    paper('request', null, '附件.docx'),
    paper('request', '2026-02-01', '申请表:一/二.pdf'),
    paper('answer', null, null),
  ]);
  expect(entries.map(({ number, path: at }) => [number, at])).toEqual([
    [1, null],
    [2, '002-申请表_一_二.pdf'],
    [3, '003-附件.docx'],
    [4, '004-答复书.pdf'],
  ]);
});
