/** The daily job that raises unanswered orders whose paper says that the platform does it. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { isWorkingDay } from '#kernel/calendar/working-calendar.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { longDay } from '#kernel/day-words.ts';
import type { RecurringJob } from '#kernel/jobs/job.ts';
import { Refusal } from '#kernel/refusal.ts';
import { transact } from '#kernel/work.ts';
import { listAutomaticEscalations } from '../../queries/supervision/escalations.ts';
import { escalateSupervisionOrder } from './order-commands.ts';

/**
 * Raises every order that is due for it today; returns how many. The command looks again under its lock, so that an
 * order is raised once for each clock that ran out however often this runs.
 */
export async function escalateOverdueOrders(app: App, signal?: AbortSignal): Promise<number> {
  const calendar = await app.calendar();
  const today = beijingDayOf(app.clock.now());
  if (isWorkingDay(calendar, today) !== true) return 0;
  let raised = 0;
  for (const found of await listAutomaticEscalations(app.database.read, { calendar, today })) {
    if (signal?.aborted === true) break;
    const reason = `反馈期限${longDay(found.due)}届满，未收到反馈`;
    try {
      await transact(app, systemActor('督办升级'), (work) =>
        escalateSupervisionOrder(work, found.orderId, {
          reason,
          replyDays: found.escalationDays,
          automatic: true,
        }),
      );
      raised += 1;
    } catch (error) {
      // Answered, extended or raised by a person in the meantime: nothing is left to do.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return raised;
}

/** Before the reminders of the morning, so that nobody is reminded of a clock that has just been replaced. */
export const escalateOrdersJob: RecurringJob = {
  name: 'plan.escalateOrders',
  pattern: '0 8 * * *',
  run: async (app, _span, signal) => {
    await escalateOverdueOrders(app, signal);
  },
};
