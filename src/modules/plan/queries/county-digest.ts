/** The state of the county for the supervising office's mail digest: late tasks by unit, orders open and late. */
import { and, eq } from 'drizzle-orm';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import { yearOf } from '#kernel/day.ts';
import { shortDay } from '#kernel/day-words.ts';
import type { DigestSection, TodoContext } from '#kernel/module.ts';
import { judgePermission } from '#kernel/permission.ts';
import type { TaskRow } from '../contract/tasks.ts';
import { planPermissions } from '../permissions.ts';
import { plans } from '../tables/plans.ts';
import { orderStatusTitles, supervisionLevelTitles } from '../words/supervision.ts';
import { listOpenOrders, type OrderContext } from './supervision/orders.ts';
import { listPlanTaskRows } from './task-rows.ts';

interface LateUnit {
  readonly name: string;
  readonly tasks: string[];
}

const taskName = ({ no, requirement }: TaskRow) => (no === null ? requirement.slice(0, 12) : `第${no}项`);

/** The first names; of more the number: `白鹭镇、大坪镇、东浦街道等35个单位`. */
function someOf(names: readonly string[], most: number, counted: string): string {
  const first = names.slice(0, most).join('、');
  return names.length > most ? `${first}等${names.length}${counted}` : first;
}

async function tasksSection(
  { db, today }: TodoContext,
  jurisdictionId: string,
  context: OrderContext,
): Promise<DigestSection> {
  const recent = await db
    .select()
    .from(plans)
    .where(
      and(eq(plans.jurisdictionId, jurisdictionId), eq(plans.kind, 'own'), eq(plans.year, yearOf(today))),
    );
  const byUnit = new Map<string, LateUnit>();
  let late = 0;
  for (const plan of recent) {
    for (const task of await listPlanTaskRows(db, plan, context)) {
      if (task.due.due === null || task.due.due >= today || task.standing === 'met') continue;
      late += 1;
      for (const { unitId, unitName, role } of task.assignments) {
        if (role === 'cooperating') continue;
        const unit = byUnit.get(unitId) ?? { name: unitName, tasks: [] };
        unit.tasks.push(taskName(task));
        byUnit.set(unitId, unit);
      }
    }
  }
  const units = [...byUnit.values()].sort((left, right) => right.tasks.length - left.tasks.length);
  // Most units are late with the same tasks, those of a collective phrase: one line for all of them.
  const alike = new Map<string, { readonly names: string[]; readonly tasks: readonly string[] }>();
  for (const { name, tasks } of units) {
    const group = alike.get(tasks.join(' ')) ?? { names: [], tasks };
    group.names.push(name);
    alike.set(tasks.join(' '), group);
  }
  return {
    title: '全县任务',
    summary:
      late === 0 ? '没有到期而未达标的任务。' : `${late}项任务到期而未达标，涉及${units.length}个单位。`,
    lines: [...alike.values()].map(({ names, tasks }) => ({
      text: `${someOf(names, 3, '个单位')}${names.length > 1 ? '各' : ''}${tasks.length}项：${someOf(tasks, 5, '项')}`,
      address: '/plan/board?view=unit',
    })),
  };
}

async function ordersSection(
  { db }: TodoContext,
  jurisdictionId: string,
  context: OrderContext,
): Promise<DigestSection> {
  const open = await listOpenOrders(db, { jurisdictionId }, context);
  const late = open.filter(({ lateSince }) => lateSince !== null);
  const replied = open.filter(({ status }) => status === 'replied');
  return {
    title: '督办',
    summary:
      open.length === 0
        ? '没有在办的督办单。'
        : `在办${open.length}件，其中逾期未反馈${late.length}件，待审核${replied.length}件。`,
    lines: [...late, ...replied].map((row) => ({
      text: `${row.number} ${row.unitName}：${row.subject}（${supervisionLevelTitles[row.level]}，${
        row.lateSince === null ? orderStatusTitles[row.status] : `${shortDay(row.lateSince)}到期未反馈`
      }）`,
      address: `/plan/orders/${row.id}`,
    })),
  };
}

/** Two sections for who supervises; nothing for anybody else. */
export async function offerCountyDigest(context: TodoContext): Promise<readonly DigestSection[]> {
  const { db, actor, today } = context;
  if (actor.kind !== 'officer' || !judgePermission(planPermissions['plan.supervise'], actor).allowed)
    return [];
  const clocks = { today, calendar: await loadCalendarInForce(db) };
  return [
    await tasksSection(context, actor.jurisdictionId, clocks),
    await ordersSection(context, actor.jurisdictionId, clocks),
  ];
}
