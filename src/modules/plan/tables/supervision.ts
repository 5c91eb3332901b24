/** Tables of supervision orders. Folded in `rules/supervision`, read in `queries/supervision`. */
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { beijingDayOf } from '#kernel/clock.ts';
import { instant } from '#kernel/db/columns.ts';
import {
  escalationModes,
  type OrderEvent,
  type OrderEventContent,
  orderEventSchema,
  orderStatuses,
  supervisionLevels,
} from '../rules/supervision/shapes.ts';

export const supervisionNumbers = pgTable(
  'supervision_number',
  {
    jurisdictionId: uuid('jurisdiction_id').notNull(),
    year: integer().notNull(),
    lastSerial: integer('last_serial').notNull(),
  },
  (table) => [primaryKey({ name: 'supervision_number_pk', columns: [table.jurisdictionId, table.year] })],
);

export const supervisionIssues = pgTable('supervision_issue', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  year: integer().notNull(),
  serial: integer().notNull(),
  subject: text().notNull(),
  requirement: text().notNull(),
  escalation: text({ enum: escalationModes }).notNull(),
  escalationDays: integer('escalation_days').notNull(),
  issuedBy: uuid('issued_by'),
  issuedByName: text('issued_by_name').notNull(),
  officeName: text('office_name'),
  issuedAt: instant('issued_at').notNull(),
});

export const supervisionOrders = pgTable('supervision_order', {
  id: uuid().primaryKey(),
  issueId: uuid('issue_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  status: text({ enum: orderStatuses }).notNull(),
  level: text({ enum: supervisionLevels }).notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const supervisionOrderTasks = pgTable(
  'supervision_order_task',
  { orderId: uuid('order_id').notNull(), taskId: uuid('task_id').notNull() },
  (table) => [primaryKey({ name: 'supervision_order_task_pk', columns: [table.orderId, table.taskId] })],
);

export const supervisionEvents = pgTable(
  'supervision_event',
  {
    orderId: uuid('order_id').notNull(),
    seq: integer().notNull(),
    kind: text().notNull(),
    details: jsonb().$type<OrderEventContent>().notNull(),
    at: instant().notNull(),
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
  },
  (table) => [primaryKey({ name: 'supervision_event_pk', columns: [table.orderId, table.seq] })],
);

export const supervisionFiles = pgTable('supervision_file', {
  fileId: uuid('file_id').primaryKey(),
  orderId: uuid('order_id').notNull(),
  eventSeq: integer('event_seq'),
  addedBy: uuid('added_by'),
  addedAt: instant('added_at').notNull(),
});

export type StoredOrder = typeof supervisionOrders.$inferSelect;
export type StoredIssue = typeof supervisionIssues.$inferSelect;
export type StoredOrderEvent = typeof supervisionEvents.$inferSelect;

/** The event as rules judge it, with its day in Beijing. */
export function orderEventOfRow(row: Pick<StoredOrderEvent, 'details' | 'at'>): OrderEvent {
  return { ...orderEventSchema.parse(row.details), day: beijingDayOf(row.at) };
}
