/** The kernel's own nightly job: rows that only served a while are dropped, nothing a person may ask for. */
import { and, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { mails } from '../mail/tables.ts';
import type { RecurringJob } from './job.ts';
import { recurringKind } from './recurring.ts';
import { jobs } from './tables.ts';

const day = 86_400_000;

/**
 * Drops done jobs and the words of mails after 30 days, answers kept for repeated requests after one day and attempt counters after two.
 * A done job with a key of its own stays, as its key says that it is never to be done again; the keys of recurring
 * jobs may go, as their progress is kept apart.
 */
export const tidyJob: RecurringJob = {
  name: 'kernel.tidy',
  pattern: '40 3 * * *',
  async run(app) {
    const now = app.clock.now().getTime();
    const before = (days: number) => new Date(now - days * day);
    await app.database.inTransaction(async (db) => {
      await db
        .delete(jobs)
        .where(
          and(
            isNotNull(jobs.doneAt),
            lt(jobs.doneAt, before(30)),
            or(isNull(jobs.uniqueKey), sql`${jobs.kind} like ${`${recurringKind('')}%`}`),
          ),
        );
      await db
        .update(mails)
        .set({ textBody: null, htmlBody: null })
        .where(and(isNotNull(mails.endedAt), lt(mails.endedAt, before(30)), isNotNull(mails.textBody)));
      await db.execute(sql`delete from idempotency_key where created_at < ${before(1).toISOString()}`);
      await db.execute(sql`delete from rate_counter where window_start < ${before(2).toISOString()}`);
    });
  },
};
