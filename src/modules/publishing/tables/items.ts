/** Rows of items. The state is judged in `rules/item-state`; revisions and events are only ever added. */
import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import type { ItemContent } from '../rules/content.ts';
import {
  type ItemEvent,
  type ItemEventKind,
  itemStages,
  publicStandings,
  reviewSteps,
  secrecyOpinions,
} from '../rules/item-state.ts';
import { opennessKinds, withholdingGrounds } from '../rules/openness.ts';

export const items = pgTable('item', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  kind: text().notNull(),
  columnId: uuid('column_id').notNull(),
  title: text().notNull(),
  indexNumber: text('index_number'),
  stage: text({ enum: itemStages }).notNull(),
  standing: text({ enum: publicStandings }).notNull(),
  openness: text({ enum: opennessKinds }),
  workingRevisionId: uuid('working_revision_id').notNull(),
  approvedRevisionId: uuid('approved_revision_id'),
  publishedRevisionId: uuid('published_revision_id'),
  secrecy: text({ enum: secrecyOpinions }),
  owesLaterReview: boolean('owes_later_review').notNull(),
  wasReturned: boolean('was_returned').notNull(),
  version: integer().notNull(),
  formedOn: day('formed_on'),
  publishedOn: day('published_on'),
  publishedAt: instant('published_at'),
  updatedOn: day('updated_on'),
  releaseAt: instant('release_at'),
  withdrawAt: instant('withdraw_at'),
  withdrawalReason: text('withdrawal_reason'),
  createdBy: text('created_by').notNull(),
  createdByName: text('created_by_name').notNull(),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
});
export type ItemRow = typeof items.$inferSelect;

/** A finding as it is kept: what it is and where, never the marked text itself. */
export interface KeptFinding {
  readonly code: string;
  readonly severity: 'block' | 'confirm';
  readonly spanDigest: string;
  /** Of the place a reason must be given for; missing in checks kept before places were. */
  readonly placeDigest?: string;
  /** `正文`, or the title of the attachment. */
  readonly part: string;
}

export const itemRevisions = pgTable('item_revision', {
  id: uuid().primaryKey(),
  itemId: uuid('item_id').notNull(),
  number: integer().notNull(),
  content: jsonb().$type<ItemContent>().notNull(),
  digest: text().notNull(),
  plainText: text('plain_text').notNull(),
  madeBy: text('made_by').notNull(),
  madeByName: text('made_by_name').notNull(),
  madeAt: instant('made_at').notNull(),
  note: text(),
});
export type ItemRevision = typeof itemRevisions.$inferSelect;

export const itemEvents = pgTable(
  'item_event',
  {
    itemId: uuid('item_id').notNull(),
    number: integer().notNull(),
    kind: text().$type<ItemEventKind>().notNull(),
    revisionId: uuid('revision_id').notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: instant().notNull(),
    onDay: day('on_day').notNull(),
    step: text({ enum: reviewSteps }),
    opinion: text({ enum: secrecyOpinions }),
    openness: text({ enum: opennessKinds }),
    ground: text({ enum: withholdingGrounds }),
    reason: text(),
  },
  (table) => [primaryKey({ name: 'item_event_pk', columns: [table.itemId, table.number] })],
);
export type ItemEventRow = typeof itemEvents.$inferSelect;

export const itemChecks = pgTable('item_check', {
  revisionId: uuid('revision_id').primaryKey(),
  checkedAt: instant('checked_at').notNull(),
  hints: integer().notNull(),
  findings: jsonb().$type<readonly KeptFinding[]>().notNull(),
});

export const itemColumns = pgTable(
  'item_column',
  { itemId: uuid('item_id').notNull(), columnId: uuid('column_id').notNull() },
  (table) => [primaryKey({ name: 'item_column_pk', columns: [table.itemId, table.columnId] })],
);

export const releaseDemands = pgTable('release_demand', {
  id: uuid().primaryKey(),
  itemId: uuid('item_id').notNull(),
  kind: text().notNull(),
  title: text().notNull(),
  companionItemId: uuid('companion_item_id'),
  waiverReason: text('waiver_reason'),
  waivedByName: text('waived_by_name'),
  waivedOn: day('waived_on'),
});

export const catalogueCodes = pgTable('catalogue_code', {
  unitId: uuid('unit_id').primaryKey(),
  code: text().notNull(),
});

export const catalogueSerials = pgTable(
  'catalogue_serial',
  {
    unitId: uuid('unit_id').notNull(),
    year: integer().notNull(),
    lastSerial: integer('last_serial').notNull(),
  },
  (table) => [primaryKey({ name: 'catalogue_serial_pk', columns: [table.unitId, table.year] })],
);

/** A stored event as the rules fold it; a row without what its kind needs is a fault of the database. */
export function itemEventOf(row: ItemEventRow): ItemEvent {
  const { revisionId, byId: by } = row;
  switch (row.kind) {
    case 'passed':
      if (row.step === null) throw new Error(`event ${row.number} of item ${row.itemId} names no step`);
      return { kind: row.kind, revisionId, by, step: row.step };
    case 'secrecyReviewed':
      if (row.opinion === null) throw new Error(`event ${row.number} of item ${row.itemId} has no opinion`);
      return { kind: row.kind, revisionId, by, opinion: row.opinion };
    case 'released':
    case 'imported':
    case 'opennessChanged':
      if (row.openness === null) throw new Error(`event ${row.number} of item ${row.itemId} has no openness`);
      return { kind: row.kind, revisionId, by, openness: row.openness };
    default:
      return { kind: row.kind, revisionId, by };
  }
}
