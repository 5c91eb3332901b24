/** Issues of the gazette: for the desk with their drafts, for the public the published ones with documents still public. */
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, like, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import type { GazetteIssue } from '../contract/gazette.ts';
import { issueName } from '../rules/gazette.ts';
import { documentClauses, officialDocuments } from '../tables/documents.ts';
import { type GazetteIssueRow, gazetteEntries, gazetteIssues } from '../tables/gazette.ts';

async function viewIssues(db: ReadDb, rows: readonly GazetteIssueRow[]): Promise<GazetteIssue[]> {
  const ids = rows.map(({ id }) => id);
  const entries =
    ids.length === 0
      ? []
      : await db
          .select({ issueId: gazetteEntries.issueId, document: officialDocuments })
          .from(gazetteEntries)
          .innerJoin(officialDocuments, eq(officialDocuments.itemId, gazetteEntries.itemId))
          .where(inArray(gazetteEntries.issueId, ids))
          .orderBy(asc(gazetteEntries.issueId), asc(gazetteEntries.position));
  return rows.map(({ jurisdictionId: _, ...row }) => ({
    ...row,
    name: issueName(row),
    documents: entries
      .filter(({ issueId }) => issueId === row.id)
      .map(({ document: { itemId, title, documentNumber, writtenOn, isPublic } }) => ({
        itemId,
        title,
        documentNumber,
        writtenOn,
        isPublic,
      })),
  }));
}

/** Issues, the newest first; `where` narrows them. */
async function selectIssues(
  db: ReadDb,
  where: SQL | undefined,
  page: { readonly after?: readonly [number] | undefined; readonly limit: number },
): Promise<PageOfRows<GazetteIssue>> {
  const rows = await db
    .select()
    .from(gazetteIssues)
    .where(and(where, page.after === undefined ? undefined : lt(gazetteIssues.totalNumber, page.after[0])))
    .orderBy(desc(gazetteIssues.totalNumber))
    .limit(page.limit + 1);
  const cut = pageOfRows(rows, page.limit, (row) => [row.totalNumber]);
  return { rows: await viewIssues(db, cut.rows), next: cut.next };
}

export async function listGazetteIssues(
  db: ReadDb,
  jurisdictionId: string,
  page: { readonly after?: readonly [number] | undefined; readonly limit: number },
): Promise<PageOfRows<GazetteIssue>> {
  return selectIssues(db, eq(gazetteIssues.jurisdictionId, jurisdictionId), page);
}

export async function findGazetteIssue(
  db: ReadDb,
  jurisdictionId: string,
  issueId: string,
): Promise<GazetteIssue | undefined> {
  const where = and(eq(gazetteIssues.id, issueId), eq(gazetteIssues.jurisdictionId, jurisdictionId));
  return (await selectIssues(db, where, { limit: 1 })).rows[0];
}

/** What of an issue the public sees: documents that are public now. */
function openPart(issue: GazetteIssue): GazetteIssue {
  return { ...issue, documents: issue.documents.filter(({ isPublic }) => isPublic) };
}

/** Published issues; with words those that hold a public document with the words in its title, number or text. */
export async function listPublicIssues(
  db: ReadDb,
  jurisdictionId: string,
  page: { readonly text?: string; readonly after?: readonly [number] | undefined; readonly limit: number },
): Promise<PageOfRows<GazetteIssue>> {
  const pattern = `%${(page.text ?? '').replace(/[\\%_]/gu, '\\$&')}%`;
  const inClauses = sql`exists (select 1 from ${documentClauses} as clause
    where clause.item_id = ${officialDocuments.itemId} and clause.clause_text like ${pattern})`;
  const holding = db
    .select({ issueId: gazetteEntries.issueId })
    .from(gazetteEntries)
    .innerJoin(officialDocuments, eq(officialDocuments.itemId, gazetteEntries.itemId))
    .where(
      and(
        eq(officialDocuments.isPublic, true),
        or(
          like(officialDocuments.title, pattern),
          like(officialDocuments.documentNumber, pattern),
          inClauses,
        ),
      ),
    );
  const found = await selectIssues(
    db,
    and(
      eq(gazetteIssues.jurisdictionId, jurisdictionId),
      isNotNull(gazetteIssues.publishedOn),
      page.text === undefined ? undefined : inArray(gazetteIssues.id, holding),
    ),
    page,
  );
  return { rows: found.rows.map(openPart), next: found.next };
}

export async function findPublicIssue(
  db: ReadDb,
  jurisdictionId: string,
  issueId: string,
): Promise<(GazetteIssue & { readonly day: Day }) | undefined> {
  const [row] = await db
    .select({ publishedOn: gazetteIssues.publishedOn })
    .from(gazetteIssues)
    .where(and(eq(gazetteIssues.id, issueId), isNotNull(gazetteIssues.publishedOn)));
  if (row?.publishedOn == null) return undefined;
  const issue = await findGazetteIssue(db, jurisdictionId, issueId);
  return issue === undefined ? undefined : { ...openPart(issue), day: row.publishedOn };
}

/** Public documents of no issue yet that came out after a day, the oldest first. */
export async function listUngazetted(
  db: ReadDb,
  jurisdictionId: string,
  after: Day | null,
): Promise<readonly string[]> {
  const rows = await db
    .select({ itemId: officialDocuments.itemId })
    .from(officialDocuments)
    .leftJoin(gazetteEntries, eq(gazetteEntries.itemId, officialDocuments.itemId))
    .where(
      and(
        eq(officialDocuments.jurisdictionId, jurisdictionId),
        eq(officialDocuments.isPublic, true),
        isNull(gazetteEntries.itemId),
        after === null ? undefined : gt(officialDocuments.publishedOn, after),
      ),
    )
    .orderBy(asc(officialDocuments.publishedOn), asc(officialDocuments.itemId))
    .limit(200);
  return rows.map(({ itemId }) => itemId);
}
