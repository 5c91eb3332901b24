import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHolidayYearFiles } from '#kernel/calendar/calendar-files.ts';
import { loadWorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { dayOf } from '#kernel/day.ts';
import { type Arrival, judgeDelivery, judgeReceiptDay } from './arrival.ts';
import type { RequestEvent } from './request-events.ts';
import { findDerivation, foldRequestPeriods } from './request-periods.ts';

const calendar = loadWorkingCalendar(await readHolidayYearFiles(path.resolve('data/calendars')));

function fold(events: readonly RequestEvent[], today: string) {
  const result = foldRequestPeriods(events, calendar, dayOf(today));
  const find = (name: string) => result.periods.find((period) => period.name === name);
  return { ...result, find, reply: find('foi-reply'), due: findDerivation(result, 'foi-reply')?.due };
}

const received = (on: string): RequestEvent => ({ kind: 'received', on: dayOf(on) });
const consulted = (
  on: string,
  letter = '甲',
  whom: 'thirdParty' | 'jointAgency' = 'thirdParty',
): RequestEvent => ({
  kind: 'consulted',
  letter,
  whom,
  on: dayOf(on),
});
const signed = (on: string, letter = '甲'): RequestEvent => ({
  kind: 'consultationReceived',
  letter,
  on: dayOf(on),
});
const answered = (on: string, letter = '甲'): RequestEvent => ({
  kind: 'consultationAnswered',
  letter,
  on: dayOf(on),
});

describe('the periods of a request', () => {
  test('run from receipt: notice of correction and reply', () => {
    const { find, reply, due } = fold([received('2024-02-05')], '2024-02-06');
    expect(due).toBe('2024-03-08');
    expect(reply).toMatchObject({ state: 'running', remaining: 19, pausedBy: null });
    expect(find('foi-correction-notice')?.state).toBe('running');
  });

  test('only the reply is owed: what somebody may do until a day is over when it has passed', () => {
    const { find, reply } = fold([received('2024-02-05')], '2024-03-11');
    expect(find('foi-correction-notice')).toMatchObject({ state: 'over', remaining: null });
    expect(reply).toMatchObject({ state: 'running', remaining: -1 });
  });

  test('V20, V21: the notice is given once; the reply counts anew from the corrected request', () => {
    const events: RequestEvent[] = [
      received('2026-02-13'),
      { kind: 'correctionNoticed', on: dayOf('2026-02-25') },
    ];
    const waiting = fold(events, '2026-03-02');
    expect(waiting.reply).toMatchObject({ state: 'paused', pausedBy: '等待申请人补正' });
    const again = fold([...events, { kind: 'correctionNoticed', on: dayOf('2026-02-26') }], '2026-03-02');
    expect(again.ineffective.map(({ because }) => because)).toEqual(['补正应当一次性告知，已经告知过']);
    expect(fold([...events, { kind: 'corrected', on: dayOf('2026-03-05') }], '2026-03-06').due).toBe(
      '2026-04-02',
    );
  });

  test('V22, V23: time for a third party does not count, from the day after the letter to the day of the answer', () => {
    const events = [received('2025-04-21'), consulted('2025-04-28'), signed('2025-04-29')];
    const open = fold(events, '2025-05-12');
    expect(open.reply).toMatchObject({ state: 'paused', pausedBy: '等待第三方意见（最迟到2025年5月23日）' });
    expect(open.reply?.remaining).toBe(14);
    expect(open.find('foi-third-party')?.verdict).toMatchObject({ due: '2025-05-23' });
    expect(fold([...events, answered('2025-05-16')], '2025-05-19').due).toBe('2025-06-06');
  });

  test('V24: silence ends the pause when the 15 working days lapse, whenever an answer may still come', () => {
    const events = [received('2024-09-10'), consulted('2024-09-14'), signed('2024-09-18')];
    expect(fold(events, '2024-10-15').due).toBe('2024-11-05');
    expect(fold(events, '2024-10-15').reply?.state).toBe('running');
    expect(fold([...events, answered('2024-10-20')], '2024-10-21').due).toBe('2024-11-05');
  });

  test('while a letter is not signed for, the figure stands still and says why', () => {
    const events = [received('2024-09-10'), consulted('2024-09-14')];
    for (const today of ['2024-09-20', '2024-11-20']) {
      expect(fold(events, today).reply).toMatchObject({
        state: 'paused',
        remaining: 16,
        pausedBy: '等待第三方意见（尚未签收征求意见书）',
      });
    }
  });

  test('V26: joint agencies have 15 working days too; overlapping letters count once', () => {
    const events = [
      received('2025-04-21'),
      consulted('2025-04-28'),
      consulted('2025-05-06', '乙', 'jointAgency'),
      signed('2025-05-07', '乙'),
      answered('2025-05-12', '乙'),
      answered('2025-05-16'),
    ];
    expect(fold(events, '2025-05-19').due).toBe('2025-06-06');
    const joint = fold(
      [received('2022-04-27'), consulted('2022-04-27', '乙', 'jointAgency'), signed('2022-04-28', '乙')],
      '2022-04-29',
    );
    expect(joint.find('foi-joint-agency')?.verdict).toMatchObject({ due: '2022-05-23' });
  });

  test('V27, V28: payment has its own period and starts the reply anew', () => {
    const events: RequestEvent[] = [received('2024-01-10'), { kind: 'feeNoticed', on: dayOf('2024-01-15') }];
    const waiting = fold(events, '2024-01-16');
    expect(waiting.find('foi-fee-payment')?.verdict).toMatchObject({ due: '2024-02-18' });
    expect(waiting.reply?.pausedBy).toBe('等待申请人缴纳信息处理费');
    expect(fold([...events, { kind: 'feePaid', on: dayOf('2024-02-08') }], '2024-02-09').due).toBe(
      '2024-03-13',
    );
  });

  test('V56: an extension counts when recorded in time, once, and else has no effect', () => {
    const extended = (on: string, by = 20): RequestEvent => ({ kind: 'extended', on: dayOf(on), by });
    expect(fold([received('2024-02-05'), extended('2024-03-08')], '2024-03-11').due).toBe('2024-04-08');
    const late = fold([received('2024-02-05'), extended('2024-03-11')], '2024-03-11');
    expect(late.due).toBe('2024-03-08');
    expect(late.reply?.remaining).toBe(-1);
    expect(late.ineffective[0]?.because).toContain('届满后不能延长');
    const twice = fold(
      [received('2024-02-05'), extended('2024-03-01', 5), extended('2024-03-04', 5)],
      '2024-03-05',
    );
    expect(twice.ineffective).toHaveLength(1);
    expect(twice.due).toBe('2024-03-15');
  });

  test('a letter sent after the last day pauses nothing', () => {
    expect(fold([received('2024-02-05'), consulted('2024-03-11')], '2024-03-12').due).toBe('2024-03-08');
  });

  test('nothing counts before receipt or after the end', () => {
    expect(fold([consulted('2024-02-05')], '2024-02-06')).toMatchObject({ periods: [] });
    const closed = fold(
      [received('2024-02-05'), { kind: 'closed', on: dayOf('2024-02-20') }, consulted('2024-02-21')],
      '2024-06-01',
    );
    expect(closed.reply).toMatchObject({ state: 'over', remaining: null });
    expect(closed.ineffective).toHaveLength(1);
  });
});

describe('the day of receipt', () => {
  const arrival = (over: Partial<Arrival>): Arrival => ({
    way: 'counter',
    arrivedOn: dayOf('2024-01-29'),
    signedOn: null,
    confirmedOn: null,
    ...over,
  });

  test.each([
    ['handed in', arrival({}), '2024-01-29'],
    [
      'signed for in the holiday (V03)',
      arrival({ way: 'registeredMail', signedOn: dayOf('2024-02-10') }),
      '2024-02-10',
    ],
    ['not signed for', arrival({ way: 'registeredMail' }), undefined],
    ['ordinary mail not confirmed', arrival({ way: 'ordinaryMail' }), undefined],
    [
      'ordinary mail confirmed',
      arrival({ way: 'ordinaryMail', confirmedOn: dayOf('2024-01-30') }),
      '2024-01-30',
    ],
    [
      'online, confirmed on a holiday (V17)',
      arrival({ way: 'online', confirmedOn: dayOf('2025-05-01') }),
      '2025-05-01',
    ],
    [
      'online, confirmed a week later (V18)',
      arrival({ way: 'online', confirmedOn: dayOf('2024-02-05') }),
      '2024-02-05',
    ],
    ['fax not confirmed', arrival({ way: 'fax' }), undefined],
    [
      'misdirected counts when the office has it',
      arrival({ misdirected: true, confirmedOn: dayOf('2024-02-02') }),
      '2024-02-02',
    ],
    ['misdirected, not yet there', arrival({ misdirected: true }), undefined],
  ])('%s', (_, given, on) => {
    const verdict = judgeReceiptDay(given);
    expect(verdict.kind === 'received' ? verdict.on : undefined).toBe(on);
  });
});

test('V54, V55: the post counts from posting, handing over from signing', () => {
  const days = { sentOn: dayOf('2024-03-08'), signedOn: dayOf('2024-03-12') };
  expect(judgeDelivery({ way: 'post', ...days }).effectiveOn).toBe('2024-03-08');
  expect(judgeDelivery({ way: 'direct', ...days }).effectiveOn).toBe('2024-03-12');
  expect(judgeDelivery({ way: 'electronic', ...days }).effectiveOn).toBe('2024-03-08');
});
