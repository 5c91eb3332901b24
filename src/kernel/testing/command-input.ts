/** The input of a command for tests: files by name in memory, and what the command wrote and said. */
import type { CommandInput } from '../cli/command-line.ts';

export interface TestCommandInput extends CommandInput {
  /** Files the command finished, by the path it gave. */
  readonly written: ReadonlyMap<string, Uint8Array>;
  readonly said: readonly string[];
}

/** Builds the input; a file that was not given cannot be read. */
export function testCommandInput(given: {
  readonly operands?: readonly string[];
  readonly options?: CommandInput['options'];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly signal?: AbortSignal;
}): TestCommandInput {
  const written = new Map<string, Uint8Array>();
  const said: string[] = [];
  return {
    operands: given.operands ?? [],
    options: given.options ?? {},
    written,
    said,
    async readFile(name) {
      const content = given.files?.[name];
      if (content === undefined) throw new Error(`the test gave no file ${name}`);
      return { name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
    },
    writeFile: async (path, bytes) => void written.set(path, bytes),
    async createFile(path) {
      const pieces: Uint8Array[] = [];
      return {
        write: async (bytes) => void pieces.push(Uint8Array.from(bytes)),
        finish: async () => void written.set(path, Buffer.concat(pieces)),
        discard: async () => {
          pieces.length = 0;
        },
      };
    },
    say: (line) => said.push(line),
    signal: given.signal ?? new AbortController().signal,
  };
}
