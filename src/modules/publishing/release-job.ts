/** The clock's part of publishing: scheduled releases and withdrawals when their time has come, each in its own transaction. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { RecurringJob } from '#kernel/jobs/job.ts';
import { notify } from '#kernel/notices/notify.ts';
import { Refusal } from '#kernel/refusal.ts';
import { transact } from '#kernel/work.ts';
import { findItemRow } from './queries/items.ts';
import { listDueWithdrawals, withdrawItem } from './service/items/disclosure.ts';
import { listDueReleases, releaseItem, unscheduleItem } from './service/items/release.ts';

const scheduler = systemActor('定时发布');

/** A release that was refused waits for a person again, who is told why. */
async function handBack(app: App, itemId: string, refusal: Refusal): Promise<void> {
  const row = await findItemRow(app.database.read, itemId);
  if (row === undefined) return;
  await transact(app, scheduler, async (work) => {
    await unscheduleItem(work, { itemId });
    await notify(work, {
      officerIds: row.createdBy === 'system' ? [] : [row.createdBy],
      title: `《${row.title}》没有按时发布：${refusal.sentence.what}`,
      detail: refusal.sentence.todo,
      address: `/publishing/items/${itemId}`,
      key: `item:${itemId}:unreleased:${row.version}`,
    });
  });
}

export const releaseDueItems: RecurringJob = {
  name: 'publishing.releaseDueItems',
  pattern: '* * * * *',
  run: async (app, _span, signal) => {
    const due = await listDueReleases({ db: app.database.read, now: app.clock.now() });
    for (const itemId of due) {
      if (signal.aborted) return;
      try {
        await transact(app, scheduler, (work) => releaseItem(work, { itemId }));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await handBack(app, itemId, error);
      }
    }
  },
};

export const withdrawDueItems: RecurringJob = {
  name: 'publishing.withdrawDueItems',
  pattern: '* * * * *',
  run: async (app, _span, signal) => {
    const due = await listDueWithdrawals({ db: app.database.read, now: app.clock.now() });
    for (const withdrawal of due) {
      if (signal.aborted) return;
      await transact(app, scheduler, (work) => withdrawItem(work, withdrawal));
    }
  },
};
