/**
 * What of the ledger the public may see: the one place that decides it, for the plan's page, search, data sets and
 * downloads. An entry is public from its release until it is hidden, corrected or withdrawn.
 */
import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import type { StoredFile } from '#kernel/files/stored-files.ts';
import { storedFiles } from '#kernel/files/tables.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { PublicEvidence } from '../contract/ledger.ts';
import { ledgerEntries, ledgerFiles, ledgerReleases } from '../tables/ledger.ts';
import { tasks } from '../tables/plans.ts';
import { loadProofs } from './ledger.ts';

/** The task is in force in a plan that is public itself. */
const isOfPublicTask = and(
  isNull(tasks.withdrawnAt),
  sql`exists (select 1 from plan p where p.id = ${tasks.planId} and p.kind = 'own')`,
);

/** Join condition and filter: the entry stands before the public now. */
const isPublicNow = and(eq(ledgerReleases.entryId, ledgerEntries.id), isNull(ledgerReleases.endedAt));

/** Public entries of a plan's tasks in force, the newest first, paged by entry. */
export async function listPublicEvidence(
  db: ReadDb,
  planId: string,
  page: {
    readonly after?: readonly [string] | undefined;
    readonly limit: number;
    readonly taskId?: string | undefined;
  },
): Promise<PageOfRows<PublicEvidence>> {
  const rows = await db
    .select({ entry: ledgerEntries })
    .from(ledgerReleases)
    .innerJoin(ledgerEntries, isPublicNow)
    .innerJoin(tasks, eq(tasks.id, ledgerEntries.taskId))
    .where(
      and(
        eq(ledgerEntries.planId, planId),
        isOfPublicTask,
        page.taskId === undefined ? undefined : eq(ledgerEntries.taskId, page.taskId),
        page.after === undefined ? undefined : lt(ledgerEntries.id, page.after[0]),
      ),
    )
    .orderBy(desc(ledgerEntries.id))
    .limit(page.limit + 1);
  const { rows: shown, next } = pageOfRows(rows, page.limit, (row) => [row.entry.id]);
  return {
    rows: await completeEvidence(
      db,
      shown.map((row) => row.entry),
    ),
    next,
  };
}

/** Reports shown with a task on the plan's page. */
const shownWithTask = 5;

/** The newest public reports of each of these tasks, for the plan's page. */
export async function listNewestPublicEvidence(
  db: ReadDb,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PublicEvidence[]>> {
  if (taskIds.length === 0) return new Map();
  const place = sql<number>`row_number() over (partition by ${ledgerEntries.taskId} order by ${ledgerEntries.id} desc)`;
  const ranked = db
    .select({ entryId: ledgerEntries.id, place: place.as('place') })
    .from(ledgerReleases)
    .innerJoin(ledgerEntries, isPublicNow)
    .innerJoin(tasks, eq(tasks.id, ledgerEntries.taskId))
    .where(and(inArray(ledgerEntries.taskId, [...taskIds]), isOfPublicTask))
    .as('ranked');
  const rows = await db
    .select({ entry: ledgerEntries })
    .from(ranked)
    .innerJoin(ledgerEntries, eq(ledgerEntries.id, ranked.entryId))
    .where(lte(ranked.place, shownWithTask))
    .orderBy(desc(ledgerEntries.id));
  const byTask = new Map<string, PublicEvidence[]>();
  const evidence = await completeEvidence(
    db,
    rows.map((row) => row.entry),
  );
  for (const one of evidence) byTask.set(one.taskId, [...(byTask.get(one.taskId) ?? []), one]);
  return byTask;
}

/** Public entries of all plans in the order they were written, for the data set. */
export async function listAllPublicEvidence(
  db: ReadDb,
  page: { readonly after: string | null; readonly limit: number },
): Promise<PublicEvidence[]> {
  const rows = await db
    .select({ entry: ledgerEntries })
    .from(ledgerReleases)
    .innerJoin(ledgerEntries, isPublicNow)
    .innerJoin(tasks, eq(tasks.id, ledgerEntries.taskId))
    .where(and(isOfPublicTask, page.after === null ? undefined : gt(ledgerEntries.id, page.after)))
    .orderBy(asc(ledgerEntries.id))
    .limit(page.limit);
  return completeEvidence(
    db,
    rows.map((row) => row.entry),
  );
}

async function completeEvidence(
  db: ReadDb,
  entries: readonly (typeof ledgerEntries.$inferSelect)[],
): Promise<PublicEvidence[]> {
  const proofs = await loadProofs(
    db,
    entries.map((entry) => entry.id),
  );
  const names = await nameUnits(
    db,
    entries.map((entry) => entry.unitId),
  );
  return entries.map((entry) => ({
    entryId: entry.id,
    taskId: entry.taskId,
    unitId: entry.unitId,
    unitName: names.get(entry.unitId)?.shortName ?? '',
    day: entry.writtenOn,
    body: entry.body,
    figures: [...entry.figures],
    links: (proofs.links.get(entry.id) ?? []).map(({ url, title }) => ({ url, title })),
    files: proofs.files.get(entry.id) ?? [],
  }));
}

/** A file of an entry; with `publicOnly` only while the public may see the entry. */
export async function findLedgerFile(
  db: ReadDb,
  place: { readonly entryId: string; readonly fileId: string; readonly publicOnly: boolean },
): Promise<StoredFile | undefined> {
  const ofEntry = and(eq(ledgerFiles.entryId, place.entryId), eq(ledgerFiles.fileId, place.fileId));
  const selected = db.select({ file: storedFiles }).from(ledgerFiles);
  const [found] = place.publicOnly
    ? await selected
        .innerJoin(storedFiles, eq(storedFiles.id, ledgerFiles.fileId))
        .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerFiles.entryId))
        .innerJoin(ledgerReleases, isPublicNow)
        .innerJoin(tasks, eq(tasks.id, ledgerEntries.taskId))
        .where(and(ofEntry, isOfPublicTask))
    : await selected.innerJoin(storedFiles, eq(storedFiles.id, ledgerFiles.fileId)).where(ofEntry);
  return found?.file;
}
