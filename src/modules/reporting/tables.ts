/** Rows of reports in the making and of signed editions. Figures are computed from the registers when they are asked for. */
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';

export const reportEntries = pgTable(
  'report_entry',
  {
    unitId: uuid('unit_id').notNull(),
    year: integer().notNull(),
    jurisdictionId: uuid('jurisdiction_id').notNull(),
    cells: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
    note: text().notNull(),
    enteredByName: text('entered_by_name').notNull(),
    enteredAt: instant('entered_at').notNull(),
  },
  (table) => [primaryKey({ name: 'report_entry_pk', columns: [table.unitId, table.year] })],
);

export const reportTexts = pgTable(
  'report_text',
  {
    scopeId: uuid('scope_id').notNull(),
    year: integer().notNull(),
    section: integer().notNull(),
    jurisdictionId: uuid('jurisdiction_id').notNull(),
    text: text().notNull(),
    changedByName: text('changed_by_name').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ name: 'report_text_pk', columns: [table.scopeId, table.year, table.section] })],
);

export const editionStatuses = ['signed', 'published', 'withdrawn'] as const;
export const editionSources = ['platform', 'imported'] as const;

export const reportEditions = pgTable('report_edition', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  scopeId: uuid('scope_id').notNull(),
  year: integer().notNull(),
  number: integer().notNull(),
  source: text({ enum: editionSources }).notNull(),
  title: text().notNull(),
  issuer: text().notNull(),
  inputs: text().notNull(),
  inputsSha256: text('inputs_sha256').notNull(),
  explanation: text().notNull(),
  status: text({ enum: editionStatuses }).notNull(),
  signedBy: text('signed_by').notNull(),
  signedByName: text('signed_by_name').notNull(),
  signedOn: day('signed_on').notNull(),
  signedAt: instant('signed_at').notNull(),
  publishedOn: day('published_on'),
  publishedAt: text('published_at').notNull(),
  withdrawnOn: day('withdrawn_on'),
  withdrawReason: text('withdraw_reason').notNull(),
});
export type EditionRecord = typeof reportEditions.$inferSelect;
