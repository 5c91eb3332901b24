import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, type OfficerActor, visitor } from '#kernel/actor.ts';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import { dayOf } from '#kernel/day.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { type GivenDesk, givenDesk, passReviews } from '#modules/publishing/given.ts';
import { releaseItem, withdrawItem } from '#modules/publishing/index.ts';
import { publishing } from '#modules/publishing/module.ts';
import type { CleanupEntry, CleanupRound } from './contract/cleanup.ts';
import { policyDatasets } from './datasets.ts';
import { givenPolicyDocument } from './given.ts';
import { policyMeasures } from './measures.ts';
import { policiesModule } from './module.ts';
import { findPublicDocument } from './queries/document.ts';
import { policyFigures } from './report-figures.ts';
import { listPolicyTodos } from './todos.ts';

let place: TestServer;
let county: GivenCounty;
let desk: GivenDesk;
let supervisor: OfficerActor;
let legal: OfficerActor;
let stranger: OfficerActor;
const documents: Record<string, string> = {};
let roundId = '';
let listItemId = '';

const today = dayOf('2026-05-06');

beforeAll(async () => {
  place = await openTestServer({
    modules: [checkingModule, organisation, periodsModule, publishing, policiesModule],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  const { jurisdictionId, education, town } = county;
  desk = await givenDesk(place.app, { jurisdictionId, unitId: education });
  supervisor = await givenOfficer(place.app, jurisdictionId, education, ['supervisor', 'clerk'], '主管');
  legal = await givenOfficer(place.app, jurisdictionId, town, ['legalOffice'], '法制');
  stranger = await givenOfficer(place.app, jurisdictionId, town, ['clerk'], '镇上经办');
  for (const [name, serial] of Object.entries({ keep: 1, amend: 2, repeal: 3, lapse: 4 })) {
    documents[name] = await givenPolicyDocument(place.app, desk, {
      title: `清河县第${serial}项校园管理办法`,
      number: `清教发〔2020〕${serial}号`,
      formedOn: `2020-0${serial}-01`,
      effectiveOn: `2020-0${serial}-15`,
      ...(name === 'lapse' ? { lapsesOn: '2025-12-31' } : {}),
    });
  }
});
afterAll(() => place.close());

async function ask(actor: Actor, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) {
  const url = `/api/v1/policies/cleanups${path}`;
  const reply = await place.ask(actor, { method, url, ...(payload === undefined ? {} : { payload }) });
  return { status: reply.statusCode, body: reply.body === '' ? null : reply.json() };
}
const audits = async () =>
  Number(
    (
      await place.app.database.read.execute<{ count: number }>(
        sql`select count(*)::int as count from audit_entry`,
      )
    ).rows[0]?.count,
  );
const viewRound = async (): Promise<CleanupRound> => (await ask(legal, 'GET', `/${roundId}`)).body;
const entriesOf = async (query = ''): Promise<CleanupEntry[]> =>
  (await ask(legal, 'GET', `/${roundId}/entries${query}`)).body.rows;
const give = (actor: Actor, name: string, body: object) =>
  ask(actor, 'PUT', `/${roundId}/entries/${documents[name]}/verdict`, {
    amendBy: null,
    reason: '经研究',
    ...body,
  });
const todosOf = async (actor: OfficerActor) =>
  (await listPolicyTodos({ db: place.app.database.read, actor, today })).map(({ title }) => title);
const validityOf = async (name: string, on = today) =>
  (await findPublicDocument(place.app.database.read, documents[name] ?? '', on))?.verdict.validity;

const opening = {
  title: '2026年行政规范性文件清理',
  formedBefore: '2026-01-01',
  unitIds: [],
  onlyNormative: true,
  dueOn: '2026-05-31',
  reviewDueOn: '2026-06-15',
};

test('a round is opened by the supervising or legal office over what is in its scope', async () => {
  const before = await audits();
  expect((await ask(visitor, 'POST', '', opening)).status).toBe(401);
  expect((await ask(desk.author, 'POST', '', opening)).status).toBe(403);
  expect((await ask(legal, 'POST', '', { ...opening, dueOn: '2026-05-01' })).body.code).toBe(
    'policies.cleanupDuePassed',
  );
  expect((await ask(legal, 'POST', '', { ...opening, unitIds: [county.town] })).body.code).toBe(
    'policies.cleanupEmpty',
  );
  expect(await audits()).toBe(before);
  const opened = await ask(legal, 'POST', '', opening);
  expect(opened).toMatchObject({ status: 201, body: { documents: 4 } });
  roundId = opened.body.roundId;
  expect(await viewRound()).toMatchObject({
    state: 'running',
    counts: { documents: 4, waiting: 4, overdue: 0 },
  });
  expect((await entriesOf()).map(({ hints }) => hints.length)).toEqual([1, 1, 1, 1]);
  expect(await todosOf(desk.author)).toEqual([expect.stringMatching(/^提出清理意见：.*4件文件$/u)]);
  expect(await todosOf(stranger)).toEqual([]);
});

test('verdicts come from the drafting unit and are confirmed by somebody else', async () => {
  expect((await give(stranger, 'keep', { verdict: 'keep' })).status).toBe(403);
  expect((await give(desk.author, 'amend', { verdict: 'amend' })).status).toBe(400);
  expect((await give(supervisor, 'keep', { verdict: 'keep' })).status).toBe(204);
  const confirm = (actor: Actor, ...names: string[]) =>
    ask(actor, 'POST', `/${roundId}/confirmations`, { itemIds: names.map((name) => documents[name]) });
  expect((await confirm(supervisor, 'keep')).body.code).toBe('policies.ownVerdict');
  expect((await confirm(legal, 'keep', 'repeal')).body.code).toBe('policies.entryState');
  expect((await entriesOf('?state=confirmed')).length).toBe(0);
  expect((await give(desk.author, 'amend', { verdict: 'amend', amendBy: '2026-12-31' })).status).toBe(204);
  expect((await give(desk.author, 'repeal', { verdict: 'keep' })).status).toBe(204);
  expect((await give(desk.author, 'lapse', { verdict: 'lapse' })).status).toBe(204);
  expect(await todosOf(legal)).toEqual(['审核清理意见：4件文件']);
  const back = await ask(legal, 'POST', `/${roundId}/entries/${documents.repeal}/return`, {
    reason: '已有新规',
  });
  expect(back.status).toBe(204);
  expect((await entriesOf('?state=returned')).map(({ returnReason }) => returnReason)).toEqual(['已有新规']);
  const list = {
    unitId: desk.unitId,
    columnId: desk.columnId,
    title: '清河县教育局关于公布文件清理结果的通知',
  };
  expect((await ask(supervisor, 'POST', `/${roundId}/list`, list)).body.code).toBe('policies.cleanupOpen');
  expect((await give(desk.author, 'repeal', { verdict: 'repeal' })).status).toBe(204);
  expect((await confirm(legal, 'keep', 'amend', 'repeal', 'lapse')).status).toBe(204);
  expect(await viewRound()).toMatchObject({ counts: { confirmed: 4, waiting: 0, given: 0 } });
  expect((await give(desk.author, 'keep', { verdict: 'repeal' })).body.code).toBe('policies.entryState');
});

test('the list is an item of publishing, and verdicts stand still while it is on its way', async () => {
  const list = {
    unitId: desk.unitId,
    columnId: desk.columnId,
    title: '清河县教育局关于公布文件清理结果的通知',
  };
  expect((await ask(legal, 'POST', `/${roundId}/list`, list)).status).toBe(403);
  const first = await ask(supervisor, 'POST', `/${roundId}/list`, list);
  expect(first.status).toBe(201);
  expect((await give(desk.author, 'keep', { verdict: 'repeal' })).body.code).toBe('policies.roundClosed');
  expect((await ask(legal, 'POST', `/${roundId}/list-dropping`, { reason: '标题有误' })).status).toBe(204);
  const again = await ask(supervisor, 'POST', `/${roundId}/list`, list);
  listItemId = again.body.itemId;
  expect((await viewRound()).state).toBe('listed');
  expect(await validityOf('repeal')).toBe('inForce');
});

test('its release changes validity everywhere in one transaction, and its withdrawal takes that back', async () => {
  await passReviews(place.app, desk, listItemId);
  await transact(place.app, desk.final, (work) => releaseItem(work, { itemId: listItemId }));
  expect(await viewRound()).toMatchObject({ state: 'concluded', concludedOn: '2026-05-06', actions: [] });
  expect(await validityOf('keep')).toBe('inForce');
  expect(await validityOf('amend')).toBe('inForce');
  expect(await validityOf('repeal')).toBe('repealed');
  expect(await validityOf('repeal', dayOf('2026-05-05'))).toBe('inForce');
  expect(await validityOf('lapse')).toBe('lapsed');
  const relations = (await findPublicDocument(place.app.database.read, listItemId, today))?.outgoing ?? [];
  expect(relations.map(({ kind, itemId }) => [kind, itemId]).toSorted()).toEqual([
    ['lapses', documents.lapse],
    ['repeals', documents.repeal],
  ]);
  const page = await place.ask(visitor, { method: 'GET', url: `/policies/documents/${documents.keep}` });
  expect(page.body).toContain('2026年行政规范性文件清理结论：继续有效');
  const listed = await place.ask(visitor, { method: 'GET', url: '/policies/documents?validity=repealed' });
  expect(listed.body).toContain('清河县第3项校园管理办法');
  expect(await todosOf(desk.author)).toEqual(['按清理结论修改：清河县第2项校园管理办法']);
  await transact(place.app, desk.final, (work) =>
    withdrawItem(work, { itemId: listItemId, reason: '清理结果有误' }),
  );
  expect(await validityOf('repeal')).toBe('inForce');
});

test('a round called off changes nothing and asks nobody', async () => {
  const opened = await ask(legal, 'POST', '', opening);
  roundId = opened.body.roundId;
  expect((await ask(desk.author, 'POST', `/${roundId}/cancellation`, { reason: '重复' })).status).toBe(403);
  expect((await ask(legal, 'POST', `/${roundId}/cancellation`, { reason: '重复' })).status).toBe(204);
  expect((await give(desk.author, 'keep', { verdict: 'keep' })).body.code).toBe('policies.roundClosed');
  expect(await todosOf(desk.author)).toEqual(['按清理结论修改：清河县第2项校园管理办法']);
});

test('the plan, the annual report and open data are told what the library knows', async () => {
  const { jurisdictionId, education, town } = county;
  const question = {
    db: place.app.database.read,
    jurisdictionId,
    groups: [
      { key: 'school', unitIds: [education] },
      { key: 'town', unitIds: [town] },
    ],
    from: dayOf('2026-01-01'),
    until: dayOf('2027-01-01'),
    today: dayOf('2026-06-10'),
    calendar: await loadCalendarInForce(place.app.database.read),
    taskId: null,
    planId: null,
  };
  const figuresOf = async (id: string, more: Partial<typeof question> = {}) => {
    const measure = policyMeasures.find((one) => one.id === id);
    const answers = await measure?.evaluate({ ...question, ...more }, {});
    return question.groups.map(({ key }) => {
      const answer = answers?.get(key);
      return answer?.known === true ? answer.value : answer?.reason;
    });
  };
  // Without a theme none of the documents is complete.
  expect(await figuresOf('policies.completeShare')).toEqual([0, '文件库中还没有这些单位的文件']);
  expect(await figuresOf('policies.documentsInForce')).toEqual([3, 0]);
  expect(await figuresOf('policies.cleanupInTime')).toEqual([100, '期内没有到期的文件清理']);
  expect(await figuresOf('policies.cleanupInTime', { today })).toEqual([
    '期内没有到期的文件清理',
    '期内没有到期的文件清理',
  ]);
  // Its list was withdrawn.
  expect(await figuresOf('policies.cleanupsConcluded')).toEqual([0, 0]);
  const figure = policyFigures.find(({ id }) => id === 'policies.normativeDocuments');
  const cellsOf = async (year: number) => {
    const base = { db: place.app.database.read, jurisdictionId, year, today: dayOf('2026-06-10') };
    const answers = await figure?.answer({ ...base, unitIds: [education] });
    const values: Record<string, unknown> = {};
    for (const [cell, answer] of answers?.get(education) ?? []) {
      const evidence = await figure?.listEvidence(
        { ...base, unitId: education, cell },
        { after: null, limit: 50 },
      );
      values[cell.split('.').at(-1) ?? ''] = [answer.known ? answer.value : null, evidence?.rows.length];
    }
    return values;
  };
  expect(await cellsOf(2020)).toEqual({ issued: [4, 4], repealed: [0, 0], inForce: [4, 4] });
  expect(await cellsOf(2025)).toEqual({ issued: [0, 0], repealed: [0, 0], inForce: [4, 4] });
  expect(await cellsOf(2026)).toEqual({ issued: [0, 0], repealed: [1, 1], inForce: [3, 3] });
  const [dataset] = policyDatasets;
  const table = await dataset?.listRows(place.app.database.read, { after: null, limit: 50 });
  expect(table?.rows.map(({ number, lapsesOn, endedOn }) => [number, lapsesOn, endedOn]).toSorted()).toEqual([
    ['清教发〔2020〕1号', null, null],
    ['清教发〔2020〕2号', null, null],
    ['清教发〔2020〕3号', null, null],
    ['清教发〔2020〕4号', '2025-12-31', null],
  ]);
});
