/** How the pages stand that a plan's ledger names, and whether a check of them is under way. */
import { and, count, eq, isNull, max, sql } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { jobs } from '#kernel/jobs/tables.ts';
import type { PlanLinks } from '../contract/ledger.ts';
import { linkStates } from '../rules/ledger/link-state.ts';
import { linkWatches } from '../tables/ledger.ts';

/** Job kind that looks at all pages of a plan's ledger that are due. */
export const checkPlanLinksKind = 'plan.checkPlanLinks';

/** Pages that a report of the plan names which stands: not corrected since, not withdrawn. */
export const isNamedInPlan = (planId: string) => sql`exists (select 1 from ledger_link l
  join ledger_entry e on e.id = l.entry_id
  where l.url = ${linkWatches.url} and e.plan_id = ${planId}
    and not exists (select 1 from ledger_entry n where n.supersedes_id = e.id))`;

/** A check that somebody started and that is not done yet. */
export async function isCheckingLinks(db: ReadDb, planId: string): Promise<boolean> {
  const [waiting] = await db
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        eq(jobs.kind, checkPlanLinksKind),
        isNull(jobs.doneAt),
        isNull(jobs.failedAt),
        sql`${jobs.payload}->>'planId' = ${planId}`,
      ),
    )
    .limit(1);
  return waiting !== undefined;
}

/** The pages by state, how many wait for their check, and when one was last looked at. */
export async function countPlanLinks(
  db: ReadDb,
  planId: string,
  now: Date,
): Promise<Omit<PlanLinks, 'isOff'>> {
  const rows = await db
    .select({
      state: linkWatches.state,
      links: count(),
      waiting: sql<number>`count(*) filter (where ${linkWatches.nextCheckAt} <= ${now.toISOString()}::timestamptz)::int`,
      checkedAt: max(linkWatches.checkedAt),
    })
    .from(linkWatches)
    .where(isNamedInPlan(planId))
    .groupBy(linkWatches.state);
  const last = rows.reduce<Date | null>(
    (latest, { checkedAt }) =>
      checkedAt !== null && (latest === null || checkedAt > latest) ? checkedAt : latest,
    null,
  );
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    total: sum(({ links }) => links),
    states: linkStates.flatMap((state) => {
      const row = rows.find((one) => one.state === state);
      return row === undefined ? [] : [{ state, links: row.links }];
    }),
    waiting: sum(({ waiting }) => waiting),
    checkedAt: last?.toISOString() ?? null,
    isChecking: await isCheckingLinks(db, planId),
  };
}
