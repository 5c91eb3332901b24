/** Tables of plans, their tasks and assignments. Judged in `rules/`, read in `queries/`. */
import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import type { SourcePlace } from '#kernel/reading/source.ts';
import { deadlineKinds, type QuotaReading } from '../reader/reading.ts';
import { assignmentRoles, type DeadlineShape, planKinds } from '../rules/shapes.ts';

export const plans = pgTable('plan', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  year: integer().notNull(),
  title: text().notNull(),
  docNumber: text('doc_number'),
  issuer: text(),
  kind: text({ enum: planKinds }).notNull(),
  issuedOn: day('issued_on'),
  sourceFileId: uuid('source_file_id'),
  confirmedBy: text('confirmed_by').notNull(),
  confirmedAt: instant('confirmed_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  version: integer().notNull(),
});

export const tasks = pgTable('task', {
  id: uuid().primaryKey(),
  planId: uuid('plan_id').notNull(),
  ordinal: integer().notNull(),
  no: integer(),
  section: text(),
  subsection: text(),
  item: text(),
  requirement: text().notNull(),
  printedLead: text('printed_lead').array().notNull(),
  printedResponsible: text('printed_responsible').array().notNull(),
  printedCooperating: text('printed_cooperating').array().notNull(),
  deadlineText: text('deadline_text'),
  deadlineKind: text('deadline_kind', { enum: deadlineKinds }).notNull(),
  deadlineDate: day('deadline_date'),
  deadline: jsonb().$type<DeadlineShape>().notNull(),
  quotas: jsonb().$type<readonly QuotaReading[]>().notNull(),
  source: jsonb().$type<SourcePlace>().notNull(),
  withdrawnAt: instant('withdrawn_at'),
});

export const assignments = pgTable(
  'assignment',
  {
    taskId: uuid('task_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    role: text({ enum: assignmentRoles }).notNull(),
    printedName: text('printed_name').notNull(),
    throughCollective: boolean('through_collective').notNull(),
  },
  (table) => [primaryKey({ name: 'assignment_pk', columns: [table.taskId, table.unitId] })],
);
