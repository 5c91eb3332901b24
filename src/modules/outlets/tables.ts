/** Outlets, deliveries with their attempts, subscribers. */
import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import type { OutletFilter } from './rules/delivery-state.ts';
import { deliveryActs, deliveryStates } from './rules/delivery-state.ts';
import { outletKinds } from './rules/outlet-kinds.ts';

export const outlets = pgTable('outlet', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  kind: text({ enum: outletKinds }).notNull(),
  title: text().notNull(),
  settings: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
  sealedSecrets: text('sealed_secrets'),
  filter: jsonb().$type<OutletFilter>().notNull(),
  isAutomatic: boolean('is_automatic').notNull(),
  openedOn: day('opened_on').notNull(),
  closedOn: day('closed_on'),
  closingReason: text('closing_reason'),
  version: integer().notNull(),
});
export type OutletRow = typeof outlets.$inferSelect;

export const outletDeliveries = pgTable('outlet_delivery', {
  id: uuid().primaryKey(),
  outletId: uuid('outlet_id').notNull(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  itemId: uuid('item_id').notNull(),
  revisionId: uuid('revision_id').notNull(),
  act: text({ enum: deliveryActs }).notNull(),
  title: text().notNull(),
  state: text({ enum: deliveryStates }).notNull(),
  receipt: text(),
  detail: text().notNull(),
  attempts: integer().notNull(),
  askedBy: text('asked_by').notNull(),
  askedByName: text('asked_by_name').notNull(),
  askedAt: instant('asked_at').notNull(),
  settledAt: instant('settled_at'),
  settledByName: text('settled_by_name'),
});
export type DeliveryRow = typeof outletDeliveries.$inferSelect;

export const outletAttempts = pgTable(
  'outlet_attempt',
  {
    deliveryId: uuid('delivery_id').notNull(),
    seq: integer().notNull(),
    beganAt: instant('began_at').notNull(),
    endedAt: instant('ended_at'),
    outcome: text({ enum: ['delivered', 'failed', 'uncertain', 'handOff'] }),
    detail: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.seq] })],
);

export const outletSubscribers = pgTable('outlet_subscriber', {
  id: uuid().primaryKey(),
  outletId: uuid('outlet_id').notNull(),
  addressPrint: text('address_print').notNull(),
  sealedAddress: text('sealed_address'),
  columnCodes: text('column_codes').array().notNull(),
  askedAt: instant('asked_at').notNull(),
  confirmedAt: instant('confirmed_at'),
  endedAt: instant('ended_at'),
});
