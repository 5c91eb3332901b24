import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficerActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import type { JudgeOpennessInput } from '../contract/openness-reviews.ts';
import { type GivenDesk, givenDesk, givenReleasedItem } from '../given.ts';
import { publishingMeasures } from '../measures/all.ts';
import { publishing } from '../module.ts';
import { listReviewTodos } from '../queries/openness-review-todos.ts';
import { findOpennessReview, listReviewEntries, viewOpennessReview } from '../queries/openness-reviews.ts';
import { findPublicItem } from '../queries/public-items.ts';
import {
  closeOpennessReview,
  confirmOpenness,
  judgeOpenness,
  openOpennessReview,
  returnOpenness,
} from './openness-reviews.ts';

let place: TestApp;
let county: GivenCounty;
let desk: GivenDesk;
let supervisor: OfficerActor;
let stranger: OfficerActor;
let withheld: string;
let onRequest: string;
let reviewId: string;

beforeAll(async () => {
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  const { jurisdictionId, education, office, town } = county;
  desk = await givenDesk(place.app, { jurisdictionId, unitId: education });
  supervisor = await givenOfficer(place.app, jurisdictionId, office, ['supervisor']);
  stranger = await givenOfficer(place.app, jurisdictionId, town, ['clerk', 'unitLeader']);
  withheld = await givenReleasedItem(place.app, desk, {
    title: '内部值班安排',
    disclosure: { openness: 'withheld', ground: 'internalAffairs', reason: '内部工作流程' },
  });
  onRequest = await givenReleasedItem(place.app, desk, {
    title: '校舍改造进展',
    disclosure: { openness: 'onRequest', ground: null, reason: '尚在核实' },
  });
});
afterAll(() => place.close());

const act = (actor: OfficerActor, command: (work: Work) => Promise<unknown>) =>
  transact(place.app, actor, command);
const open = (actor: OfficerActor, unitIds: readonly string[] = [], dueOn = '2026-05-29') =>
  transact(place.app, actor, (work) =>
    openOpennessReview(work, {
      jurisdictionId: county.jurisdictionId,
      title: '2026年公开属性复核',
      dueOn: dayOf(dueOn),
      unitIds: [...unitIds],
    }),
  );
const keep: JudgeOpennessInput = {
  verdict: 'keep',
  openness: 'withheld',
  ground: null,
  reason: '仍属内部工作流程',
};
const convert: JudgeOpennessInput = {
  verdict: 'convert',
  openness: 'proactive',
  ground: null,
  reason: '已经核实完毕',
};
const judge = (actor: OfficerActor, itemId: string, verdict: JudgeOpennessInput) =>
  act(actor, (work) => judgeOpenness(work, { reviewId, itemId, ...verdict }));
const confirm = (actor: OfficerActor, itemId: string) =>
  act(actor, (work) => confirmOpenness(work, { reviewId, itemId }));
const getReview = async () => {
  const review = await findOpennessReview(place.app.database.read, reviewId);
  if (review === undefined) throw new Error('no round');
  return review;
};
const todosOf = async (actor: OfficerActor, today: string) =>
  (await listReviewTodos({ db: place.app.database.read, actor, today: dayOf(today) })).map(
    ({ title }) => title.split('：')[0],
  );

test('a round takes what is kept in its units, and nothing that is public', async () => {
  await givenReleasedItem(place.app, desk, { title: '公开的公告' });
  await expect(open(desk.final)).rejects.toMatchObject({ code: 'access.forbidden' });
  await expect(open(supervisor, [county.town])).rejects.toMatchObject({ code: 'publishing.reviewEmpty' });
  await expect(open(supervisor, [], '2026-05-06')).rejects.toMatchObject({
    code: 'publishing.reviewDuePassed',
  });
  const opened = await open(supervisor);
  ({ reviewId } = opened);
  expect(opened.items).toBe(2);
  const entries = async (unitIds: readonly string[] | null) => {
    const page = await listReviewEntries(
      place.app.database.read,
      await getReview(),
      unitIds,
      { limit: 10 },
      dayOf('2026-05-06'),
    );
    return page.rows.map(({ title, state }) => `${title} ${state}`).sort();
  };
  expect(await entries(null)).toEqual(['内部值班安排 waiting', '校舍改造进展 waiting']);
  expect(await entries([county.town])).toEqual([]);
  expect(await todosOf(desk.author, '2026-05-06')).toEqual(['复核2条信息的公开属性']);
  expect(await todosOf(stranger, '2026-05-06')).toEqual([]);
  expect(await todosOf(supervisor, '2026-05-30')).toEqual(['全县2条信息逾期未复核']);
});

test('every verdict has a reason and a second person; a conversion takes effect when it is confirmed, not before', async () => {
  await expect(judge(stranger, withheld, keep)).rejects.toMatchObject({ code: 'access.otherUnit' });
  await expect(judge(desk.author, onRequest, { ...convert, openness: 'onRequest' })).rejects.toMatchObject({
    code: 'publishing.reviewVerdictFault',
  });
  await expect(judge(desk.author, onRequest, { ...convert, openness: 'withheld' })).rejects.toMatchObject({
    code: 'publishing.reviewVerdictFault',
  });
  await judge(desk.author, onRequest, convert);
  await judge(desk.final, withheld, keep);
  expect(await todosOf(desk.final, '2026-05-06')).toEqual(['确认2条复核结论']);
  await expect(confirm(desk.final, withheld)).rejects.toMatchObject({
    code: 'publishing.reviewConfirmStopped',
  });
  await expect(confirm(desk.author, onRequest)).rejects.toMatchObject({ code: 'access.forbidden' });

  const publicOf = () => findPublicItem(place.app.database.read, onRequest);
  expect(await publicOf()).toBeUndefined();
  await confirm(desk.final, onRequest);
  expect(await publicOf()).toMatchObject({ item: { content: { title: '校舍改造进展' } } });

  const close = () => act(supervisor, (work) => closeOpennessReview(work, { reviewId }));
  await expect(close()).rejects.toMatchObject({ code: 'publishing.reviewUnfinished' });
  await act(supervisor, (work) => returnOpenness(work, { reviewId, itemId: withheld, reason: '理由不具体' }));
  await judge(desk.author, withheld, { ...keep, reason: '值班人员安排属于内部工作流程' });
  place.clock.set(new Date('2026-05-08T01:00:00Z'));
  await confirm(desk.final, withheld);
  const report = await viewOpennessReview(
    place.app.database.read,
    await getReview(),
    null,
    dayOf('2026-05-08'),
  );
  expect(report.counts).toEqual({ waiting: 0, overdue: 0, toConfirm: 0, kept: 1, converted: 1 });
  expect(report.units).toMatchObject([{ items: 2 }]);
  await close();
  await expect(judge(desk.author, withheld, keep)).rejects.toMatchObject({ code: 'publishing.reviewClosed' });
});

test('the share of what was assessed is known for every day', async () => {
  const measure = publishingMeasures.find(({ id }) => id === 'publishing.opennessReviewed');
  const on = async (today: string, unitId: string) => {
    const answer = await measure?.evaluate(
      {
        db: place.app.database.read,
        jurisdictionId: county.jurisdictionId,
        groups: [{ key: 'own', unitIds: [unitId] }],
        from: dayOf('2026-01-01'),
        until: dayOf('2027-01-01'),
        today: dayOf(today),
        calendar: await place.app.calendar(),
        taskId: null,
        planId: null,
      },
      {},
    );
    const own = answer?.get('own');
    return own?.known === true ? own.value : own?.reason;
  };
  expect(await on('2026-05-07', county.education)).toBe(50);
  expect(await on('2026-05-08', county.education)).toBe(100);
  expect(await on('2026-05-08', county.town)).toBe('期内没有需要复核的信息');
});
