import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficerActor, type OfficerRole, visitor } from '#kernel/actor.ts';
import { verifyAuditChain } from '#kernel/audit/audit.ts';
import { dayOf } from '#kernel/day.ts';
import type { Measure } from '#kernel/measure.ts';
import { notices } from '#kernel/notices/tables.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import {
  type GivenCounty,
  givenCounty,
  givenOfficer,
  givenOfficerOfEachRole,
  rolesBut,
} from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenMatter, givenPractice, givenQuestion } from '../../given/office-records.ts';
import { givenPlan } from '../../given.ts';
import { goodPractices, guidanceRecords } from '../../measures/office-records.ts';
import { planModule } from '../../module.ts';
import { listTaskIdsOfPlan } from '../../queries/evaluation.ts';
import { listGuidance } from '../../queries/office-records/guidance.ts';
import { listMatters } from '../../queries/office-records/matters.ts';
import { listPractices, listUnansweredCalls } from '../../queries/office-records/practices.ts';
import {
  answerGuidance,
  changeQuestion,
  closeGuidance,
  raiseQuestion,
  recordInspection,
} from './guidance.ts';
import { changeMatter, createMatter, finishMatterStep, reopenMatterStep } from './matters.ts';
import {
  callForPractices,
  changePractice,
  contributePractice,
  declinePractice,
  selectPractice,
  spreadPractice,
} from './practices.ts';

let place: TestApp;
let county: GivenCounty;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;
let clerk: OfficerActor;
let taskIds: readonly string[];

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, planModule], now: '2026-05-06T09:00:00+08:00' });
  county = await givenCounty(place.app);
  officers = await givenOfficerOfEachRole(place.app, county);
  clerk = await givenOfficer(place.app, county.jurisdictionId, county.education, ['clerk'], '周经办');
  const { planId } = await givenPlan(place.app, county);
  taskIds = await listTaskIdsOfPlan(place.app.database.read, planId);
});
afterAll(() => place.close());

const on = (day: string) => place.clock.set(new Date(`${day}T01:00:00Z`));
const asOffice = <Result>(body: (work: Work) => Promise<Result>) =>
  transact(place.app, officers.supervisor, body);
const asClerk = <Result>(body: (work: Work) => Promise<Result>) => transact(place.app, clerk, body);
const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );
const told = async (officerId: string) =>
  (await place.app.database.read.select().from(notices))
    .filter((notice) => notice.officerId === officerId)
    .map((notice) => notice.title);
const all = { limit: 200 };
const scope = () => ({ jurisdictionId: county.jurisdictionId });

async function figure(measure: Measure, today: string, parameters: object = {}) {
  const answer = await measure.evaluate(
    {
      db: place.app.database.read,
      jurisdictionId: county.jurisdictionId,
      groups: [county.office, county.education].map((unitId) => ({ key: unitId, unitIds: [unitId] })),
      from: dayOf('2026-01-01'),
      until: dayOf('2027-01-01'),
      today: dayOf(today),
      calendar: await place.app.calendar(),
      taskId: null,
      planId: null,
    },
    parameters,
  );
  return [...answer.values()].map((value) => (value.known ? value.value : value.reason));
}

describe('guidance', () => {
  test('a question is asked, sharpened, answered with something to do, and closed', async () => {
    const { id } = await givenQuestion(place.app, county.education, { taskIds: taskIds.slice(0, 1) }, clerk);
    const change = {
      kind: 'earlySign' as const,
      subject: '会议纪要被申请公开',
      body: '已三次。',
      taskIds: [],
    };
    await asClerk((work) => changeQuestion(work, { id, ...change }));
    expect(await figure(guidanceRecords, '2026-05-06')).toEqual([0, 0]);
    await asOffice((work) =>
      answerGuidance(work, {
        id,
        answer: '不予公开并说明理由。',
        followUp: '更新答复口径',
        followUpDue: dayOf('2026-05-20'),
      }),
    );
    expect(await told(clerk.id)).toContain('主管部门答复了“会议纪要被申请公开”');
    const list = async (state: 'open' | 'following' | 'closed') =>
      (await listGuidance(place.app.database.read, scope(), { ...all, state })).rows.map((row) => row.id);
    expect([await list('open'), await list('following'), await list('closed')]).toEqual([[], [id], []]);
    expect(await refusalOf(asClerk((work) => changeQuestion(work, { id, ...change })))).toBe(
      'plan.guidanceActionNotAllowed',
    );
    await asOffice((work) => closeGuidance(work, { id, closing: '口径已更新' }));
    const [row] = (await listGuidance(place.app.database.read, scope(), all)).rows;
    expect(row).toMatchObject({
      kind: 'earlySign',
      state: 'closed',
      unitName: '县教育局',
      answeredByName: 'supervisor',
      closing: '口径已更新',
    });
  });

  test('an inspection is recorded for a day that was, and tells the unit', async () => {
    const inspection = {
      unitId: county.education,
      happenedOn: dayOf('2026-05-05'),
      subject: '检查教育局专栏',
      body: '招生信息齐全。',
      followUp: null,
      followUpDue: null,
      taskIds: taskIds.slice(0, 1),
    };
    await asOffice((work) => recordInspection(work, inspection));
    expect(await told(clerk.id)).toContain('主管部门登记了对本单位的检查指导：检查教育局专栏');
    expect(
      await refusalOf(
        asOffice((work) => recordInspection(work, { ...inspection, happenedOn: dayOf('2026-05-07') })),
      ),
    ).toBe('plan.recordDayAhead');
    const ofTask = await listGuidance(place.app.database.read, scope(), {
      ...all,
      taskId: taskIds[0] ?? '',
    });
    expect(ofTask.rows.map((row) => [row.subject, row.tasks.length])).toEqual([['检查教育局专栏', 1]]);
    expect(await figure(guidanceRecords, '2026-05-06')).toEqual([2, 2]);
    expect(await figure(guidanceRecords, '2026-05-06', { countedFor: 'unit' })).toEqual([0, 2]);
    expect(await figure(guidanceRecords, '2026-05-06', { kind: 'inspection' })).toEqual([1, 1]);
    expect(await figure(guidanceRecords, '2026-05-05')).toEqual([0, 0]);
  });

  test('a unit sees its own records and nobody else’s', async () => {
    const rows = async (unitId: string) =>
      (await listGuidance(place.app.database.read, { ...scope(), unitIds: [unitId] }, all)).rows.length;
    expect([await rows(county.education), await rows(county.town)]).toEqual([2, 0]);
  });
});

describe('good practice', () => {
  test('is invited, contributed in time, selected, spread and counted', async () => {
    const { id: callId } = await asOffice((work) =>
      callForPractices(work, {
        jurisdictionId: county.jurisdictionId,
        title: '基层公开好做法',
        body: '1500字。',
        dueOn: dayOf('2026-05-31'),
      }),
    );
    const asked = () =>
      listUnansweredCalls(
        place.app.database.read,
        county.jurisdictionId,
        [county.education],
        dayOf('2026-05-10'),
      );
    expect((await asked()).map((call) => call.title)).toEqual(['基层公开好做法']);
    const { id } = await givenPractice(place.app, county.education, { callId }, clerk);
    expect(await asked()).toEqual([]);
    expect(await figure(goodPractices, '2026-05-06')).toEqual([0, 1]);
    const spread = { id, place: '县政府公报第3期', spreadOn: dayOf('2026-05-06'), url: null };
    expect(await refusalOf(asOffice((work) => spreadPractice(work, spread)))).toBe(
      'plan.practiceActionNotAllowed',
    );
    on('2026-05-08');
    await asOffice((work) => selectPractice(work, { id }));
    await asOffice((work) => spreadPractice(work, spread));
    expect(await figure(goodPractices, '2026-05-07', { counted: 'selected' })).toEqual([0, 0]);
    expect(await figure(goodPractices, '2026-05-08', { counted: 'selected' })).toEqual([0, 1]);
    const { rows } = await listPractices(place.app.database.read, scope(), { ...all, callId });
    expect(rows).toMatchObject([
      { state: 'selected', callTitle: '基层公开好做法', spreads: [{ place: '县政府公报第3期' }] },
    ]);
    on('2026-06-01');
    expect(await refusalOf(givenPractice(place.app, county.town, { callId }))).toBe('plan.practiceCallOver');
  });

  test('declined with a reason may still be selected, but changed no more', async () => {
    const { id } = await givenPractice(place.app, county.education, {}, clerk);
    const change = { id, callId: null, taskId: null, title: '修改', body: '修改', fileId: null };
    await asClerk((work) => changePractice(work, change));
    await asOffice((work) => declinePractice(work, { id, reason: '内容单薄' }));
    expect(await refusalOf(asClerk((work) => changePractice(work, change)))).toBe(
      'plan.practiceActionNotAllowed',
    );
    await asOffice((work) => selectPractice(work, { id }));
    expect(await refusalOf(asOffice((work) => selectPractice(work, { id })))).toBe(
      'plan.practiceActionNotAllowed',
    );
  });
});

describe('a matter', () => {
  test('links tasks and steps, warns, and keeps what is done when it is planned anew', async () => {
    on('2026-06-02');
    const release = {
      id: null,
      kind: 'release' as const,
      unitId: county.education,
      plannedOn: dayOf('2026-06-01'),
    };
    const { id } = await asOffice((work) =>
      createMatter(work, {
        jurisdictionId: county.jurisdictionId,
        title: '招生办法',
        note: null,
        taskIds: taskIds.slice(0, 2),
        steps: [release],
      }),
    );
    const view = async () =>
      (
        await listMatters(place.app.database.read, scope(), { ...all, text: '招生办法' }, dayOf('2026-06-02'))
      ).rows.find((matter) => matter.id === id);
    const first = await view();
    expect(first).toMatchObject({ state: 'late', tasks: [{}, {}], steps: [{ isLate: true }] });
    expect(first?.hints).toContain('没有安排发布后的舆情监测');
    const stepId = first?.steps[0]?.id ?? '';
    const finish = { stepId, doneOn: dayOf('2026-06-02'), url: 'https://www.qinghe.example/zs', note: null };
    await asClerk((work) => finishMatterStep(work, finish));
    expect(await refusalOf(asClerk((work) => finishMatterStep(work, finish)))).toBe(
      'plan.stepActionNotAllowed',
    );
    const change = (steps: Parameters<typeof changeMatter>[1]['steps']) =>
      asOffice((work) => changeMatter(work, { id, title: '招生办法', note: null, taskIds: [], steps }));
    expect(await refusalOf(change([release]))).toBe('plan.stepDoneKept');
    const watch = {
      id: null,
      kind: 'opinionWatch' as const,
      unitId: county.office,
      plannedOn: dayOf('2026-06-09'),
    };
    await change([watch, { ...release, id: stepId }]);
    expect(await view()).toMatchObject({
      state: 'underWay',
      tasks: [],
      steps: [
        { kind: 'opinionWatch', doneOn: null },
        { id: stepId, doneOn: '2026-06-02', doneByName: '周经办' },
      ],
    });
    await asClerk((work) => reopenMatterStep(work, { stepId, reason: '登记有误' }));
    expect((await view())?.steps[1]).toMatchObject({ doneOn: null, url: null });
  });
});

test('who may: units for themselves, the office for what is the office’s', async () => {
  const question = await givenQuestion(place.app, county.education);
  const practice = await givenPractice(place.app, county.education);
  const matter = await givenMatter(place.app, { ...county, unitId: county.education });
  const entries = async () => {
    const verdict = await verifyAuditChain(place.app.database.read);
    return verdict.intact ? verdict.entries : -1;
  };
  const stranger = await givenOfficer(place.app, county.jurisdictionId, county.town, ['clerk', 'unitLeader']);
  const unitCommands: readonly ((work: Work) => Promise<unknown>)[] = [
    (work) =>
      raiseQuestion(work, {
        kind: 'question',
        unitId: county.education,
        subject: '问',
        body: '问',
        taskIds: [],
      }),
    (work) => changeQuestion(work, { ...question, kind: 'question', subject: '问', body: '问', taskIds: [] }),
    (work) =>
      contributePractice(work, {
        unitId: county.education,
        callId: null,
        taskId: null,
        title: '做法',
        body: '做法',
        fileId: null,
      }),
    (work) =>
      changePractice(work, {
        ...practice,
        callId: null,
        taskId: null,
        title: '做法',
        body: '做法',
        fileId: null,
      }),
    (work) => finishMatterStep(work, { ...matter, doneOn: dayOf('2026-06-01'), url: null, note: null }),
    (work) => reopenMatterStep(work, { ...matter, reason: '撤销' }),
  ];
  const officeCommands: readonly ((work: Work) => Promise<unknown>)[] = [
    (work) => answerGuidance(work, { ...question, answer: '答', followUp: null, followUpDue: null }),
    (work) => closeGuidance(work, { ...question, closing: '办结' }),
    (work) => selectPractice(work, practice),
    (work) => declinePractice(work, { ...practice, reason: '不用' }),
    (work) => spreadPractice(work, { ...practice, place: '公报', spreadOn: dayOf('2026-05-06'), url: null }),
    (work) => callForPractices(work, { ...county, title: '约稿', body: '写', dueOn: dayOf('2026-07-01') }),
    (work) => createMatter(work, { ...county, title: '事项', note: null, taskIds: [], steps: [] }),
    (work) => changeMatter(work, { id: matter.id, title: '事项', note: null, taskIds: [], steps: [] }),
  ];
  const before = await entries();
  const outsiders = [visitor, stranger, ...rolesBut(['supervisor']).map((role) => officers[role])];
  for (const actor of outsiders) {
    for (const command of [...unitCommands, ...officeCommands]) {
      expect(await refusalOf(transact(place.app, actor, command))).toMatch(/^access\./);
    }
  }
  for (const command of officeCommands) expect(await refusalOf(asClerk(command))).toBe('access.forbidden');
  expect(await entries()).toBe(before);
});
