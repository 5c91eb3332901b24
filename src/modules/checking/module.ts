/** What the module checking offers to the house. */
import { defineModule } from '#kernel/module.ts';
import { checkTextCommand } from './check-command.ts';
import { checkingMeasures } from './measures.ts';
import { checkingPermissions } from './permissions.ts';
import { checkingRefusals } from './refusals.ts';
import { checkRoutes } from './routes/checks.ts';
import { wordRoutes } from './routes/words.ts';

export const checkingModule = defineModule({
  name: 'checking',
  title: '发布前检测',
  dependsOn: ['organisation'],
  permissions: checkingPermissions,
  refusals: [checkingRefusals],
  routes: [...checkRoutes, ...wordRoutes],
  measures: checkingMeasures,
  commands: [checkTextCommand],
  deskScreens: [
    {
      id: 'checking.check',
      title: '发布前检测',
      path: '/checking',
      group: '发布',
      permissions: ['checking.check'],
      inMenu: true,
    },
    {
      id: 'checking.words',
      title: '检测词库',
      path: '/checking/words',
      group: '发布',
      permissions: [],
      inMenu: true,
    },
    {
      id: 'checking.overrides',
      title: '放行理由',
      path: '/checking/overrides',
      group: '发布',
      permissions: ['checking.check', 'checking.oversee'],
      inMenu: true,
    },
  ],
});
