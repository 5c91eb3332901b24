/** Asks for a mail in the transaction of the work that causes it; a job sends it after the commit. */
import type { Work } from '../work.ts';
import { mails } from './tables.ts';

export const sendMailKind = 'kernel.sendMail';

/** Attempts over a good day: the wait between them grows to six hours. */
const mailAttempts = 12;

export interface MailRequest {
  /** At most one mail with this key ever. */
  readonly key: string;
  readonly address: string;
  /** Whom the address belongs to, where it is an officer. */
  readonly officerId?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Queues the mail; returns false when one with its key is there already. The caller's command writes the audit. */
export async function queueMail(work: Work, request: MailRequest): Promise<boolean> {
  const id = work.newId();
  const written = await work.db
    .insert(mails)
    .values({
      id,
      uniqueKey: request.key,
      officerId: request.officerId ?? null,
      address: request.address,
      subject: request.subject,
      textBody: request.text,
      htmlBody: request.html,
      status: 'queued',
      createdAt: work.now,
    })
    .onConflictDoNothing()
    .returning({ id: mails.id });
  if (written.length === 0) return false;
  work.enqueue({ kind: sendMailKind, payload: { mailId: id }, maxAttempts: mailAttempts });
  return true;
}
