/** Rows of disputes, rectifications, quality checks and guidance cases. States are judged in `rules/disputes`; events are only ever added. */
import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import { guidanceStatuses } from '../rules/disputes/guidance.ts';
import { partyRoles } from '../rules/disputes/parties.ts';
import type { QualityScores } from '../rules/disputes/quality-sample.ts';
import {
  type RectificationEventContent,
  rectificationSources,
  rectificationStatuses,
} from '../rules/disputes/rectification.ts';
import { disputeCapacities } from '../rules/disputes/report-cell.ts';
import {
  type DisputeEventContent,
  type DisputeEventKind,
  disputeOutcomes,
  disputeStatuses,
  disputeWays,
} from '../rules/disputes/shapes.ts';

export const disputeSerials = pgTable(
  'dispute_serial',
  {
    jurisdictionId: uuid('jurisdiction_id').notNull(),
    year: integer().notNull(),
    lastSerial: integer('last_serial').notNull(),
  },
  (table) => [primaryKey({ name: 'dispute_serial_pk', columns: [table.jurisdictionId, table.year] })],
);

export const disputes = pgTable('dispute', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  number: text().notNull(),
  unitId: uuid('unit_id').notNull(),
  handlingUnitId: uuid('handling_unit_id').notNull(),
  requestId: uuid('request_id'),
  olderCase: text('older_case').notNull(),
  reviewId: uuid('review_id'),
  way: text({ enum: disputeWays }).notNull(),
  capacity: text({ enum: disputeCapacities }).notNull(),
  subject: text().notNull(),
  ground: text(),
  authority: text().notNull(),
  actKnownOn: day('act_known_on'),
  reviewReceivedOn: day('review_received_on'),
  openedOn: day('opened_on').notNull(),
  status: text({ enum: disputeStatuses }).notNull(),
  outcome: text({ enum: disputeOutcomes }),
  closedOn: day('closed_on'),
  createdBy: text('created_by').notNull(),
  createdByName: text('created_by_name').notNull(),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
});
export type DisputeRecord = typeof disputes.$inferSelect;

export const disputeParties = pgTable(
  'dispute_party',
  {
    disputeId: uuid('dispute_id').notNull(),
    position: integer().notNull(),
    role: text({ enum: partyRoles }).notNull(),
    maskedName: text('masked_name').notNull(),
    sealed: text().notNull(),
  },
  (table) => [primaryKey({ name: 'dispute_party_pk', columns: [table.disputeId, table.position] })],
);

export const disputeEvents = pgTable(
  'dispute_event',
  {
    disputeId: uuid('dispute_id').notNull(),
    number: integer().notNull(),
    kind: text().$type<DisputeEventKind>().notNull(),
    onDay: day('on_day').notNull(),
    content: jsonb().$type<DisputeEventContent>().notNull(),
    fileId: uuid('file_id'),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ name: 'dispute_event_pk', columns: [table.disputeId, table.number] })],
);

export const rectifications = pgTable('rectification', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  disputeId: uuid('dispute_id'),
  source: text({ enum: rectificationSources }).notNull(),
  title: text().notNull(),
  demands: text().notNull(),
  documentNumber: text('document_number').notNull(),
  receivedOn: day('received_on').notNull(),
  dueOn: day('due_on').notNull(),
  status: text({ enum: rectificationStatuses }).notNull(),
  submittedOn: day('submitted_on'),
  closedOn: day('closed_on'),
  inTime: boolean('in_time'),
  createdByName: text('created_by_name').notNull(),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
});
export type RectificationRecord = typeof rectifications.$inferSelect;

export const rectificationEvents = pgTable(
  'rectification_event',
  {
    rectificationId: uuid('rectification_id').notNull(),
    number: integer().notNull(),
    kind: text().notNull(),
    onDay: day('on_day').notNull(),
    content: jsonb().$type<RectificationEventContent>().notNull(),
    fileId: uuid('file_id'),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ name: 'rectification_event_pk', columns: [table.rectificationId, table.number] })],
);

export const rectificationReminders = pgTable(
  'rectification_reminder',
  {
    rectificationId: uuid('rectification_id').notNull(),
    dueOn: day('due_on').notNull(),
    step: integer().notNull(),
    officerIds: uuid('officer_ids').array().notNull(),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'rectification_reminder_once',
      columns: [table.rectificationId, table.dueOn, table.step],
    }),
  ],
);

export const qualityChecks = pgTable('quality_check', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  title: text().notNull(),
  fromDay: day('from_day').notNull(),
  untilDay: day('until_day').notNull(),
  unitIds: uuid('unit_ids').array().notNull(),
  seed: text().notNull(),
  size: integer().notNull(),
  population: integer().notNull(),
  populationDigest: text('population_digest').notNull(),
  createdByName: text('created_by_name').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const qualityCheckCases = pgTable(
  'quality_check_case',
  {
    checkId: uuid('check_id').notNull(),
    position: integer().notNull(),
    requestId: uuid('request_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    scores: jsonb().$type<QualityScores>(),
    total: integer(),
    remarks: text().notNull(),
    scoredByName: text('scored_by_name'),
    scoredAt: instant('scored_at'),
  },
  (table) => [primaryKey({ name: 'quality_check_case_pk', columns: [table.checkId, table.position] })],
);

export const guidanceCases = pgTable('guidance_case', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  disputeId: uuid('dispute_id'),
  title: text().notNull(),
  ground: text(),
  outcome: text({ enum: disputeOutcomes }),
  facts: text().notNull(),
  point: text().notNull(),
  lesson: text().notNull(),
  status: text({ enum: guidanceStatuses }).notNull(),
  publishedOn: day('published_on'),
  createdByName: text('created_by_name').notNull(),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
});
