/** The standing a task shows as one SQL expression, for questions that count or filter without fetching every task. */
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import { computeTaskDueDay, judgeUnmeasuredStanding } from '../rules/due-day.ts';
import type { DeadlineShape, Standing } from '../rules/shapes.ts';
import { standingOverrides, taskStandings } from '../tables/measuring.ts';
import { tasks } from '../tables/plans.ts';

/** A person's standing where one is signed, else the measured one; null where the day alone speaks. */
export const decidedStanding: SQL<Standing | null> = sql<Standing | null>`coalesce(${standingOverrides.standing},
  case when ${taskStandings.isBound} then ${taskStandings.standing} end)`;

/** What `decidedStanding` is joined by: the stored standing, and the override in force. */
export const decidedBy = {
  stored: eq(taskStandings.taskId, tasks.id),
  override: and(eq(standingOverrides.taskId, tasks.id), isNull(standingOverrides.withdrawnAt)),
};

/** Last day and unmeasured standing of a task, judged from its deadline alone. */
export interface JudgedDeadline {
  readonly due: Day | null;
  readonly standing: Standing;
  /** How the day came about, or why there is none. */
  readonly because: string;
}

/** Judges deadlines of one plan; those of a plan are few, so each is judged once. */
export function deadlineJudge(
  issuedOn: Day | null,
  { today, calendar }: { readonly today: Day; readonly calendar: WorkingCalendar },
): (deadline: DeadlineShape) => JudgedDeadline {
  const judged = new Map<string, JudgedDeadline>();
  return (deadline) => {
    const key = JSON.stringify(deadline);
    const known = judged.get(key);
    if (known !== undefined) return known;
    const verdict = computeTaskDueDay(deadline, issuedOn, calendar);
    const found = {
      due: verdict.due,
      standing: judgeUnmeasuredStanding(verdict, today).standing,
      because: verdict.because.join('；'),
    };
    judged.set(key, found);
    return found;
  };
}
