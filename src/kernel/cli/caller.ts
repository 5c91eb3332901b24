/** The side of the person who typed the command: files named on the command line, progress, Ctrl-C. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { CommandInput, FileSink } from './command-line.ts';
import { cliRefusals } from './refusals.ts';

/** Everything of a `CommandInput` that belongs to the person's own process. */
export type Caller = Pick<CommandInput, 'readFile' | 'createFile' | 'say' | 'signal'>;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或目录',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EISDIR: '这是一个目录',
  ENOTDIR: '路径中有一段不是目录',
  ENOSPC: '磁盘已满',
  EROFS: '文件系统只读',
  EEXIST: '文件已经存在',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

async function writeOrRefuse<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw cliRefusals.refuse('cli.unwritable', { path: file, why: reasonOf(error) });
  }
}

/** Creates a file beside its final name; refuses to replace one that is there. */
async function createFileBeside(file: string): Promise<FileSink> {
  const isThere = await fs.access(file).then(
    () => true,
    () => false,
  );
  if (isThere) throw cliRefusals.refuse('cli.unwritable', { path: file, why: reasons.EEXIST ?? '' });
  const draft = `${file}.${randomUUID().slice(0, 8)}.part`;
  const handle = await writeOrRefuse(file, () => fs.open(draft, 'wx', 0o600));
  return {
    write: (bytes) => writeOrRefuse(file, () => handle.writeFile(bytes)),
    finish: () =>
      writeOrRefuse(file, async () => {
        await handle.sync();
        await handle.close();
        try {
          await fs.link(draft, file);
        } finally {
          await fs.rm(draft, { force: true });
        }
      }),
    async discard() {
      await handle.close().catch(() => undefined);
      await fs.rm(draft, { force: true });
    },
  };
}

/** The person at this terminal; paths are relative to where the command was typed. */
export function callerHere(signal: AbortSignal): Caller {
  return {
    signal,
    say: (line) => process.stderr.write(`${line}\n`),
    async readFile(file) {
      try {
        return { name: path.basename(file), bytes: await fs.readFile(file) };
      } catch (error) {
        throw cliRefusals.refuse('cli.unreadable', { path: file, why: reasonOf(error) });
      }
    },
    createFile: (file) => createFileBeside(path.resolve(file)),
  };
}

/** A command's whole input: what was typed, and the person behind it. */
export function commandInputOf(
  typed: Pick<CommandInput, 'operands' | 'options'>,
  caller: Caller,
): CommandInput {
  return {
    ...typed,
    ...caller,
    async writeFile(file, bytes) {
      const sink = await caller.createFile(file);
      try {
        await sink.write(bytes);
        await sink.finish();
      } catch (error) {
        await sink.discard();
        throw error;
      }
    },
  };
}
