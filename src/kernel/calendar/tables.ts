/** Calendar years imported by an administrator. */
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../db/columns.ts';

export const workingCalendarYears = pgTable('working_calendar_year', {
  year: integer().primaryKey(),
  data: jsonb().notNull(),
  source: text().notNull(),
  importedBy: text('imported_by').notNull(),
  importedAt: instant('imported_at').notNull(),
});
