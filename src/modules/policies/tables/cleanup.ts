/** Rows of clean-up rounds. Their states are judged in `rules/cleanup`; lateness is never stored. */
import { boolean, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day } from '#kernel/db/columns.ts';
import { cleanupVerdicts } from '../rules/cleanup.ts';

export const cleanupRounds = pgTable('cleanup_round', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  title: text().notNull(),
  formedBefore: day('formed_before').notNull(),
  unitIds: uuid('unit_ids').array().notNull(),
  onlyNormative: boolean('only_normative').notNull(),
  dueOn: day('due_on').notNull(),
  reviewDueOn: day('review_due_on').notNull(),
  openedBy: text('opened_by').notNull(),
  openedByName: text('opened_by_name').notNull(),
  openedOn: day('opened_on').notNull(),
  listItemId: uuid('list_item_id'),
  concludedOn: day('concluded_on'),
  cancelledOn: day('cancelled_on'),
  cancellationReason: text('cancellation_reason'),
});
export type CleanupRoundRow = typeof cleanupRounds.$inferSelect;

export const cleanupEntries = pgTable(
  'cleanup_entry',
  {
    roundId: uuid('round_id').notNull(),
    itemId: uuid('item_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    verdict: text({ enum: cleanupVerdicts }),
    reason: text(),
    amendBy: day('amend_by'),
    givenBy: text('given_by'),
    givenByName: text('given_by_name'),
    givenOn: day('given_on'),
    reviewedBy: text('reviewed_by'),
    reviewedByName: text('reviewed_by_name'),
    reviewedOn: day('reviewed_on'),
    returnReason: text('return_reason'),
  },
  (table) => [primaryKey({ name: 'cleanup_entry_pk', columns: [table.roundId, table.itemId] })],
);
export type CleanupEntryRow = typeof cleanupEntries.$inferSelect;
