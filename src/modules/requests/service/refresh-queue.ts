/**
 * Rewrites the queue's index of open cases whose next legal day moved without an event: a new calendar year, or a clock that
 * stands still. Runs every night and whenever a year enters the calendar.
 */
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { defineJob, type RecurringJob } from '#kernel/jobs/job.ts';
import { transact, type Work } from '#kernel/work.ts';
import { judgeClocks, nextLegalDay } from '../queries/clocks.ts';
import { listOpenCases } from '../queries/open-cases.ts';
import { requests } from '../tables/requests.ts';

/** Returns how many cases moved. Safe to run again. */
export async function refreshCaseQueue(app: App): Promise<number> {
  const calendar = await app.calendar();
  const today = beijingDayOf(app.clock.now());
  let moved = 0;
  for await (const page of listOpenCases(app.database.read)) {
    const stale = page.flatMap(({ row, events, state }) => {
      const next = nextLegalDay(state, judgeClocks(events, calendar, today));
      const same = row.nextOn === (next?.on ?? null) && row.nextWhat === (next?.what ?? null);
      return same ? [] : [{ row, next }];
    });
    if (stale.length === 0) continue;
    moved += stale.length;
    await transact(app, systemActor('申请期限重算'), async (work) => {
      for (const { row, next } of stale) {
        await work.db
          .update(requests)
          .set({ nextOn: next?.on ?? null, nextWhat: next?.what ?? null })
          // A case that moved on meanwhile has rewritten its own index.
          .where(and(eq(requests.id, row.id), eq(requests.version, row.version)));
      }
      work.audit({
        action: 'requests.refreshQueue',
        objectKind: 'requestQueue',
        objectId: work.today,
        summary: `重算申请的下一法定日期，${stale.length}件有变动`,
        affectsPortal: false,
      });
    });
  }
  return moved;
}

const refreshKind = 'requests.refreshQueue';

export const refreshQueueJob = defineJob({
  kind: refreshKind,
  payload: z.object({}),
  run: async (app) => {
    await refreshCaseQueue(app);
  },
});

export const refreshQueueNightly: RecurringJob = {
  name: 'requests.refreshQueueNightly',
  pattern: '10 0 * * *',
  run: async (app) => {
    await refreshCaseQueue(app);
  },
};

/** From the transaction in which a year entered the calendar. */
export async function hearYearForQueue(work: Work): Promise<void> {
  work.enqueue({ kind: refreshKind, payload: {} });
}
