/** Builders for tests: a plan on its way in, and one in force, through the commands and the reader. */
import { type Actor, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import { transact } from '#kernel/work.ts';
import { findPlanImport, type StoredImport } from '../queries/imports.ts';
import { matchDraftUnits } from '../queries/unit-matches.ts';
import { readImportJob } from '../read-job.ts';
import type { DraftEdit, PlanKind } from '../rules/shapes.ts';
import { type ConfirmedPlan, confirmPlanImport } from '../service/confirm-import.ts';
import { editPlanImport } from '../service/edit-import.ts';
import { startPlanImport } from '../service/start-import.ts';

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
