/** Rows of identity proofs; written by `service/identity-proofs` alone. */
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';

export const requestProofs = pgTable('request_proof', {
  id: uuid().primaryKey(),
  requestId: uuid('request_id').notNull(),
  fileId: uuid('file_id').notNull(),
  sealedKey: text('sealed_key'),
  mediaType: text('media_type').notNull(),
  byteLength: integer('byte_length').notNull(),
  addedAt: instant('added_at').notNull(),
  erasedOn: day('erased_on'),
});
