/** Builders for tests of the office's records, and a request for every route. */
import { type Actor, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { dayOf } from '#kernel/day.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { listMatters } from '../queries/office-records/matters.ts';
import { raiseQuestion, recordInspection } from '../service/office-records/guidance.ts';
import { createMatter, finishMatterStep } from '../service/office-records/matters.ts';
import { callForPractices, contributePractice, selectPractice } from '../service/office-records/practices.ts';
import { givenLedgerFile } from './ledger.ts';

const builder = systemActor('test');
const day = dayOf('2026-05-06');

/** A question of a unit. */
export function givenQuestion(
  app: App,
  unitId: string,
  change: Partial<Parameters<typeof raiseQuestion>[1]> = {},
  actor: Actor = builder,
): Promise<{ id: string }> {
  const question = {
    kind: 'question' as const,
    subject: '会议纪要能否公开',
    body: '群众申请公开。',
    taskIds: [],
  };
  return transact(app, actor, (work) => raiseQuestion(work, { ...question, unitId, ...change }));
}

/** A write-up of a unit. */
export function givenPractice(
  app: App,
  unitId: string,
  change: Partial<Parameters<typeof contributePractice>[1]> = {},
  actor: Actor = builder,
): Promise<{ id: string }> {
  const practice = {
    callId: null,
    taskId: null,
    title: '赶集日政策讲台',
    body: '每逢集日现场讲解。',
    fileId: null,
  };
  return transact(app, actor, (work) => contributePractice(work, { ...practice, unitId, ...change }));
}

/** A matter with one step of a unit; returns the matter and its step. */
export async function givenMatter(
  app: App,
  place: { readonly jurisdictionId: string; readonly unitId: string },
): Promise<{ id: string; stepId: string }> {
  const { jurisdictionId, unitId } = place;
  const steps = [{ id: null, kind: 'release' as const, unitId, plannedOn: day }];
  const { id } = await transact(app, builder, (work) =>
    createMatter(work, { jurisdictionId, title: '义务教育招生办法', note: null, taskIds: [], steps }),
  );
  const { rows } = await listMatters(app.database.read, { jurisdictionId }, { limit: 200 }, day);
  const stepId = rows.find((matter) => matter.id === id)?.steps[0]?.id;
  if (stepId === undefined) throw new Error('the matter has no step');
  return { id, stepId };
}

interface RecordWalkGiven {
  readonly app: App;
  readonly county: { readonly jurisdictionId: string; readonly education: string };
}

const question = { kind: 'earlySign', subject: '栏目长期不更新', body: '新乡村栏目半年没有更新。' };
const practice = { callId: null, taskId: null, title: '政策大篷车', body: '把政策送到村头。', fileId: null };

const guidanceSamples: RouteSamples<RecordWalkGiven> = {
  'plan.listGuidance': async () => ({ query: { state: 'open' } }),
  'plan.exportGuidance': async () => ({ query: { format: 'csv' } }),
  'plan.raiseQuestion': async ({ county }) => ({
    unitId: county.education,
    body: { unitId: county.education, ...question },
  }),
  'plan.recordInspection': async ({ county }) => ({
    body: {
      unitId: county.education,
      happenedOn: '2026-05-06',
      subject: '检查政务公开专区',
      body: '资料齐全。',
      followUp: null,
      followUpDue: null,
    },
  }),
  'plan.changeQuestion': async ({ app, county }) => ({
    params: await givenQuestion(app, county.education),
    unitId: county.education,
    body: question,
  }),
  'plan.answerGuidance': async ({ app, county }) => ({
    params: await givenQuestion(app, county.education),
    body: { answer: '属于内部事务信息，可以不公开。', followUp: null, followUpDue: null },
  }),
  'plan.closeGuidance': async ({ app, county }) => ({
    params: await transact(app, builder, (work) =>
      recordInspection(work, {
        unitId: county.education,
        happenedOn: day,
        subject: '检查',
        body: '栏目缺项。',
        followUp: '补齐栏目',
        followUpDue: null,
        taskIds: [],
      }),
    ),
    body: { closing: '已补齐' },
  }),
};

const practiceSamples: RouteSamples<RecordWalkGiven> = {
  'plan.listPracticeCalls': async () => ({}),
  'plan.callForPractices': async () => ({
    body: { title: '基层政务公开好做法', body: '1500字以内。', dueOn: '2026-06-30' },
  }),
  'plan.changePracticeCall': async ({ app, county }) => ({
    params: await transact(app, builder, (work) =>
      callForPractices(work, {
        jurisdictionId: county.jurisdictionId,
        title: '约稿',
        body: '写做法。',
        dueOn: dayOf('2026-06-30'),
      }),
    ),
    body: { title: '约稿', body: '写做法和成效。', dueOn: '2026-07-15' },
  }),
  'plan.listPractices': async () => ({ query: { state: 'waiting' } }),
  'plan.exportPractices': async () => ({ query: { format: 'csv' } }),
  'plan.contributePractice': async ({ county }) => ({
    unitId: county.education,
    body: { unitId: county.education, ...practice },
  }),
  'plan.changePractice': async ({ app, county }) => ({
    params: await givenPractice(app, county.education),
    unitId: county.education,
    body: practice,
  }),
  'plan.selectPractice': async ({ app, county }) => ({ params: await givenPractice(app, county.education) }),
  'plan.declinePractice': async ({ app, county }) => ({
    params: await givenPractice(app, county.education),
    body: { reason: '内容单薄' },
  }),
  'plan.spreadPractice': async ({ app, county }) => {
    const params = await givenPractice(app, county.education);
    await transact(app, builder, (work) => selectPractice(work, params));
    return { params, body: { place: '县政府公报第3期', spreadOn: '2026-05-06', url: null } };
  },
  'plan.downloadPracticeFile': async ({ app, county }) => ({
    params: await givenPractice(app, county.education, { fileId: await givenLedgerFile(app) }),
  }),
};

const matterSamples: RouteSamples<RecordWalkGiven> = {
  'plan.listMatters': async () => ({}),
  'plan.exportMatters': async () => ({ query: { format: 'csv' } }),
  'plan.createMatter': async ({ county }) => ({ body: matterOf(county.education) }),
  'plan.changeMatter': async ({ app, county }) => {
    const { id } = await givenMatter(app, { ...county, unitId: county.education });
    return { params: { id }, body: matterOf(county.education) };
  },
  'plan.finishMatterStep': async ({ app, county }) => {
    const { stepId } = await givenMatter(app, { ...county, unitId: county.education });
    return {
      params: { stepId },
      unitId: county.education,
      body: { doneOn: '2026-05-06', url: 'https://www.qinghe.example/zs', note: null },
    };
  },
  'plan.reopenMatterStep': async ({ app, county }) => {
    const { stepId } = await givenMatter(app, { ...county, unitId: county.education });
    await transact(app, builder, (work) =>
      finishMatterStep(work, { stepId, doneOn: day, url: null, note: null }),
    );
    return { params: { stepId }, unitId: county.education, body: { reason: '登记有误' } };
  },
};

function matterOf(unitId: string) {
  const steps = [
    { id: null, kind: 'release', unitId, plannedOn: '2026-06-01' },
    { id: null, kind: 'interpretation', unitId, plannedOn: '2026-06-01' },
  ];
  return { title: '招生办法发布', note: null, taskIds: [], steps };
}

/** Samples of all routes of the office's records. */
export const officeRecordSamples: RouteSamples<RecordWalkGiven> = {
  ...guidanceSamples,
  ...practiceSamples,
  ...matterSamples,
};
