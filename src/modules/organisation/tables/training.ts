/** Rows of trainings; written by this module's commands alone. */
import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import { type TrainingAudience, trainingKinds, trainingModes } from '../rules/training.ts';

export const trainingSessions = pgTable('training_session', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  kind: text({ enum: trainingKinds }).notNull(),
  organiserId: uuid('organiser_id').notNull(),
  topic: text().notNull(),
  plannedFor: day('planned_for').notNull(),
  mode: text({ enum: trainingModes }).notNull(),
  place: text().notNull(),
  minutes: integer().notNull(),
  audiences: text().array().$type<TrainingAudience[]>().notNull(),
  lecturer: text().notNull(),
  law: text(),
  policyTitle: text('policy_title'),
  policyNumber: text('policy_number'),
  heldOn: day('held_on'),
  summary: text().notNull(),
  cancelledOn: day('cancelled_on'),
  cancelReason: text('cancel_reason'),
  createdByName: text('created_by_name').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const trainingInvitedUnits = pgTable(
  'training_invited_unit',
  { sessionId: uuid('session_id').notNull(), unitId: uuid('unit_id').notNull() },
  (table) => [primaryKey({ name: 'training_invited_unit_pk', columns: [table.sessionId, table.unitId] })],
);

export const trainingAttendees = pgTable(
  'training_attendee',
  {
    sessionId: uuid('session_id').notNull(),
    officerId: uuid('officer_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    newEntrant: boolean('new_entrant').notNull(),
  },
  (table) => [primaryKey({ name: 'training_attendee_pk', columns: [table.sessionId, table.officerId] })],
);

export const trainingHeadCounts = pgTable(
  'training_head_count',
  {
    sessionId: uuid('session_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    heads: integer().notNull(),
    newEntrants: integer('new_entrants').notNull(),
  },
  (table) => [primaryKey({ name: 'training_head_count_pk', columns: [table.sessionId, table.unitId] })],
);

export const trainingMaterials = pgTable('training_material', {
  id: uuid().primaryKey(),
  sessionId: uuid('session_id').notNull(),
  fileId: uuid('file_id').notNull(),
  addedByName: text('added_by_name').notNull(),
  addedAt: instant('added_at').notNull(),
});
