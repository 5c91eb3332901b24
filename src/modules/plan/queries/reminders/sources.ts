/** Duties officers are reminded of. A further kind of duty (a report) is one more entry in the list. */
import { and, eq, gte } from 'drizzle-orm';
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { type Day, yearOf } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { TaskRow } from '../../contract/tasks.ts';
import { computeFilingDueDay } from '../../rules/unit-plans/demand.ts';
import { plans } from '../../tables/plans.ts';
import { unitPlanDemands } from '../../tables/unit-plans.ts';
import { supervisionLevelTitles } from '../../words/supervision.ts';
import { listOpenOrders } from '../supervision/orders.ts';
import { listPlanTaskRows } from '../task-rows.ts';
import { listUnitPlanRows } from '../unit-plans.ts';

/** Something a unit owes by a day. */
export interface Duty {
  /** Stable as long as it is the same duty; a new clock is a new duty. */
  readonly key: string;
  readonly unitId: string;
  readonly title: string;
  readonly due: Day;
  /** The day it began; nobody is reminded on that day or before. */
  readonly since: Day;
  /** Address on the desk. */
  readonly address: string;
}

export interface ReminderSource {
  readonly id: string;
  /** Chinese name of the kind, for the log. */
  readonly title: string;
  /** Duties not yet done. Those far from their day may be among them. */
  readonly listDuties: (
    db: ReadDb,
    place: { readonly jurisdictionId: string; readonly today: Day; readonly calendar: WorkingCalendar },
  ) => Promise<readonly Duty[]>;
}

/** Units that answer for a task; those that only cooperate when the plan names nobody else. */
function answeringUnits(task: TaskRow): string[] {
  const answering = task.assignments.filter(({ role }) => role !== 'cooperating');
  return (answering.length > 0 ? answering : task.assignments).map(({ unitId }) => unitId);
}

/** Our own plans of this year and the last. */
function ownRecentPlans(jurisdictionId: string, today: Day) {
  return and(
    eq(plans.jurisdictionId, jurisdictionId),
    eq(plans.kind, 'own'),
    gte(plans.year, yearOf(today) - 1),
  );
}

const taskDuties: ReminderSource = {
  id: 'task',
  title: '任务',
  async listDuties(db, { jurisdictionId, today, calendar }) {
    const recent = await db.select().from(plans).where(ownRecentPlans(jurisdictionId, today));
    const duties: Duty[] = [];
    for (const plan of recent) {
      const since = beijingDayOf(plan.confirmedAt);
      for (const task of await listPlanTaskRows(db, plan, { today, calendar })) {
        if (task.standing === 'met') continue;
        const days = new Set([
          ...task.deadline.milestones.map(({ date }) => date),
          ...(task.due.due === null ? [] : [task.due.due]),
        ]);
        const title = `${task.no === null ? '任务' : `第${task.no}项任务`}：${task.requirement.slice(0, 40)}`;
        for (const unitId of answeringUnits(task)) {
          for (const due of days) {
            duties.push({
              key: `task:${task.id}`,
              unitId,
              title,
              due,
              since,
              address: `/plan/tasks/${task.id}`,
            });
          }
        }
      }
    }
    return duties;
  },
};

const orderDuties: ReminderSource = {
  id: 'order',
  title: '督办单',
  async listDuties(db, { jurisdictionId, today, calendar }) {
    const rows = await listOpenOrders(db, { jurisdictionId }, { today, calendar });
    return rows.flatMap((row) => {
      const { due, from } = row.clock;
      if (!row.awaitsReply || due === null) return [];
      return [
        {
          key: `order:${row.id}:${from}`,
          unitId: row.unitId,
          title: `${row.number}（${supervisionLevelTitles[row.level]}）：${row.subject}`,
          due,
          since: from,
          address: `/plan/orders/${row.id}`,
        },
      ];
    });
  },
};

const unitPlanDuties: ReminderSource = {
  id: 'unitPlan',
  title: '单位任务清单',
  async listDuties(db, { jurisdictionId, today, calendar }) {
    const asked = await db
      .select({ plan: plans, demand: unitPlanDemands })
      .from(unitPlanDemands)
      .innerJoin(plans, eq(plans.id, unitPlanDemands.planId))
      .where(ownRecentPlans(jurisdictionId, today));
    const duties: Duty[] = [];
    for (const { plan, demand } of asked) {
      const { due } = computeFilingDueDay(demand, calendar);
      if (due === null) continue;
      const setOn = beijingDayOf(demand.setAt);
      // Nobody owed it before the office had asked for it.
      const since = setOn > demand.fromDay ? setOn : demand.fromDay;
      for (const { unitId, state } of await listUnitPlanRows(db, plan.id, { today, calendar })) {
        if (state !== 'missing' && state !== 'returned') continue;
        const what = state === 'returned' ? '被退回，请重新报送' : '请报送';
        duties.push({
          key: `unitPlan:${plan.id}`,
          unitId,
          title: `本单位任务清单${what}（《${plan.title}》）`,
          due,
          since,
          address: `/plan/unit-plans/${plan.id}/${unitId}`,
        });
      }
    }
    return duties;
  },
};

export const reminderSources: readonly ReminderSource[] = [taskDuties, orderDuties, unitPlanDuties];
