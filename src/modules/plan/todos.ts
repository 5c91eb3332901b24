/** What the plan asks of an officer today. */
import type { OfficerRole } from '#kernel/actor.ts';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import { daysBetween, yearOf } from '#kernel/day.ts';
import type { Todo, TodoContext } from '#kernel/module.ts';
import { planPermissions } from './permissions.ts';
import { listDraftImports } from './queries/imports.ts';
import { listLedgerTodos } from './queries/ledger-todos.ts';
import { listUnitTasks } from './queries/plans.ts';
import { listOrderTodos } from './queries/supervision/todos.ts';

/** How far ahead a due day becomes something to do. */
const daysAhead = 45;

/** Tasks of the officer's units that fall due soon, and drafts that wait for the supervising office. */
export async function listPlanTodos({ db, actor, today }: TodoContext): Promise<readonly Todo[]> {
  if (actor.kind !== 'officer') return [];
  const viewers: readonly OfficerRole[] = planPermissions['plan.viewUnit'].roles;
  const grants = actor.grants.filter((grant) => viewers.includes(grant.role));
  const unitIds = [...new Set(grants.map((grant) => grant.unitId))];
  const context = { today, calendar: await loadCalendarInForce(db) };
  const soon = (await listUnitTasks(db, unitIds, yearOf(today), context)).filter(
    ({ task }) => task.nextDue !== null && daysBetween(today, task.nextDue) <= daysAhead,
  );
  const tasks = soon.map(({ task, planTitle }) => ({
    key: `task:${task.id}`,
    title: `${task.no === null ? '' : `第${task.no}项 `}${task.item ?? task.requirement.slice(0, 40)}`,
    detail: planTitle,
    ...(task.nextDue === null ? {} : { due: task.nextDue }),
    address: `/plan/tasks/${task.id}`,
  }));
  const mayImport = actor.grants.some((grant) => grant.role === 'supervisor');
  const drafts = mayImport ? await listDraftImports(db, actor.jurisdictionId) : [];
  return [
    ...drafts.map((draft) => ({
      key: `import:${draft.id}`,
      title: `核对导入的任务分解表《${draft.title ?? draft.fileName}》`,
      detail: `${draft.taskCount ?? 0}项任务，${draft.openFlags ?? 0}处存疑`,
      address: `/plan/imports/${draft.id}`,
    })),
    ...(await listOrderTodos(db, actor, context)),
    ...(await listLedgerTodos(db, actor, context)),
    ...tasks,
  ];
}
