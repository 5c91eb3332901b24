/** One check from bytes or text to findings, wherever it runs: reads, then asks the recognisers, and tells how far it is. */
import type { SourceRefusal } from '#kernel/reading/source.ts';
import type { OrderRun } from '#kernel/threads/serve-orders.ts';
import { tellingFileName } from '../reader/document-of-source.ts';
import { readCheckedFile } from '../reader/read-checked-file.ts';
import { checkDocument, checkDocumentInSteps } from '../rules/check-document.ts';
import { type CheckedDocument, documentOfText } from '../rules/checked-document.ts';
import { draftDocument } from '../rules/document-draft.ts';
import type { FindingClass, PlacedFinding } from '../rules/finding.ts';
import type { CheckContext, Recogniser } from '../rules/recogniser.ts';
import { loadShippedRecognisers } from '../shipped-recognisers.ts';

export interface CheckOrder {
  readonly content:
    | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly fileName: string }
    | { readonly kind: 'text'; readonly text: string };
  readonly context: CheckContext;
  /** Null for all. */
  readonly classes: readonly FindingClass[] | null;
  /** Names of the files handed in together as attachments; null when nobody can tell. */
  readonly attachments?: readonly string[] | null;
}

export type CheckOutcome =
  | { readonly ok: true; readonly document: CheckedDocument; readonly findings: readonly PlacedFinding[] }
  | { readonly ok: false; readonly refusal: SourceRefusal };

/** Share of the whole that reading a file takes. */
const readingShare = 0.5;

/**
 * What the name of a plain text says, whose text must stay that of the file and so cannot hold it: such findings stand
 * behind the last character and have no length there.
 */
function findingsOfName(
  { content, context, classes }: CheckOrder,
  document: CheckedDocument,
  recognisers: readonly Recogniser[],
): readonly PlacedFinding[] {
  if (content.kind !== 'file' || document.parts.some((part) => part.kind === 'fileName')) return [];
  const name = tellingFileName(content.fileName);
  if (name === null) return [];
  const draft = draftDocument();
  draft.addPart('fileName', name, {}, { label: '文件名' });
  const options = classes === null ? {} : { classes: new Set(classes) };
  const behind = document.text.length;
  return checkDocument(draft.finish(), context, recognisers, options).map((finding) => ({
    ...finding,
    start: behind,
    end: behind,
  }));
}

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
  const document = { ...reading.document, attachments: order.attachments ?? null };
  const steps = checkDocumentInSteps(document, order.context, recognisers, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      const named = findingsOfName(order, document, recognisers);
      return { ok: true, document, findings: [...step.value, ...named] };
    }
    run.onProgress(readingShare + step.value * (1 - readingShare));
    await new Promise<void>((resolve) => setImmediate(resolve));
    run.signal.throwIfAborted();
  }
}
