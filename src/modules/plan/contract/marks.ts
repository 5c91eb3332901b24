/**
 * Shape of a plan's tasks as marks: what the board's cards show of each task and no more, so that a plan of thousands
 * opens at once. The whole task is asked for when somebody opens it.
 */
import { z } from 'zod';
import { daySchema, idSchema } from '#kernel/schema.ts';
import { standings } from '../rules/shapes.ts';

/** Characters of a requirement a card shows. */
export const mostOfCard = 60;

export const taskMarkSchema = z.object({
  id: idSchema,
  no: z.number().int().nullable(),
  item: z.string().nullable(),
  /** The requirement's beginning; with `…` where it goes on. */
  words: z.string(),
  standing: z.enum(standings),
  due: daySchema.nullable(),
  /** In place of a day: what the plan prints, or why there is none. */
  openBecause: z.string().nullable(),
  /** Days on which a step of the task falls due. */
  steps: z.array(z.object({ day: daySchema, words: z.string() })),
});
export type TaskMark = z.infer<typeof taskMarkSchema>;

/** Where a task stands in `tasks`: a plan of thousands names each id once. */
const position = z.number().int();

export const planMarksSchema = z.object({
  planId: idSchema,
  year: z.number().int(),
  /** In the plan's order. */
  tasks: z.array(taskMarkSchema),
  sections: z.array(z.object({ section: z.string().nullable(), tasks: z.array(position) })),
  /** Units with a part in the plan, those with most tasks first. */
  units: z.array(
    z.object({
      unitId: idSchema,
      unitName: z.string(),
      lead: z.array(position),
      responsible: z.array(position),
      cooperating: z.array(position),
    }),
  ),
});
export type PlanMarks = z.infer<typeof planMarksSchema>;
