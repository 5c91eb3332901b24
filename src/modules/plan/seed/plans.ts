/** Seeds 望澜县's plans of last year and this year through the reader and the commands, as a person would. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import { atInstant } from '#kernel/seeding.ts';
import { transact } from '#kernel/work.ts';
import { installationRoot } from '#kernel/worker-entry.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { findPlanImport } from '../queries/imports.ts';
import { listPlans } from '../queries/plans.ts';
import { matchDraftUnits } from '../queries/unit-matches.ts';
import { readImportJob } from '../read-job.ts';
import type { DraftEdit } from '../rules/shapes.ts';
import { confirmPlanImport } from '../service/confirm-import.ts';
import { editPlanImport } from '../service/edit-import.ts';
import { startPlanImport } from '../service/start-import.ts';

interface SeededPlan {
  readonly year: number;
  readonly documentName: string;
  /** When the supervising office took it in. */
  readonly confirmedAt: string;
}

const lastYear: SeededPlan = {
  year: 2025,
  documentName: '2025年望澜县政务公开工作要点.docx',
  confirmedAt: '2025-03-17T10:00:00+08:00',
};

const thisYear: SeededPlan = {
  year: 2026,
  documentName: '望澜县2026年政务公开工作任务分解.docx',
  confirmedAt: '2026-03-23T09:30:00+08:00',
};

export const seeder = systemActor('示例数据');

async function seedPlan(present: App, { year, documentName, confirmedAt }: SeededPlan): Promise<void> {
  const app = atInstant(present, confirmedAt);
  const jurisdictionId = await getHomeJurisdictionId(app.database.read, seeder);
  const plans = await listPlans(app.database.read, jurisdictionId);
  if (plans.some((plan) => plan.year === year)) return;
  const bytes = await fs.readFile(path.join(installationRoot(), 'seed', 'documents', documentName));
  const file = await keepBytes(app.files, {
    name: documentName,
    mediaType: 'application/octet-stream',
    bytes,
  });
  const { importId } = await transact(app, seeder, (work) =>
    startPlanImport(work, { jurisdictionId, file, year: null, withOcr: false }),
  );
  await readImportJob.run(app, { importId }, new AbortController().signal);
  const stored = await findPlanImport(app.database.read, importId);
  const draft = stored?.draft ?? undefined;
  if (stored === undefined || draft === undefined)
    throw new Error('the demonstration plan could not be read');
  // Our own document: what the reader doubts in it has been looked at, and phrases that mean other units in every
  // task stand for the members the register gives them.
  const matches = await matchDraftUnits(app.database.read, jurisdictionId, draft, draft.head.issuedOn);
  const edits: DraftEdit[] = [
    ...draft.tasks.flatMap((task) =>
      task.flags.map(({ field }) => ({ op: 'settleFlag' as const, key: task.key, field, settled: true })),
    ),
    ...matches
      .filter(({ name, how }) => how === 'collective' && draft.units[name] === undefined)
      .map(({ name, candidates }) => ({
        op: 'decideUnit' as const,
        name,
        decision: { kind: 'collective' as const, unitIds: candidates.map((candidate) => candidate.unitId) },
      })),
  ];
  const { version } =
    edits.length === 0
      ? stored
      : await transact(app, seeder, (work) =>
          editPlanImport(work, { importId, version: stored.version, edits }),
        );
  await transact(app, seeder, (work) => confirmPlanImport(work, { importId, version }));
}

export const seedLastYearsPlan = (app: App) => seedPlan(app, lastYear);
export const seedThisYearsPlan = (app: App) => seedPlan(app, thisYear);
