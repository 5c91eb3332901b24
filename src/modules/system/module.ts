/** The manifest of the system module, a collector. */
import { defineModule } from '#kernel/module.ts';
import { systemCommands } from './commands.ts';
import { systemPermissions } from './permissions.ts';
import { digestRoutes } from './routes/digest.ts';
import { oversightRoutes } from './routes/oversight.ts';
import { ownRoutes } from './routes/own-things.ts';
import { sweepDeskTraces } from './service/desk-traces.ts';
import { digestJob } from './service/digest.ts';
import { systemRefusals } from './words.ts';

export const systemModule = defineModule({
  name: 'system',
  title: '系统管理',
  dependsOn: ['organisation'],
  permissions: systemPermissions,
  refusals: [systemRefusals],
  routes: [...oversightRoutes, ...ownRoutes, ...digestRoutes],
  commands: systemCommands,
  recurringJobs: [
    { name: 'system.sweepDeskTraces', pattern: '50 3 * * *', run: (app) => sweepDeskTraces(app) },
    digestJob,
  ],
  deskScreens: [
    { id: 'system.today', title: '今天', path: '/today', group: '今天', permissions: [], inMenu: true },
    {
      id: 'system.guide',
      title: '工作人员手册',
      path: '/guide',
      group: '今天',
      permissions: [],
      inMenu: false,
    },
    {
      id: 'system.calendar',
      title: '工作日历',
      path: '/system/calendar',
      group: '设置',
      permissions: [],
      inMenu: true,
    },
    {
      id: 'system.digest',
      title: '邮件摘要',
      path: '/mail-digest',
      group: '设置',
      permissions: [],
      inMenu: true,
    },
    {
      id: 'system.audit',
      title: '操作记录',
      path: '/system/audit',
      group: '设置',
      permissions: ['system.readAudit'],
      inMenu: true,
    },
    {
      id: 'system.jobs',
      title: '后台作业',
      path: '/system/jobs',
      group: '设置',
      permissions: ['system.manageJobs'],
      inMenu: true,
    },
    {
      id: 'system.permissions',
      title: '权限表',
      path: '/system/permissions',
      group: '设置',
      permissions: ['system.readPermissions'],
      inMenu: true,
    },
  ],
});
