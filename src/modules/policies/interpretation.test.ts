import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OfficerActor } from '#kernel/actor.ts';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import { dayOf } from '#kernel/day.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import {
  type GivenDesk,
  givenContent,
  givenDesk,
  givenDraft,
  passReviews,
} from '#modules/publishing/given.ts';
import {
  findPublicItem,
  listOpenDemands,
  nameCompanion,
  releaseItem,
  returnItem,
  saveItem,
  submitItem,
  waiveDemand,
  withdrawItem,
} from '#modules/publishing/index.ts';
import { publishing } from '#modules/publishing/module.ts';
import { givenRegistration } from './given.ts';
import { firstInterpretations, interpretedTogether } from './measures/interpretation.ts';
import { policiesModule } from './module.ts';
import { listInterpretations } from './queries/interpretations.ts';

let place: TestApp;
let county: GivenCounty;
let desk: GivenDesk;
beforeAll(async () => {
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing, policiesModule],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  desk = await givenDesk(place.app, { jurisdictionId: county.jurisdictionId, unitId: county.education });
});
afterAll(() => place.close());

const act = (actor: OfficerActor, command: (work: Work) => Promise<unknown>) =>
  transact(place.app, actor, command);
const codeOf = (doing: Promise<unknown>) =>
  doing.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );
const release = (itemId: string) => codeOf(act(desk.author, (work) => releaseItem(work, { itemId })));
const demandsOn = (itemId: string) => listOpenDemands(place.app.database.read, itemId);
const isOut = async (itemId: string) => (await findPublicItem(place.app.database.read, itemId)) !== undefined;
const draftOf = (title: string, nature?: string) =>
  givenDraft(place.app, desk, {
    kind: 'policyDocument',
    title,
    fields: nature === undefined ? {} : { nature },
  });

/** Share released together and count of principals, for the unit in the year. */
async function measuredAs(expected: readonly number[]) {
  const { read } = place.app.database;
  const question = {
    db: read,
    jurisdictionId: county.jurisdictionId,
    groups: [{ key: 'school', unitIds: [county.education] }],
    from: dayOf('2026-01-01'),
    until: dayOf('2027-01-01'),
    today: dayOf('2026-05-06'),
    calendar: await loadCalendarInForce(read),
    taskId: null,
    planId: null,
  };
  const values: unknown[] = [];
  for (const measure of [interpretedTogether, firstInterpretations]) {
    const answer = (await measure.evaluate(question, {})).get('school');
    values.push(answer?.known === true ? answer.value : answer?.reason);
  }
  expect(values).toEqual(expected);
}

describe('a normative document', () => {
  test('stays in until its interpretation passed the reviews too, and goes out together with it', async () => {
    const measures = await draftOf('清河县校园安全管理办法');
    expect(await demandsOn(measures)).toEqual([]);
    await passReviews(place.app, desk, measures);
    await givenRegistration(place.app, measures, desk.unitId);
    expect(await demandsOn(measures)).toEqual(['政策解读']);
    expect(await release(measures)).toBe('publishing.itemDemandOpen');
    const reading = await givenDraft(place.app, desk, {
      kind: 'interpretation',
      title: '校园安全管理办法解读',
      fields: { form: 'text', interpreter: '县教育局局长陈某' },
    });
    await act(desk.author, (work) =>
      nameCompanion(work, { itemId: measures, kind: 'interpretation', companionItemId: reading }),
    );
    expect(await release(measures)).toBe('publishing.itemDemandOpen');
    await passReviews(place.app, desk, reading);
    expect(await isOut(reading)).toBe(false);
    expect(await release(measures)).toBe('done');
    expect([await isOut(measures), await isOut(reading)]).toEqual([true, true]);
    const { read } = place.app.database;
    expect((await listInterpretations(read, measures)).map(({ itemId, rank }) => [itemId, rank])).toEqual([
      [reading, 'principal'],
    ]);
    await measuredAs([100, 1]);
    await act(desk.final, (work) => withdrawItem(work, { itemId: reading, reason: '数据有误' }));
    expect(await listInterpretations(read, measures)).toEqual([]);
    await measuredAs([0, 0]);
  });

  test('goes out alone where a leader says why, and the author cannot say so', async () => {
    const itemId = await draftOf('关于学校收费事项的通知', 'normative');
    await passReviews(place.app, desk, itemId);
    await givenRegistration(place.app, itemId, desk.unitId);
    expect(await release(itemId)).toBe('publishing.itemDemandOpen');
    const waive = (actor: OfficerActor) =>
      codeOf(
        act(actor, (work) =>
          waiveDemand(work, { itemId, kind: 'interpretation', reason: '只调整缴费窗口，没有新的要求' }),
        ),
      );
    expect(await waive(desk.author)).not.toBe('done');
    expect(await release(itemId)).toBe('publishing.itemDemandOpen');
    expect(await waive(desk.final)).toBe('done');
    expect(await release(itemId)).toBe('done');
  });
});

test('a document that makes no rules goes out as it is', async () => {
  const itemId = await draftOf('关于废止《清河县校园安全管理办法》的决定');
  await passReviews(place.app, desk, itemId);
  expect(await demandsOn(itemId)).toEqual([]);
  expect(await release(itemId)).toBe('done');
});

test('each submission asks anew: a new title brings the demand, a document kept from the public loses it', async () => {
  const itemId = await draftOf('关于校车安排的通知');
  await act(desk.author, (work) => submitItem(work, { itemId }));
  expect(await demandsOn(itemId)).toEqual([]);
  const resubmit = async (version: number, content: Parameters<typeof givenContent>[0]) => {
    await act(desk.first, (work) => returnItem(work, { itemId, reason: '请修改' }));
    await act(desk.author, (work) =>
      saveItem(work, { itemId, version: version + 1, note: null, content: givenContent(content) }),
    );
    await act(desk.author, (work) => submitItem(work, { itemId }));
  };
  await resubmit(2, { title: '清河县校车管理规定' });
  expect(await demandsOn(itemId)).toEqual(['政策解读']);
  await resubmit(5, {
    title: '清河县校车管理规定',
    disclosure: { openness: 'onRequest', ground: null, reason: '涉及校车线路的安全安排' },
  });
  expect(await demandsOn(itemId)).toEqual([]);
});
