/** Import drafts: a document on its way to becoming a plan. */
import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '#kernel/db/columns.ts';
import type { SourceDocument } from '#kernel/reading/source.ts';
import type { PlanReading } from '../reader/reading.ts';
import { type ImportDraft, importStatuses, planKinds } from '../rules/shapes.ts';

export const planImports = pgTable('plan_import', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  status: text({ enum: importStatuses }).notNull(),
  fileId: uuid('file_id').notNull(),
  fileName: text('file_name').notNull(),
  planKind: text('plan_kind', { enum: planKinds }).notNull(),
  readingYear: integer('reading_year'),
  withOcr: boolean('with_ocr').notNull(),
  reading: jsonb().$type<PlanReading>(),
  sourceDocument: jsonb('source_document').$type<SourceDocument>(),
  draft: jsonb().$type<ImportDraft>(),
  refusal: jsonb().$type<{ code: string; sentence: string; remedy: string }>(),
  version: integer().notNull(),
  planId: uuid('plan_id'),
  createdBy: text('created_by').notNull(),
  createdByName: text('created_by_name').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});
