/** One check from bytes or text to findings, wherever it runs: reads, then asks the recognisers, and tells how far it is. */
import type { SourceRefusal } from '#kernel/reading/source.ts';
import type { OrderRun } from '#kernel/threads/serve-orders.ts';
import { readCheckedFile } from '../reader/read-checked-file.ts';
import { checkDocumentInSteps } from '../rules/check-document.ts';
import { type CheckedDocument, documentOfText } from '../rules/checked-document.ts';
import type { FindingClass, PlacedFinding } from '../rules/finding.ts';
import type { CheckContext } from '../rules/recogniser.ts';
import { loadShippedRecognisers } from '../shipped-recognisers.ts';

export interface CheckOrder {
  readonly content:
    | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly fileName: string }
    | { readonly kind: 'text'; readonly text: string };
  readonly context: CheckContext;
  /** Null for all. */
  readonly classes: readonly FindingClass[] | null;
}

export type CheckOutcome =
  | { readonly ok: true; readonly document: CheckedDocument; readonly findings: readonly PlacedFinding[] }
  | { readonly ok: false; readonly refusal: SourceRefusal };

/** Share of the whole that reading a file takes. */
const readingShare = 0.5;

/** Carries out a check; between recognisers other work of the thread gets its turn. */
export async function followCheckOrder(order: CheckOrder, run: OrderRun): Promise<CheckOutcome> {
  const { content } = order;
  const reading =
    content.kind === 'text'
      ? { ok: true as const, document: documentOfText(content.text) }
      : await readCheckedFile(content.bytes, content.fileName, {
          signal: run.signal,
          onProgress: (fraction) => run.onProgress(fraction * readingShare),
        });
  if (!reading.ok) return reading;
  const options = order.classes === null ? {} : { classes: new Set(order.classes) };
  const recognisers = await loadShippedRecognisers();
  const steps = checkDocumentInSteps(reading.document, order.context, recognisers, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { ok: true, document: reading.document, findings: step.value };
    run.onProgress(readingShare + step.value * (1 - readingShare));
    await new Promise<void>((resolve) => setImmediate(resolve));
    run.signal.throwIfAborted();
  }
}
