/** Rows of liaison appointments, their filing and handovers; written by this module's commands alone. */
import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import { handoverCategories, handoverParties } from '../rules/handover.ts';
import { filingEventKinds } from '../rules/liaison.ts';

export const liaisonAppointments = pgTable('liaison_appointment', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  officerId: uuid('officer_id').notNull(),
  substituteId: uuid('substitute_id'),
  formerId: uuid('former_id'),
  fromDay: day('from_day').notNull(),
  untilDay: day('until_day'),
  filingDays: integer('filing_days').notNull(),
  filingDue: day('filing_due'),
  createdByName: text('created_by_name').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const liaisonFilingEvents = pgTable(
  'liaison_filing_event',
  {
    appointmentId: uuid('appointment_id').notNull(),
    position: integer().notNull(),
    kind: text({ enum: filingEventKinds }).notNull(),
    day: day().notNull(),
    text: text().notNull(),
    byName: text('by_name').notNull(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ name: 'liaison_filing_event_pk', columns: [table.appointmentId, table.position] }),
  ],
);

export const liaisonFigures = pgTable('liaison_figure', {
  jurisdictionId: uuid('jurisdiction_id').primaryKey(),
  filingDays: integer('filing_days').notNull(),
  basis: text().notNull(),
  setByName: text('set_by_name').notNull(),
  setAt: instant('set_at').notNull(),
});

export const handovers = pgTable('handover', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  appointmentId: uuid('appointment_id').notNull(),
  giverId: uuid('giver_id').notNull(),
  receiverId: uuid('receiver_id').notNull(),
  witnessId: uuid('witness_id').notNull(),
  reason: text().notNull(),
  startedOn: day('started_on').notNull(),
  dueOn: day('due_on'),
  giverAbsentReason: text('giver_absent_reason'),
  completedOn: day('completed_on'),
  cancelledOn: day('cancelled_on'),
  cancelReason: text('cancel_reason'),
  createdByName: text('created_by_name').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const handoverItems = pgTable('handover_item', {
  id: uuid().primaryKey(),
  handoverId: uuid('handover_id').notNull(),
  position: integer().notNull(),
  category: text({ enum: handoverCategories }).notNull(),
  title: text().notNull(),
  detail: text().notNull(),
  address: text(),
  sourceKey: text('source_key'),
  givenOn: day('given_on'),
  givenByName: text('given_by_name'),
  takenOn: day('taken_on'),
  takenByName: text('taken_by_name'),
});

export const handoverSignatures = pgTable(
  'handover_signature',
  {
    handoverId: uuid('handover_id').notNull(),
    party: text({ enum: handoverParties }).notNull(),
    officerId: uuid('officer_id').notNull(),
    byName: text('by_name').notNull(),
    signedOn: day('signed_on').notNull(),
    signedAt: instant('signed_at').notNull(),
  },
  (table) => [primaryKey({ name: 'handover_signature_pk', columns: [table.handoverId, table.party] })],
);
