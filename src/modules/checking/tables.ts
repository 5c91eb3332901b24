/** The office's words, overrides and runs. Judged in `rules/`. */
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import { severities } from './rules/finding.ts';
import { wordKinds } from './rules/words-in-force.ts';

export const checkWords = pgTable('check_word', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id'),
  kind: text({ enum: wordKinds }).notNull(),
  phrase: text().notNull(),
  replacement: text(),
  severity: text({ enum: severities }).notNull(),
  reason: text().notNull(),
  fromDay: day('from_day').notNull(),
  untilDay: day('until_day'),
  supersedesId: uuid('supersedes_id'),
  createdBy: text('created_by').notNull(),
  createdByName: text('created_by_name').notNull(),
  createdAt: instant('created_at').notNull(),
  endedByName: text('ended_by_name'),
  endedOn: day('ended_on'),
  endReason: text('end_reason'),
});

export const checkOverrides = pgTable('check_override', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  code: text().notNull(),
  severity: text({ enum: ['block', 'confirm'] }).notNull(),
  spanDigest: text('span_digest').notNull(),
  placeDigest: text('place_digest'),
  documentName: text('document_name').notNull(),
  reason: text().notNull(),
  createdBy: text('created_by').notNull(),
  createdByName: text('created_by_name').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const checkRuns = pgTable('check_run', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  documentName: text('document_name').notNull(),
  characters: integer().notNull(),
  blocks: integer().notNull(),
  confirms: integer().notNull(),
  hints: integer().notNull(),
  checkedBy: text('checked_by').notNull(),
  checkedByName: text('checked_by_name').notNull(),
  checkedOn: day('checked_on').notNull(),
  checkedAt: instant('checked_at').notNull(),
});
