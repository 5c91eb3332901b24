/**
 * Runs a program of the operating system on a file in a folder of its own: found on PATH, without a shell, with a
 * time limit, ended when the reading is cancelled. Used for converters and text recognition only.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type FormatRun, SourceRefused } from './format-run.ts';

/** Seconds one run of a program may take. */
const programLimit = 180;
const mostOutput = 20_000_000;

const standardFolders = '/usr/local/bin:/usr/bin:/bin';

function installedPath(name: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('/bin/sh', ['-c', 'command -v "$0"', name], (problem, output) => {
      const path = output.trim();
      resolve(problem === null && path.startsWith('/') ? path : undefined);
    });
  });
}

/** Path of the first of the named programs that is installed. */
export async function findProgram(...names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const path = await installedPath(name);
    if (path !== undefined) return path;
  }
  return undefined;
}

/**
 * Runs a program and gives what it writes; undefined when it fails or is not done in time.
 * @throws SourceRefused `cancelled`
 */
export function runProgram(
  path: string,
  args: readonly string[],
  folder: string,
  run: FormatRun,
): Promise<Buffer | undefined> {
  run.stopIfCancelled();
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: programLimit * 1000,
      killSignal: 'SIGKILL',
      // Nothing of the server's own environment is handed on.
      env: {
        PATH: `${dirname(path)}:${standardFolders}`,
        HOME: folder,
        LANG: 'C.UTF-8',
        OMP_THREAD_LIMIT: '1',
      },
    });
    const chunks: Buffer[] = [];
    let size = 0;
    const cancel = () => child.kill('SIGKILL');
    run.signal?.addEventListener('abort', cancel, { once: true });
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostOutput) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => {
      run.signal?.removeEventListener('abort', cancel);
      if (run.signal?.aborted) reject(new SourceRefused('cancelled'));
      else resolve(code === 0 ? Buffer.concat(chunks) : undefined);
    });
  });
}

/** Gives `work` an empty folder and takes it away afterwards. */
export async function inOwnFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-reader-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
