import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { testCommandInput } from '../testing/command-input.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import type { AppCommandLine, CommandInput } from './command-line.ts';
import { type ControlSocket, openControlSocket } from './control-socket.ts';
import { forwardCommand } from './forward-command.ts';
import { cliRefusals } from './refusals.ts';

function command(name: string, run: (input: CommandInput) => Promise<unknown>): AppCommandLine {
  return {
    name,
    needs: 'app',
    summary: name,
    help: '',
    operands: [],
    options: [],
    run: async (_app, input) => ({ text: `done ${name}`, data: await run(input) }),
  };
}

/** Larger than what a socket hands over at once, with every byte value. */
const largeFile = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 7) % 256);

const commands = [
  command('copy', async (input) => {
    const file = await input.readFile(input.operands[0] ?? '');
    input.say(`读到 ${file.bytes.byteLength} 字节`);
    await input.writeFile('copy.bin', file.bytes);
    return { name: file.name, options: input.options };
  }),
  command('refuse', async () => {
    throw cliRefusals.refuse('cli.badUse', { why: '测试', command: 'gongkai refuse' });
  }),
  command('break', async () => {
    throw new TypeError('a fault');
  }),
  command('wait', async (input) => {
    input.say('开始');
    await new Promise((_, reject) => {
      input.signal.addEventListener('abort', () => reject(input.signal.reason), { once: true });
    });
  }),
];

let place: TestApp;
let socket: ControlSocket;

beforeAll(async () => {
  place = await openTestApp({ modules: [] });
  socket = await openControlSocket(place.app, commands);
});
afterAll(async () => {
  await socket.close();
  await place.close();
});

function forward(name: string, input: CommandInput) {
  const holder = { dataFolder: place.app.config.dataFolder, pid: 1 };
  return forwardCommand(holder, name, input, input);
}

describe('a command forwarded to the running server', () => {
  test('reads and writes the files of the person who typed it', async () => {
    const input = testCommandInput({
      operands: ['in.bin'],
      options: { year: '2026', tag: ['a', 'b'] },
      files: { 'in.bin': largeFile },
    });
    const output = await forward('copy', input);
    expect(output).toMatchObject({
      text: 'done copy',
      exitCode: 0,
      data: { name: 'in.bin', options: { year: '2026', tag: ['a', 'b'] } },
    });
    expect(Buffer.from(input.written.get('copy.bin') ?? []).equals(largeFile)).toBe(true);
    expect(input.said).toEqual(['读到 3000000 字节']);
  });

  test('hands back a refusal as a refusal and a fault as a fault', async () => {
    const refusal = await forward('refuse', testCommandInput({})).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ code: 'cli.badUse', sentence: { why: '测试' } });
    const fault = await forward('break', testCommandInput({})).catch((error: unknown) => error);
    expect(fault).not.toBeInstanceOf(Refusal);
    expect(fault).toMatchObject({ message: 'a fault' });
  });

  test('is refused when the server is older and does not know it', async () => {
    await expect(forward('unknown', testCommandInput({}))).rejects.toMatchObject({
      code: 'cli.otherVersion',
    });
  });

  test('is cancelled inside the server by Ctrl-C of the person', async () => {
    const controller = new AbortController();
    const input = testCommandInput({ signal: controller.signal });
    const waiting = forward('wait', { ...input, say: () => controller.abort() });
    await expect(waiting).rejects.toMatchObject({ code: 'cli.cancelled' });
  });

  test('a missing file on the person’s side becomes an error of the command', async () => {
    await expect(forward('copy', testCommandInput({ operands: ['no.bin'] }))).rejects.toThrow('no.bin');
  });
});

describe('the socket', () => {
  test('is open to its owner alone', () => {
    const file = path.join(place.app.config.dataFolder, 'control.sock');
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  test('works below a path longer than the system allows for sockets', async () => {
    const deep = path.join(place.app.config.dataFolder, 'deep'.repeat(30));
    fs.mkdirSync(deep);
    const config = { ...place.app.config, dataFolder: deep };
    const other = await openControlSocket({ ...place.app, config }, commands);
    const input = testCommandInput({ operands: ['a'], files: { a: 'x' } });
    const output = await forwardCommand({ dataFolder: deep, pid: 1 }, 'copy', input, input);
    expect(output.text).toBe('done copy');
    await other.close();
  });

  test('says that the server is silent when nobody listens', async () => {
    const input = testCommandInput({});
    const nobody = forwardCommand(
      { dataFolder: path.dirname(place.app.config.dataFolder), pid: 42 },
      'copy',
      input,
      input,
    );
    await expect(nobody).rejects.toMatchObject({ code: 'cli.serverSilent' });
  });
});
