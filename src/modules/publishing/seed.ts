/** Enters 望澜县's columns and what its former site had out, through the commands. Idempotent. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { dayOf } from '#kernel/day.ts';
import { atInstant } from '#kernel/seeding.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId, listUnits } from '#modules/organisation/index.ts';
import { formerSiteRows } from '#seed/published-items.ts';
import { siteColumnSeed } from '#seed/site-columns.ts';
import { columnSchema } from './contract/columns.ts';
import { findColumnByCode } from './queries/columns.ts';
import { openColumn } from './service/columns.ts';
import { importItems } from './service/items/import.ts';

const seeder = systemActor('原网站迁入');
/** The day the platform took over from the former site. */
const takenOverOn = dayOf('2026-11-10');

/** Opens the columns that are not there yet, parents first. */
export async function seedColumns(app: App): Promise<void> {
  const jurisdictionId = await getHomeJurisdictionId(app.database.read, seeder);
  const units = new Map(
    (await listUnits(app.database.read, jurisdictionId)).map(({ code, id }) => [code, id]),
  );
  await transact(atInstant(app, '2024-01-02T09:00:00+08:00'), seeder, async (work) => {
    const ids = new Map<string, string>();
    for (const [position, seed] of siteColumnSeed.entries()) {
      const known = await findColumnByCode(work.db, jurisdictionId, seed.code);
      const input = columnSchema.parse({
        parentId: seed.parent === undefined ? null : (ids.get(seed.parent) ?? null),
        code: seed.code,
        title: seed.title,
        kind: seed.kind,
        unitId: units.get(seed.unit),
        statutoryPart: seed.part ?? null,
        duty: seed.duty ?? null,
        description: seed.description ?? '',
        updateIntervalDays: seed.days ?? null,
        topicRule: seed.words === undefined ? null : { kinds: [], unitIds: [], words: seed.words },
        position,
      });
      ids.set(seed.code, known?.id ?? (await openColumn(work, input)).columnId);
    }
    work.audit({
      action: 'publishing.arrangeColumns',
      objectKind: 'jurisdiction',
      objectId: jurisdictionId,
      summary: `示例栏目共${siteColumnSeed.length}个`,
      after: { columns: siteColumnSeed.length },
    });
  });
}

/** Brings the former site's items over, as an office does on the day it changes. */
export async function seedFormerSite(app: App): Promise<void> {
  const jurisdictionId = await getHomeJurisdictionId(app.database.read, seeder);
  const rows = formerSiteRows(takenOverOn);
  await transact(atInstant(app, `${takenOverOn}T20:00:00+08:00`), seeder, (work) =>
    importItems(work, { jurisdictionId, rows }),
  );
}
