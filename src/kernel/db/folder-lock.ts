/**
 * One process per data folder: PGlite takes no lock of its own, and two writers would ruin each other's rows.
 * A lock of a dead process is taken over; a live one is never stolen from.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const holderSchema = z.object({ pid: z.number().int(), startedAt: z.string(), token: z.string() });
type LockHolder = z.infer<typeof holderSchema>;

/** Another live process holds the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  readonly pid: number;
  constructor(folder: string, pid: number) {
    super(`数据目录 ${folder} 正由进程 ${pid} 使用。请先停止它；命令行会自动转交给正在运行的服务。`);
    this.pid = pid;
  }
}

/** Start of a process as the kernel tells it, so that a re-used number is not taken for the holder. */
function processStart(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(holder: LockHolder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: the process exists and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const start = processStart(holder.pid);
  return start === '' || holder.startedAt === '' || start === holder.startedAt;
}

function readHolder(file: string): LockHolder | undefined {
  try {
    return holderSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Finds the live process that holds the folder, if there is one. */
export function findFolderHolder(folder: string): number | undefined {
  const holder = readHolder(path.join(folder, 'database.lock'));
  return holder !== undefined && isAlive(holder) ? holder.pid : undefined;
}

/** Takes the folder or throws `FolderInUse`; the returned function gives it back. */
export function lockFolder(folder: string): () => void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'database.lock');
  const token = randomUUID();
  const mine: LockHolder = { pid: process.pid, startedAt: processStart(process.pid), token };
  const draft = `${file}.${token}`;
  fs.writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (linkNew(draft, file)) {
        return () => {
          if (readHolder(file)?.token === token) fs.rmSync(file, { force: true });
        };
      }
      const holder = readHolder(file);
      if (holder !== undefined && isAlive(holder)) throw new FolderInUse(folder, holder.pid);
      removeStale(file, holder?.token);
    }
    throw new FolderInUse(folder, readHolder(file)?.pid ?? 0);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Linking a finished file is atomic: nobody ever reads a half-written lock. */
function linkNew(draft: string, file: string): boolean {
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead lock aside; if another process was quicker and the moved lock is its own, it is put back. */
function removeStale(file: string, staleToken: string | undefined): void {
  const aside = `${file}.stale.${randomUUID()}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  if (readHolder(aside)?.token !== staleToken) linkNew(aside, file);
  fs.rmSync(aside, { force: true });
}
