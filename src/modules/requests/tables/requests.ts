/** Rows of requests. The state is judged in `rules/case-state`; events are only ever added. */
import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import { applicantKinds } from '../rules/applicants.ts';
import { type CaseEvent, type CaseEventKind, intakeWays } from '../rules/case-events.ts';
import { caseEndings, caseStages } from '../rules/case-state.ts';
import { wantedChannels, wantedMedia } from '../rules/wanted.ts';

export const requests = pgTable('request', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  number: text().notNull(),
  way: text({ enum: intakeWays }).notNull(),
  applicantKind: text('applicant_kind', { enum: applicantKinds }).notNull(),
  subject: text().notNull(),
  description: text().notNull(),
  wantedMedium: text('wanted_medium', { enum: wantedMedia }).notNull(),
  wantedChannel: text('wanted_channel', { enum: wantedChannels }).notNull(),
  contentDigest: text('content_digest').notNull(),
  arrivedOn: day('arrived_on').notNull(),
  handlingUnitId: uuid('handling_unit_id'),
  officerIds: uuid('officer_ids').array().notNull(),
  internalDue: day('internal_due'),
  stage: text({ enum: caseStages }).notNull(),
  ending: text({ enum: caseEndings }),
  receivedOn: day('received_on'),
  leaf: text(),
  repliedOn: day('replied_on'),
  closedOn: day('closed_on'),
  archivedOn: day('archived_on'),
  isTouched: boolean('is_touched').notNull(),
  awaitsConsent: boolean('awaits_consent').notNull().default(false),
  nextOn: day('next_on'),
  nextWhat: text('next_what'),
  mergedIntoId: uuid('merged_into_id'),
  splitFromId: uuid('split_from_id'),
  conversionItemId: uuid('conversion_item_id'),
  filingKey: text('filing_key'),
  version: integer().notNull(),
  createdBy: text('created_by').notNull(),
  createdByName: text('created_by_name').notNull(),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
});
export type RequestRow = typeof requests.$inferSelect;

export const requestApplicants = pgTable('request_applicant', {
  requestId: uuid('request_id').primaryKey(),
  maskedName: text('masked_name').notNull(),
  maskedContact: text('masked_contact').notNull(),
  sealed: text(),
  personDigest: text('person_digest').notNull(),
  queryDigest: text('query_digest').notNull(),
  contactDigest: text('contact_digest').notNull(),
  erasedOn: day('erased_on'),
});
export type RequestApplicantRow = typeof requestApplicants.$inferSelect;

export const requestEvents = pgTable(
  'request_event',
  {
    requestId: uuid('request_id').notNull(),
    number: integer().notNull(),
    kind: text().$type<CaseEventKind>().notNull(),
    onDay: day('on_day').notNull(),
    content: jsonb().$type<CaseEvent>().notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ name: 'request_event_pk', columns: [table.requestId, table.number] })],
);
export type RequestEventRow = typeof requestEvents.$inferSelect;

export const requestSerials = pgTable(
  'request_serial',
  {
    unitId: uuid('unit_id').notNull(),
    year: integer().notNull(),
    lastSerial: integer('last_serial').notNull(),
  },
  (table) => [primaryKey({ name: 'request_serial_pk', columns: [table.unitId, table.year] })],
);
