/** The fictional county's outlets: a board in the service hall and the list of mails. Accounts need keys of their own. */
import { eq } from 'drizzle-orm';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { SeedStep } from '#kernel/module.ts';
import { transact } from '#kernel/work.ts';
import { listJurisdictions, listUnits } from '#modules/organisation/index.ts';
import { openOutlet } from './service/outlets.ts';
import { outlets } from './tables.ts';

const everything = { columnIds: [], kinds: [], unitIds: [] };

async function seedOutlets(app: App): Promise<void> {
  const [home] = await listJurisdictions(app.database.read);
  if (home === undefined) return;
  const present = await app.database.read
    .select({ id: outlets.id })
    .from(outlets)
    .where(eq(outlets.jurisdictionId, home.id))
    .limit(1);
  const office = (await listUnits(app.database.read, home.id)).find(({ name }) =>
    name.includes('政府办公室'),
  );
  if (present.length > 0 || office === undefined) return;
  await transact(app, systemActor('示例数据'), async (work) => {
    await openOutlet(work, app.config, home.id, {
      kind: 'noticeBoard',
      title: '政务服务中心公告栏',
      unitId: office.id,
      settings: { place: '政务服务中心一楼大厅' },
      filter: everything,
      isAutomatic: false,
    });
    await openOutlet(work, app.config, home.id, {
      kind: 'mailList',
      title: '网站邮件订阅',
      unitId: office.id,
      settings: {},
      filter: everything,
      isAutomatic: true,
    });
  });
}

export const outletSeeds: readonly SeedStep[] = [{ name: '发布渠道', run: seedOutlets }];
