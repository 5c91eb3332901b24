/**
 * Speaks SMTP: opens a conversation, signs in, hands one message over and says what the server made of it. Its faults name
 * codes only, never addresses or the server's words, so that they may be logged.
 */
import fs from 'node:fs/promises';
import { Readable } from 'node:stream';
import { rootCertificates } from 'node:tls';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { z } from 'zod';
import type { MailSettings } from './mail-settings.ts';

/** Nothing was handed over; another try may do it. */
export class MailDelay extends Error {
  override readonly name = 'MailDelay';
  /** Three figures of the server, where it spoke. */
  readonly replyCode: number | undefined;
  /** Code of the fault for people who look after servers: `EAUTH`, `ETIMEDOUT`. */
  readonly code: string;
  constructor(code: string, step: string, replyCode: number | undefined) {
    super(['SMTP', code, step, replyCode].filter((part) => part !== undefined && part !== '').join(' '));
    this.code = code;
    this.replyCode = replyCode;
  }
}

export type HandOver =
  | { readonly outcome: 'sent'; readonly replyCode: number; readonly replyStatus: string | null }
  /** The server will never take this message for this address. */
  | { readonly outcome: 'refused'; readonly replyCode: number | null; readonly replyStatus: string | null }
  /** The words were on their way when the conversation broke: it may have arrived. */
  | { readonly outcome: 'uncertain'; readonly code: string };

const faultSchema = z.object({
  code: z.string().default('EUNKNOWN'),
  command: z.string().default(''),
  responseCode: z.number().optional(),
  response: z.string().optional(),
});
type SmtpFault = z.infer<typeof faultSchema>;

function faultOf(error: unknown): SmtpFault {
  return faultSchema.safeParse(error).data ?? { code: 'EUNKNOWN', command: '' };
}

/** `5.1.1` out of `550 5.1.1 no such user`. */
function replyStatusOf(response: string | undefined): string | null {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1] ?? null;
}

export interface SmtpConversation {
  /** Hands the message over; `begin` is awaited before its first byte leaves. Throws a `MailDelay`. */
  readonly handOver: (message: {
    readonly from: string;
    readonly to: string;
    readonly raw: Buffer;
    readonly begin: () => Promise<void>;
  }) => Promise<HandOver>;
  readonly close: () => void;
}

async function trustedCertificates(caFile: string | undefined): Promise<{ ca?: string[] }> {
  if (caFile === undefined) return {};
  try {
    return { ca: [...rootCertificates, await fs.readFile(caFile, 'utf8')] };
  } catch {
    throw new MailDelay('ECAFILE', '', undefined);
  }
}

/** Connects and signs in; throws a `MailDelay` when that cannot be done. */
export async function openSmtpConversation(
  settings: MailSettings,
  signal?: AbortSignal,
): Promise<SmtpConversation> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const { host, port, security, user, password } = settings;
  const connection = new Connection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    dnsTimeout: 10_000,
    tls: { minVersion: 'TLSv1.2', ...(await trustedCertificates(settings.caFile)) },
    logger: false,
  });
  const close = () => connection.close();
  signal?.addEventListener('abort', close, { once: true });
  try {
    await settle((done) => connection.connect(done), connection);
    if (user !== undefined) {
      await settle((done) => connection.login({ user, pass: password ?? '' }, done), connection);
    }
  } catch (error) {
    close();
    const { code, command, responseCode } = faultOf(error);
    throw new MailDelay(code, command, responseCode);
  }
  return {
    handOver: (message) => handOverMessage(connection, message),
    close: () => connection.quit(),
  };
}

/** One step of the conversation; a fault of the connection ends it as well. */
function settle(step: (done: (error?: unknown) => void) => void, connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(error);
    connection.once('error', fail);
    step((error) => {
      connection.off('error', fail);
      // Late faults of a finished step are told by the next one.
      connection.on('error', () => undefined);
      if (error === undefined || error === null) resolve();
      else reject(error);
    });
  });
}

async function handOverMessage(
  connection: SMTPConnection,
  message: Parameters<SmtpConversation['handOver']>[0],
): Promise<HandOver> {
  const { from, to, raw, begin } = message;
  let begun: Promise<void> | undefined;
  const words = new Readable({
    read() {
      if (begun !== undefined) return;
      begun = begin();
      begun.then(
        () => {
          this.push(raw);
          this.push(null);
        },
        (error: unknown) => this.destroy(error instanceof Error ? error : new Error('cannot begin')),
      );
    },
  });
  let response: string | undefined;
  try {
    await settle(
      (done) =>
        connection.send({ from, to: [to], size: raw.byteLength }, words, (error, info) => {
          response = info?.response;
          done(error ?? undefined);
        }),
      connection,
    );
  } catch (error) {
    // A refused envelope drains the words into nothing: wait for what that has noted.
    await begun?.catch(() => undefined);
    return judgeFault(faultOf(error), begun !== undefined);
  }
  return {
    outcome: 'sent',
    replyCode: Number(response?.slice(0, 3)) || 250,
    replyStatus: replyStatusOf(response),
  };
}

function judgeFault(fault: SmtpFault, hasBegun: boolean): HandOver {
  const { code, command, responseCode, response } = fault;
  const isAboutMessage = command === 'RCPT TO' || command === 'DATA';
  if (responseCode !== undefined && responseCode >= 500 && isAboutMessage) {
    return { outcome: 'refused', replyCode: responseCode, replyStatus: replyStatusOf(response) };
  }
  if (code === 'EENVELOPE' && command === 'API') {
    return { outcome: 'refused', replyCode: null, replyStatus: null };
  }
  // A server that answered has not taken it; a conversation that broke after the words began may have.
  const wasAnswered = responseCode !== undefined || code === 'EENVELOPE';
  if (hasBegun && !wasAnswered) return { outcome: 'uncertain', code };
  throw new MailDelay(code, command, responseCode);
}
