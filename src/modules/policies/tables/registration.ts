/** Rows of the three-unity registration. How far one is follows from its marks in `rules/registration`. */
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { day } from '#kernel/db/columns.ts';
import { legalityOpinions } from '../rules/registration.ts';

export const unifiedCodes = pgTable('unified_code', {
  unitId: uuid('unit_id').primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  code: text().notNull(),
  lastYear: integer('last_year').notNull(),
  lastSerial: integer('last_serial').notNull(),
});

export const normativeRegistrations = pgTable('normative_registration', {
  itemId: uuid('item_id').primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  title: text().notNull(),
  sentOn: day('sent_on').notNull(),
  sentByName: text('sent_by_name').notNull(),
  revisionId: uuid('revision_id').notNull(),
  opinion: text({ enum: legalityOpinions }),
  opinionText: text('opinion_text'),
  earlyReason: text('early_reason'),
  reviewedOn: day('reviewed_on'),
  reviewedBy: text('reviewed_by'),
  reviewedByName: text('reviewed_by_name'),
  unifiedNumber: text('unified_number'),
  numberedOn: day('numbered_on'),
  issuedOn: day('issued_on'),
});
export type NormativeRegistrationRow = typeof normativeRegistrations.$inferSelect;
