/** Rows of letters, their steps, texts and settings. Stages are judged in `rules/letters/letter-state`. */
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import type { DispositionLeafId } from '../rules/dispositions/leaves.ts';
import type { LetterValues } from '../rules/letters/letter-fields.ts';
import type { LetterKind, LetterSeries } from '../rules/letters/letter-kinds.ts';
import { letterStages } from '../rules/letters/letter-state.ts';
import { answeringBodies } from '../rules/remedies.ts';

export const requestLetters = pgTable('request_letter', {
  id: uuid().primaryKey(),
  requestId: uuid('request_id').notNull(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  kind: text().$type<LetterKind>().notNull(),
  leaf: text().$type<DispositionLeafId>(),
  stage: text({ enum: letterStages }).notNull(),
  template: text().notNull(),
  templateVersion: integer('template_version').notNull(),
  entered: jsonb().$type<LetterValues>().notNull(),
  drafters: text().array().notNull(),
  reviewedBy: text('reviewed_by'),
  documentNumber: text('document_number'),
  signedOn: day('signed_on'),
  frozen: jsonb().$type<LetterValues>(),
  pdfFileId: uuid('pdf_file_id'),
  pdfSha256: text('pdf_sha256'),
  docxFileId: uuid('docx_file_id'),
  docxSha256: text('docx_sha256'),
  version: integer().notNull(),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
});
export type RequestLetterRow = typeof requestLetters.$inferSelect;

export const requestLetterSteps = pgTable(
  'request_letter_step',
  {
    letterId: uuid('letter_id').notNull(),
    number: integer().notNull(),
    action: text().notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: instant().notNull(),
    note: text().notNull(),
  },
  (table) => [primaryKey({ name: 'request_letter_step_pk', columns: [table.letterId, table.number] })],
);

export const requestLetterSerials = pgTable(
  'request_letter_serial',
  {
    unitId: uuid('unit_id').notNull(),
    year: integer().notNull(),
    series: text().$type<LetterSeries>().notNull(),
    lastSerial: integer('last_serial').notNull(),
  },
  (table) => [
    primaryKey({ name: 'request_letter_serial_pk', columns: [table.unitId, table.year, table.series] }),
  ],
);

export const requestLetterTemplates = pgTable(
  'request_letter_template',
  {
    jurisdictionId: uuid('jurisdiction_id').notNull(),
    kind: text().$type<LetterKind>().notNull(),
    version: integer().notNull(),
    body: text().notNull(),
    note: text().notNull(),
    madeBy: text('made_by').notNull(),
    madeByName: text('made_by_name').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'request_letter_template_pk',
      columns: [table.jurisdictionId, table.kind, table.version],
    }),
  ],
);

export const requestRemedyBodies = pgTable('request_remedy_body', {
  jurisdictionId: uuid('jurisdiction_id').primaryKey(),
  superiorGovernment: text('superior_government').notNull(),
  basicCourt: text('basic_court').notNull(),
  intermediateCourt: text('intermediate_court').notNull(),
  changedByName: text('changed_by_name').notNull(),
  changedAt: instant('changed_at').notNull(),
});

export const requestLetterheads = pgTable('request_letterhead', {
  unitId: uuid('unit_id').primaryKey(),
  answeringBody: text('answering_body', { enum: answeringBodies }).notNull(),
  superiorDepartment: text('superior_department').notNull(),
  phone: text().notNull(),
  officeAddress: text('office_address').notNull(),
  letterCode: text('letter_code').notNull(),
  changedByName: text('changed_by_name').notNull(),
  changedAt: instant('changed_at').notNull(),
});
