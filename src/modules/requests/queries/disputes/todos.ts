/** What disputes and rectifications ask of an officer today: our own clocks and hearings, what is to be mended, what waits for acceptance. */
import { and, asc, isNull } from 'drizzle-orm';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import { addDays, dayOf } from '#kernel/day.ts';
import type { Todo, TodoContext } from '#kernel/module.ts';
import { judgePermission } from '#kernel/permission.ts';
import { disputePermissions } from '../../rules/disputes/permissions.ts';
import { disputes } from '../../tables/disputes.ts';
import {
  listOwedRectifications,
  listWaitingRectifications,
  overseesRectifications,
} from '../rectifications.ts';
import { reachableDisputes, viewDisputeRows } from './disputes.ts';

/** Days before a rectification is due from which it stands among the duties. */
const aheadDays = 30;
const mostDisputes = 200;

/** The duties of this part of the module. */
export async function listDisputeTodos({ db, actor, today }: TodoContext): Promise<readonly Todo[]> {
  if (actor.kind !== 'officer') return [];
  const records = await db
    .select()
    .from(disputes)
    .where(and(reachableDisputes(actor, actor.jurisdictionId), isNull(disputes.closedOn)))
    .orderBy(asc(disputes.openedOn))
    .limit(mostDisputes);
  const calendar = await loadCalendarInForce(db);
  const rows = await viewDisputeRows(db, records, { calendar, today });
  const units = [...new Set(actor.grants.map(({ unitId }) => unitId))].filter(
    (unitId) =>
      judgePermission(disputePermissions['requests.rectify'], actor, {
        unitId,
        jurisdictionId: actor.jurisdictionId,
      }).allowed,
  );
  const owed = (await listOwedRectifications(db, units)).filter(
    ({ dueOn }) => dueOn <= addDays(today, aheadDays),
  );
  const waiting = overseesRectifications(actor, actor.jurisdictionId)
    ? await listWaitingRectifications(db, actor.jurisdictionId)
    : [];
  return [
    ...rows.flatMap((row): Todo[] =>
      row.next === null
        ? []
        : [
            {
              key: `dispute:${row.id}:${row.next.title}:${row.next.due}`,
              title: `${row.next.title}：${row.number} ${row.subject}`,
              unitId: row.unitId,
              due: dayOf(row.next.due),
              address: `/requests/disputes/${row.id}`,
            },
          ],
    ),
    ...owed.map((item) => ({
      key: `rectification:${item.id}:${item.dueOn}`,
      title: `报送整改情况：${item.title}`,
      unitId: item.unitId,
      due: item.dueOn,
      address: `/requests/rectifications/${item.id}`,
    })),
    ...waiting.map((item) => ({
      key: `rectification:${item.id}:accept:${item.submittedOn ?? ''}`,
      title: `验收整改：${item.title}`,
      unitId: item.unitId,
      address: `/requests/rectifications/${item.id}`,
    })),
  ];
}
