/** Jobs as the administrator sees them. What a job carries is left out: it may be personal. */
import { and, desc, eq, gt, isNotNull, isNull, lt, lte, or } from 'drizzle-orm';
import type { Instant } from '#kernel/clock.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { jobs } from '#kernel/jobs/tables.ts';
import type { JobQuery, JobRow, JobState } from '../contract.ts';

type StoredJob = typeof jobs.$inferSelect;

/** Where a job stands now. */
function stateOfJob(job: StoredJob, now: Instant): JobState {
  if (job.doneAt !== null) return 'done';
  if (job.failedAt !== null) return 'failed';
  return job.lockedUntil !== null && job.lockedUntil > now ? 'running' : 'waiting';
}

function whereState(state: JobState | undefined, now: Instant) {
  const open = and(isNull(jobs.doneAt), isNull(jobs.failedAt));
  switch (state) {
    case undefined:
      return undefined;
    case 'done':
      return isNotNull(jobs.doneAt);
    case 'failed':
      return and(isNull(jobs.doneAt), isNotNull(jobs.failedAt));
    case 'running':
      return and(open, gt(jobs.lockedUntil, now));
    case 'waiting':
      return and(open, or(isNull(jobs.lockedUntil), lte(jobs.lockedUntil, now)));
  }
}

/** A page of jobs, the newest first. */
export async function listJobRows(db: ReadDb, query: JobQuery, now: Instant): Promise<PageOfRows<JobRow>> {
  const rows = await db
    .select()
    .from(jobs)
    .where(
      and(
        query.after === undefined ? undefined : lt(jobs.id, query.after[0]),
        query.kind === undefined || query.kind === '' ? undefined : eq(jobs.kind, query.kind),
        whereState(query.state, now),
      ),
    )
    .orderBy(desc(jobs.id))
    .limit(query.limit + 1);
  const page = pageOfRows(rows, query.limit, (row) => [row.id]);
  return {
    rows: page.rows.map((job) => ({
      id: job.id,
      kind: job.kind,
      state: stateOfJob(job, now),
      runAt: job.runAt.toISOString(),
      attempts: job.attempts,
      maxAttempts: job.maxAttempts,
      createdAt: job.createdAt.toISOString(),
      finishedAt: (job.doneAt ?? job.failedAt)?.toISOString() ?? null,
      lastError: job.lastError,
    })),
    next: page.next,
  };
}
