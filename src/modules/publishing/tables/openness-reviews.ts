/** Rows of review rounds. Judged in `rules/openness-review`, written by `service/openness-reviews`. */
import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day } from '#kernel/db/columns.ts';
import { opennessKinds, withholdingGrounds } from '../rules/openness.ts';
import { keptOpenness, reviewVerdicts } from '../rules/openness-review.ts';

export const opennessReviews = pgTable('openness_review', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  title: text().notNull(),
  dueOn: day('due_on').notNull(),
  openedOn: day('opened_on').notNull(),
  openedByName: text('opened_by_name').notNull(),
  closedOn: day('closed_on'),
});
export type OpennessReview = typeof opennessReviews.$inferSelect;

export const opennessReviewItems = pgTable(
  'openness_review_item',
  {
    reviewId: uuid('review_id').notNull(),
    itemId: uuid('item_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    opennessBefore: text('openness_before', { enum: keptOpenness }).notNull(),
    verdict: text({ enum: reviewVerdicts }),
    openness: text({ enum: opennessKinds }),
    ground: text({ enum: withholdingGrounds }),
    reason: text(),
    judgedBy: text('judged_by'),
    judgedByName: text('judged_by_name'),
    judgedOn: day('judged_on'),
    returnedReason: text('returned_reason'),
    confirmedByName: text('confirmed_by_name'),
    confirmedOn: day('confirmed_on'),
  },
  (table) => [primaryKey({ name: 'openness_review_item_pk', columns: [table.reviewId, table.itemId] })],
);
export type OpennessReviewItem = typeof opennessReviewItems.$inferSelect;
