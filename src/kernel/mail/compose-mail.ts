/** Sets a mail as the bytes that go over the wire: plain words and HTML, marked as written by a machine. */
import type { Instant } from '../clock.ts';

export interface ComposedMail {
  /** Addresses of the envelope. */
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
}

/** Composes the message. The identifier becomes its Message-ID, so that a mail that did come twice is shown once. */
export async function composeMail(mail: {
  readonly id: string;
  readonly from: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly date: Instant;
}): Promise<ComposedMail> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const sender = /<([^<>]+)>\s*$/.exec(mail.from)?.[1] ?? mail.from.trim();
  const domain = sender.slice(sender.lastIndexOf('@') + 1);
  const composer = new MailComposer({
    from: mail.from,
    to: { name: '', address: mail.address },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: mail.date,
    // Chinese is half as long again in the other encoding.
    textEncoding: 'base64',
    messageId: `<${mail.id}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { from: sender, to: mail.address, raw: await composer.compile().build() };
}
