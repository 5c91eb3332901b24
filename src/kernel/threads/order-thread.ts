/**
 * A thread that takes orders one after the other, with bounds on time and memory: what it does can neither hold the
 * server up nor take it down. A thread that had to be ended is replaced at the next order. Knows no work.
 */
import { Worker } from 'node:worker_threads';

/** How an order ended. A fault of the work itself is thrown. */
export type OrderEnd<Result> =
  | { readonly ended: 'done'; readonly result: Result }
  | { readonly ended: 'cancelled' | 'tookTooLong' | 'neededTooMuch' };

export interface OrderBounds {
  readonly signal?: AbortSignal;
  /** Seconds. */
  readonly timeLimit: number;
  /** Called with 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/** What passes between the two sides; `number` tells orders apart. */
export interface OrderMessage<Order> {
  readonly number: number;
  readonly order: Order;
}
export type OrderReport<Result> = { readonly number: number } & (
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'fault'; readonly message: string; readonly stack: string }
);

/** Milliseconds an ended thread has to end programs it has started. */
const lastWords = 100;

function isOutOfMemory(problem: Error): boolean {
  return 'code' in problem && problem.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

export class OrderThread<Order, Result> {
  readonly #entry: URL;
  readonly #memoryLimit: number;
  #worker: Worker | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #number = 0;

  /** `entry` is the thread's own file, see `workerEntry`; `memoryLimit` is in megabytes of heap. */
  constructor(entry: URL, memoryLimit: number) {
    this.#entry = entry;
    this.#memoryLimit = memoryLimit;
  }

  /** Carries out an order when those before it are done. The time limit begins when its turn comes. */
  run(order: Order, bounds: OrderBounds): Promise<OrderEnd<Result>> {
    const turn = this.#queue.then(() => this.#runNow(order, bounds));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the thread; a later order starts a new one. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #open(): Worker {
    const worker = new Worker(this.#entry, { resourceLimits: { maxOldGenerationSizeMb: this.#memoryLimit } });
    worker.on('error', () => undefined);
    this.#worker = worker;
    return worker;
  }

  #end(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined;
    worker.postMessage('cancel');
    setTimeout(() => void worker.terminate(), lastWords).unref();
  }

  #runNow(order: Order, { signal, timeLimit, onProgress }: OrderBounds): Promise<OrderEnd<Result>> {
    if (signal?.aborted) return Promise.resolve({ ended: 'cancelled' });
    const worker = this.#worker ?? this.#open();
    const number = ++this.#number;
    // A waiting thread must not hold the process; a working one must.
    worker.ref();
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', cancel);
        worker.off('message', hear).off('error', fail).off('exit', exit);
        worker.unref();
      };
      const stop = (ended: 'cancelled' | 'tookTooLong' | 'neededTooMuch') => {
        leave();
        this.#end(worker);
        resolve({ ended });
      };
      const fail = (problem: Error) => {
        if (isOutOfMemory(problem)) return stop('neededTooMuch');
        leave();
        this.#end(worker);
        reject(problem);
      };
      const exit = (code: number) => fail(new Error(`a thread ended with ${code}`));
      const cancel = () => stop('cancelled');
      const hear = (report: OrderReport<Result>) => {
        if (report.number !== number) return;
        if (report.kind === 'progress') onProgress?.(report.fraction);
        else {
          leave();
          if (report.kind === 'result') resolve({ ended: 'done', result: report.result });
          else reject(new Error(report.message, { cause: report.stack }));
        }
      };
      const timer = setTimeout(() => stop('tookTooLong'), timeLimit * 1000);
      signal?.addEventListener('abort', cancel, { once: true });
      worker.on('message', hear).on('error', fail).on('exit', exit);
      const message: OrderMessage<Order> = { number, order };
      worker.postMessage(message);
    });
  }
}
