/** The thread in which `readSourceIsolated` reads a file. An entry point: started, never imported. */
import { parentPort, workerData } from 'node:worker_threads';
import { readSource } from './read-source.ts';
import type { ReaderOrder, ReaderReport } from './read-source-isolated.ts';

async function followOrder(
  order: ReaderOrder,
  signal: AbortSignal,
  report: (report: ReaderReport) => void,
): Promise<void> {
  try {
    const reading = await readSource(order.bytes, order.hint, {
      limits: order.limits,
      signal,
      recogniseImages: order.recogniseImages,
      gatherAsides: order.gatherAsides,
      onProgress: (fraction) => report({ kind: 'progress', fraction }),
    });
    report({ kind: 'reading', reading });
  } catch (problem) {
    const fault = problem instanceof Error ? problem : new Error(String(problem));
    report({ kind: 'fault', message: fault.message, stack: fault.stack ?? '' });
  }
}

const port = parentPort;
if (port !== null) {
  const order: ReaderOrder = workerData;
  const control = new AbortController();
  port.once('message', () => control.abort());
  await followOrder(order, control.signal, (report) => port.postMessage(report));
  port.close();
}
