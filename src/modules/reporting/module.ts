/** What the module reporting offers to the house. */
import { defineModule } from '#kernel/module.ts';
import { checkReportCommand, reportSchemaCommand } from './check-command.ts';
import { reportingPermissions } from './permissions.ts';
import { reportingRefusals } from './refusals.ts';
import { reportCheckRoutes } from './routes/checks.ts';
import { editionRoutes } from './routes/editions.ts';
import { liveTableRoutes } from './routes/live-tables.ts';

export const reportingModule = defineModule({
  name: 'reporting',
  title: '年报与考核',
  dependsOn: ['organisation'],
  permissions: reportingPermissions,
  refusals: [reportingRefusals],
  routes: [...reportCheckRoutes, ...liveTableRoutes, ...editionRoutes],
  commands: [checkReportCommand, reportSchemaCommand],
  deskScreens: [
    {
      id: 'reporting.tables',
      title: '年报数据',
      path: '/reports/tables',
      group: '年报',
      permissions: ['reporting.view'],
      inMenu: true,
    },
    {
      id: 'reporting.editions',
      title: '年报编制',
      path: '/reports/editions',
      group: '年报',
      permissions: ['reporting.view'],
      inMenu: true,
    },
    {
      id: 'reporting.check',
      title: '年报核对',
      path: '/reports/check',
      group: '年报',
      permissions: ['reporting.check'],
      inMenu: true,
    },
  ],
});
