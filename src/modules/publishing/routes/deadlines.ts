/** Routes of publication limits: what owes its publication, and the release calendar. */
import { beijingDayOf } from '#kernel/clock.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import {
  calendarQuerySchema,
  calendarReplySchema,
  dueListSchema,
  dueQuerySchema,
} from '../contract/deadlines.ts';
import { listPublicationDues } from '../queries/deadlines.ts';
import { visibleUnitsOf } from '../queries/items.ts';
import { listCalendarEntries } from '../queries/release-calendar.ts';

export const deadlineRoutes = [
  apiRoute({
    name: 'publishing.listPublicationDues',
    summary: '公开时限：还没有公开的信息到期、逾期、没有日期的情况，附算法',
    access: 'publishing.view',
    method: 'GET',
    path: '/publication-dues',
    query: dueQuerySchema,
    reply: dueListSchema,
    handle: async ({ app, actor, query }) =>
      listPublicationDues(
        app.database.read,
        {
          jurisdictionId: await getHomeJurisdictionId(app.database.read, actor),
          unitIds: visibleUnitsOf(actor),
        },
        query,
        { today: beijingDayOf(app.clock.now()), calendar: await app.calendar() },
      ),
  }),
  apiRoute({
    name: 'publishing.listCalendarEntries',
    summary: '发布日历：一个月内的定时发布、定时撤回、公开期限和栏目更新期限',
    access: 'publishing.view',
    method: 'GET',
    path: '/release-calendar',
    query: calendarQuerySchema,
    reply: calendarReplySchema,
    handle: async ({ app, actor, query }) => {
      const seen = visibleUnitsOf(actor);
      const { unitId } = query;
      const unitIds = unitId === undefined ? seen : seen === null || seen.includes(unitId) ? [unitId] : [];
      return {
        rows: await listCalendarEntries(
          app.database.read,
          { jurisdictionId: await getHomeJurisdictionId(app.database.read, actor), unitIds },
          query.month,
          { today: beijingDayOf(app.clock.now()), calendar: await app.calendar() },
        ),
      };
    },
  }),
];
