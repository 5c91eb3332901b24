/** Tables of jobs and of the recurring jobs' progress. */
import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../db/columns.ts';

export const jobs = pgTable('job', {
  id: uuid().primaryKey(),
  kind: text().notNull(),
  payload: jsonb().notNull(),
  uniqueKey: text('unique_key'),
  runAt: instant('run_at').notNull(),
  attempts: integer().notNull().default(0),
  maxAttempts: integer('max_attempts').notNull(),
  lockedUntil: instant('locked_until'),
  lockedBy: text('locked_by'),
  doneAt: instant('done_at'),
  failedAt: instant('failed_at'),
  lastError: text('last_error'),
  createdAt: instant('created_at').notNull(),
});

export const recurringJobs = pgTable('recurring_job', {
  name: text().primaryKey(),
  doneThrough: instant('done_through').notNull(),
});
