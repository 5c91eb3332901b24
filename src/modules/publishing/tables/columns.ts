/** Rows of columns. Judged in `rules/columns`, written by `service/columns`. */
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day } from '#kernel/db/columns.ts';
import { columnKinds, statutoryParts, type TopicRule } from '../rules/columns.ts';
import { statutoryDuties } from '../rules/kinds/item-kind.ts';

export const siteColumns = pgTable('site_column', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  parentId: uuid('parent_id'),
  code: text().notNull(),
  title: text().notNull(),
  kind: text({ enum: columnKinds }).notNull(),
  unitId: uuid('unit_id').notNull(),
  statutoryPart: text('statutory_part', { enum: statutoryParts }),
  duty: text({ enum: statutoryDuties }),
  description: text().notNull(),
  expectedContents: text('expected_contents').array().notNull(),
  updateIntervalDays: integer('update_interval_days'),
  topicRule: jsonb('topic_rule').$type<TopicRule>(),
  position: integer().notNull(),
  openedOn: day('opened_on').notNull(),
  closedOn: day('closed_on'),
  closingReason: text('closing_reason'),
});
export const statutoryAbsences = pgTable(
  'statutory_absence',
  {
    unitId: uuid('unit_id').notNull(),
    duty: text({ enum: statutoryDuties }).notNull(),
    reason: text().notNull(),
    declaredBy: text('declared_by').notNull(),
    declaredByName: text('declared_by_name').notNull(),
    declaredOn: day('declared_on').notNull(),
  },
  (table) => [primaryKey({ name: 'statutory_absence_pk', columns: [table.unitId, table.duty] })],
);

export type SiteColumn = typeof siteColumns.$inferSelect;
