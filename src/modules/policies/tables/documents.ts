/** Rows of the policy library. Validity is judged in `rules/validity` and never stored. */
import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day } from '#kernel/db/columns.ts';
import { clauseLevels, type DocumentClause } from '../rules/clause.ts';
import { relationKinds } from '../rules/validity.ts';

export const officialDocuments = pgTable('official_document', {
  itemId: uuid('item_id').primaryKey(),
  revisionId: uuid('revision_id').notNull(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  isPublic: boolean('is_public').notNull(),
  title: text().notNull(),
  documentNumber: text('document_number'),
  issuers: text().array().notNull(),
  kind: text(),
  issuedKind: text('issued_kind'),
  issuedTitle: text('issued_title'),
  theme: text(),
  writtenOn: day('written_on').notNull(),
  publishedOn: day('published_on'),
  effectiveOn: day('effective_on'),
  lapsesOn: day('lapses_on'),
  isNormative: boolean('is_normative').notNull(),
  unifiedNumber: text('unified_number'),
});
export type OfficialDocumentRow = typeof officialDocuments.$inferSelect;

export const documentClauses = pgTable(
  'document_clause',
  {
    itemId: uuid('item_id').notNull(),
    position: integer().notNull(),
    anchor: text().notNull(),
    parent: text(),
    level: text({ enum: clauseLevels }).notNull(),
    label: text(),
    heading: text(),
    text: text('clause_text').notNull(),
    rows: jsonb('cell_rows').$type<readonly (readonly string[])[]>(),
  },
  (table) => [primaryKey({ name: 'document_clause_pk', columns: [table.itemId, table.position] })],
);

export const documentRelations = pgTable('document_relation', {
  id: uuid().primaryKey(),
  fromItemId: uuid('from_item_id').notNull(),
  kind: text({ enum: relationKinds }).notNull(),
  toItemId: uuid('to_item_id'),
  toTitle: text('to_title'),
  toNumber: text('to_number'),
  part: text(),
  onDay: day('on_day'),
  enteredBy: text('entered_by'),
  enteredByName: text('entered_by_name'),
  enteredOn: day('entered_on'),
  reason: text(),
  dismissedByName: text('dismissed_by_name'),
  dismissedOn: day('dismissed_on'),
  dismissalReason: text('dismissal_reason'),
});
export type DocumentRelationRow = typeof documentRelations.$inferSelect;

export const documentVersions = pgTable(
  'document_version',
  {
    itemId: uuid('item_id').notNull(),
    number: integer().notNull(),
    revisionId: uuid('revision_id').notNull(),
    appliesFrom: day('applies_from').notNull(),
    amendedByItemId: uuid('amended_by_item_id'),
    clauses: jsonb().$type<readonly DocumentClause[]>().notNull(),
    recordedOn: day('recorded_on').notNull(),
  },
  (table) => [primaryKey({ name: 'document_version_pk', columns: [table.itemId, table.number] })],
);
export type DocumentVersionRow = typeof documentVersions.$inferSelect;

/** A stored clause as the rules know it; the place in the file is not kept. */
export function clauseOfRow(row: typeof documentClauses.$inferSelect): DocumentClause {
  const { anchor, parent, level, label, heading, text: words, rows } = row;
  return { anchor, parent, level, label, heading, text: words, rows, place: {} };
}
