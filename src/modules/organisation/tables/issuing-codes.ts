/** Rows of issuing codes; written by this module's commands alone. */
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';

export const issuingCodes = pgTable('issuing_code', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  code: text().notNull(),
  validFrom: day('valid_from'),
  validUntil: day('valid_until'),
  createdAt: instant('created_at').notNull(),
});
