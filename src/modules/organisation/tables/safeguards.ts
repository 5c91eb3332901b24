/** Rows of who answers in a unit, budget notes, the responsibility ledger and yearly minimums; written by commands alone. */
import { bigint, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import type { UnitKind } from '../rules/kinds.ts';
import { minimumSubjects } from '../rules/minimums.ts';
import { outletKinds, unitDuties } from '../rules/safeguards.ts';

export const unitDutyHolders = pgTable('unit_duty_holder', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  duty: text({ enum: unitDuties }).notNull(),
  officerId: uuid('officer_id'),
  name: text().notNull(),
  position: text().notNull(),
  fromDay: day('from_day').notNull(),
  untilDay: day('until_day'),
  createdByName: text('created_by_name').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const budgetNotes = pgTable('budget_note', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  year: integer().notNull(),
  amountFen: bigint('amount_fen', { mode: 'number' }).notNull(),
  source: text().notNull(),
  note: text().notNull(),
  notedOn: day('noted_on').notNull(),
  replacedOn: day('replaced_on'),
  notedByName: text('noted_by_name').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const onlineOutlets = pgTable('online_outlet', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  kind: text({ enum: outletKinds }).notNull(),
  name: text().notNull(),
  address: text().notNull(),
  registeredOn: day('registered_on').notNull(),
  closedOn: day('closed_on'),
  closeReason: text('close_reason'),
});

export const responsibilitySignings = pgTable(
  'responsibility_signing',
  {
    outletId: uuid('outlet_id').notNull(),
    seq: integer().notNull(),
    officerId: uuid('officer_id'),
    name: text().notNull(),
    position: text().notNull(),
    signedOn: day('signed_on').notNull(),
    validThrough: day('valid_through'),
    byName: text('by_name').notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ name: 'responsibility_signing_pk', columns: [table.outletId, table.seq] })],
);

export const yearlyMinimums = pgTable(
  'yearly_minimum',
  {
    jurisdictionId: uuid('jurisdiction_id').notNull(),
    year: integer().notNull(),
    subject: text({ enum: minimumSubjects }).notNull(),
    least: integer().notNull(),
    unitKinds: text('unit_kinds').array().$type<UnitKind[]>().notNull(),
    basis: text().notNull(),
    setByName: text('set_by_name').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'yearly_minimum_pk', columns: [table.jurisdictionId, table.year, table.subject] }),
  ],
);
