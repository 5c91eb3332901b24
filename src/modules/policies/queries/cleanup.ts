/** Rounds of clean-up and their documents for the desk: how far, what is late, what speaks for which verdict. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, like, lt, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import { type Day, dayOf } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type {
  CleanupEntry,
  CleanupRound,
  cleanupEntriesQuerySchema,
  cleanupRoundsQuerySchema,
} from '../contract/cleanup.ts';
import {
  type CleanupEntryState,
  type CleanupVerdict,
  cleanupEntryState,
  cleanupHints,
  cleanupRoundState,
  entryAllows,
  isVerdictLate,
  roundAllows,
} from '../rules/cleanup.ts';
import { type CleanupRoundRow, cleanupEntries, cleanupRounds } from '../tables/cleanup.ts';
import { documentRelations, officialDocuments } from '../tables/documents.ts';
import { validityOn } from './library.ts';

interface RoundCounts {
  readonly roundId: string;
  readonly documents: number;
  readonly waiting: number;
  readonly given: number;
  readonly confirmed: number;
}

/** The SQL twin of `cleanupEntryState`. */
const stateInSql: Readonly<Record<CleanupEntryState, SQL>> = {
  returned: sql`${cleanupEntries.returnReason} is not null`,
  waiting: sql`(${cleanupEntries.returnReason} is null and ${cleanupEntries.verdict} is null)`,
  given: sql`(${cleanupEntries.returnReason} is null and ${cleanupEntries.verdict} is not null and ${cleanupEntries.reviewedOn} is null)`,
  confirmed: sql`(${cleanupEntries.returnReason} is null and ${cleanupEntries.verdict} is not null and ${cleanupEntries.reviewedOn} is not null)`,
};
const countWhere = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`;

async function countEntries(db: ReadDb, roundIds: readonly string[]): Promise<Map<string, RoundCounts>> {
  if (roundIds.length === 0) return new Map();
  const rows = await db
    .select({
      roundId: cleanupEntries.roundId,
      documents: sql<number>`count(*)::int`,
      waiting: countWhere(sql`(${stateInSql.waiting} or ${stateInSql.returned})`),
      given: countWhere(stateInSql.given),
      confirmed: countWhere(stateInSql.confirmed),
    })
    .from(cleanupEntries)
    .where(inArray(cleanupEntries.roundId, [...roundIds]))
    .groupBy(cleanupEntries.roundId);
  return new Map(rows.map((row) => [row.roundId, row]));
}

async function viewRounds(db: ReadDb, rows: readonly CleanupRoundRow[], today: Day): Promise<CleanupRound[]> {
  const counts = await countEntries(
    db,
    rows.map(({ id }) => id),
  );
  const names = await nameUnits(
    db,
    rows.flatMap(({ unitIds }) => unitIds),
  );
  return rows.map((row) => {
    const { documents = 0, waiting = 0, given = 0, confirmed = 0 } = counts.get(row.id) ?? {};
    const state = cleanupRoundState(row);
    return {
      id: row.id,
      title: row.title,
      state,
      formedBefore: row.formedBefore,
      unitNames: row.unitIds.map((unitId) => names.get(unitId)?.shortName ?? ''),
      onlyNormative: row.onlyNormative,
      dueOn: row.dueOn,
      reviewDueOn: row.reviewDueOn,
      openedByName: row.openedByName,
      openedOn: row.openedOn,
      concludedOn: row.concludedOn,
      cancellationReason: row.cancellationReason,
      listItemId: row.listItemId,
      counts: {
        documents,
        waiting,
        given,
        confirmed,
        overdue: state === 'running' && row.dueOn < today ? waiting : 0,
      },
      actions: [...roundAllows[state]],
    };
  });
}

/** Rounds of the county, the newest first. */
export async function listCleanupRounds(
  db: ReadDb,
  place: { readonly jurisdictionId: string; readonly today: Day },
  { after, limit }: z.output<typeof cleanupRoundsQuerySchema>,
): Promise<PageOfRows<CleanupRound>> {
  const beyond =
    after === undefined
      ? undefined
      : or(
          sql`${cleanupRounds.openedOn} < ${after[0]}`,
          and(sql`${cleanupRounds.openedOn} = ${after[0]}`, lt(cleanupRounds.id, after[1])),
        );
  const rows = await db
    .select()
    .from(cleanupRounds)
    .where(and(eq(cleanupRounds.jurisdictionId, place.jurisdictionId), beyond))
    .orderBy(desc(cleanupRounds.openedOn), desc(cleanupRounds.id))
    .limit(limit + 1);
  const page = pageOfRows(rows, limit, (row) => [row.openedOn, row.id]);
  return { rows: await viewRounds(db, page.rows, place.today), next: page.next };
}

/** One round of the county; undefined for another's. */
export async function findCleanupRound(
  db: ReadDb,
  place: { readonly jurisdictionId: string; readonly today: Day },
  roundId: string,
): Promise<CleanupRound | undefined> {
  const rows = await db
    .select()
    .from(cleanupRounds)
    .where(and(eq(cleanupRounds.id, roundId), eq(cleanupRounds.jurisdictionId, place.jurisdictionId)));
  return (await viewRounds(db, rows, place.today))[0];
}

const basisDocument = alias(officialDocuments, 'basis_document');

/** For each of these documents the titles of the library's documents it rests on that another one has ended. */
async function listEndedBasis(
  db: ReadDb,
  itemIds: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (itemIds.length === 0) return new Map();
  const rows = await db
    .select({ itemId: documentRelations.fromItemId, title: basisDocument.title })
    .from(documentRelations)
    .innerJoin(basisDocument, eq(basisDocument.itemId, documentRelations.toItemId))
    .where(
      and(
        inArray(documentRelations.fromItemId, [...itemIds]),
        eq(documentRelations.kind, 'basis'),
        isNull(documentRelations.dismissedOn),
        sql`(${basisDocument.lapsesOn} < ${today} or exists (
          select 1 from ${documentRelations} as ending
          join ${officialDocuments} as ender on ender.item_id = ending.from_item_id and ender.is_public
          where ending.to_item_id = ${basisDocument.itemId} and ending.dismissed_on is null
            and ending.kind in ('repeals', 'replaces', 'lapses') and ending.part is null
            and (ending.on_day is null or ending.on_day <= ${today})))`,
      ),
    )
    .orderBy(asc(basisDocument.title));
  const byDocument = new Map<string, string[]>();
  for (const { itemId, title } of rows) byDocument.set(itemId, [...(byDocument.get(itemId) ?? []), title]);
  return byDocument;
}

/** A page of a round's documents, the oldest first. */
export async function listCleanupEntries(
  db: ReadDb,
  round: Pick<CleanupRound, 'id' | 'state' | 'dueOn'>,
  today: Day,
  query: z.output<typeof cleanupEntriesQuerySchema>,
): Promise<PageOfRows<CleanupEntry>> {
  const { after, limit, text } = query;
  const beyond =
    after === undefined
      ? undefined
      : or(
          sql`${officialDocuments.writtenOn} > ${after[0]}`,
          and(
            sql`${officialDocuments.writtenOn} = ${after[0]}`,
            sql`${officialDocuments.itemId} > ${after[1]}::uuid`,
          ),
        );
  const rows = await db
    .select({ entry: cleanupEntries, document: officialDocuments, validity: validityOn(today) })
    .from(cleanupEntries)
    .innerJoin(officialDocuments, eq(officialDocuments.itemId, cleanupEntries.itemId))
    .where(
      and(
        eq(cleanupEntries.roundId, round.id),
        query.state === undefined ? undefined : stateInSql[query.state],
        query.verdict === undefined ? undefined : eq(cleanupEntries.verdict, query.verdict),
        query.unitId === undefined ? undefined : eq(cleanupEntries.unitId, query.unitId),
        query.late === undefined
          ? undefined
          : sql`coalesce(${cleanupEntries.givenOn}, ${today}) > ${round.dueOn}`,
        text === undefined || text === ''
          ? undefined
          : or(
              like(officialDocuments.title, `%${text.replace(/[\\%_]/gu, '\\$&')}%`),
              like(officialDocuments.documentNumber, `%${text.replace(/[\\%_]/gu, '\\$&')}%`),
            ),
        beyond,
      ),
    )
    .orderBy(asc(officialDocuments.writtenOn), asc(officialDocuments.itemId))
    .limit(limit + 1);
  const page = pageOfRows(rows, limit, ({ document }) => [document.writtenOn, document.itemId]);
  const names = await nameUnits(
    db,
    page.rows.map(({ entry }) => entry.unitId),
  );
  const ended = await listEndedBasis(
    db,
    page.rows.map(({ entry }) => entry.itemId),
    today,
  );
  return {
    next: page.next,
    rows: page.rows.map(({ entry, document, validity }) => {
      const state = cleanupEntryState(entry);
      const endedBasis = ended.get(entry.itemId) ?? [];
      return {
        itemId: entry.itemId,
        title: document.title,
        documentNumber: document.documentNumber,
        writtenOn: document.writtenOn,
        unitId: entry.unitId,
        unitName: names.get(entry.unitId)?.shortName ?? '',
        validity,
        state,
        isLate: isVerdictLate(entry.givenOn, dayOf(round.dueOn), today),
        hints: [...cleanupHints({ ...document, validity, endedBasis }, today)],
        verdict: entry.verdict,
        reason: entry.reason,
        amendBy: entry.amendBy,
        givenByName: entry.givenByName,
        givenOn: entry.givenOn,
        reviewedByName: entry.reviewedByName,
        reviewedOn: entry.reviewedOn,
        returnReason: entry.returnReason,
        actions: round.state === 'running' ? [...entryAllows[state]] : [],
      };
    }),
  };
}

export interface CleanupOutcome {
  readonly roundTitle: string;
  readonly verdict: CleanupVerdict;
  readonly concludedOn: Day;
  readonly listItemId: string;
}

/** What the last published clean-up said of a document; undefined where none has. */
export async function findCleanupOutcome(
  db: ReadDb,
  itemId: string,
  on: Day,
): Promise<CleanupOutcome | undefined> {
  const [row] = await db
    .select({ round: cleanupRounds, verdict: cleanupEntries.verdict })
    .from(cleanupEntries)
    .innerJoin(cleanupRounds, eq(cleanupRounds.id, cleanupEntries.roundId))
    .innerJoin(
      officialDocuments,
      and(eq(officialDocuments.itemId, cleanupRounds.listItemId), eq(officialDocuments.isPublic, true)),
    )
    .where(
      and(
        eq(cleanupEntries.itemId, itemId),
        isNotNull(cleanupRounds.concludedOn),
        sql`${cleanupRounds.concludedOn} <= ${on}`,
      ),
    )
    .orderBy(desc(cleanupRounds.concludedOn))
    .limit(1);
  const { round, verdict } = row ?? {};
  if (round?.concludedOn == null || round.listItemId === null || verdict == null) return undefined;
  return { roundTitle: round.title, verdict, concludedOn: round.concludedOn, listItemId: round.listItemId };
}
