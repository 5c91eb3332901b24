/** Opens the embedded database: locks its folder and talks to PGlite in a worker thread. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { workerEntry } from '../worker-entry.ts';
import { type EmbeddedEngine, type EngineStatement, embeddedPool } from './embedded-pool.ts';
import type { WorkerFault, WorkerRequest } from './embedded-worker.ts';
import { lockFolder } from './folder-lock.ts';
import type { SqlPool, SqlResult } from './pool.ts';

/** A statement the embedded engine refused, with the fields `pg` errors carry. */
class EngineFault extends Error {
  override readonly name = 'error';
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  readonly detail: string | undefined;
  readonly table: string | undefined;
  constructor(fault: WorkerFault) {
    super(fault.message);
    this.code = fault.code;
    this.constraint = fault.constraint;
    this.detail = fault.detail;
    this.table = fault.table;
  }
}

type WorkerAnswer =
  | { readonly ready: true }
  | { readonly id: number; readonly result: SqlResult }
  | { readonly id: number; readonly fault: WorkerFault };

interface Waiting {
  resolve(result: SqlResult): void;
  reject(error: Error): void;
}

function engineInWorker(worker: Worker): EmbeddedEngine {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let gone: Error | undefined;

  function rejectAll(error: Error): void {
    gone = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  worker.on('message', (answer: WorkerAnswer) => {
    if ('ready' in answer) return;
    const waiter = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('fault' in answer) waiter?.reject(new EngineFault(answer.fault));
    else waiter?.resolve(answer.result);
  });
  worker.on('error', rejectAll);
  worker.on('exit', () => rejectAll(new Error('the embedded database has stopped')));

  function send(statement: EngineStatement | 'close'): Promise<SqlResult> {
    if (gone !== undefined) return Promise.reject(gone);
    lastId += 1;
    const request: WorkerRequest = { id: lastId, statement };
    return new Promise((resolve, reject) => {
      waiting.set(request.id, { resolve, reject });
      worker.postMessage(request);
    });
  }

  return {
    run: send,
    async close() {
      await send('close');
      await worker.terminate();
    },
  };
}

/** Opens (and on the first start creates) the embedded database below the data folder. */
export async function openEmbeddedPool(dataFolder: string): Promise<SqlPool> {
  const unlock = lockFolder(dataFolder);
  try {
    const entry = workerEntry(import.meta.url, './embedded-worker.ts');
    const worker = new Worker(entry, { workerData: path.join(dataFolder, 'database') });
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
    });
    const pool = embeddedPool(engineInWorker(worker));
    return {
      ...pool,
      async end() {
        await pool.end();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
