/** Read models of the ledger: a page of reports with what corrected or withdrew them, and counts by unit and month. */
import { and, asc, desc, eq, gte, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { addDays, dayOf, lastDayOfMonth } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { storedFiles } from '#kernel/files/tables.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type {
  CheckedLinkView,
  KeptLedgerFile,
  LedgerItem,
  LedgerQuery,
  LedgerVersion,
} from '../contract/ledger.ts';
import { orderChain, stateOfChain } from '../rules/ledger/entry.ts';
import { ledgerEntries, ledgerFiles, ledgerLinks, ledgerReleases, linkWatches } from '../tables/ledger.ts';
import { plans, tasks } from '../tables/plans.ts';

type StoredEntry = typeof ledgerEntries.$inferSelect;

/** Whose reports are listed: of one task, of a plan, of units. Several narrow together. */
export interface LedgerScope {
  readonly taskId?: string;
  readonly planId?: string;
  /** Only reports of these units; absent for officers who may see all. */
  readonly unitIds?: readonly string[];
  readonly jurisdictionId?: string;
}

/** A text in `like` as it stands. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** A condition on the newest entry of the chain, which is called `v` in it. */
function newestOfChain(condition: SQL): SQL {
  return sql`exists (select 1 from ledger_entry v where v.root_id = ${ledgerEntries.id}
    and not exists (select 1 from ledger_entry n where n.supersedes_id = v.id) and ${condition})`;
}

function conditionsOf(scope: LedgerScope, query: Omit<LedgerQuery, 'after' | 'limit'>): (SQL | undefined)[] {
  const { month, text } = query;
  const from = month === undefined ? undefined : dayOf(`${month}-01`);
  const until =
    month === undefined
      ? undefined
      : addDays(lastDayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5))), 1);
  const only = (wanted: boolean | undefined, condition: SQL) =>
    wanted === undefined ? undefined : wanted ? condition : sql`not ${condition}`;
  const isOpen = sql`exists (select 1 from ledger_release r where r.entry_id = v.id and r.ended_at is null)`;
  return [
    eq(ledgerEntries.kind, 'progress'),
    scope.taskId === undefined ? undefined : eq(ledgerEntries.taskId, scope.taskId),
    scope.planId === undefined ? undefined : eq(ledgerEntries.planId, scope.planId),
    scope.unitIds === undefined ? undefined : inArray(ledgerEntries.unitId, [...scope.unitIds]),
    scope.jurisdictionId === undefined
      ? undefined
      : sql`${ledgerEntries.planId} in (select p.id from plan p where p.jurisdiction_id = ${scope.jurisdictionId})`,
    query.unitId === undefined ? undefined : eq(ledgerEntries.unitId, query.unitId),
    query.taskId === undefined ? undefined : eq(ledgerEntries.taskId, query.taskId),
    from === undefined ? undefined : gte(ledgerEntries.writtenOn, from),
    until === undefined ? undefined : lt(ledgerEntries.writtenOn, until),
    text === undefined || text === '' ? undefined : newestOfChain(sql`v.body ilike ${containing(text)}`),
    only(query.withFiles, newestOfChain(sql`exists (select 1 from ledger_file f where f.entry_id = v.id)`)),
    only(query.withLinks, newestOfChain(sql`exists (select 1 from ledger_link l where l.entry_id = v.id)`)),
    only(query.isPublic, newestOfChain(isOpen)),
    only(
      query.awaitsRelease,
      newestOfChain(sql`v.proposes_public and v.kind <> 'withdrawal'
        and not exists (select 1 from ledger_release r where r.entry_id = v.id)`),
    ),
  ];
}

/** A page of reports, the newest first; each with everything that was said about it later. */
export async function listLedgerItems(
  db: ReadDb,
  scope: LedgerScope,
  query: LedgerQuery,
): Promise<PageOfRows<LedgerItem>> {
  if (scope.unitIds?.length === 0) return { rows: [], next: null };
  const roots = await db
    .select({ id: ledgerEntries.id })
    .from(ledgerEntries)
    .where(
      and(
        ...conditionsOf(scope, query),
        query.after === undefined ? undefined : lt(ledgerEntries.id, query.after[0]),
      ),
    )
    .orderBy(desc(ledgerEntries.id))
    .limit(query.limit + 1);
  const page = pageOfRows(roots, query.limit, (row) => [row.id]);
  const items = await loadLedgerItems(
    db,
    page.rows.map((row) => row.id),
  );
  return { rows: items, next: page.next };
}

/** How many reports of the scope pass the filter. */
export async function countLedgerItems(
  db: ReadDb,
  scope: LedgerScope,
  query: Omit<LedgerQuery, 'after' | 'limit'>,
): Promise<number> {
  return db.$count(ledgerEntries, and(...conditionsOf(scope, query)));
}

/** The reports that begin with these entries, in the order of the identifiers. */
export async function loadLedgerItems(db: ReadDb, rootIds: readonly string[]): Promise<LedgerItem[]> {
  if (rootIds.length === 0) return [];
  const entries = await db
    .select()
    .from(ledgerEntries)
    .where(inArray(ledgerEntries.rootId, [...rootIds]));
  const proofs = await loadProofs(
    db,
    entries.map((entry) => entry.id),
  );
  const units = await nameUnits(
    db,
    entries.map((entry) => entry.unitId),
  );
  const taskRows = await db
    .select({ id: tasks.id, no: tasks.no, item: tasks.item, requirement: tasks.requirement })
    .from(tasks)
    .where(inArray(tasks.id, [...new Set(entries.map((entry) => entry.taskId))]));
  const taskOf = new Map(taskRows.map((task) => [task.id, task]));
  const chains = new Map<string, StoredEntry[]>();
  for (const entry of entries) {
    const chain = chains.get(entry.rootId);
    if (chain === undefined) chains.set(entry.rootId, [entry]);
    else chain.push(entry);
  }
  return rootIds.flatMap((rootId) => {
    const chain = orderChain(chains.get(rootId) ?? []);
    const [root] = chain;
    const newest = chain.at(-1);
    if (root === undefined || newest === undefined) return [];
    const task = taskOf.get(root.taskId);
    return [
      {
        id: root.id,
        planId: root.planId,
        taskId: root.taskId,
        taskNo: task?.no ?? null,
        taskTitle: task?.item ?? task?.requirement.slice(0, 40) ?? '',
        unitId: root.unitId,
        unitName: units.get(root.unitId)?.shortName ?? '',
        writtenOn: root.writtenOn,
        state: stateOfChain({ kind: newest.kind, isPublic: proofs.publicIds.has(newest.id) }),
        versions: chain.map((entry) => versionOf(entry, proofs)),
      },
    ];
  });
}

/** Files, links and publicity of entries, by entry. */
export interface LedgerProofs {
  readonly files: ReadonlyMap<string, KeptLedgerFile[]>;
  readonly links: ReadonlyMap<string, CheckedLinkView[]>;
  readonly publicIds: ReadonlySet<string>;
}

function versionOf(entry: StoredEntry, proofs: LedgerProofs): LedgerVersion {
  return {
    id: entry.id,
    kind: entry.kind,
    body: entry.body,
    figures: [...entry.figures],
    files: proofs.files.get(entry.id) ?? [],
    links: proofs.links.get(entry.id) ?? [],
    reason: entry.reason,
    proposesPublic: entry.proposesPublic,
    isPublic: proofs.publicIds.has(entry.id),
    writtenByName: entry.writtenByName,
    writtenOn: entry.writtenOn,
    writtenAt: entry.writtenAt.toISOString(),
  };
}

/** Loads what proves these entries, in three questions. */
export async function loadProofs(db: ReadDb, entryIds: readonly string[]): Promise<LedgerProofs> {
  if (entryIds.length === 0) return { files: new Map(), links: new Map(), publicIds: new Set() };
  const wanted = [...entryIds];
  const fileRows = await db
    .select({
      entryId: ledgerFiles.entryId,
      fileId: ledgerFiles.fileId,
      fileName: storedFiles.fileName,
      byteLength: storedFiles.byteLength,
      mediaType: storedFiles.mediaType,
    })
    .from(ledgerFiles)
    .innerJoin(storedFiles, eq(storedFiles.id, ledgerFiles.fileId))
    .where(inArray(ledgerFiles.entryId, wanted))
    .orderBy(asc(ledgerFiles.position));
  const linkRows = await db
    .select({
      entryId: ledgerLinks.entryId,
      url: ledgerLinks.url,
      title: ledgerLinks.title,
      state: linkWatches.state,
      detail: linkWatches.detail,
      checkedAt: linkWatches.checkedAt,
    })
    .from(ledgerLinks)
    .innerJoin(linkWatches, eq(linkWatches.url, ledgerLinks.url))
    .where(inArray(ledgerLinks.entryId, wanted))
    .orderBy(asc(ledgerLinks.position));
  const releaseRows = await db
    .select({ entryId: ledgerReleases.entryId })
    .from(ledgerReleases)
    .where(and(inArray(ledgerReleases.entryId, wanted), isNull(ledgerReleases.endedAt)));
  const files = new Map<string, KeptLedgerFile[]>();
  for (const { entryId, ...file } of fileRows) files.set(entryId, [...(files.get(entryId) ?? []), file]);
  const links = new Map<string, CheckedLinkView[]>();
  for (const { entryId, checkedAt, ...link } of linkRows) {
    const view = { ...link, checkedAt: checkedAt?.toISOString() ?? null };
    links.set(entryId, [...(links.get(entryId) ?? []), view]);
  }
  return { files, links, publicIds: new Set(releaseRows.map((row) => row.entryId)) };
}

/** Where an entry belongs, for the check of who may see it; undefined when there is none. */
export async function findEntryPlace(db: ReadDb, entryId: string) {
  const [found] = await db
    .select({
      rootId: ledgerEntries.rootId,
      taskId: ledgerEntries.taskId,
      unitId: ledgerEntries.unitId,
      jurisdictionId: plans.jurisdictionId,
    })
    .from(ledgerEntries)
    .innerJoin(plans, eq(plans.id, ledgerEntries.planId))
    .where(eq(ledgerEntries.id, entryId));
  return found;
}

/** Reports of a plan counted by unit and month of writing; what was withdrawn does not count. */
export async function countLedgerMonths(db: ReadDb, planId: string) {
  // Days first: they come grouped out of the index, and few groups are left to be named by month.
  const byDay = db
    .select({
      unitId: ledgerEntries.unitId,
      day: ledgerEntries.writtenOn,
      entries: sql<number>`count(*)`.as('entries'),
    })
    .from(ledgerEntries)
    .where(
      and(
        eq(ledgerEntries.planId, planId),
        eq(ledgerEntries.kind, 'progress'),
        sql`${ledgerEntries.id} not in (select w.root_id from ledger_entry w where w.kind = 'withdrawal'
          and w.plan_id = ${planId})`,
      ),
    )
    .groupBy(ledgerEntries.unitId, ledgerEntries.writtenOn)
    .as('by_day');
  const month = sql<string>`to_char(${byDay.day}, 'YYYY-MM')`;
  const counted = await db
    .select({ unitId: byDay.unitId, month, entries: sql<number>`sum(${byDay.entries})::int` })
    .from(byDay)
    .groupBy(byDay.unitId, month)
    .orderBy(byDay.unitId, month);
  const names = await nameUnits(
    db,
    counted.map((row) => row.unitId),
  );
  return counted.map((row) => ({ ...row, unitName: names.get(row.unitId)?.shortName ?? '' }));
}
