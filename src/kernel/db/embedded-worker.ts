/** Worker thread that holds the embedded PGlite, so that a heavy query never stalls the server's own thread. */
import fs from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { EngineStatement } from './embedded-pool.ts';
import { engineOnPglite, houseParsers } from './engine.ts';

export interface WorkerRequest {
  readonly id: number;
  readonly statement: EngineStatement | 'close';
}

export interface WorkerFault {
  readonly message: string;
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  readonly detail: string | undefined;
  readonly table: string | undefined;
}

/** The file layer inside PGlite, as far as the durability hook needs it. */
interface NodeFileStreams {
  readonly FS: {
    readonly filesystems: { readonly NODEFS: { readonly stream_ops: Record<string, unknown> } };
  };
}

function hasFileStreams(module: unknown): module is NodeFileStreams {
  return typeof module === 'object' && module !== null && 'FS' in module;
}

/**
 * PGlite starts PostgreSQL without fsync and its file layer never asks the kernel to write. Both are put right
 * here, so that an acknowledged commit survives a power cut (`embedded.test.ts` counts the calls).
 */
async function openDurable(folder: string): Promise<PGlite> {
  const startParams = [
    ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
    '-c',
    'wal_sync_method=fsync',
  ];
  const pglite = await PGlite.create(folder, { startParams, parsers: houseParsers });
  const module: unknown = Reflect.get(pglite, 'Module') ?? Reflect.get(pglite, 'mod');
  if (!hasFileStreams(module))
    throw new Error('PGlite no longer shows its file layer: durability cannot be assured');
  module.FS.filesystems.NODEFS.stream_ops.fsync = (stream: { nfd?: number }) => {
    if (stream.nfd !== undefined) fs.fdatasyncSync(stream.nfd);
    return 0;
  };
  return pglite;
}

function faultOf(error: unknown): WorkerFault {
  const read = (key: string) => {
    const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  return {
    message: read('message') ?? String(error),
    code: read('code'),
    constraint: read('constraint'),
    detail: read('detail'),
    table: read('table'),
  };
}

const port = parentPort;
if (port === null) throw new Error('embedded-worker runs only as a worker thread');
const engine = engineOnPglite(await openDurable(String(workerData)));
port.postMessage({ ready: true });
port.on('message', ({ id, statement }: WorkerRequest) => {
  const work = statement === 'close' ? engine.close() : engine.run(statement);
  work.then(
    (result) => port.postMessage({ id, result }),
    (error: unknown) => port.postMessage({ id, fault: faultOf(error) }),
  );
});
