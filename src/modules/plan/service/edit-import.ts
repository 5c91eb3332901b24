/** Corrections of a draft, stopping and discarding an import. */
import { eq } from 'drizzle-orm';
import type { Work } from '#kernel/work.ts';
import { findPlanImport, type StoredImport } from '../queries/imports.ts';
import { readDeadline } from '../reader/fields/index.ts';
import { applyDraftEdit } from '../rules/draft.ts';
import type { DraftEdit, ImportDraft, ImportStatus } from '../rules/shapes.ts';
import { planImports } from '../tables/imports.ts';
import { planRefusals } from '../words/plans.ts';
import { readImportKind } from './start-import.ts';

/** The import if it exists, the actor may work on it and it is in one of these states; locked until the end. */
export async function getOpenImport(
  work: Work,
  importId: string,
  statuses: readonly ImportStatus[],
): Promise<StoredImport> {
  const stored = await findPlanImport(work.db, importId);
  work.authorise('plan.import', stored === undefined ? {} : { jurisdictionId: stored.jurisdictionId });
  if (stored === undefined) throw planRefusals.refuse('plan.importNotFound', {});
  if (!statuses.includes(stored.status))
    throw planRefusals.refuse('plan.importClosed', { status: stored.status });
  return stored;
}

/** The draft of an import seen at `version`; somebody else's change in between is a refusal, never overwritten. */
export async function getDraftAt(
  work: Work,
  importId: string,
  version: number,
): Promise<{ readonly stored: StoredImport; readonly draft: ImportDraft }> {
  const stored = await getOpenImport(work, importId, ['draft']);
  if (stored.version !== version) throw planRefusals.refuse('plan.importChanged', {});
  if (stored.draft === null) throw planRefusals.refuse('plan.stillReading', {});
  return { stored, draft: stored.draft };
}

/** Raises the version if nobody else did meanwhile; two editors at once leave one winner. */
async function changeImport(
  work: Work,
  stored: StoredImport,
  change: Partial<typeof planImports.$inferInsert>,
): Promise<number> {
  const [locked] = await work.db
    .select({ version: planImports.version })
    .from(planImports)
    .where(eq(planImports.id, stored.id))
    .for('update');
  if (locked?.version !== stored.version) throw planRefusals.refuse('plan.importChanged', {});
  const version = stored.version + 1;
  await work.db
    .update(planImports)
    .set({ ...change, version, updatedAt: work.now })
    .where(eq(planImports.id, stored.id));
  return version;
}

/** Applies corrections in order, all or none; returns the new version and draft. */
export async function editPlanImport(
  work: Work,
  input: { readonly importId: string; readonly version: number; readonly edits: readonly DraftEdit[] },
): Promise<{ version: number; draft: ImportDraft }> {
  const { stored, draft } = await getDraftAt(work, input.importId, input.version);
  let edited = draft;
  for (const edit of input.edits) {
    const verdict = applyDraftEdit(edited, edit, readDeadline);
    if (!verdict.ok) {
      const code = verdict.reason === 'unknownTask' ? 'plan.editUnknownTask' : 'plan.editKeyTaken';
      throw planRefusals.refuse(code, { key: verdict.key });
    }
    edited = verdict.draft;
  }
  const version = await changeImport(work, stored, { draft: edited });
  work.audit({
    action: 'plan.import',
    objectKind: 'planImport',
    objectId: stored.id,
    summary: `核对修改${input.edits.length}处`,
    after: { version, edits: input.edits },
    affectsPortal: false,
  });
  return { version, draft: edited };
}

/** Stops a reading that is under way; the document stays and can be handed in again. */
export async function cancelPlanImport(work: Work, input: { readonly importId: string }): Promise<void> {
  const stored = await getOpenImport(work, input.importId, ['reading']);
  await changeImport(work, stored, { status: 'cancelled' });
  work.audit({
    action: 'plan.import',
    objectKind: 'planImport',
    objectId: stored.id,
    summary: `停止读取《${stored.fileName}》`,
    affectsPortal: false,
  });
}

/** Reads a document once more that was stopped or not understood; `withOcr` recognises scanned pages. */
export async function rereadPlanImport(
  work: Work,
  input: { readonly importId: string; readonly withOcr: boolean },
): Promise<void> {
  const stored = await getOpenImport(work, input.importId, ['failed', 'cancelled']);
  const version = await changeImport(work, stored, {
    status: 'reading',
    withOcr: input.withOcr,
    refusal: null,
  });
  work.audit({
    action: 'plan.import',
    objectKind: 'planImport',
    objectId: stored.id,
    summary: `重新读取《${stored.fileName}》${input.withOcr ? '，识别扫描件' : ''}`,
    before: { status: stored.status, withOcr: stored.withOcr },
    affectsPortal: false,
  });
  work.enqueue({
    kind: readImportKind,
    payload: { importId: stored.id },
    uniqueKey: `${readImportKind}:${stored.id}:${version}`,
    maxAttempts: 3,
  });
}

/** Puts a draft away. Nothing is deleted: `restorePlanImport` brings it back. */
export async function discardPlanImport(work: Work, input: { readonly importId: string }): Promise<void> {
  const stored = await getOpenImport(work, input.importId, ['draft', 'failed', 'cancelled']);
  await changeImport(work, stored, { status: 'discarded' });
  work.audit({
    action: 'plan.import',
    objectKind: 'planImport',
    objectId: stored.id,
    summary: `放弃导入《${stored.fileName}》`,
    before: { status: stored.status },
    affectsPortal: false,
  });
}

/** Undoes `discardPlanImport`. */
export async function restorePlanImport(work: Work, input: { readonly importId: string }): Promise<void> {
  const stored = await getOpenImport(work, input.importId, ['discarded']);
  const status = stored.draft === null ? 'failed' : 'draft';
  await changeImport(work, stored, { status });
  work.audit({
    action: 'plan.import',
    objectKind: 'planImport',
    objectId: stored.id,
    summary: `恢复导入《${stored.fileName}》`,
    after: { status },
    affectsPortal: false,
  });
}
