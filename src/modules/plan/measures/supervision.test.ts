import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { beijingInstant } from '#kernel/clock.ts';
import { dayOf } from '#kernel/day.ts';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import { type GivenCounty, givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenOrder, givenReceivedOrder } from '../given/supervision.ts';
import { planModule } from '../module.ts';
import {
  escalateSupervisionOrder,
  replyToSupervisionOrder,
  withdrawSupervisionOrder,
} from '../service/supervision/order-commands.ts';
import { supervisionMeasures } from './supervision.ts';

describe('hints', () => {
  test.each(readCaseTable(new URL('../cases/supervision-hints.csv', import.meta.url)))(
    'line $line: $cells.text',
    ({ cells }) => {
      const hinted = supervisionMeasures.filter(({ hints }) =>
        hints.some(({ pattern }) => pattern.test(cells.text ?? '')),
      );
      expect(hinted.map(({ id }) => id).join(' ')).toBe(cells.measures);
    },
  );
});

let place: TestApp;
let county: GivenCounty;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, planModule], now: '2026-03-02T09:00:00+08:00' });
  county = await givenCounty(place.app);
});
afterAll(() => place.close());

const goTo = (day: string) => place.clock.set(beijingInstant(dayOf(day), '09:00'));
const act = (body: (work: Work) => Promise<void>) => transact(place.app, systemActor('test'), body);
const reply = (orderId: string) =>
  act((work) => replyToSupervisionOrder(work, orderId, { text: '已办', links: [], fileIds: [] }));

async function ask(id: string, today: string, parameters: object = {}) {
  const measure = supervisionMeasures.find((one) => one.id === id);
  const unitIds = [county.education, county.town];
  const answer = await measure?.evaluate(
    {
      db: place.app.database.read,
      jurisdictionId: county.jurisdictionId,
      groups: [...unitIds.map((unitId) => ({ key: unitId, unitIds: [unitId] })), { key: 'all', unitIds }],
      from: dayOf('2026-01-01'),
      until: dayOf('2027-01-01'),
      today: dayOf(today),
      calendar: await place.app.calendar(),
      taskId: null,
      planId: null,
    },
    measure.parameters.parse(parameters),
  );
  return (key: string) => {
    const found = answer?.get(key);
    if (found === undefined) throw new Error('no answer');
    return found.known
      ? { value: found.value, titles: found.evidence.map(({ title }) => title) }
      : { value: found.reason, titles: [] };
  };
}

test('orders answered in time and orders open and late, on every day of the story', async () => {
  const { jurisdictionId, education, town } = county;
  const prompt = { level: 'prompt', replyDays: 3 } as const;
  // Due on 5 March.
  const inTime = await givenReceivedOrder(place.app, jurisdictionId, education, {
    ...prompt,
    subject: '按期',
  });
  const late = await givenReceivedOrder(place.app, jurisdictionId, education, { ...prompt, subject: '迟到' });
  const taken = await givenOrder(place.app, jurisdictionId, town, { ...prompt, subject: '撤回' });
  goTo('2026-03-04');
  await reply(inTime);
  await act((work) => withdrawSupervisionOrder(work, taken, { reason: '误发' }));
  goTo('2026-03-06');
  await act((work) => escalateSupervisionOrder(work, late, { reason: '逾期', replyDays: 3 }));
  goTo('2026-03-09');
  await reply(late);

  const answered = async (today: string, parameters?: object) => {
    const of = await ask('plan.ordersAnswered', today, parameters);
    return [of(education).value, of(town).value, of('all').value];
  };
  expect(await answered('2026-03-03')).toEqual([100, 100, 100]);
  expect(await answered('2026-03-03', { withoutOrders: 'unknown' })).toEqual([
    '期间内没有到期的督办单',
    '期间内没有到期的督办单',
    '期间内没有到期的督办单',
  ]);
  expect(await answered('2026-03-05')).toEqual([100, 100, 100]);
  // The day after the due day it is late, and stays so when answered after the escalation.
  expect(await answered('2026-03-06')).toEqual([50, 100, 50]);
  expect(await answered('2026-03-20')).toEqual([50, 100, 50]);
  expect((await ask('plan.ordersAnswered', '2026-03-20'))(education).titles.toSorted()).toEqual([
    '督办〔2026〕1号 按期（按期反馈）',
    '督办〔2026〕2号 迟到（逾期）',
  ]);

  const open = async (today: string) => {
    const of = await ask('plan.ordersOpenLate', today);
    return [of(education).value, of(town).value, of('all').value];
  };
  expect(await open('2026-03-05')).toEqual([0, 0, 0]);
  expect(await open('2026-03-06')).toEqual([1, 0, 1]);
  // Raised, with a new clock: it is late all the same until it is answered.
  expect(await open('2026-03-08')).toEqual([1, 0, 1]);
  expect(await open('2026-03-09')).toEqual([0, 0, 0]);
});
