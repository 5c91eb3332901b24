/** Brings 望澜县's official documents in as its office does from the former site: through publishing's import. Idempotent. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { atInstant } from '#kernel/seeding.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { type ImportOutcome, importItems } from '#modules/publishing/index.ts';
import { officialDocumentRows } from '#seed/official-documents.ts';

const seeder = systemActor('seed');

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
