/** What the ledger and the units' own plans ask of an officer today. */
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { OfficerActor, OfficerRole } from '#kernel/actor.ts';
import { dayOf, lastDayOfMonth, monthOf, yearOf } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { Todo } from '#kernel/module.ts';
import { planPermissions } from '../permissions.ts';
import { ledgerLasts } from '../tables/ledger.ts';
import { assignments, plans, tasks } from '../tables/plans.ts';
import { listRecordTodos } from './office-records/todos.ts';
import type { TaskRowContext } from './task-rows.ts';
import { listUnitPlanRows, viewUnitPlans } from './unit-plans.ts';

/** Plans of the year that are worked on. */
async function listPlansOfYear(db: ReadDb, jurisdictionId: string, year: number) {
  return db
    .select()
    .from(plans)
    .where(and(eq(plans.jurisdictionId, jurisdictionId), eq(plans.year, year), eq(plans.kind, 'own')));
}

/** The officer's own units (not those below) in which a role of the permission is held. */
function unitsOf(actor: OfficerActor, roles: readonly OfficerRole[]): string[] {
  return [
    ...new Set(actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.unitId)),
  ];
}

/** Tasks of the units without a report this month: one line a unit, due at the month's end. */
async function listSilentTodos(db: ReadDb, actor: OfficerActor, { today }: TaskRowContext): Promise<Todo[]> {
  const unitIds = unitsOf(actor, ['clerk', 'unitLeader']);
  if (unitIds.length === 0) return [];
  const first = dayOf(`${today.slice(0, 7)}-01`);
  const last = lastDayOfMonth(yearOf(today), monthOf(today));
  const rows = await db
    .select({ unitId: assignments.unitId, silent: sql<number>`count(*)::int` })
    .from(assignments)
    .innerJoin(tasks, eq(tasks.id, assignments.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .leftJoin(
      ledgerLasts,
      and(eq(ledgerLasts.taskId, assignments.taskId), eq(ledgerLasts.unitId, assignments.unitId)),
    )
    .where(
      and(
        inArray(assignments.unitId, unitIds),
        isNull(tasks.withdrawnAt),
        eq(plans.year, yearOf(today)),
        eq(plans.kind, 'own'),
        lt(sql`coalesce(${plans.issuedOn}, ${first}::date)`, sql`${last}::date`),
        or(isNull(ledgerLasts.lastEntryOn), lt(ledgerLasts.lastEntryOn, first)),
      ),
    )
    .groupBy(assignments.unitId);
  return rows.map(({ unitId, silent }) => ({
    key: `ledger:${unitId}:${today.slice(0, 7)}`,
    title: `${monthOf(today)}月尚未填报台账：${silent}项任务`,
    detail: '写一句进展、拍一张照片就可以',
    unitId,
    due: last,
    address: '/plan/my-tasks',
  }));
}

/** Reports proposed for the public that wait for whoever answers for the unit. */
async function listReleaseTodos(db: ReadDb, actor: OfficerActor): Promise<Todo[]> {
  const unitIds = unitsOf(actor, planPermissions['plan.releaseEvidence'].roles);
  if (unitIds.length === 0) return [];
  const { rows } = await db.execute<{ plan_id: string; waiting: number }>(sql`
    select e.plan_id, count(*)::int as waiting from ledger_entry e
    where e.unit_id in ${unitIds} and e.proposes_public
      and not exists (select 1 from ledger_entry n where n.supersedes_id = e.id)
      and not exists (select 1 from ledger_release r where r.entry_id = e.id)
    group by e.plan_id`);
  return rows.map(({ plan_id: planId, waiting }) => ({
    key: `release:${planId}`,
    title: `${waiting}条台账建议向社会公开，待您决定`,
    detail: '公开前须作保密审查',
    address: `/plan/ledger?plan=${planId}&f.state=awaits`,
  }));
}

/** Own plans to file, to file again, or (for the office) to accept. */
async function listFilingTodos(db: ReadDb, actor: OfficerActor, context: TaskRowContext): Promise<Todo[]> {
  const filers = unitsOf(actor, ['clerk', 'unitLeader']);
  const oversees = actor.grants.some((grant) => grant.role === 'supervisor');
  if (filers.length === 0 && !oversees) return [];
  const todos: Todo[] = [];
  for (const plan of await listPlansOfYear(db, actor.jurisdictionId, yearOf(context.today))) {
    const { demand, rows } = await viewUnitPlans(db, plan, context, filers);
    for (const row of rows) {
      if (demand === null || (row.state !== 'missing' && row.state !== 'returned')) continue;
      todos.push({
        key: `unitPlan:${plan.id}:${row.unitId}`,
        title: row.state === 'missing' ? '报送本单位的任务清单' : '修改任务清单，重新报送',
        detail: row.reason ?? plan.title,
        unitId: row.unitId,
        ...(demand.due.due === null ? {} : { due: demand.due.due }),
        address: `/plan/unit-plans/${plan.id}/${row.unitId}`,
      });
    }
    if (!oversees) continue;
    const waiting = (await listUnitPlanRows(db, plan.id, context)).filter((row) => row.state === 'filed');
    if (waiting.length === 0) continue;
    todos.push({
      key: `unitPlans:${plan.id}`,
      title: `${waiting.length}个单位的任务清单待确认`,
      detail: waiting
        .slice(0, 5)
        .map((row) => row.unitName)
        .join('、'),
      address: `/plan/unit-plans?plan=${plan.id}&f.state=filed`,
    });
  }
  return todos;
}

/** Everything this part of the plan asks of the officer. */
export async function listLedgerTodos(
  db: ReadDb,
  actor: OfficerActor,
  context: TaskRowContext,
): Promise<Todo[]> {
  return [
    ...(await listFilingTodos(db, actor, context)),
    ...(await listReleaseTodos(db, actor)),
    ...(await listRecordTodos(db, actor, context)),
    ...(await listSilentTodos(db, actor, context)),
  ];
}
