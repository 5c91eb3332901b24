/** What the plan module offers to the house. */
import type { OfficerRole } from '#kernel/actor.ts';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import { daysBetween, yearOf } from '#kernel/day.ts';
import { defineModule, type Todo, type TodoContext } from '#kernel/module.ts';
import { planListAddress } from './addresses.ts';
import { planCommands } from './commands.ts';
import { planDatasets } from './datasets.ts';
import { offerPlansAtHome } from './home-offer.ts';
import { planPermissions } from './permissions.ts';
import { listDraftImports } from './queries/imports.ts';
import { listUnitTasks } from './queries/plans.ts';
import { readImportJob } from './read-job.ts';
import { importRoutes } from './routes/imports.ts';
import { planPageRoutes } from './routes/pages.ts';
import { planRoutes } from './routes/plans.ts';
import { planSeeds } from './seed.ts';
import { planRefusals } from './words.ts';

/** How far ahead a due day becomes something to do. */
const daysAhead = 45;

/** Tasks of the officer's units that fall due soon, and drafts that wait for the supervising office. */
async function listPlanTodos({ db, actor, today }: TodoContext): Promise<readonly Todo[]> {
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
    ...tasks,
  ];
}

export const planModule = defineModule({
  name: 'plan',
  title: '任务分解与督办',
  dependsOn: ['organisation'],
  permissions: planPermissions,
  refusals: [planRefusals],
  routes: [...importRoutes, ...planRoutes, ...planPageRoutes],
  jobs: [readImportJob],
  searchKinds: { task: '任务' },
  datasets: planDatasets,
  commands: planCommands,
  seeds: planSeeds,
  listTodos: listPlanTodos,
  offerHome: offerPlansAtHome,
  portalEntries: [
    {
      door: 'disclosure',
      title: '年度任务分解表',
      description: '每年的政务公开工作分解成哪些任务，由谁负责，何时完成，现在怎样。',
      address: planListAddress(),
    },
  ],
  deskScreens: [
    {
      id: 'plan.myTasks',
      title: '本单位任务',
      path: '/plan/my-tasks',
      group: '任务',
      permissions: ['plan.viewUnit'],
      inMenu: true,
    },
    {
      id: 'plan.board',
      title: '任务总览',
      path: '/plan/board',
      group: '任务',
      permissions: ['plan.oversee'],
      inMenu: true,
    },
    {
      id: 'plan.imports',
      title: '导入任务分解表',
      path: '/plan/imports',
      group: '任务',
      permissions: ['plan.import'],
      inMenu: true,
    },
    {
      id: 'plan.import',
      title: '核对导入',
      path: '/plan/imports/:importId',
      group: '任务',
      permissions: ['plan.import'],
      inMenu: false,
    },
    {
      id: 'plan.task',
      title: '任务详情',
      path: '/plan/tasks/:taskId',
      group: '任务',
      permissions: [],
      inMenu: false,
    },
  ],
});
