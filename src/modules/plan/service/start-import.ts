/** A plan document comes in: the file is recorded, a job will read it. */
import { signatureOf } from '#kernel/actor.ts';
import { type KeptBytes, recordStoredFile } from '#kernel/files/stored-files.ts';
import type { Work } from '#kernel/work.ts';
import type { PlanKind } from '../rules/shapes.ts';
import { planImports } from '../tables/imports.ts';

/** Job kind that reads an import. */
export const readImportKind = 'plan.readImport';

export interface StartImportInput {
  readonly jurisdictionId: string;
  readonly file: KeptBytes;
  /** The plan's year when the document does not say it. */
  readonly year: number | null;
  readonly withOcr: boolean;
  /** Our own plan unless said. */
  readonly kind?: PlanKind;
}

/** Records the document and asks for its reading; returns the import's identifier. */
export async function startPlanImport(work: Work, input: StartImportInput): Promise<{ importId: string }> {
  work.authorise('plan.import', { jurisdictionId: input.jurisdictionId });
  const fileId = await recordStoredFile(work, input.file);
  const importId = work.newId();
  await work.db.insert(planImports).values({
    id: importId,
    jurisdictionId: input.jurisdictionId,
    status: 'reading',
    fileId,
    fileName: input.file.fileName,
    planKind: input.kind ?? 'own',
    readingYear: input.year,
    withOcr: input.withOcr,
    version: 1,
    createdBy: signatureOf(work.actor).by,
    createdByName: work.actor.kind === 'visitor' ? '访客' : work.actor.name,
    createdAt: work.now,
    updatedAt: work.now,
  });
  work.audit({
    action: 'plan.import',
    objectKind: 'planImport',
    objectId: importId,
    summary: `上传任务分解表文件《${input.file.fileName}》`,
    after: { sha256: input.file.sha256, byteLength: input.file.byteLength },
    affectsPortal: false,
  });
  work.enqueue({
    kind: readImportKind,
    payload: { importId },
    uniqueKey: `${readImportKind}:${importId}`,
    maxAttempts: 3,
  });
  return { importId };
}
