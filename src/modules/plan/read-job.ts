/** The job that reads an import: bytes from the file store, a thread of its own, progress, and the way to stop it. */
import { z } from 'zod';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import { readSourceIsolated } from '#kernel/reading/read-source-isolated.ts';
import { transact } from '#kernel/work.ts';
import { findImportContent, findPlanImport, type StoredImport } from './queries/imports.ts';
import { readPlan } from './reader/read-plan.ts';
import { type ReadingOutcome, recordPlanReading } from './service/record-reading.ts';
import { readImportKind } from './service/start-import.ts';

/** Readings under way on this node. Another node's reading shows no figure, only that it runs. */
const underWay = new Map<string, { progress: number; readonly stop: AbortController }>();

/** Progress of a reading on this node, 0 … 1; null when it runs elsewhere or not at all. */
export function findReadingProgress(importId: string): number | null {
  return underWay.get(importId)?.progress ?? null;
}

/** Stops the reading if it runs on this node; the import's state has been changed by the command. */
export function stopReading(importId: string): void {
  underWay.get(importId)?.stop.abort();
}

async function readDocument(
  bytes: Uint8Array,
  stored: StoredImport,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<ReadingOutcome> {
  const source = await readSourceIsolated(
    bytes,
    { fileName: stored.fileName },
    { signal, onProgress: (fraction) => onProgress(fraction * 0.7), recogniseImages: stored.withOcr },
  );
  if (!source.ok) return source;
  const read = readPlan(source.document, {
    signal,
    ...(stored.readingYear === null ? {} : { year: stored.readingYear }),
    onProgress: (fraction) => onProgress(0.7 + fraction * 0.3),
  });
  if (read.ok) return { ok: true, reading: read.plan, source: source.document };
  const { sentence, reasons } = read.notAPlan;
  return {
    ok: false,
    refusal: {
      code: 'notAPlan',
      sentence,
      remedy: `${reasons.join('；')}。请确认选对了文件；如果确是任务分解表，请把正文粘贴进来再试。`,
    },
  };
}

async function readImport(app: App, importId: string, signal: AbortSignal): Promise<void> {
  const stored = await findPlanImport(app.database.read, importId);
  if (stored?.status !== 'reading') return;
  const sha256 = await findImportContent(app.database.read, stored.fileId);
  const bytes = sha256 === undefined ? undefined : await app.files.find(sha256);
  if (bytes === undefined) throw new Error(`the file of import ${importId} is not in the file store`);
  const entry = { progress: 0, stop: new AbortController() };
  underWay.set(importId, entry);
  try {
    const outcome = await readDocument(
      bytes,
      stored,
      AbortSignal.any([signal, entry.stop.signal]),
      (fraction) => {
        entry.progress = fraction;
      },
    );
    // The node is going down: the job is run again by the next one.
    if (signal.aborted) throw new Error('the reading was interrupted');
    await transact(app, systemActor('读取任务分解表'), (work) =>
      recordPlanReading(work, { importId, outcome }),
    );
  } finally {
    underWay.delete(importId);
  }
}

export const readImportJob = defineJob({
  kind: readImportKind,
  payload: z.object({ importId: z.uuid() }),
  run: (app, { importId }, signal) => readImport(app, importId, signal),
});
