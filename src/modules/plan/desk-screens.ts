/** The plan module's screens of the desk, in the order of the menu. */
import type { DeskScreen } from '#kernel/module.ts';

export const planDeskScreens: readonly DeskScreen[] = [
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
    id: 'plan.lint',
    title: '检查计划',
    path: '/plan/lint',
    group: '任务',
    permissions: ['plan.oversee'],
    inMenu: true,
  },
  {
    id: 'plan.compare',
    title: '比较计划',
    path: '/plan/compare',
    group: '任务',
    permissions: ['plan.oversee'],
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
];
