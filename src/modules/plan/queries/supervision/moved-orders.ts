/** Which running reply clocks of supervision orders end on another day when the calendar changes, and who is told. */
import type { MovedPeriod, PeriodBases } from '#kernel/module.ts';
import { listSupervisors, mapDutyOfficers } from '#modules/organisation/index.ts';
import { judgeOrderTiming } from '../../rules/supervision/timing.ts';
import { supervisionNumberWords } from '../../words/supervision.ts';
import { isOpenOrder, readJudgedOrders } from './orders.ts';

/** A county has some hundreds of open orders at most. */
const mostOpenOrders = 5000;

/** Orders that wait for a reply and whose last day is another now; the unit at work and the supervising office are told. */
export async function listMovedOrders({ db, today, before, after }: PeriodBases): Promise<MovedPeriod[]> {
  const context = { today, calendar: after.calendar };
  const moved = (await readJudgedOrders(db, context, isOpenOrder, mostOpenOrders)).flatMap((judged) => {
    if (!judged.timing.awaitsReply) return [];
    const dueBefore = judgeOrderTiming(judged.state, before.calendar, today).clock.due;
    const dueAfter = judged.timing.clock.due;
    return dueBefore === dueAfter ? [] : [{ ...judged, dueBefore, dueAfter }];
  });
  const duty = await mapDutyOfficers(
    db,
    moved.map(({ order }) => order.unitId),
  );
  const offices = new Map<string, readonly string[]>();
  for (const { issue } of moved) {
    const { jurisdictionId } = issue;
    if (!offices.has(jurisdictionId)) offices.set(jurisdictionId, await listSupervisors(db, jurisdictionId));
  }
  return moved.map(({ order, issue, dueBefore, dueAfter }) => ({
    jurisdictionId: issue.jurisdictionId,
    title: `${supervisionNumberWords(issue.year, issue.serial)}督办单的反馈`,
    dueBefore,
    dueAfter,
    officerIds: [
      ...new Set([...(duty.get(order.unitId)?.staff ?? []), ...(offices.get(issue.jurisdictionId) ?? [])]),
    ],
    address: `/plan/orders/${order.id}`,
  }));
}
