/** What 望澜县 promises beside the legal periods: entered through the command, once. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { dayOf } from '#kernel/day.ts';
import type { SeedStep } from '#kernel/module.ts';
import { atInstant } from '#kernel/seeding.ts';
import { transact } from '#kernel/work.ts';
import { listJurisdictions } from '#modules/organisation/index.ts';
import { findOpenTarget } from './queries/targets.ts';
import { setTarget } from './service/targets.ts';

const promises = [
  { rule: 'foi-reply', length: 15, basis: '望澜县政府信息公开申请办理规程' },
  { rule: 'proactive-publication', length: 10, basis: '望澜县2026年政务公开工作要点任务分解表' },
  { rule: 'message-reply', length: 5, basis: '望澜县2026年政务公开工作要点任务分解表' },
  { rule: 'opinion-response', length: 24, basis: '望澜县政务舆情回应工作机制' },
] as const;

async function seedTargets(app: App): Promise<void> {
  const [home] = await listJurisdictions(app.database.read);
  if (home === undefined) return;
  const entered = atInstant(app, '2026-03-25T09:30:00+08:00');
  for (const promise of promises) {
    if ((await findOpenTarget(app.database.read, home.id, promise.rule)) !== undefined) continue;
    await transact(entered, systemActor('seed'), (work) =>
      setTarget(work, home.id, { ...promise, fromDay: dayOf('2026-04-01') }),
    );
  }
}

export const periodSeeds: readonly SeedStep[] = [{ name: '本地承诺时限', run: seedTargets }];
