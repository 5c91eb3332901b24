/** Enters what 望澜县's units have in the works, and the round in which what is withheld is assessed again. Idempotent. */
import { type OfficerActor, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { dayOf, parseDay } from '#kernel/day.ts';
import { atInstant } from '#kernel/seeding.ts';
import { transact } from '#kernel/work.ts';
import {
  findOfficerActor,
  getHomeJurisdictionId,
  listRoleHolders,
  listSupervisors,
  matchUnits,
} from '#modules/organisation/index.ts';
import { draftsInWorks } from '#seed/items-in-works.ts';
import { statutoryRows } from '#seed/statutory-items.ts';
import { itemContentSchema } from './contract/items.ts';
import { findColumnByCode } from './queries/columns.ts';
import { listItems } from './queries/items.ts';
import { findOpennessReview, listOpennessReviews, listReviewEntries } from './queries/openness-reviews.ts';
import { importItems } from './service/items/import.ts';
import { createItem } from './service/items/write.ts';
import { judgeOpenness, openOpennessReview } from './service/openness-reviews.ts';

const seeder = systemActor('原网站迁入');
const roundOpenedAt = '2026-11-12T09:00:00+08:00';
const roundDue = dayOf('2026-12-11');
/** Units whose clerks have given their verdicts already. */
const quickUnits = 2;

/** Statutory contents and withheld information of the former site. */
export async function seedStatutoryItems(app: App): Promise<void> {
  const jurisdictionId = await getHomeJurisdictionId(app.database.read, seeder);
  await transact(atInstant(app, '2026-11-10T20:10:00+08:00'), seeder, (work) =>
    importItems(work, { jurisdictionId, rows: statutoryRows() }),
  );
}

async function clerkOf(app: App, unitId: string): Promise<OfficerActor | undefined> {
  const [clerkId] = await listRoleHolders(app.database.read, 'clerk', [unitId]);
  return clerkId === undefined ? undefined : findOfficerActor(app, clerkId);
}

/** Drafts by the clerks of the units, each on the day it was begun; units without a clerk have none. */
export async function seedDrafts(present: App): Promise<void> {
  const db = present.database.read;
  const jurisdictionId = await getHomeJurisdictionId(db, seeder);
  const units = await matchUnits(
    db,
    jurisdictionId,
    draftsInWorks.map(({ unit }) => unit),
  );
  for (const draft of draftsInWorks) {
    const app = atInstant(present, draft.begunAt);
    if (app.clock.now() > present.clock.now()) continue;
    const match = units.get(draft.unit);
    const column = await findColumnByCode(db, jurisdictionId, draft.column);
    if (match === undefined || !('unitId' in match) || column === undefined) continue;
    const { unitId } = match;
    const scope = { jurisdictionId, unitIds: [unitId] };
    const known = await listItems(db, scope, { text: draft.title, limit: 1 });
    const clerk = await clerkOf(app, unitId);
    if (known.rows.length > 0 || clerk === undefined) continue;
    const content = itemContentSchema.parse({
      title: draft.title,
      summary: '',
      keywords: [],
      body: draft.body,
      fields: draft.fields,
      attachments: [],
      source: null,
      formedOn: draft.formedOn === null ? null : (parseDay(draft.formedOn) ?? null),
      disclosure: { openness: 'proactive', ground: null, reason: null },
    });
    await transact(app, clerk, (work) =>
      createItem(work, { unitId, columnId: column.id, kind: draft.kind, content }),
    );
  }
}

/** The yearly round, opened by the supervising office; some units have given their verdicts, nobody has confirmed yet. */
export async function seedOpennessReview(present: App): Promise<void> {
  const app = atInstant(present, roundOpenedAt);
  if (app.clock.now() > present.clock.now()) return;
  const db = app.database.read;
  const jurisdictionId = await getHomeJurisdictionId(db, seeder);
  const everything = { jurisdictionId, unitIds: null };
  const known = await listOpennessReviews(db, everything, { limit: 1 }, roundDue);
  const [supervisorId] = await listSupervisors(db, jurisdictionId);
  const supervisor = supervisorId === undefined ? undefined : await findOfficerActor(app, supervisorId);
  if (known.rows.length > 0 || supervisor === undefined) return;
  const { reviewId } = await transact(app, supervisor, (work) =>
    openOpennessReview(work, {
      jurisdictionId,
      title: '2026年公开属性复核',
      dueOn: roundDue,
      unitIds: [],
    }),
  );
  const review = await findOpennessReview(db, reviewId);
  if (review === undefined) throw new Error('seed: the round was not opened');
  const { rows } = await listReviewEntries(db, review, null, { limit: 100 }, roundDue);
  const unitIds = [...new Set(rows.map(({ unitId }) => unitId))].slice(0, quickUnits);
  for (const { itemId, unitId, opennessBefore } of rows) {
    const clerk = unitIds.includes(unitId) ? await clerkOf(app, unitId) : undefined;
    if (clerk === undefined) continue;
    await transact(atInstant(present, '2026-11-17T10:30:00+08:00'), clerk, (work) =>
      judgeOpenness(work, {
        reviewId,
        itemId,
        verdict: 'keep',
        openness: opennessBefore,
        ground: null,
        reason: '原定理由仍然成立，本次维持',
      }),
    );
  }
}
