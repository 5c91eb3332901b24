/** Brings 望澜县's official documents in as its office does from the former site: through publishing's import. Idempotent. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { dayOf } from '#kernel/day.ts';
import { atInstant } from '#kernel/seeding.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { type ImportOutcome, importItems } from '#modules/publishing/index.ts';
import { officialDocumentRows } from '#seed/official-documents.ts';
import { listCleanupEntries, listCleanupRounds } from './queries/cleanup.ts';
import { findGazetteIssue } from './queries/gazette.ts';
import { openCleanupRound } from './service/cleanup/open-round.ts';
import { giveCleanupVerdict } from './service/cleanup/verdicts.ts';
import { arrangeGazette, openGazetteIssue, publishGazette } from './service/gazette.ts';

const seeder = systemActor('seed');
/** More than the example county has. */
const mostEntries = 200;

/** The clean-up of 2026 under way, its last day just gone by, and the first issue of the gazette. */
export async function seedLibraryWork(app: App): Promise<void> {
  const { read } = app.database;
  const jurisdictionId = await getHomeJurisdictionId(read, seeder);
  const today = dayOf('2026-11-12');
  const rounds = await listCleanupRounds(read, { jurisdictionId, today }, { limit: 1 });
  if (rounds.rows.length > 0) return;
  const dueOn = dayOf('2026-11-18');
  const { roundId } = await transact(atInstant(app, '2026-11-12T09:00:00+08:00'), seeder, (work) =>
    openCleanupRound(work, {
      jurisdictionId,
      title: '2026年行政规范性文件清理',
      formedBefore: dayOf('2025-01-01'),
      unitIds: [],
      onlyNormative: true,
      dueOn,
      reviewDueOn: dayOf('2026-12-04'),
    }),
  );
  const entries = await listCleanupEntries(read, { id: roundId, state: 'running', dueOn }, today, {
    limit: mostEntries,
  });
  await transact(atInstant(app, '2026-11-17T15:00:00+08:00'), seeder, async (work) => {
    for (const [at, { itemId, validity }] of entries.rows.entries()) {
      // Every third drafter has not answered by the last day.
      if (at % 3 === 2) continue;
      const isLapsed = validity === 'lapsed';
      await giveCleanupVerdict(work, {
        roundId,
        itemId,
        verdict: isLapsed ? 'lapse' : 'keep',
        reason: isLapsed ? '有效期已经届满，没有再执行' : '仍然适应管理需要',
        amendBy: null,
      });
    }
  });
  await transact(atInstant(app, '2026-11-13T10:00:00+08:00'), seeder, async (work) => {
    const { issueId } = await openGazetteIssue(work, { jurisdictionId });
    const documents = (await findGazetteIssue(work.db, jurisdictionId, issueId))?.documents ?? [];
    const ofTheYear = documents.filter(({ writtenOn }) => writtenOn >= '2026-01-01');
    await arrangeGazette(work, { issueId, itemIds: ofTheYear.map(({ itemId }) => itemId) });
    await publishGazette(work, { issueId });
  });
}

/** One transaction for all; the listener on `itemReleased` reads each document into the library. */
export async function enterOfficialDocuments(app: App): Promise<ImportOutcome> {
  const jurisdictionId = await getHomeJurisdictionId(app.database.read, seeder);
  return transact(atInstant(app, '2026-11-10T20:30:00+08:00'), seeder, (work) =>
    importItems(work, { jurisdictionId, rows: officialDocumentRows() }),
  );
}

/** The same as a step of seeding; a row that was not taken is a fault of the seed. */
export async function seedOfficialDocuments(app: App): Promise<void> {
  const { refused } = await enterOfficialDocuments(app);
  const [first] = refused;
  if (first !== undefined)
    throw new Error(`a seeded document was not taken: ${first.title}, ${first.because}`);
}
