/** Rows of released copies. Stages are judged in `rules/redaction/redaction-state`. */
import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import type { PageBox } from '../rules/redaction/page-boxes.ts';
import type { RedactionMark } from '../rules/redaction/redacted-text.ts';
import { redactionStages } from '../rules/redaction/redaction-state.ts';

export const redactionModes = ['text', 'pages'] as const;

export const requestRedactions = pgTable('request_redaction', {
  id: uuid().primaryKey(),
  requestId: uuid('request_id').notNull(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  title: text().notNull(),
  mode: text({ enum: redactionModes }).notNull(),
  sourceName: text('source_name').notNull(),
  sourceFileId: uuid('source_file_id').notNull(),
  sourceSha256: text('source_sha256').notNull(),
  contentFileId: uuid('content_file_id'),
  pageFileIds: uuid('page_file_ids').array().notNull(),
  marks: jsonb().$type<readonly RedactionMark[]>().notNull(),
  boxes: jsonb().$type<readonly PageBox[]>().notNull(),
  markedBy: text('marked_by').array().notNull(),
  stage: text({ enum: redactionStages }).notNull(),
  copyFileId: uuid('copy_file_id'),
  copySha256: text('copy_sha256'),
  proof: jsonb().$type<readonly string[]>(),
  releasedOn: day('released_on'),
  releasedByName: text('released_by_name'),
  version: integer().notNull(),
  createdByName: text('created_by_name').notNull(),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
});
export type RedactionRow = typeof requestRedactions.$inferSelect;
