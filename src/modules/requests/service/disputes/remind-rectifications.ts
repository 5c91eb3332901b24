/** Reminders of rectifications before and after their day, each step once however long the platform stood still. */
import { and, eq, isNull } from 'drizzle-orm';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { RecurringJob } from '#kernel/jobs/job.ts';
import { notify } from '#kernel/notices/notify.ts';
import { transact } from '#kernel/work.ts';
import { mapDutyOfficers } from '#modules/organisation/index.ts';
import { findReminderStep } from '../../rules/disputes/rectification.ts';
import { type RectificationRecord, rectificationReminders, rectifications } from '../../tables/disputes.ts';
import { rectificationAddress } from './rectifications.ts';

/** Sends the reminder of the last step reached for every item still owed, each step of a due day once. Returns how many. */
export async function remindOfRectifications(app: App): Promise<number> {
  const today = beijingDayOf(app.clock.now());
  const owed = await app.database.read.select().from(rectifications).where(isNull(rectifications.closedOn));
  let sent = 0;
  for (const record of owed) {
    if (record.status === 'submitted') continue;
    const step = findReminderStep(record.dueOn, today);
    if (step === undefined) continue;
    const known = await app.database.read
      .select({ step: rectificationReminders.step })
      .from(rectificationReminders)
      .where(
        and(
          eq(rectificationReminders.rectificationId, record.id),
          eq(rectificationReminders.dueOn, record.dueOn),
        ),
      );
    if (known.some((one) => one.step >= step)) continue;
    if (await sendReminder(app, record, step, today)) sent += 1;
  }
  return sent;
}

async function sendReminder(
  app: App,
  record: RectificationRecord,
  step: number,
  today: Day,
): Promise<boolean> {
  return transact(app, systemActor('整改提醒'), async (work) => {
    const duty = (await mapDutyOfficers(work.db, [record.unitId])).get(record.unitId);
    // Late ones go to the leaders too.
    const officerIds = [...(duty?.staff ?? []), ...(step > 0 ? (duty?.leaders ?? []) : [])];
    const [written] = await work.db
      .insert(rectificationReminders)
      .values({ rectificationId: record.id, dueOn: record.dueOn, step, officerIds, sentAt: work.now })
      .onConflictDoNothing()
      .returning();
    const when = record.dueOn < today ? `已于${longDay(record.dueOn)}到期` : `${longDay(record.dueOn)}到期`;
    if (written !== undefined) {
      await notify(work, {
        officerIds,
        title: `整改“${record.title}”${when}`,
        address: rectificationAddress(record.id),
      });
    }
    work.audit({
      action: 'requests.remindOfRectification',
      objectKind: 'rectification',
      objectId: record.id,
      unitId: record.unitId,
      summary: `提醒整改“${record.title}”：${when}`,
      after: { step, officers: officerIds.length },
      affectsPortal: false,
    });
    return written !== undefined;
  });
}

/** Every morning; after days of standstill each item is reminded of once, by the step it has reached. */
export const remindRectificationsJob: RecurringJob = {
  name: 'requests.remindRectifications',
  pattern: '20 8 * * *',
  run: async (app) => {
    await remindOfRectifications(app);
  },
};
