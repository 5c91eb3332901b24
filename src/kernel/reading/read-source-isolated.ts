/**
 * Reads a source file in a thread of its own, with bounds on memory and time, so that a hostile or broken file can
 * neither take the server down nor hold it up. The thread's code is `reader-worker.ts`.
 */
import { OrderThread } from '../threads/order-thread.ts';
import { workerEntry } from '../worker-entry.ts';
import type { SourceLimits } from './formats/format-run.ts';
import { refusalOfSource } from './formats/source-refusals.ts';
import type { SourceHint, SourceReading, SourceReadingOptions } from './read-source.ts';

export interface IsolatedReadingOptions extends SourceReadingOptions {
  /** Seconds the whole reading may take; 60 unless said otherwise. */
  readonly timeLimit?: number;
  /** Megabytes of heap the thread may use; 768 unless said otherwise. */
  readonly memoryLimit?: number;
}

/** What the thread is asked to do. */
export interface ReaderOrder {
  readonly bytes: Uint8Array;
  readonly hint: SourceHint;
  readonly limits: Partial<SourceLimits>;
  readonly recogniseImages: boolean;
  readonly gatherAsides: boolean;
}

const defaultTimeLimit = 60;
const defaultMemoryLimit = 768;

/**
 * Like `readSource`, but in a thread that is ended when `signal` aborts, when `timeLimit` passes (`tookTooLong`) or
 * when it needs more than `memoryLimit` (`tooLarge`). @throws Error when the reader itself has a fault
 */
export async function readSourceIsolated(
  bytes: Uint8Array,
  hint: SourceHint,
  options: IsolatedReadingOptions = {},
): Promise<SourceReading> {
  const { signal, onProgress, timeLimit = defaultTimeLimit, memoryLimit = defaultMemoryLimit } = options;
  const entry = workerEntry(import.meta.url, './reader-worker.ts');
  const thread = new OrderThread<ReaderOrder, SourceReading>(entry, memoryLimit);
  const order: ReaderOrder = {
    bytes,
    hint,
    limits: options.limits ?? {},
    recogniseImages: options.recogniseImages === true,
    gatherAsides: options.gatherAsides === true,
  };
  try {
    const bounds = { timeLimit, ...(signal === undefined ? {} : { signal }) };
    const end = await thread.run(order, onProgress === undefined ? bounds : { ...bounds, onProgress });
    switch (end.ended) {
      case 'done':
        return end.result;
      case 'cancelled':
        return { ok: false, refusal: refusalOfSource('cancelled') };
      case 'tookTooLong':
        return { ok: false, refusal: refusalOfSource('tookTooLong', { limit: timeLimit }) };
      case 'neededTooMuch':
        return { ok: false, refusal: refusalOfSource('tooLarge', { cause: '读取所需的内存超过上限' }) };
    }
  } finally {
    await thread.close();
  }
}
