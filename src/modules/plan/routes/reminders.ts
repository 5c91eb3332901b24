/** The log of reminders over HTTP. */
import { requireOfficer } from '#kernel/authorise.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { reminderPageSchema, reminderQuerySchema } from '../contract/reminders.ts';
import { listReminders } from '../queries/reminders/log.ts';
import { orderScopeOf } from '../queries/supervision/visibility.ts';

export const reminderRoutes = [
  apiRoute({
    name: 'plan.listReminders',
    summary: '提醒记录：什么时候就什么事提醒了谁',
    access: 'signedIn',
    method: 'GET',
    path: '/reminders',
    query: reminderQuerySchema,
    reply: reminderPageSchema,
    handle: ({ app, actor, query }) =>
      listReminders(app.database.read, orderScopeOf(requireOfficer(actor)), query),
  }),
];
