/** Who decides on review and in court for 望澜县: entered through the command, once. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { SeedStep } from '#kernel/module.ts';
import { atInstant } from '#kernel/seeding.ts';
import { transact } from '#kernel/work.ts';
import { listJurisdictions } from '#modules/organisation/index.ts';
import { findRemedyBodies } from './queries/letter-settings.ts';
import { setRemedyBodies } from './service/letters/settings.ts';

async function seedRemedyBodies(app: App): Promise<void> {
  const { read } = app.database;
  const [home] = await listJurisdictions(read);
  if (home === undefined || (await findRemedyBodies(read, home.id)).basicCourt !== '') return;
  const superior = (home.parentName ?? '临江市').replace(/人民政府$/u, '');
  await transact(atInstant(app, '2026-01-05T09:00:00+08:00'), systemActor('seed'), (work) =>
    setRemedyBodies(work, {
      jurisdictionId: home.id,
      superiorGovernment: `${superior}人民政府`,
      basicCourt: `${home.name}人民法院`,
      intermediateCourt: `${superior}中级人民法院`,
    }),
  );
}

export const letterSeeds: readonly SeedStep[] = [{ name: '复议机关和管辖法院', run: seedRemedyBodies }];
