/** What an officer holds of the plan for a unit: tasks that are not done, orders that wait for a reply, drafts of imports. */
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import { dayOf, yearOf } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { HandoverContext, HandoverOffer } from '#kernel/module.ts';
import type { TaskRow } from './contract/tasks.ts';
import { listUnitTasks } from './queries/plans.ts';
import { listOpenOrders } from './queries/supervision/orders.ts';
import { standingTitles } from './words/plans.ts';

/** Letters of a task's text on the sheet. */
const shownText = 48;

/** Enough of a task to know it by: its number, its item and how its text begins. */
function taskWords(task: TaskRow): string {
  const number = task.no === null ? '' : `第${task.no}项 `;
  const item = task.item === null ? '' : `${task.item}：`;
  const text = task.requirement;
  return `${number}${item}${text.length > shownText ? `${text.slice(0, shownText)}……` : text}`;
}

export async function listPlanHandoverItems(context: HandoverContext): Promise<readonly HandoverOffer[]> {
  const { db, jurisdictionId, unitId, today } = context;
  const at = { today, calendar: await loadCalendarInForce(db) };
  const open = (await listUnitTasks(db, [unitId], yearOf(today), at)).filter(
    ({ task }) => task.standing !== 'met',
  );
  const orders = await listOpenOrders(db, { jurisdictionId, unitIds: [unitId] }, at);
  return [
    ...orders.map(
      (order): HandoverOffer => ({
        key: `order:${order.id}`,
        category: 'matter',
        title: `${order.number}：${order.subject}`,
        ...(order.clock.due === null ? {} : { detail: `${longDay(order.clock.due)}前反馈` }),
        address: `/plan/orders/${order.id}`,
      }),
    ),
    ...open.map(
      ({ task }): HandoverOffer => ({
        key: `task:${task.id}`,
        category: 'task',
        title: taskWords(task),
        detail:
          task.nextDue === null
            ? standingTitles[task.standing]
            : `${standingTitles[task.standing]}，${longDay(dayOf(task.nextDue))}到期`,
        address: `/plan/tasks/${task.id}`,
      }),
    ),
  ];
}
