/** Look-backs and the verdicts on their tasks. Judged in `rules/look-back.ts`. */
import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import { type LookBackProof, lookBackVerdictKinds } from '../rules/look-back.ts';
import { standings } from '../rules/shapes.ts';

export const lookBacks = pgTable('look_back', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  planId: uuid('plan_id').notNull(),
  dueOn: day('due_on').notNull(),
  openedBy: text('opened_by').notNull(),
  openedByName: text('opened_by_name').notNull(),
  openedAt: instant('opened_at').notNull(),
  closedByName: text('closed_by_name'),
  closedAt: instant('closed_at'),
  conclusion: text(),
});

export const lookBackVerdicts = pgTable('look_back_verdict', {
  id: uuid().primaryKey(),
  lookBackId: uuid('look_back_id').notNull(),
  taskId: uuid('task_id').notNull(),
  supersedesId: uuid('supersedes_id'),
  verdict: text({ enum: lookBackVerdictKinds }).notNull(),
  ground: text().notNull(),
  proof: jsonb().$type<readonly LookBackProof[]>().notNull(),
  standing: text({ enum: standings }).notNull(),
  standingReason: text('standing_reason').notNull(),
  issueId: uuid('issue_id'),
  judgedBy: text('judged_by').notNull(),
  judgedByName: text('judged_by_name').notNull(),
  judgedAt: instant('judged_at').notNull(),
});
