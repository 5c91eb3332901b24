/** Tables of bindings, computed standings, their evidence, overrides and history. Judged in `rules/`. */
import { boolean, doublePrecision, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import {
  bindingOrigins,
  bindingStatuses,
  changeSubjects,
  type EvidenceShape,
  measureScopes,
  repeats,
  type StandingBasis,
  type StandingCause,
  unitChoices,
} from '../rules/measuring/shapes.ts';
import { standings } from '../rules/shapes.ts';

export const taskBindings = pgTable('task_binding', {
  id: uuid().primaryKey(),
  taskId: uuid('task_id').notNull(),
  measureId: text('measure_id').notNull(),
  parameters: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
  every: text({ enum: repeats }),
  periodFrom: day('period_from'),
  periodUntil: day('period_until'),
  scope: text({ enum: measureScopes }).notNull(),
  unitChoice: text('unit_choice', { enum: unitChoices }).notNull(),
  unitIds: uuid('unit_ids').array().notNull(),
  target: doublePrecision().notNull(),
  status: text({ enum: bindingStatuses }).notNull(),
  origin: text({ enum: bindingOrigins }).notNull(),
  reason: text().notNull(),
  proposedAt: instant('proposed_at').notNull(),
  decidedBy: uuid('decided_by'),
  decidedByName: text('decided_by_name'),
  decidedAt: instant('decided_at'),
  decisionReason: text('decision_reason'),
  version: integer().notNull(),
});

export const taskStandings = pgTable('task_standing', {
  taskId: uuid('task_id').primaryKey(),
  standing: text({ enum: standings }).notNull(),
  reason: text().notNull(),
  isBound: boolean('is_bound').notNull(),
  basis: jsonb().$type<StandingBasis>().notNull(),
  fingerprint: text().notNull(),
  since: instant().notNull(),
  evaluatedAt: instant('evaluated_at').notNull(),
});

export const planEvaluations = pgTable('plan_evaluation', {
  planId: uuid('plan_id').primaryKey(),
  evaluatedAt: instant('evaluated_at'),
  tasks: integer().notNull(),
  changed: integer().notNull(),
  requestedAt: instant('requested_at'),
});

export const evaluationRequests = pgTable('evaluation_request', {
  taskId: uuid('task_id').primaryKey(),
  requestedBy: uuid('requested_by'),
  requestedByName: text('requested_by_name').notNull(),
  requestedAt: instant('requested_at').notNull(),
});

export const measuredFigures = pgTable('measured_figure', {
  digest: text().primaryKey(),
  evidence: jsonb().$type<readonly EvidenceShape[]>().notNull(),
  createdAt: instant('created_at').notNull(),
});

export const standingOverrides = pgTable('standing_override', {
  id: uuid().primaryKey(),
  taskId: uuid('task_id').notNull(),
  standing: text({ enum: standings }).notNull(),
  reason: text().notNull(),
  setBy: uuid('set_by'),
  setByName: text('set_by_name').notNull(),
  setByUnit: text('set_by_unit').notNull(),
  setAt: instant('set_at').notNull(),
  withdrawnByName: text('withdrawn_by_name'),
  withdrawnAt: instant('withdrawn_at'),
  withdrawnReason: text('withdrawn_reason'),
});

export const standingChanges = pgTable('standing_change', {
  id: uuid().primaryKey(),
  taskId: uuid('task_id').notNull(),
  subject: text({ enum: changeSubjects }).notNull(),
  before: text({ enum: standings }),
  after: text({ enum: standings }),
  causes: jsonb().$type<readonly StandingCause[]>().notNull(),
  actorId: uuid('actor_id'),
  actorName: text('actor_name').notNull(),
  at: instant().notNull(),
});
