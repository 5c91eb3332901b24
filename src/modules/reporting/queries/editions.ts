/** Signed editions of reports, and the one of the year before that this year's is compared with. */
import { and, desc, eq, ne } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import type { EditionRow } from '../contract/editions.ts';
import { reportFileSchema } from '../contract/report-schema.ts';
import type { AnnualReport } from '../rules/annual-report.ts';
import { reportOfFile } from '../rules/report-file.ts';
import { type EditionRecord, reportEditions } from '../tables.ts';

/** The report an edition was signed with. */
export function reportOfEdition(record: Pick<EditionRecord, 'inputs'>): AnnualReport {
  return reportOfFile(reportFileSchema.parse(JSON.parse(record.inputs)));
}

/** The newest edition of a year that stands; undefined without one. */
export async function findStandingEdition(
  db: ReadDb,
  scopeId: string,
  year: number,
): Promise<EditionRecord | undefined> {
  const [record] = await db
    .select()
    .from(reportEditions)
    .where(
      and(
        eq(reportEditions.scopeId, scopeId),
        eq(reportEditions.year, year),
        ne(reportEditions.status, 'withdrawn'),
      ),
    )
    .orderBy(desc(reportEditions.number))
    .limit(1);
  return record;
}

/** Last year's edition with its report: what it carried out this year carries in (I4). */
export async function findEditionBefore(
  db: ReadDb,
  scopeId: string,
  year: number,
): Promise<{ readonly id: string; readonly title: string; readonly report: AnnualReport } | undefined> {
  const record = await findStandingEdition(db, scopeId, year - 1);
  return record === undefined
    ? undefined
    : { id: record.id, title: record.title, report: reportOfEdition(record) };
}

/** Editions of a scope, the newest first; a scope has a handful. */
export async function listEditions(db: ReadDb, scopeId: string): Promise<readonly EditionRecord[]> {
  return db
    .select()
    .from(reportEditions)
    .where(eq(reportEditions.scopeId, scopeId))
    .orderBy(desc(reportEditions.year), desc(reportEditions.number));
}

/** One edition; undefined for any other identifier. */
export async function findEdition(db: ReadDb, id: string): Promise<EditionRecord | undefined> {
  const [record] = await db.select().from(reportEditions).where(eq(reportEditions.id, id));
  return record;
}

/** The row of an edition on the desk. */
export function viewEdition(record: EditionRecord): EditionRow {
  const { id, year, number, source, title, issuer, status, signedOn, signedByName, publishedOn } = record;
  return {
    id,
    year,
    number,
    source,
    title,
    issuer,
    status,
    signedOn,
    signedByName,
    publishedOn,
    publishedAt: record.publishedAt,
    explanation: record.explanation,
    withdrawReason: record.withdrawReason,
    sha256: record.inputsSha256,
  };
}
