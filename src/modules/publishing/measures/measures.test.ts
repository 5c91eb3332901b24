import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import type { MeasureValue } from '#kernel/measure.ts';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import {
  type GivenDesk,
  givenColumn,
  givenDesk,
  givenDraft,
  givenReleasedItem,
  passReviews,
} from '../given.ts';
import { publishing } from '../module.ts';
import { demandWithRelease, nameCompanion, waiveDemand } from '../service/items/demands.ts';
import { withdrawItem } from '../service/items/disclosure.ts';
import { releaseItem } from '../service/items/release.ts';
import { declareAbsence, takeBackAbsence } from '../service/statutory.ts';
import { publishingMeasures } from './all.ts';

describe('hints', () => {
  test.each(readCaseTable(new URL('../cases/measure-hints.csv', import.meta.url)))(
    'line $line: $cells.text',
    ({ cells }) => {
      const hinted = publishingMeasures.filter(({ hints }) =>
        hints.some(({ pattern }) => pattern.test(cells.text ?? '')),
      );
      const expected = (cells.measures ?? '').split(' ').filter((id) => id !== '');
      expect(hinted.map(({ id }) => id).sort()).toEqual(expected.sort());
    },
  );

  test('propose parameters their measure understands', () => {
    for (const { hints, parameters } of publishingMeasures) {
      for (const hint of hints)
        expect(parameters.parse(hint.parameters ?? {})).toMatchObject(hint.parameters ?? {});
    }
  });
});

let place: TestApp;
let county: GivenCounty;
let desk: GivenDesk;

beforeAll(async () => {
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  desk = await givenDesk(place.app, { jurisdictionId: county.jurisdictionId, unitId: county.education });
});
afterAll(() => place.close());

const on = (day: string) => place.clock.set(new Date(`${day}T01:00:00Z`));

async function ask(id: string, today: string, parameters: object = {}) {
  const measure = publishingMeasures.find((one) => one.id === id);
  if (measure === undefined) throw new Error(`no measure ${id}`);
  const answer = await measure.evaluate(
    {
      db: place.app.database.read,
      jurisdictionId: county.jurisdictionId,
      groups: [
        { key: 'own', unitIds: [county.education] },
        { key: 'other', unitIds: [county.town] },
      ],
      from: dayOf('2026-01-01'),
      until: dayOf('2027-01-01'),
      today: dayOf(today),
      calendar: await place.app.calendar(),
      taskId: null,
      planId: null,
    },
    parameters,
  );
  const of = (key: string): MeasureValue => answer.get(key) ?? { known: false, reason: 'no answer' };
  const figure = (key: string) => {
    const found = of(key);
    return found.known ? found.value : found.reason;
  };
  const own = of('own');
  return [figure('own'), figure('other'), own.known ? own.evidence.map(({ title }) => title).sort() : []];
}

test('released items count by kind and column; time is counted in working days from the day they were formed', async () => {
  on('2026-05-06');
  const topic = await givenColumn(place.app, county.education, {
    code: 'plan-topic',
    kind: 'topic',
    updateIntervalDays: 30,
    topicRule: { kinds: [], unitIds: [], words: ['规划'] },
  });
  await givenReleasedItem(place.app, desk, { title: '规划进展', formedOn: dayOf('2026-04-28') });
  const late = await givenReleasedItem(place.app, desk, { title: '早该公开', formedOn: dayOf('2026-03-02') });
  await givenDraft(place.app, desk, { title: '还没公开', formedOn: dayOf('2026-03-02') });
  expect(await ask('publishing.itemsReleased', '2026-05-06')).toEqual([2, 0, ['早该公开', '规划进展']]);
  expect(await ask('publishing.itemsReleased', '2026-05-05')).toEqual([0, 0, []]);
  expect(await ask('publishing.itemsReleased', '2026-05-06', { kind: 'budget' })).toEqual([0, 0, []]);
  expect(await ask('publishing.itemsReleased', '2026-05-06', { columnCode: 'plan-topic' })).toEqual([
    1,
    0,
    ['规划进展'],
  ]);
  expect(await ask('publishing.releasedInTime', '2026-05-06')).toEqual([
    50,
    '期内没有发布过信息',
    ['早该公开（逾期，应于2026-03-30前）', '规划进展（按期）'],
  ]);
  expect(await ask('publishing.daysToRelease', '2026-05-06')).toEqual([
    23,
    '期内没有写明形成日期的信息',
    ['早该公开（43个工作日）', '规划进展（3个工作日）'],
  ]);
  expect(await ask('publishing.overdueItems', '2026-05-06')).toEqual([
    1,
    0,
    ['还没公开（应于2026-03-30前公开）'],
  ]);

  // Withdrawn later, it keeps its place in the figures of the days before.
  on('2026-05-08');
  await transact(place.app, desk.final, (work) => withdrawItem(work, { itemId: late, reason: '有误' }));
  expect((await ask('publishing.itemsReleased', '2026-05-07'))[0]).toBe(2);
  expect((await ask('publishing.itemsReleased', '2026-05-08'))[0]).toBe(1);

  const columns = (day: string) => ask('publishing.staleColumns', day);
  expect((await columns('2026-06-05'))[2]).not.toContain('栏目2（逾期未更新）');
  expect((await columns('2026-06-06'))[0]).toBe(1);
  expect((await ask('publishing.topicColumnsFresh', '2026-06-05'))[0]).toBe(100);
  expect((await ask('publishing.topicColumnsFresh', '2026-06-06'))[0]).toBe(0);
  expect(topic).toBeTruthy();
});

test('an interpretation is together with its document when it is out by the same day; a recorded reason takes it out of the count', async () => {
  on('2026-05-11');
  const policy = async (title: string) => {
    const itemId = await givenDraft(place.app, desk, {
      title,
      kind: 'notice',
      formedOn: dayOf('2026-05-09'),
    });
    await transact(place.app, desk.author, async (work) => {
      await demandWithRelease(work, { itemId, kind: 'interpretation', title: '政策解读' });
      work.audit({ action: 'test', objectKind: 'item', objectId: itemId, summary: '要求解读', after: {} });
    });
    return itemId;
  };
  const together = await policy('有解读的文件');
  const waived = await policy('不需要解读的文件');
  const companionItemId = await givenDraft(place.app, desk, { title: '解读', formedOn: dayOf('2026-05-09') });
  await passReviews(place.app, desk, companionItemId);
  await transact(place.app, desk.author, (work) =>
    nameCompanion(work, { itemId: together, kind: 'interpretation', companionItemId }),
  );
  await transact(place.app, desk.final, (work) =>
    waiveDemand(work, { itemId: waived, kind: 'interpretation', reason: '只调整联系电话' }),
  );
  for (const itemId of [together, waived]) {
    await passReviews(place.app, desk, itemId);
    await transact(place.app, desk.author, (work) => releaseItem(work, { itemId }));
  }
  expect(await ask('publishing.interpretedTogether', '2026-05-11')).toEqual([
    100,
    '期内没有发布须解读的文件',
    ['有解读的文件（同步解读）'],
  ]);
});

test('statutory contents are there, declared not to exist by whoever answers for the unit, or missing', async () => {
  on('2026-05-12');
  await givenReleasedItem(place.app, desk, {
    kind: 'statistics',
    title: '教育统计',
    fields: { period: '2025年' },
  });
  const share = async () => (await ask('publishing.statutoryPresent', '2026-05-12'))[0];
  expect(await share()).toBe(Math.floor(100 / 15));
  const entry = { unitId: county.education, duty: 'procurement' } as const;
  const declare = (duty: 'procurement' | 'statistics', actor = desk.final) =>
    transact(place.app, actor, (work) =>
      declareAbsence(work, { ...entry, duty, reason: '不组织政府集中采购' }),
    );
  await declare('procurement');
  expect(await share()).toBe(Math.floor(100 / 14));
  await expect(declare('statistics')).rejects.toMatchObject({ code: 'publishing.contentIsThere' });
  await expect(declare('procurement', desk.author)).rejects.toMatchObject({ code: 'access.forbidden' });
  const other = await givenOfficer(place.app, county.jurisdictionId, county.town, ['unitLeader']);
  await expect(declare('procurement', other)).rejects.toMatchObject({ code: 'access.otherUnit' });
  await transact(place.app, desk.final, (work) => takeBackAbsence(work, entry));
  expect(await share()).toBe(Math.floor(100 / 15));
});
