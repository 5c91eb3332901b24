/** Notices to officers: written by `notify.ts` and `notify-folded.ts`, read in the notification centre. */
import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../db/columns.ts';

/** One of several things that a notice tells together. */
export interface FoldedThing {
  readonly key: string;
  /** One Chinese sentence, the title while it stands alone. */
  readonly title: string;
  readonly detail: string;
  readonly address: string;
}

export const notices = pgTable('notice', {
  id: uuid().primaryKey(),
  officerId: uuid('officer_id').notNull(),
  title: text().notNull(),
  detail: text(),
  address: text().notNull(),
  uniqueKey: text('unique_key'),
  foldKey: text('fold_key'),
  folded: jsonb().$type<readonly FoldedThing[]>(),
  createdAt: instant('created_at').notNull(),
  readAt: instant('read_at'),
});
