/**
 * Recurring jobs: "due and not yet done". What fell due since the last success becomes one job row that is told the
 * whole span, so days of standstill and failed runs are made up for, once, on whichever node comes first.
 */
import { Cron } from 'croner';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type Instant, instantOf } from '../clock.ts';
import type { Database, WriteDb } from '../db/database.ts';
import { newId } from '../ids.ts';
import type { RecurringJob } from './job.ts';
import { jobs, recurringJobs } from './tables.ts';

const minute = 60_000;
const day = 1440 * minute;
/** How far to look back for the last tick: patterns from every minute to 29 February. */
const lookBacks = [2 * minute, 90 * minute, 26 * 60 * minute, 32 * day, 367 * day, 1462 * day];

/** The span of a run as it lies in the payload. */
const spanSchema = z.object({ after: z.string(), through: z.string() });

/** Kind under which a recurring job lies in the queue. */
export function recurringKind(name: string): string {
  return `recurring:${name}`;
}

/** The last instant at or before `now` at which the pattern falls due in Beijing; undefined when there is none. */
export function lastTickBy(pattern: string, now: Instant): Instant | undefined {
  const cron = new Cron(pattern, { timezone: 'Asia/Shanghai' });
  for (const lookBack of lookBacks) {
    let last: Instant | undefined;
    let next = cron.nextRun(new Date(now.getTime() - lookBack));
    while (next !== null && next <= now) {
      last = next;
      next = cron.nextRun(next);
    }
    if (last !== undefined) return last;
  }
  return undefined;
}

/**
 * Puts one job row in the queue for everything that fell due up to `tick` and is not done. Returns false while an
 * earlier run is still open, which then covers its own span first. A job seen for the first time owes nothing.
 */
export async function planRecurringJob(
  database: Database,
  recurring: RecurringJob,
  tick: Instant,
  now: Instant,
): Promise<boolean> {
  const kind = recurringKind(recurring.name);
  return database.inTransaction(async (db) => {
    await db.insert(recurringJobs).values({ name: recurring.name, doneThrough: now }).onConflictDoNothing();
    // The row is the lock under which one node plans while the others wait.
    const [progress] = await db
      .select({ doneThrough: recurringJobs.doneThrough })
      .from(recurringJobs)
      .where(eq(recurringJobs.name, recurring.name))
      .for('update');
    if (progress === undefined || progress.doneThrough >= tick) return true;
    const [open] = await db
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(eq(jobs.kind, kind), isNull(jobs.doneAt), isNull(jobs.failedAt)))
      .limit(1);
    if (open !== undefined) return false;
    await db
      .insert(jobs)
      .values({
        id: newId(now),
        kind,
        payload: { after: progress.doneThrough.toISOString(), through: tick.toISOString() },
        uniqueKey: `${kind}:${tick.toISOString()}`,
        runAt: tick,
        maxAttempts: 8,
        createdAt: now,
      })
      .onConflictDoNothing();
    return true;
  });
}

/** Reads the span a run is told. */
export function spanOfPayload(payload: unknown): { readonly after: Instant; readonly through: Instant } {
  const span = spanSchema.parse(payload);
  return { after: instantOf(span.after), through: instantOf(span.through) };
}

/** Notes, in the transaction that finishes the job, that everything through that instant is done. */
export async function noteDoneThrough(db: WriteDb, name: string, through: Instant): Promise<void> {
  await db.update(recurringJobs).set({ doneThrough: through }).where(eq(recurringJobs.name, name));
}
