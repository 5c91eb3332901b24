import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, systemActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { organisationDatasets } from './datasets.ts';
import {
  actingOfficer,
  type GivenCounty,
  givenCounty,
  givenDecision,
  givenHandover,
  givenLeadingGroup,
  givenLiaison,
  givenMeeting,
  givenOfficer,
  givenOutlet,
  givenPerson,
  givenTraining,
} from './given.ts';
import { organisation } from './module.ts';
import { recordMinutes } from './service/meetings.ts';
import { listOrganisationTodos } from './todos.ts';

let place: TestApp;
let county: GivenCounty;

const today = dayOf('2026-05-06');

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation], now: '2026-05-06T09:00:00+08:00' });
  county = await givenCounty(place.app);
});
afterAll(() => place.close());

const todosOf = async (actor: Actor) =>
  (await listOrganisationTodos({ db: place.app.database.read, actor, today })).map(
    (todo) => `${todo.title} ${todo.due ?? ''}`,
  );

test('each officer is asked for what is theirs, and no more once it is done', async () => {
  const { jurisdictionId, government, office, education, town } = county;
  const clerk = await givenOfficer(place.app, jurisdictionId, education, ['clerk']);
  const leader = await givenOfficer(place.app, jurisdictionId, office, ['supervisor', 'clerk']);
  const reviewer = await givenOfficer(place.app, jurisdictionId, education, ['reviewer']);
  expect(await todosOf(clerk)).toEqual(['指定县教育局的政务公开联络员 ']);
  expect(await todosOf(reviewer)).toEqual([]);

  const liaison = await givenPerson(place.app, county, education, '某同志');
  await givenLiaison(place.app, { unitId: education, officerId: liaison, from: '2026-05-06', filed: false });
  const group = await givenLeadingGroup(place.app, { unitId: government, officeUnitId: office });
  const meetingId = await givenMeeting(place.app, {
    ...group,
    plannedFor: '2026-04-01',
    heldOn: '2026-04-01',
  });
  await givenDecision(place.app, { meetingId, unitId: education, dueOn: '2026-06-30' });
  await givenMeeting(place.app, { ...group, plannedFor: '2026-05-05' });
  await givenTraining(place.app, { organiserId: education, plannedFor: '2026-05-05', topic: '全员培训' });
  await givenTraining(place.app, { organiserId: education, plannedFor: '2026-05-06', topic: '今天的培训' });
  await givenOutlet(place.app, { unitId: education, signedOn: '2026-01-01', validThrough: '2026-06-05' });
  await givenOutlet(place.app, { unitId: education, signedOn: '2026-01-01', validThrough: '2026-06-06' });
  expect(await todosOf(clerk)).toEqual([
    '向政府办公室报备联络员 2026-05-12',
    '领导小组会议议定事项：补齐镇村公开专区的办事指南 2026-06-30',
    '登记培训是否举办：全员培训 ',
    expect.stringMatching(/^签订网络意识形态责任书：青禾发布\d+号 2026-06-05$/),
  ]);
  expect(await todosOf(leader)).toEqual([
    '指定县政府办公室的政务公开联络员 ',
    '登记会议纪要：领导小组全体会议 ',
    '登记会议是否召开：领导小组全体会议 ',
  ]);
  await transact(place.app, systemActor('test'), (work) =>
    recordMinutes(work, meetingId, { text: '会议听取了汇报，部署了工作。' }),
  );
  expect((await todosOf(leader)).some((title) => title.startsWith('登记会议纪要'))).toBe(false);

  const handover = await givenHandover(place.app, county, town, { from: today });
  const asGiver = await actingOfficer(place.app, handover.giverId);
  expect(await todosOf(asGiver)).toEqual(['联络员工作交接：请逐项确认移交 2026-05-12']);
});

test('open data counts and names nobody', async () => {
  const person = await givenPerson(place.app, county, county.town, '独一无二的名字');
  await givenTraining(place.app, {
    organiserId: county.town,
    plannedFor: '2026-04-01',
    heldOn: '2026-04-01',
    topic: '公开的主题',
    attendees: [{ officerId: person, newEntrant: false }],
    heads: { [county.village]: 3 },
  });
  const group = await givenLeadingGroup(place.app, {
    unitId: county.education,
    officeUnitId: county.education,
  });
  const meetingId = await givenMeeting(place.app, {
    ...group,
    plannedFor: '2026-03-02',
    heldOn: '2026-03-02',
  });
  const decision = { meetingId, unitId: county.education, dueOn: '2026-06-30' };
  await givenDecision(place.app, decision);
  await givenDecision(place.app, { ...decision, doneOn: '2026-04-01' });
  const { read } = place.app.database;
  const pages = await Promise.all(
    organisationDatasets.map((dataset) => dataset.listRows(read, { after: null, limit: 100 })),
  );
  const rows = pages.flatMap((page) => page.rows);
  expect(rows).toContainEqual(expect.objectContaining({ topic: '公开的主题', people: 4, units: 2 }));
  expect(rows).toContainEqual(expect.objectContaining({ group: '政务公开领导小组', decisions: 1, done: 0 }));
  expect(rows).toContainEqual(expect.objectContaining({ id: meetingId, decisions: 2, done: 1 }));
  expect(JSON.stringify(rows)).not.toContain('独一无二的名字');
  for (const dataset of organisationDatasets) {
    const keys = dataset.columns.map((column) => column.key);
    const page = await dataset.listRows(read, { after: null, limit: 1 });
    expect(page.rows.map((row) => Object.keys(row))).toEqual([keys]);
  }
});
