/** Tables of the office's records: guidance, good practice, matters. Written by `service/office-records`. */
import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import { guidanceKinds } from '../rules/office-records/guidance.ts';
import { stepKinds } from '../rules/office-records/matters.ts';
import { practiceDecisions } from '../rules/office-records/practices.ts';

export const guidances = pgTable('guidance', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  kind: text({ enum: guidanceKinds }).notNull(),
  unitId: uuid('unit_id').notNull(),
  subject: text().notNull(),
  body: text().notNull(),
  happenedOn: day('happened_on').notNull(),
  recordedBy: text('recorded_by').notNull(),
  recordedByName: text('recorded_by_name').notNull(),
  recordedAt: instant('recorded_at').notNull(),
  answer: text(),
  answeredByName: text('answered_by_name'),
  answeredOn: day('answered_on'),
  followUp: text('follow_up'),
  followUpDue: day('follow_up_due'),
  closing: text(),
  closedByName: text('closed_by_name'),
  closedOn: day('closed_on'),
});

export const guidanceTasks = pgTable(
  'guidance_task',
  { guidanceId: uuid('guidance_id').notNull(), taskId: uuid('task_id').notNull() },
  (table) => [primaryKey({ name: 'guidance_task_pk', columns: [table.guidanceId, table.taskId] })],
);

export const practiceCalls = pgTable('practice_call', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  title: text().notNull(),
  body: text().notNull(),
  dueOn: day('due_on').notNull(),
  calledByName: text('called_by_name').notNull(),
  calledOn: day('called_on').notNull(),
});

export const practices = pgTable('practice', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  callId: uuid('call_id'),
  taskId: uuid('task_id'),
  unitId: uuid('unit_id').notNull(),
  title: text().notNull(),
  body: text().notNull(),
  fileId: uuid('file_id'),
  contributedBy: text('contributed_by').notNull(),
  contributedByName: text('contributed_by_name').notNull(),
  contributedOn: day('contributed_on').notNull(),
  contributedAt: instant('contributed_at').notNull(),
  decision: text({ enum: practiceDecisions }),
  decidedByName: text('decided_by_name'),
  decidedOn: day('decided_on'),
  reason: text(),
});

export const practiceSpreads = pgTable('practice_spread', {
  id: uuid().primaryKey(),
  practiceId: uuid('practice_id').notNull(),
  place: text().notNull(),
  spreadOn: day('spread_on').notNull(),
  url: text(),
  recordedByName: text('recorded_by_name').notNull(),
});

export const matters = pgTable('matter', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  title: text().notNull(),
  note: text(),
  createdByName: text('created_by_name').notNull(),
  createdOn: day('created_on').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const matterTasks = pgTable(
  'matter_task',
  { matterId: uuid('matter_id').notNull(), taskId: uuid('task_id').notNull() },
  (table) => [primaryKey({ name: 'matter_task_pk', columns: [table.matterId, table.taskId] })],
);

export const matterSteps = pgTable('matter_step', {
  id: uuid().primaryKey(),
  matterId: uuid('matter_id').notNull(),
  position: integer().notNull(),
  kind: text({ enum: stepKinds }).notNull(),
  unitId: uuid('unit_id').notNull(),
  plannedOn: day('planned_on').notNull(),
  doneOn: day('done_on'),
  doneByName: text('done_by_name'),
  url: text(),
  note: text(),
});
