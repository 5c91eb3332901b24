/**
 * The control socket of a server that holds the data folder: commands that need the application run inside it. The
 * socket lies in the data folder, readable by its owner alone; whoever can open it could read the database too.
 */
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type { App } from '../app.ts';
import { type Caller, commandInputOf } from './caller.ts';
import type { AppCommandLine, FileSink } from './command-line.ts';
import { readFrames, sendFrame } from './frames.ts';
import { callerMessage, errorFromWire, errorToWire, type ServerMessage } from './messages.ts';
import { cliRefusals } from './refusals.ts';

/** The system's limit for the path of a socket, less a margin. */
const longestSocketPath = 100;

export interface SocketPlace {
  readonly path: string;
  readonly release: () => void;
}

/** Where the socket is reached; a path too long for the system goes through an open handle of its folder. */
export function controlSocketPlace(dataFolder: string): SocketPlace {
  const direct = path.join(dataFolder, 'control.sock');
  if (Buffer.byteLength(direct) <= longestSocketPath) return { path: direct, release: () => {} };
  const handle = fs.openSync(dataFolder, 'r');
  return { path: `/proc/self/fd/${handle}/control.sock`, release: () => fs.closeSync(handle) };
}

interface PendingAnswer {
  readonly resolve: (answer: { readonly name: string; readonly bytes: Uint8Array }) => void;
  readonly reject: (error: Error) => void;
}

type Asking<Message> = Message extends { readonly id: number } ? Omit<Message, 'id'> : never;

/** Serves one connection: one command, its questions for files, its end. */
async function serveConnection(
  app: App,
  commands: readonly AppCommandLine[],
  socket: net.Socket,
): Promise<void> {
  const controller = new AbortController();
  const pending = new Map<number, PendingAnswer>();
  let lastId = 0;
  const send = (message: ServerMessage, bytes?: Uint8Array) => sendFrame(socket, message, bytes);

  function ask(question: Asking<ServerMessage>, bytes?: Uint8Array) {
    lastId += 1;
    const id = lastId;
    return new Promise<{ name: string; bytes: Uint8Array }>((resolve, reject) => {
      pending.set(id, { resolve, reject });
      send({ ...question, id }, bytes).catch(reject);
    });
  }

  async function createFile(file: string): Promise<FileSink> {
    const { name } = await ask({ type: 'createFile', path: file });
    const number = Number(name);
    return {
      write: async (bytes) => void (await ask({ type: 'writeFile', file: number }, bytes)),
      finish: async () => void (await ask({ type: 'finishFile', file: number })),
      discard: async () => void (await ask({ type: 'discardFile', file: number })),
    };
  }

  const caller: Caller = {
    signal: controller.signal,
    readFile: (file) => ask({ type: 'readFile', path: file }),
    createFile,
    say: (line) => void send({ type: 'say', line }).catch(() => undefined),
  };

  async function run(name: string, typed: Parameters<typeof commandInputOf>[0]): Promise<void> {
    try {
      const command = commands.find((candidate) => candidate.name === name);
      if (command === undefined) throw cliRefusals.refuse('cli.otherVersion', { command: name });
      const output = await command.run(app, commandInputOf(typed, caller));
      await send({ type: 'done', text: output.text, data: output.data, exitCode: output.exitCode ?? 0 });
    } catch (error) {
      await send({ type: 'error', error: errorToWire(error) });
    }
    socket.end();
  }

  try {
    for await (const { header, bytes } of readFrames(socket)) {
      const message = callerMessage.parse(header);
      switch (message.type) {
        case 'run':
          run(message.command, message).catch(() => socket.destroy());
          break;
        case 'answer':
          pending.get(message.to)?.resolve({ name: message.name ?? '', bytes });
          break;
        case 'no':
          pending.get(message.to)?.reject(errorFromWire(message.error));
          break;
        case 'cancel':
          controller.abort(cliRefusals.refuse('cli.cancelled', {}));
          break;
      }
    }
  } finally {
    // The person has gone away: nobody waits for the rest.
    controller.abort(cliRefusals.refuse('cli.cancelled', {}));
    for (const { reject } of pending.values()) reject(cliRefusals.refuse('cli.cancelled', {}));
  }
}

export interface ControlSocket {
  readonly close: () => Promise<void>;
}

/** Opens the socket of the process that holds the data folder. */
export async function openControlSocket(
  app: App,
  commands: readonly AppCommandLine[],
): Promise<ControlSocket> {
  const place = controlSocketPlace(app.config.dataFolder);
  const connections = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
    serveConnection(app, commands, socket).catch((error: unknown) => {
      app.log.warn({ err: error }, 'a connection of the command line broke off');
      socket.destroy();
    });
  });
  // A killed server leaves its socket behind; holding the folder, we know that nobody listens on it.
  fs.rmSync(place.path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(place.path, resolve);
  });
  fs.chmodSync(place.path, 0o600);
  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of connections) socket.destroy();
      await closed;
      place.release();
    },
  };
}
