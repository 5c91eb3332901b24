import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type OfficerRole, officerRoles, systemActor } from '#kernel/actor.ts';
import { beijingDayOf, instantOf } from '#kernel/clock.ts';
import { addDays, dayOf } from '#kernel/day.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { publishing } from '#modules/publishing/module.ts';
import { drawCheckSchema, guidanceQuerySchema, writeGuidanceSchema } from '../../contract/rectifications.ts';
import {
  answeredBy,
  givenCaseEvents,
  givenDispute,
  givenDisputeSteps,
  givenRectification,
} from '../../given/disputes.ts';
import { givenCounterRequest } from '../../given.ts';
import { requestsModule } from '../../module.ts';
import { viewDisputeRates } from '../../queries/disputes/rates.ts';
import { listDisputeTodos } from '../../queries/disputes/todos.ts';
import { listGuidanceCases } from '../../queries/guidance.ts';
import { getQualityCheck } from '../../queries/quality.ts';
import { getRectificationDetail } from '../../queries/rectifications.ts';
import { makeDisputeBundle } from './bundle.ts';
import { findGuidanceFault } from './guidance-check.ts';
import { drawQualityCheck, publishGuidanceCase, scoreQualityCase, writeGuidanceCase } from './quality.ts';
import { settleRectification, submitRectification } from './rectifications.ts';
import { remindOfRectifications } from './remind-rectifications.ts';

let place: TestApp;
let county: GivenCounty;
let office: Actor;
let leader: Actor;
let clerk: Actor;
const platform = systemActor('test');
const start = '2026-03-02T09:00:00+08:00';

beforeAll(async () => {
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing, requestsModule],
    now: start,
  });
  county = await givenCounty(place.app);
  office = await officer(county.office, 'supervisor');
  leader = await officer(county.education, 'unitLeader');
  clerk = await officer(county.education, 'clerk');
});
afterAll(() => place.close());

const officer = (unitId: string, role: OfficerRole) =>
  givenOfficer(place.app, county.jurisdictionId, unitId, [role]);
const today = () => beijingDayOf(place.app.clock.now());
const detailOf = (id: string, actor: Actor = office) =>
  getRectificationDetail(place.app.database.read, actor, id, today());
const codeOf = (done: Promise<unknown>) =>
  done.then(
    () => '',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
const proof = {
  sha256: 'cd'.repeat(32),
  byteLength: 3,
  mediaType: 'application/pdf',
  fileName: '整改报告.pdf',
};
const submit = (id: string, actor: Actor) =>
  codeOf(
    transact(place.app, actor, (work) => submitRectification(work, id, { text: '已补齐', file: proof })),
  );
const settle = (id: string, actor: Actor, step: Parameters<typeof settleRectification>[2]) =>
  codeOf(transact(place.app, actor, (work) => settleRectification(work, id, step)));

describe('a rectification', () => {
  test('gets sixty days for a review opinion, is handed in with proof, sent back, handed in again and accepted', async () => {
    const id = await givenRectification(place.app, { unitId: county.education }, leader);
    expect((await detailOf(id)).dueOn).toBe('2026-05-06');
    const todos = async (actor: Actor) =>
      (await listDisputeTodos({ db: place.app.database.read, actor, today: dayOf('2026-04-20') }))
        .map(({ title }) => title)
        .filter((title) => title.includes('整改'));
    expect(await todos(clerk)).toEqual(['报送整改情况：补齐检索记录']);
    expect(await submit(id, clerk)).toBe('');
    expect(await todos(office)).toEqual(['验收整改：补齐检索记录']);
    expect(await todos(clerk)).toEqual([]);
    expect(await submit(id, clerk)).toBe('requests.rectificationNotNow');
    const back = { action: 'return', reason: '缺材料', dueOn: dayOf('2026-03-01') } as const;
    expect(await settle(id, office, back)).toBe('requests.rectificationDueUnfit');
    expect(await settle(id, office, { ...back, dueOn: dayOf('2026-05-20') })).toBe('');
    expect(await submit(id, clerk)).toBe('');
    expect(await settle(id, office, { action: 'accept', text: '' })).toBe('');
    expect(await detailOf(id)).toMatchObject({ status: 'accepted', inTime: true, dueOn: '2026-05-20' });
    expect(
      await codeOf(givenRectification(place.app, { unitId: county.education, source: 'judgment' })),
    ).toBe('requests.rectificationDueMissing');
  });

  test('is reached by its unit and the office; every command by the roles of the table', async () => {
    const id = await givenRectification(place.app, { unitId: county.education });
    for (const role of officerRoles) {
      const own = await officer(county.education, role);
      const foreign = await officer(county.town, role);
      const sees = ['clerk', 'unitLeader', 'legalOffice', 'supervisor'].includes(role);
      expect([role, (await codeOf(detailOf(id, own))) === '']).toEqual([role, sees]);
      expect([role, (await codeOf(detailOf(id, foreign))) === '']).toEqual([role, role === 'supervisor']);
      expect(await submit(id, foreign)).not.toBe('');
      if (role !== 'supervisor') expect(await settle(id, own, { action: 'accept', text: '' })).not.toBe('');
      const opens = await codeOf(givenRectification(place.app, { unitId: county.education }, own));
      expect([role, opens === '']).toEqual([
        role,
        ['unitLeader', 'legalOffice', 'supervisor'].includes(role),
      ]);
    }
  });

  test('is reminded of each step once, and once after days of standstill', async () => {
    const target = await givenCounty(place.app, '白泽县', 'baize');
    await givenOfficer(place.app, target.jurisdictionId, target.education, ['clerk']);
    const due = addDays(today(), 60);
    const id = await givenRectification(place.app, { unitId: target.education, dueOn: due });
    const remindersOn = async (day: string) => {
      place.clock.set(instantOf(`${day}T09:00:00+08:00`));
      await remindOfRectifications(place.app);
      await remindOfRectifications(place.app);
      return (await detailOf(id, platform)).reminders.map(({ step }) => step);
    };
    expect(await remindersOn(addDays(due, -8))).toEqual([]);
    expect(await remindersOn(addDays(due, -7))).toEqual([-7]);
    expect(await remindersOn(addDays(due, 2))).toEqual([-7, 1]);
    expect(await remindersOn(addDays(due, 3))).toEqual([-7, 1]);
    place.clock.set(instantOf(start));
  });
});

test('rates count what a unit answered and what was disputed, beside the period before', async () => {
  const target = await givenCounty(place.app, '玄同县', 'xuantong');
  const requestId = await givenCounterRequest(place.app, target.education);
  await givenCaseEvents(place.app, requestId, ...answeredBy('process', '2026-03-02'));
  const disputeId = await givenDispute(place.app, { requestId, openedOn: '2026-03-02' });
  await givenDisputeSteps(place.app, disputeId, {
    kind: 'ruled',
    day: '2026-03-02',
    form: 'revoked',
    receivedOn: '2026-03-02',
  });
  const span = { from: dayOf('2026-01-01'), until: dayOf('2027-01-01') };
  const rates = (actor: Actor, by: 'unit' | 'ground' | 'team') =>
    viewDisputeRates(place.app.database.read, actor, target.jurisdictionId, { ...span, by });
  const { total, rows } = await rates(platform, 'ground');
  expect(total.now.disputed).toMatchObject({ part: 1, whole: 1, permille: 1000, few: true });
  expect(rows.map(({ name, now }) => [name, now.corrected.part])).toEqual([['属于过程性信息', 1]]);
  expect(total.change.disputed.kind).toBe('cannotTell');
  const other = await givenOfficer(place.app, target.jurisdictionId, target.town, ['unitLeader']);
  expect((await rates(other, 'unit')).rows).toEqual([]);
});

test('a quality check draws reproducibly, takes scores within their points and gives results by unit', async () => {
  const target = await givenCounty(place.app, '青鸾县', 'qingluan');
  for (let turn = 0; turn < 4; turn += 1) {
    const requestId = await givenCounterRequest(place.app, target.education);
    await givenCaseEvents(place.app, requestId, ...answeredBy('disclosed', '2026-03-02'));
  }
  const supervisor = await givenOfficer(place.app, target.jurisdictionId, target.office, ['supervisor']);
  const input = drawCheckSchema.parse({
    title: '一季度抽检',
    fromDay: '2026-01-01',
    untilDay: '2026-04-01',
    size: 2,
    seed: '办公会〔2026〕3号',
  });
  const draw = (actor: Actor) => transact(place.app, actor, (work) => drawQualityCheck(work, input));
  const checkId = await draw(supervisor);
  const detail = () => getQualityCheck(place.app.database.read, target.jurisdictionId, checkId);
  const drawn = await detail();
  expect(drawn).toMatchObject({ size: 2, population: 4, reproduces: true });
  const again = await getQualityCheck(place.app.database.read, target.jurisdictionId, await draw(supervisor));
  expect(again.cases.map(({ requestId }) => requestId)).toEqual(
    drawn.cases.map(({ requestId }) => requestId),
  );
  const scores = {
    registration: 10,
    deadline: 20,
    search: 10,
    ground: 20,
    reasons: 15,
    remedy: 10,
    service: 5,
    file: 5,
  };
  const score = (position: number, changed: object = {}) =>
    codeOf(
      transact(place.app, supervisor, (work) =>
        scoreQualityCase(work, { checkId, position }, { scores: { ...scores, ...changed }, remarks: '' }),
      ),
    );
  expect(await score(0, { file: 6 })).toBe('requests.scoreTooHigh');
  expect(await score(7)).toBe('requests.checkNotFound');
  expect(await score(0)).toBe('');
  expect(await detail()).toMatchObject({ average: 95, scored: 1, units: [{ average: 95, scored: 1 }] });
  expect(await codeOf(draw(leader))).toBe('access.forbidden');
});

test('a guidance case is kept back while it names a party or a number, then read by every officer', async () => {
  const disputeId = await givenDispute(place.app, {
    unitId: county.education,
    openedOn: '2026-03-02',
    parties: [{ role: 'applicant', name: '欧阳独特' }],
  });
  const write = (facts: string) =>
    transact(place.app, office, (work) =>
      writeGuidanceCase(
        work,
        writeGuidanceSchema.parse({
          disputeId,
          title: '检索记录应当入卷',
          point: '没有记录不能证明不存在',
          facts,
        }),
      ),
    );
  const publish = async (id: string) => {
    const checked = await findGuidanceFault(place.app, office, id);
    return codeOf(transact(place.app, office, (work) => publishGuidanceCase(work, id, checked)));
  };
  expect(await publish(await write('欧阳独特申请公开资金安排'))).toBe('requests.guidanceNotPublic');
  expect(await publish(await write('申请人身份证号码110101199003070011'))).toBe('requests.guidanceNotPublic');
  const fit = await write('申请人甲申请公开资金安排');
  expect(await publish(fit)).toBe('');
  const read = async (actor: Actor) =>
    (
      await listGuidanceCases(
        place.app.database.read,
        actor,
        county.jurisdictionId,
        guidanceQuerySchema.parse({ text: '检索' }),
      )
    ).rows.map(({ id }) => id);
  expect(await read(clerk)).toEqual([fit]);
  expect((await read(office)).length).toBe(3);
});

test('a bundle holds the index and the papers under their numbers, for who reaches the dispute', async () => {
  const requestId = await givenCounterRequest(place.app, county.education);
  await givenCaseEvents(place.app, requestId, ...answeredBy('process', '2026-03-02'));
  const disputeId = await givenDispute(place.app, { requestId, openedOn: '2026-03-02' });
  const { bytes, fileName } = await makeDisputeBundle(place.app, leader, disputeId);
  expect(fileName).toMatch(/^争议〔2026〕\d+号答复材料\.zip$/u);
  expect(new TextDecoder().decode(bytes.subarray(0, 2))).toBe('PK');
  expect(Buffer.from(bytes).includes('000-目录.docx')).toBe(true);
  const stranger = await officer(county.town, 'unitLeader');
  expect(await codeOf(makeDisputeBundle(place.app, stranger, disputeId))).toBe('requests.disputeNotFound');
});
