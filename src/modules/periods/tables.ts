/** Local limits, and the record of what moved when something changed. Judged in `rules/`. */
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';

export const periodTargets = pgTable('period_target', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  rule: text().notNull(),
  length: integer().notNull(),
  basis: text().notNull(),
  fromDay: day('from_day').notNull(),
  untilDay: day('until_day'),
  setBy: text('set_by').notNull(),
  setByName: text('set_by_name').notNull(),
  setAt: instant('set_at').notNull(),
});

export type StoredTarget = typeof periodTargets.$inferSelect;

export const periodChanges = pgTable('period_change', {
  id: uuid().primaryKey(),
  kind: text({ enum: ['calendar', 'target'] }).notNull(),
  summary: text().notNull(),
  moved: integer().notNull(),
  madeAt: instant('made_at').notNull(),
});

export const periodMoves = pgTable('period_move', {
  changeId: uuid('change_id').notNull(),
  seq: integer().notNull(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  title: text().notNull(),
  dueBefore: day('due_before'),
  dueAfter: day('due_after'),
  address: text().notNull(),
  told: uuid().array().notNull(),
});
