import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { atInstant } from '#kernel/seeding.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { type GivenCounty, givenBudget, givenCounty, givenOutlet } from '../given.ts';
import { organisation } from '../module.ts';
import { closeOutlet, signResponsibility } from '../service/safeguards.ts';

let place: TestApp;
let county: GivenCounty;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation], now: '2026-11-20T09:00:00+08:00' });
  county = await givenCounty(place.app);
});
afterAll(() => place.close());

const at = (day: string) => atInstant(place.app, `${day}T10:00:00+08:00`);

/** The figure (or why there is none) of the education bureau and the town, by themselves and together. */
async function figures(id: string, today: string, parameters: object = {}, year = 2026) {
  const { education, town, jurisdictionId } = county;
  const measure = organisation.measures.find((one) => one.id === id);
  const answer = await measure?.evaluate(
    {
      db: place.app.database.read,
      jurisdictionId,
      groups: [
        { key: 'education', unitIds: [education] },
        { key: 'town', unitIds: [town] },
        { key: 'both', unitIds: [education, town] },
      ],
      from: dayOf(`${year}-01-01`),
      until: dayOf(`${year + 1}-01-01`),
      today: dayOf(today),
      calendar: await place.app.calendar(),
      taskId: null,
      planId: null,
    },
    parameters,
  );
  return ['education', 'town', 'both'].map((key) => {
    const value = answer?.get(key);
    return value?.known === true ? [value.value, value.evidence.map((row) => row.digest)] : value?.reason;
  });
}

test('money counts for its year from the day it was noted, as it stood on the day asked for', async () => {
  const { education, town } = county;
  await givenBudget(at('2026-02-01'), { unitId: education, year: 2026, amountFen: 0 });
  await givenBudget(at('2026-06-01'), { unitId: education, year: 2026, amountFen: 500 });
  await givenBudget(at('2026-02-01'), { unitId: town, year: 2025, amountFen: 500 });
  const id = 'organisation.budgetNoted';
  expect(await figures(id, '2026-01-31')).toEqual([
    [0, []],
    [0, []],
    [0, []],
  ]);
  expect(await figures(id, '2026-05-31')).toEqual([
    [100, ['0|部门预算']],
    [0, []],
    [50, ['0|部门预算']],
  ]);
  expect((await figures(id, '2026-05-31', { moreThanZero: true }))[0]).toEqual([0, []]);
  expect((await figures(id, '2026-06-01', { moreThanZero: true }))[0]).toEqual([100, ['500|部门预算']]);
});

test('a unit answers for its sites when every one of them is signed and in force; without any, nothing can be said', async () => {
  const { education } = county;
  const first = await givenOutlet(at('2026-01-05'), {
    unitId: education,
    signedOn: '2026-01-05',
    validThrough: '2026-06-30',
  });
  const second = await givenOutlet(at('2026-03-01'), { unitId: education });
  const id = 'organisation.responsibilityLedger';
  const nothing = '台账里还没有登记这些单位的网站和账号';
  const educationOn = async (day: string) => {
    const [own] = await figures(id, day);
    return Array.isArray(own) ? own[0] : own;
  };
  expect(await educationOn('2026-01-04')).toBe(nothing);
  expect(await educationOn('2026-02-28')).toBe(100);
  expect(await educationOn('2026-03-01')).toBe(0);
  const act = (day: string, body: Parameters<typeof transact<void>>[2]) =>
    transact(at(day), systemActor('test'), body);
  await act('2026-04-01', (work) => closeOutlet(work, second, { reason: '停办' }));
  expect(await educationOn('2026-04-01')).toBe(100);
  expect(await educationOn('2026-07-01')).toBe(0);
  const renewed = { officerId: null, name: '赵主任', position: '', validThrough: null };
  await act('2026-07-02', (work) =>
    signResponsibility(work, first, { ...renewed, signedOn: dayOf('2026-07-02') }),
  );
  expect(await educationOn('2026-07-01')).toBe(0);
  expect(await educationOn('2026-07-02')).toBe(100);
  expect((await figures(id, '2026-07-02'))[1]).toBe(nothing);
});
