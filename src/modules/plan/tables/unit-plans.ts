/** Tables of the units' own plans. Judged in `rules/unit-plans`, written by `service/unit-plans`. */
import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import { filingDecisions } from '../rules/unit-plans/filing.ts';

export const unitPlanDemands = pgTable('unit_plan_demand', {
  planId: uuid('plan_id').primaryKey(),
  days: integer().notNull(),
  dayUnit: text('day_unit', { enum: ['calendar', 'working'] }).notNull(),
  fromDay: day('from_day').notNull(),
  basis: text(),
  exemptUnitIds: uuid('exempt_unit_ids').array().notNull(),
  includesVillages: boolean('includes_villages').notNull(),
  setByName: text('set_by_name').notNull(),
  setAt: instant('set_at').notNull(),
});

export const unitPlans = pgTable('unit_plan', {
  id: uuid().primaryKey(),
  planId: uuid('plan_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  number: integer().notNull(),
  note: text(),
  fileId: uuid('file_id'),
  filedBy: text('filed_by').notNull(),
  filedByName: text('filed_by_name').notNull(),
  filedOn: day('filed_on').notNull(),
  filedAt: instant('filed_at').notNull(),
  decision: text({ enum: filingDecisions }),
  decidedByName: text('decided_by_name'),
  decidedOn: day('decided_on'),
  decidedAt: instant('decided_at'),
  reason: text(),
});

export const unitPlanLines = pgTable(
  'unit_plan_line',
  {
    unitPlanId: uuid('unit_plan_id').notNull(),
    position: integer().notNull(),
    body: text().notNull(),
    owner: text().notNull(),
    dueOn: day('due_on'),
    taskId: uuid('task_id'),
  },
  (table) => [primaryKey({ name: 'unit_plan_line_pk', columns: [table.unitPlanId, table.position] })],
);
