/**
 * The job that hands one queued mail over. A try that failed before the words began is tried again with growing waits; from
 * there on the mail is never sent a second time.
 */
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { App } from '../app.ts';
import { defineJob } from '../jobs/job.ts';
import { composeMail } from './compose-mail.ts';
import { mailSettingsOf } from './mail-settings.ts';
import { sendMailKind } from './queue-mail.ts';
import { type HandOver, MailDelay, openSmtpConversation } from './smtp.ts';
import { type MailStatus, mails } from './tables.ts';

type StoredMail = typeof mails.$inferSelect;

/** Moves the mail on when it still stands where it was; tells whether it did. */
async function moveMail(
  app: App,
  mailId: string,
  from: MailStatus,
  change: Partial<Pick<StoredMail, 'status' | 'replyCode' | 'replyStatus' | 'lastError' | 'endedAt'>>,
): Promise<boolean> {
  const moved = await app.database.inTransaction((db) =>
    db
      .update(mails)
      .set(change)
      .where(and(eq(mails.id, mailId), eq(mails.status, from)))
      .returning({ id: mails.id }),
  );
  return moved.length > 0;
}

async function handOverMail(app: App, mail: StoredMail, signal: AbortSignal): Promise<HandOver> {
  const settings = mailSettingsOf(app.config);
  if (settings === undefined) throw new MailDelay('ENOTCONFIGURED', '', undefined);
  const composed = await composeMail({
    id: mail.id,
    from: settings.from,
    address: mail.address,
    subject: mail.subject,
    text: mail.textBody ?? '',
    html: mail.htmlBody ?? '',
    date: mail.createdAt,
  });
  const conversation = await openSmtpConversation(settings, signal);
  try {
    return await conversation.handOver({
      ...composed,
      begin: async () => {
        if (!(await moveMail(app, mail.id, 'queued', { status: 'handingOver' }))) {
          throw new Error('the mail is in other hands');
        }
      },
    });
  } finally {
    conversation.close();
  }
}

/** Sends the mail unless that was done or begun before. */
export async function sendQueuedMail(app: App, mailId: string, signal: AbortSignal): Promise<void> {
  const [mail] = await app.database.read.select().from(mails).where(eq(mails.id, mailId));
  if (mail === undefined) return;
  const endedAt = app.clock.now();
  if (mail.status === 'handingOver') {
    const lastError = 'the process ended while the words were on their way';
    await moveMail(app, mailId, 'handingOver', { status: 'uncertain', lastError, endedAt });
    return;
  }
  if (mail.status !== 'queued') return;
  try {
    const { outcome, ...told } = await handOverMail(app, mail, signal);
    const change =
      'code' in told
        ? { status: outcome, lastError: told.code, endedAt }
        : {
            status: outcome,
            replyCode: told.replyCode,
            replyStatus: told.replyStatus,
            lastError: null,
            endedAt,
          };
    // A refused envelope stands where the words had not begun, or where they were drained into nothing.
    if (!(await moveMail(app, mailId, 'handingOver', change))) await moveMail(app, mailId, 'queued', change);
  } catch (error) {
    const lastError = error instanceof MailDelay ? error.message : 'unexpected fault';
    const again = { status: 'queued', lastError } as const;
    if (!(await moveMail(app, mailId, 'handingOver', again))) await moveMail(app, mailId, 'queued', again);
    throw error;
  }
}

export const sendMailJob = defineJob({
  kind: sendMailKind,
  payload: z.object({ mailId: z.string() }),
  run: (app, { mailId }, signal) => sendQueuedMail(app, mailId, signal),
});
