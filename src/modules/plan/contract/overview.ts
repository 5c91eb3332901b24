/** Shape of a plan's overview for leaders: standings by section, unit and month, their trend, what is late. */
import { z } from 'zod';
import { daySchema, idSchema } from '#kernel/schema.ts';

export const standingCountsSchema = z.object({
  met: z.number().int(),
  failing: z.number().int(),
  notYetDue: z.number().int(),
  cannotTell: z.number().int(),
});
export type StandingCounts = z.infer<typeof standingCountsSchema>;

export const planOverviewSchema = z.object({
  planId: idSchema,
  title: z.string(),
  year: z.number().int(),
  today: daySchema,
  total: standingCountsSchema,
  sections: z.array(z.object({ section: z.string().nullable(), counts: standingCountsSchema })),
  /** Tasks a unit leads, or answers for where none leads; those with failing ones first. */
  units: z.array(
    z.object({
      unitId: idSchema,
      unitName: z.string(),
      counts: standingCountsSchema,
      lastEntryOn: daySchema.nullable(),
      /** Has open tasks and reported nothing this month. */
      isSilent: z.boolean(),
    }),
  ),
  /** Tasks by the month of their last day; null for those without one. */
  months: z.array(z.object({ month: z.string().nullable(), counts: standingCountsSchema })),
  /** Standings as they were at the end of each month with an evaluation, and today. */
  trend: z.array(z.object({ day: daySchema, counts: standingCountsSchema })),
  /** Failing tasks, the longest overdue first. */
  late: z.array(
    z.object({
      taskId: idSchema,
      no: z.number().int().nullable(),
      title: z.string(),
      due: daySchema.nullable(),
      units: z.array(z.string()),
      reason: z.string(),
    }),
  ),
});
export type PlanOverview = z.infer<typeof planOverviewSchema>;
