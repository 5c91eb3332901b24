/** Rows of attachments read for showing and finding; whether one may be seen is asked of the item that names it. */
import { pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '#kernel/db/columns.ts';

export const attachmentViews = pgTable('attachment_view', {
  sha256: text().primaryKey(),
  html: text(),
  plainText: text('plain_text').notNull(),
  notes: text().array().notNull(),
  refusal: text(),
  madeAt: instant('made_at').notNull(),
});
export type AttachmentView = typeof attachmentViews.$inferSelect;
