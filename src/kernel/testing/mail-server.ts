/** For tests: starts the SMTP server process and tells what it took. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const takenSchema = z.object({
  from: z.string(),
  to: z.array(z.string()),
  secure: z.boolean(),
  raw: z.string(),
});
/** A message as the server took it. */
export type TakenMail = z.infer<typeof takenSchema>;

export interface TestMailServer {
  readonly port: number;
  /** Variables that point the application at it, with the certificate trusted and the right password. */
  readonly environment: Readonly<Record<string, string>>;
  readonly taken: readonly TakenMail[];
  /** Resolves when that many messages were taken. */
  readonly untilTaken: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Starts a server with this kind of encryption; signing in is demanded unless there is none. */
export async function startMailServer(
  security: 'starttls' | 'tls' | 'none' = 'starttls',
): Promise<TestMailServer> {
  const child = spawn(process.execPath, [here('mail-server-process.mjs'), security], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const taken: TakenMail[] = [];
  const waiting = new Set<() => void>();
  const lines = createInterface({ input: child.stdout });
  const port = await new Promise<number>((resolve) => {
    lines.once('line', (line) => {
      lines.on('line', (message) => {
        taken.push(takenSchema.parse(JSON.parse(message)));
        for (const look of waiting) look();
      });
      resolve(Number(line));
    });
  });
  return {
    port,
    environment: {
      GONGKAI_SMTP_HOST: '127.0.0.1',
      GONGKAI_SMTP_PORT: String(port),
      GONGKAI_SMTP_SECURITY: security,
      GONGKAI_SMTP_FROM: '青禾县政务公开 <gk@qinghe.example>',
      GONGKAI_SMTP_CA: here('mail-server.crt'),
      ...(security === 'none' ? {} : { GONGKAI_SMTP_USER: 'gongkai', GONGKAI_SMTP_PASSWORD: 'pass:word/1' }),
    },
    taken,
    untilTaken: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (taken.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    async close() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
