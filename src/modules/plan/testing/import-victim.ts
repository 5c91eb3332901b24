/**
 * A process of its own that is to be killed while it imports a plan: in the middle of reading a document, or with the
 * plan written and not yet committed. Run by `killed-import.test.ts`; prints what was acknowledged before it stops.
 */
import { pino } from 'pino';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { settableClock } from '#kernel/clock.ts';
import { readConfig } from '#kernel/config.ts';
import { startJobRunner } from '#kernel/jobs/runner.ts';
import { type OpenedApp, openApp } from '#kernel/open-app.ts';
import { transact } from '#kernel/work.ts';
import { givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenReadyImport, givenWaitingImport } from '../given.ts';
import { planModule } from '../module.ts';
import { findReadingProgress } from '../read-job.ts';
import { confirmPlanImport } from '../service/confirm-import.ts';
import { editPlanImport } from '../service/edit-import.ts';

/** When the victim lives; its clock stands still. */
export const victimNow = '2026-05-06T09:00:00+08:00';
/** Tasks of the document that is being read when the process dies: enough to be caught at it. */
export const longPlanTasks = 3000;
/** Corrections acknowledged before the process dies while confirming. */
export const acknowledgedCorrections = 12;

const actor = systemActor('test');

/** A plan of `longPlanTasks` tasks in the words of the small one. */
export function longPlanText(): string {
  const rows = Array.from(
    { length: longPlanTasks },
    (_, index) =>
      `${index + 1}\t重点领域公开\t公开第${index + 1}批便民服务事项的办理指南和办理结果。\t县教育局\t双溪镇\t6月底前`,
  );
  const head = '序号\t工作任务\t具体要求\t牵头单位\t配合单位\t完成时限';
  return ['青禾县2026年政务公开工作任务分解表', '', head, ...rows].join('\n');
}

/** The corrected requirement after the n-th correction. */
export const correctedRequirement = (n: number) => `公开义务教育招生政策和学区划分，第${n}次改定。`;

function say(word: string, value: string): void {
  process.stdout.write(`${word} ${value}\n`);
}

function waitForEver(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 3_600_000));
}

async function dieReading(opened: OpenedApp, jurisdictionId: string): Promise<void> {
  startJobRunner(opened);
  const importId = await givenWaitingImport(opened.app, { jurisdictionId, text: longPlanText() });
  say('ACKNOWLEDGED', importId);
  const watch = setInterval(() => {
    if (findReadingProgress(importId) === null) return;
    clearInterval(watch);
    say('IN THE MIDDLE', importId);
  }, 1);
}

async function dieConfirming(app: App, jurisdictionId: string): Promise<void> {
  const ready = await givenReadyImport(app, { jurisdictionId });
  let { version } = ready;
  for (let n = 1; n <= acknowledgedCorrections; n += 1) {
    const edit = { op: 'setText', key: 't1', field: 'requirement', value: correctedRequirement(n) } as const;
    const edited = await transact(app, actor, (work) =>
      editPlanImport(work, { importId: ready.importId, version, edits: [edit] }),
    );
    version = edited.version;
  }
  say('ACKNOWLEDGED', ready.importId);
  await transact(app, actor, async (work) => {
    await confirmPlanImport(work, { importId: ready.importId, version });
    say('IN THE MIDDLE', ready.importId);
    await waitForEver();
  });
}

async function liveUntilKilled(end: string): Promise<void> {
  const opened = await openApp({
    config: readConfig(),
    modules: [organisation, planModule],
    clock: settableClock(victimNow),
    log: pino({ level: 'silent' }),
  });
  const { jurisdictionId } = await givenCounty(opened.app);
  if (end === 'reading') await dieReading(opened, jurisdictionId);
  else await dieConfirming(opened.app, jurisdictionId);
}

const end = process.argv[2];
if (process.argv[1] === import.meta.filename && end !== undefined) await liveUntilKilled(end);
