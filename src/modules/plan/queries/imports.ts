/** Read models of imports on their way in. */
import { and, desc, eq, lt, ne } from 'drizzle-orm';
import type { z } from 'zod';
import type { ReadDb } from '#kernel/db/database.ts';
import { storedFiles } from '#kernel/files/tables.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { importQuerySchema, importSummarySchema } from '../contract/imports.ts';
import { type PrintedTask, printedTaskOfRow } from '../rules/difference.ts';
import { countOpenFlags } from '../rules/draft.ts';
import { previewImport } from '../rules/preview.ts';
import type { ImportDraft, ImportPreview, PlanKind } from '../rules/shapes.ts';
import { planImports } from '../tables/imports.ts';
import { plans, tasks } from '../tables/plans.ts';

export type StoredImport = typeof planImports.$inferSelect;
export type ImportSummary = z.infer<typeof importSummarySchema>;

/** The stored import; undefined when there is none. */
export async function findPlanImport(db: ReadDb, importId: string): Promise<StoredImport | undefined> {
  const [row] = await db.select().from(planImports).where(eq(planImports.id, importId)).limit(1);
  return row;
}

/** Content hash of the file behind an import. */
export async function findImportContent(db: ReadDb, fileId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ sha256: storedFiles.sha256 })
    .from(storedFiles)
    .where(eq(storedFiles.id, fileId));
  return row?.sha256;
}

/** A line of the list of imports. */
export function summariseImport(row: StoredImport): ImportSummary {
  return {
    id: row.id,
    status: row.status,
    fileName: row.fileName,
    planKind: row.planKind,
    title: row.draft?.head.title ?? null,
    taskCount: row.draft?.tasks.length ?? null,
    openFlags: row.draft === null ? null : countOpenFlags(row.draft),
    createdBy: row.createdByName,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    planId: row.planId,
  };
}

/** Imports of a jurisdiction, the newest first; discarded ones are left out. */
export async function listPlanImports(
  db: ReadDb,
  jurisdictionId: string,
  page: z.infer<typeof importQuerySchema>,
): Promise<PageOfRows<ImportSummary>> {
  const rows = await db
    .select()
    .from(planImports)
    .where(
      and(
        eq(planImports.jurisdictionId, jurisdictionId),
        ne(planImports.status, 'discarded'),
        page.after === undefined ? undefined : lt(planImports.id, page.after[0]),
      ),
    )
    .orderBy(desc(planImports.id))
    .limit(page.limit + 1);
  const { rows: shown, next } = pageOfRows(rows, page.limit, (row) => [row.id]);
  return { rows: shown.map(summariseImport), next };
}

/** The plan a draft would update: the same document number, or the same title, in the same year. */
export async function findPlanOfDraft(
  db: ReadDb,
  jurisdictionId: string,
  draft: ImportDraft,
  kind: PlanKind,
): Promise<typeof plans.$inferSelect | undefined> {
  const { year, title, docNumber } = draft.head;
  if (year === null) return undefined;
  const rows = await db
    .select()
    .from(plans)
    .where(and(eq(plans.jurisdictionId, jurisdictionId), eq(plans.year, year), eq(plans.kind, kind)));
  const folded = (text: string) => text.replace(/[\s《》]/gu, '');
  return (
    rows.find((plan) => docNumber !== null && plan.docNumber === docNumber) ??
    rows.find((plan) => folded(plan.title) === folded(title))
  );
}

/** Tasks in force of a plan, in the form plans are compared in. */
export async function listPrintedTasks(db: ReadDb, planId: string): Promise<PrintedTask[]> {
  const rows = await db.select().from(tasks).where(eq(tasks.planId, planId)).orderBy(tasks.ordinal);
  return rows.filter((row) => row.withdrawnAt === null).map(printedTaskOfRow);
}

/** What confirming the draft would do now. */
export async function previewPlanImport(
  db: ReadDb,
  jurisdictionId: string,
  draft: ImportDraft,
  kind: PlanKind,
): Promise<ImportPreview> {
  const plan = await findPlanOfDraft(db, jurisdictionId, draft, kind);
  const unitIds = Object.values(draft.units).flatMap((decision) =>
    decision.kind === 'unit' ? [decision.unitId] : decision.unitIds,
  );
  const named = await nameUnits(db, unitIds);
  const unitNames = new Map([...named].map(([unitId, { name }]) => [unitId, name]));
  const existing =
    plan === undefined
      ? null
      : { planId: plan.id, title: plan.title, tasks: await listPrintedTasks(db, plan.id) };
  return previewImport(draft, existing, unitNames, kind);
}

/** Drafts that wait for a person, the newest first. */
export async function listDraftImports(db: ReadDb, jurisdictionId: string): Promise<ImportSummary[]> {
  const rows = await db
    .select()
    .from(planImports)
    .where(and(eq(planImports.jurisdictionId, jurisdictionId), eq(planImports.status, 'draft')))
    .orderBy(desc(planImports.id))
    .limit(20);
  return rows.map(summariseImport);
}
