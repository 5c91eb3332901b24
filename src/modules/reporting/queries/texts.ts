/** The text of a report's six sections as somebody edited it. */
import { and, asc, eq } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import type { ReportSection } from '../rules/annual-report.ts';
import { sectionOfText } from '../rules/live-report.ts';
import { reportTexts } from '../tables.ts';
import { sectionTitles } from '../words.ts';

export type StoredText = typeof reportTexts.$inferSelect;

export async function listStoredTexts(
  db: ReadDb,
  scopeId: string,
  year: number,
): Promise<readonly StoredText[]> {
  return db
    .select()
    .from(reportTexts)
    .where(and(eq(reportTexts.scopeId, scopeId), eq(reportTexts.year, year)))
    .orderBy(asc(reportTexts.section));
}

/** The sections as the rules read them. */
export async function listSections(db: ReadDb, scopeId: string, year: number): Promise<ReportSection[]> {
  const stored = await listStoredTexts(db, scopeId, year);
  return stored.map(({ section, text }) => sectionOfText(section, sectionTitles[section] ?? '', text));
}
