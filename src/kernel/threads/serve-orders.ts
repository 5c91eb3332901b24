/** The other side of `OrderThread`, inside the thread: hears orders, carries them out, reports. */
import { parentPort } from 'node:worker_threads';
import type { OrderMessage, OrderReport } from './order-thread.ts';

/** What the work is given beside its order. */
export interface OrderRun {
  /** Aborted when the thread is about to be ended. */
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

/** Carries out orders until the thread is ended. A throw is reported as a fault of that order. */
export function serveOrders<Order, Result>(work: (order: Order, run: OrderRun) => Promise<Result>): void {
  const port = parentPort;
  if (port === null) return;
  const control = new AbortController();
  const report = (message: OrderReport<Result>) => port.postMessage(message);
  port.on('message', async (message: OrderMessage<Order> | 'cancel') => {
    if (message === 'cancel') return control.abort();
    const { number, order } = message;
    try {
      const onProgress = (fraction: number) => report({ number, kind: 'progress', fraction });
      report({ number, kind: 'result', result: await work(order, { signal: control.signal, onProgress }) });
    } catch (problem) {
      const fault = problem instanceof Error ? problem : new Error(String(problem));
      report({ number, kind: 'fault', message: fault.message, stack: fault.stack ?? '' });
    }
  });
}
