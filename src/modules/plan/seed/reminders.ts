/** The reminders of some mornings of the year, sent by the job itself as of those mornings. Idempotent: each step once. */
import type { App } from '#kernel/app.ts';
import { beijingInstant } from '#kernel/clock.ts';
import { addDays, dayOf } from '#kernel/day.ts';
import { atInstant } from '#kernel/seeding.ts';
import { sendDueReminders } from '../service/reminders/send-reminders.ts';

/** The days around the last one of the units' own plans, and the days before today. */
const mornings = [
  '2026-04-03',
  '2026-04-15',
  '2026-04-17',
  '2026-04-20',
  '2026-04-24',
  '2026-11-12',
  '2026-11-16',
  '2026-11-19',
].map(dayOf);

export async function seedReminders(present: App): Promise<void> {
  for (const morning of mornings) {
    const app = atInstant(present, `${morning}T08:10:00+08:00`);
    if (app.clock.now() > present.clock.now()) continue;
    await sendDueReminders(app, beijingInstant(addDays(morning, -1), '08:10'));
  }
}
