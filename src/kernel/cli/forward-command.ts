/** The command line's end of the control socket: runs a command in the server and serves it the person's files. */
import net from 'node:net';
import { findFolderHolder } from '../db/folder-lock.ts';
import type { Caller } from './caller.ts';
import type { CommandInput, CommandOutput, FileSink } from './command-line.ts';
import { controlSocketPlace } from './control-socket.ts';
import { readFrames, sendFrame } from './frames.ts';
import {
  type CallerMessage,
  errorFromWire,
  errorToWire,
  type ServerMessage,
  serverMessage,
} from './messages.ts';
import { cliRefusals } from './refusals.ts';

/** How long to wait for a server that is just starting. */
const patience = 20_000;

function tryToConnect(dataFolder: string): Promise<net.Socket | undefined> {
  const place = controlSocketPlace(dataFolder);
  return new Promise((resolve) => {
    const socket = net.connect(place.path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
    socket.once('close', place.release);
  });
}

/** Connects to the holder; one that is alive but not listening yet gets some time. */
async function connectToHolder(dataFolder: string, pid: number, caller: Caller): Promise<net.Socket> {
  const givenUp = performance.now() + patience;
  for (let attempt = 0; ; attempt += 1) {
    const socket = await tryToConnect(dataFolder);
    if (socket !== undefined) return socket;
    const isAlive = findFolderHolder(dataFolder) === pid;
    if (!isAlive || performance.now() > givenUp || caller.signal.aborted) {
      throw cliRefusals.refuse('cli.serverSilent', { pid });
    }
    if (attempt === 0) caller.say('服务正在启动，请稍候…');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Runs the command inside the process that holds the data folder. Refusals come back as refusals. */
export async function forwardCommand(
  holder: { readonly dataFolder: string; readonly pid: number },
  command: string,
  typed: Pick<CommandInput, 'operands' | 'options'>,
  caller: Caller,
): Promise<CommandOutput> {
  const socket = await connectToHolder(holder.dataFolder, holder.pid, caller);
  const files = new Map<number, FileSink>();
  const send = (message: CallerMessage, bytes?: Uint8Array) => sendFrame(socket, message, bytes);
  const cancel = () => void send({ type: 'cancel' }).catch(() => undefined);

  function fileOf(number: number): FileSink {
    const file = files.get(number);
    if (file === undefined) throw new Error(`no open file ${number}`);
    return file;
  }

  /** Does what the server asks of the person's side. */
  async function serve(
    question: Exclude<ServerMessage, { readonly type: 'say' | 'done' | 'error' }>,
    bytes: Uint8Array,
  ): Promise<void> {
    const answer = { type: 'answer', to: question.id } as const;
    try {
      switch (question.type) {
        case 'readFile': {
          const file = await caller.readFile(question.path);
          return await send({ ...answer, name: file.name }, file.bytes);
        }
        case 'createFile':
          files.set(question.id, await caller.createFile(question.path));
          return await send({ ...answer, name: String(question.id) });
        case 'writeFile':
          await fileOf(question.file).write(bytes);
          return await send(answer);
        case 'finishFile':
          await fileOf(question.file).finish();
          files.delete(question.file);
          return await send(answer);
        case 'discardFile':
          await fileOf(question.file).discard();
          files.delete(question.file);
          return await send(answer);
      }
    } catch (error) {
      await send({ type: 'no', to: question.id, error: errorToWire(error) });
    }
  }

  caller.signal.addEventListener('abort', cancel, { once: true });
  try {
    await send({
      type: 'run',
      command,
      operands: [...typed.operands],
      options: optionsToWire(typed.options),
    });
    for await (const { header, bytes } of readFrames(socket)) {
      const message = serverMessage.parse(header);
      if (message.type === 'say') caller.say(message.line);
      else if (message.type === 'done') return message;
      else if (message.type === 'error') throw errorFromWire(message.error);
      else await serve(message, bytes);
    }
    throw cliRefusals.refuse('cli.serverSilent', { pid: holder.pid });
  } finally {
    caller.signal.removeEventListener('abort', cancel);
    for (const file of files.values()) await file.discard();
    socket.destroy();
  }
}

function optionsToWire(options: CommandInput['options']): Record<string, string | boolean | string[]> {
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [key, typeof value === 'object' ? [...value] : value]),
  );
}
