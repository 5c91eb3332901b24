/** Builders for tests: a plan on its way in, and one in force, through the commands and the reader. */
import type { Actor } from '#kernel/actor.ts';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { ledgerRouteSamples } from './given/ledger.ts';
import { supervisionRouteSamples } from './given/supervision.ts';
import { findPlanImport, type StoredImport } from './queries/imports.ts';
import { findPlan } from './queries/plans.ts';
import { listPlanTaskRows } from './queries/task-rows.ts';
import { matchDraftUnits } from './queries/unit-matches.ts';
import { readImportJob } from './read-job.ts';
import { taskRowContextOf } from './routes/plans.ts';
import type { DraftEdit, PlanKind } from './rules/shapes.ts';
import { type ConfirmedPlan, confirmPlanImport } from './service/confirm-import.ts';
import { cancelPlanImport, discardPlanImport, editPlanImport } from './service/edit-import.ts';
import { startPlanImport } from './service/start-import.ts';

const builder = systemActor('test');

/** A small plan for the county of the organisation's builders, as pasted from a table. */
export const smallPlanText = [
  '青禾县2026年政务公开重点工作任务分解表',
  '青政办发〔2026〕5号',
  '',
  '序号\t工作任务\t具体要求\t牵头单位\t配合单位\t完成时限',
  '1\t重点领域公开\t公开义务教育招生政策和学区划分，方便家长查询办理。\t县教育局\t双溪镇\t6月底前',
  '2\t重点领域公开\t按季度公开教育经费安排和使用情况，附通俗说明。\t县教育局\t县政府办公室\t全年',
  '3\t基础建设\t组织政务公开业务培训，每年不少于1次，覆盖全部联络员。\t县政府办公室\t县教育局\t年底前完成，长期坚持',
  '4\t基础建设\t完善镇村政务公开专区，摆放办事指南和政策汇编。\t双溪镇\t\t持续推进',
].join('\n');

export interface GivenImport {
  readonly jurisdictionId: string;
  readonly text?: string;
  readonly fileName?: string;
  readonly actor?: Actor;
  readonly kind?: PlanKind;
}

/** An import whose document has not been read yet. */
export async function givenWaitingImport(app: App, given: GivenImport): Promise<string> {
  const file = await keepBytes(app.files, {
    name: given.fileName ?? '任务分解表.txt',
    mediaType: 'text/plain',
    bytes: new TextEncoder().encode(given.text ?? smallPlanText),
  });
  const { importId } = await transact(app, given.actor ?? builder, (work) =>
    startPlanImport(work, {
      jurisdictionId: given.jurisdictionId,
      file,
      year: null,
      withOcr: false,
      kind: given.kind ?? 'own',
    }),
  );
  return importId;
}

/** An import that has been read; a draft unless the document was refused. */
export async function givenReadImport(app: App, given: GivenImport): Promise<StoredImport> {
  const importId = await givenWaitingImport(app, given);
  await readImportJob.run(app, { importId }, new AbortController().signal);
  const stored = await findPlanImport(app.database.read, importId);
  if (stored === undefined) throw new Error('the import was not stored');
  return stored;
}

/** A draft with every near match taken and every doubt settled, ready to be confirmed. */
export async function givenReadyImport(
  app: App,
  given: GivenImport,
): Promise<{ readonly importId: string; readonly version: number }> {
  const stored = await givenReadImport(app, given);
  const { draft } = stored;
  if (draft === null) throw new Error(stored.refusal?.sentence ?? 'the document was not read');
  const matches = await matchDraftUnits(app.database.read, given.jurisdictionId, draft, null);
  const edits: DraftEdit[] = matches.flatMap(({ name, candidates }) => {
    const [best] = candidates;
    if (draft.units[name] !== undefined || best === undefined) return [];
    return [{ op: 'decideUnit', name, decision: { kind: 'unit', unitId: best.unitId } }];
  });
  if (edits.length === 0) return { importId: stored.id, version: stored.version };
  const { version } = await transact(app, builder, (work) =>
    editPlanImport(work, { importId: stored.id, version: stored.version, edits }),
  );
  return { importId: stored.id, version };
}

/** A plan in force. */
export async function givenPlan(app: App, given: GivenImport): Promise<ConfirmedPlan> {
  const ready = await givenReadyImport(app, given);
  return transact(app, builder, (work) => confirmPlanImport(work, ready));
}

/** What the walk over all routes is given. */
export interface PlanWalkGiven {
  readonly app: App;
  readonly county: { readonly jurisdictionId: string; readonly education: string };
}

let walkedPlan: Promise<{ readonly planId: string; readonly taskId: string }> | undefined;

/** One plan for all reading routes; making it anew for every sender would only cost time. */
function planOfWalk({
  app,
  county,
}: PlanWalkGiven): Promise<{ readonly planId: string; readonly taskId: string }> {
  walkedPlan ??= (async () => {
    const { planId } = await givenPlan(app, county);
    const plan = await findPlan(app.database.read, planId);
    if (plan === undefined) throw new Error('no plan');
    const [task] = await listPlanTaskRows(app.database.read, plan, await taskRowContextOf(app));
    if (task === undefined) throw new Error('no task');
    return { planId, taskId: task.id };
  })();
  return walkedPlan;
}

const draftSample = async ({ app, county }: PlanWalkGiven) => {
  const { importId, version } = await givenReadyImport(app, county);
  return { params: { importId }, version };
};

export const planRouteSamples: RouteSamples<PlanWalkGiven> = {
  ...ledgerRouteSamples(planOfWalk),
  ...supervisionRouteSamples,
  'plan.listImports': async () => ({}),
  'plan.uploadImport': async () => ({
    body: {},
    files: [
      {
        field: 'file',
        name: '任务分解表.txt',
        mediaType: 'text/plain',
        bytes: new TextEncoder().encode(smallPlanText),
      },
    ],
  }),
  'plan.pasteImport': async () => ({ body: { text: smallPlanText } }),
  'plan.viewImport': async (given) => ({ params: (await draftSample(given)).params }),
  'plan.viewImportSource': async (given) => ({ params: (await draftSample(given)).params }),
  'plan.downloadImportFile': async (given) => ({ params: (await draftSample(given)).params }),
  'plan.previewImport': async (given) => ({ params: (await draftSample(given)).params }),
  'plan.editImport': async (given) => {
    const { params, version } = await draftSample(given);
    return { params, body: { version, edits: [{ op: 'setNo', key: 't1', value: 9 }] } };
  },
  'plan.confirmImport': async (given) => {
    const { params, version } = await draftSample(given);
    return { params, body: { version } };
  },
  'plan.cancelImport': async ({ app, county }) => ({
    params: { importId: await givenWaitingImport(app, county) },
  }),
  'plan.rereadImport': async ({ app, county }) => {
    const importId = await givenWaitingImport(app, county);
    await transact(app, builder, (work) => cancelPlanImport(work, { importId }));
    return { params: { importId }, body: { ocr: false } };
  },
  'plan.discardImport': async (given) => ({ params: (await draftSample(given)).params }),
  'plan.restoreImport': async (given) => {
    const { params } = await draftSample(given);
    await transact(given.app, builder, (work) => discardPlanImport(work, params));
    return { params };
  },
  'plan.list': async () => ({}),
  'plan.board': async (given) => ({ params: { planId: (await planOfWalk(given)).planId } }),
  'plan.listTasks': async (given) => ({
    params: { planId: (await planOfWalk(given)).planId },
    query: { role: 'lead' },
  }),
  'plan.viewTask': async (given) => ({ params: { taskId: (await planOfWalk(given)).taskId } }),
  'plan.listMyTasks': async () => ({ query: { year: '2026' } }),
  'plan.export': async (given) => ({ params: { planId: (await planOfWalk(given)).planId } }),
  'plan.listPage': async () => ({}),
  'plan.page': async (given) => ({ params: { planId: (await planOfWalk(given)).planId } }),
  'plan.feed': async (given) => ({ params: { planId: (await planOfWalk(given)).planId } }),
  'plan.yearDrawing': async (given) => ({ params: { planId: (await planOfWalk(given)).planId } }),
  'plan.unitPage': async (given) => ({
    params: { planId: (await planOfWalk(given)).planId, unitId: given.county.education },
  }),
  'plan.listComparable': async () => ({}),
  'plan.listReference': async () => ({}),
  'plan.compare': async (given) => {
    const side = `plan:${(await planOfWalk(given)).planId}`;
    return { query: { base: side, plan: side } };
  },
  'plan.lint': async (given) => ({ query: { plan: `plan:${(await planOfWalk(given)).planId}` } }),
};
