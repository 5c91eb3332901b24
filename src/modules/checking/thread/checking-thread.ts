/**
 * Checks in a thread of their own: a hostile or broken file, or a text a recogniser cannot master, ends as a refusal and
 * neither takes the program down nor holds it up.
 */
import { refusalOfSource } from '#kernel/reading/formats/source-refusals.ts';
import { OrderThread } from '#kernel/threads/order-thread.ts';
import { workerEntry } from '#kernel/worker-entry.ts';
import type { CheckOrder, CheckOutcome } from './check-order.ts';

export interface CheckBounds {
  readonly signal?: AbortSignal;
  /** Called with 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
  /** Seconds; 120 unless said otherwise. */
  readonly timeLimit?: number;
}

export interface CheckingThread {
  /** Checks when the checks before are done. @throws Error when a reader or a recogniser has a fault */
  readonly check: (order: CheckOrder, bounds?: CheckBounds) => Promise<CheckOutcome>;
  readonly close: () => Promise<void>;
}

const defaultTimeLimit = 120;
/** Megabytes: the words of the typo model and the largest file the readers accept. */
const defaultMemoryLimit = 1_536;

/** A thread that starts with its first check and does not keep the process alive while it waits. */
export function openCheckingThread(memoryLimit = defaultMemoryLimit): CheckingThread {
  const thread = new OrderThread<CheckOrder, CheckOutcome>(
    workerEntry(import.meta.url, './checking-worker.ts'),
    memoryLimit,
  );
  return {
    async check(order, { timeLimit = defaultTimeLimit, ...bounds } = {}) {
      const end = await thread.run(order, { ...bounds, timeLimit });
      switch (end.ended) {
        case 'done':
          return end.result;
        case 'cancelled':
          return { ok: false, refusal: refusalOfSource('cancelled') };
        case 'tookTooLong':
          return { ok: false, refusal: refusalOfSource('tookTooLong', { limit: timeLimit }) };
        case 'neededTooMuch':
          return { ok: false, refusal: refusalOfSource('tooLarge', { cause: '检测所需的内存超过上限' }) };
      }
    },
    close: () => thread.close(),
  };
}
