/** Mail on its way out; written by `queue-mail.ts` and `send-mail.ts`. */
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../db/columns.ts';

/**
 * `handingOver` lasts while the words go to the server; what is found so afterwards is `uncertain` and never sent again.
 * `refused`: the server will not take it, now or later.
 */
export const mailStatuses = ['queued', 'handingOver', 'sent', 'refused', 'uncertain'] as const;
export type MailStatus = (typeof mailStatuses)[number];

export const mails = pgTable('mail', {
  id: uuid().primaryKey(),
  uniqueKey: text('unique_key').notNull(),
  officerId: uuid('officer_id'),
  address: text().notNull(),
  subject: text().notNull(),
  textBody: text('text_body'),
  htmlBody: text('html_body'),
  status: text({ enum: mailStatuses }).notNull(),
  replyCode: integer('reply_code'),
  replyStatus: text('reply_status'),
  lastError: text('last_error'),
  createdAt: instant('created_at').notNull(),
  endedAt: instant('ended_at'),
});
