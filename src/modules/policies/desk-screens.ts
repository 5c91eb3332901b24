/** The desk screens of the policy library. */
import type { DeskScreen } from '#kernel/module.ts';

const permissions = ['policies.view'];

export const policyScreens: readonly DeskScreen[] = [
  {
    id: 'policies.library',
    title: '政策文件库',
    path: '/policies/documents',
    group: '发布',
    permissions,
    inMenu: true,
  },
  {
    id: 'policies.document',
    title: '政策文件',
    path: '/policies/documents/:itemId',
    group: '发布',
    permissions,
    inMenu: false,
  },
  {
    id: 'policies.register',
    title: '登记文件',
    path: '/policies/registration',
    group: '发布',
    permissions: ['publishing.write'],
    inMenu: false,
  },
  {
    id: 'policies.cleanups',
    title: '文件清理',
    path: '/policies/cleanups',
    group: '发布',
    permissions,
    inMenu: true,
  },
  {
    id: 'policies.cleanup',
    title: '一次文件清理',
    path: '/policies/cleanups/:roundId',
    group: '发布',
    permissions,
    inMenu: false,
  },
  {
    id: 'policies.registrations',
    title: '三统一登记',
    path: '/policies/registrations',
    group: '发布',
    permissions,
    inMenu: true,
  },
  {
    id: 'policies.gazettes',
    title: '政府公报',
    path: '/policies/gazettes',
    group: '发布',
    permissions,
    inMenu: true,
  },
];
