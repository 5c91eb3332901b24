/**
 * From a file's bytes to the reading of its plan in one call: what `gongkai plan read` and the import desk run. Joins
 * the source reader and the layout reader; knows neither database nor command line.
 */

import { type IsolatedReadingOptions, readSourceIsolated } from '#kernel/reading/read-source-isolated.ts';
import type { SourceFormat } from '#kernel/reading/source.ts';
import { readPlan } from './read-plan.ts';
import type { PlanReading } from './reading.ts';

export interface PlanFileOptions extends IsolatedReadingOptions {
  /** The plan's year when a person knows it better than the document says. */
  readonly year?: number;
}

/** Why a file yields no plan: a Chinese sentence, what speaks for it and what the person can do. */
export interface PlanFileRefusal {
  readonly code: string;
  readonly sentence: string;
  readonly reasons: readonly string[];
  readonly remedy: string | null;
}

export type PlanFileReading =
  | { readonly ok: true; readonly format: SourceFormat; readonly plan: PlanReading }
  | { readonly ok: false; readonly refusal: PlanFileRefusal };

// The larger part of the time goes into the file; the rest into the layout.
const shareOfSource = 0.6;

/**
 * Reads a plan file. The file itself is read in a thread with bounds on time and memory, so hostile files end as
 * refusals. Progress runs from 0 to 1. @throws the reason of `signal` when cancelled between tasks
 */
export async function readPlanFile(
  bytes: Uint8Array,
  fileName: string,
  options: PlanFileOptions = {},
): Promise<PlanFileReading> {
  const { year, onProgress, ...sourceOptions } = options;
  const source = await readSourceIsolated(
    bytes,
    { fileName },
    {
      ...sourceOptions,
      ...(onProgress === undefined ? {} : { onProgress: (done: number) => onProgress(done * shareOfSource) }),
    },
  );
  if (!source.ok) {
    const { code, sentence, remedy } = source.refusal;
    return { ok: false, refusal: { code, sentence, reasons: [], remedy } };
  }
  const verdict = readPlan(source.document, {
    ...(year === undefined ? {} : { year }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(onProgress === undefined
      ? {}
      : { onProgress: (done: number) => onProgress(shareOfSource + done * (1 - shareOfSource)) }),
  });
  if (!verdict.ok) {
    const { sentence, reasons } = verdict.notAPlan;
    return { ok: false, refusal: { code: 'notAPlan', sentence, reasons, remedy: null } };
  }
  return { ok: true, format: source.document.format, plan: verdict.plan };
}
