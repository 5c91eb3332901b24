/**
 * Reads a source file in a thread of its own, with bounds on memory and time, so that a hostile or broken file can
 * neither take the server down nor hold it up. The thread's code is `reader-worker.ts`; a bundle builds that file as
 * an entry point of its own, beside the bundle that holds this one.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SourceLimits } from './formats/format-run.ts';
import { refusalOfSource } from './formats/source-refusals.ts';
import type { SourceHint, SourceReading, SourceReadingOptions } from './read-source.ts';

export interface IsolatedReadingOptions extends SourceReadingOptions {
  /** Seconds the whole reading may take; 60 unless said otherwise. */
  readonly timeLimit?: number;
  /** Megabytes of heap the thread may use; 768 unless said otherwise. */
  readonly memoryLimit?: number;
  /** The built file of `reader-worker.ts`, when it does not lie beside this one. */
  readonly workerEntry?: URL;
}

/** What the thread is started with. */
export interface ReaderOrder {
  readonly bytes: Uint8Array;
  readonly hint: SourceHint;
  readonly limits: Partial<SourceLimits>;
  readonly recogniseImages: boolean;
  readonly gatherAsides: boolean;
}

/** What the thread reports. */
export type ReaderReport =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'reading'; readonly reading: SourceReading }
  | { readonly kind: 'fault'; readonly message: string; readonly stack: string };

const defaultTimeLimit = 60;
const defaultMemoryLimit = 768;
/** Milliseconds a cancelled thread has to end what it started. */
const lastWords = 100;
const builtNames = ['reader-worker.js', 'reader-worker.mjs'];

/** A module that loads TypeScript before the worker's source; only a checkout runs it. */
function sourceLoader(entry: URL): URL {
  const home = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = new URL('dist/esm/api/index.mjs', home).href;
  const code = `import { register } from ${JSON.stringify(loader)}; register(); await import(${JSON.stringify(entry.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

function workerModule(given: URL | undefined): URL {
  const built = builtNames.map((name) => new URL(name, import.meta.url)).find((url) => existsSync(url));
  const entry = given ?? built ?? new URL('reader-worker.ts', import.meta.url);
  return entry.pathname.endsWith('.ts') ? sourceLoader(entry) : entry;
}

function isOutOfMemory(problem: Error): boolean {
  return 'code' in problem && problem.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/**
 * Like `readSource`, but in a thread that is ended when `signal` aborts, when `timeLimit` passes (`tookTooLong`) or
 * when it needs more than `memoryLimit` (`tooLarge`). @throws Error when the reader itself has a fault
 */
export function readSourceIsolated(
  bytes: Uint8Array,
  hint: SourceHint,
  options: IsolatedReadingOptions = {},
): Promise<SourceReading> {
  const { signal, onProgress, timeLimit = defaultTimeLimit, memoryLimit = defaultMemoryLimit } = options;
  if (signal?.aborted) return Promise.resolve({ ok: false, refusal: refusalOfSource('cancelled') });
  const copy = Uint8Array.from(bytes);
  const order: ReaderOrder = {
    bytes: copy,
    hint,
    limits: options.limits ?? {},
    recogniseImages: options.recogniseImages === true,
    gatherAsides: options.gatherAsides === true,
  };
  const worker = new Worker(workerModule(options.workerEntry), {
    workerData: order,
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
  });
  return new Promise<SourceReading>((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      worker.removeAllListeners();
      worker.on('error', () => undefined);
      settle();
      // A program the thread has started must end with it: the thread is told first, then ended.
      worker.postMessage('cancel');
      setTimeout(() => void worker.terminate(), lastWords).unref();
    };
    const refuse = (refusal: ReturnType<typeof refusalOfSource>) =>
      finish(() => resolve({ ok: false, refusal }));
    const cancel = () => refuse(refusalOfSource('cancelled'));
    const timer = setTimeout(
      () => refuse(refusalOfSource('tookTooLong', { limit: timeLimit })),
      timeLimit * 1000,
    );
    signal?.addEventListener('abort', cancel, { once: true });
    worker.on('message', (report: ReaderReport) => {
      if (report.kind === 'progress') onProgress?.(report.fraction);
      else if (report.kind === 'reading') finish(() => resolve(report.reading));
      else finish(() => reject(new Error(report.message, { cause: report.stack })));
    });
    worker.on('error', (problem) => {
      if (isOutOfMemory(problem)) refuse(refusalOfSource('tooLarge', { cause: '读取所需的内存超过上限' }));
      else finish(() => reject(problem));
    });
    worker.on('exit', (code) => finish(() => reject(new Error(`the reader's thread ended with ${code}`))));
  });
}
