/** What the lint of a plan finds, while it is drafted or afterwards. Browser-safe. */
import { z } from 'zod';

export const lintCodes = [
  'noOwner',
  'noLead',
  'noDay',
  'impossibleDay',
  'dayBeforeIssue',
  'dueOnRestDay',
  'openEnded',
  'notMeasurable',
  'duplicate',
  'wider',
  'unchanged',
  'crowded',
] as const;
export type LintCode = (typeof lintCodes)[number];

/** `mend`: the plan should not be issued like this; `consider`: worth a look. */
export const lintLevels = ['mend', 'consider'] as const;

export const lintFindingSchema = z.object({
  taskId: z.string(),
  code: z.enum(lintCodes),
  level: z.enum(lintLevels),
  sentence: z.string(),
  remedy: z.string(),
  /** The other task it is about: a duplicate, last year's task. */
  otherId: z.string().nullable(),
});
export type LintFinding = z.infer<typeof lintFindingSchema>;
