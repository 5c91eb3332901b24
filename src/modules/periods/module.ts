/** What the module of the law's periods offers to the house. */
import { calendarYearEntered } from '#kernel/calendar/year-entered.ts';
import { defineModule } from '#kernel/module.ts';
import { periodsAddress } from './addresses.ts';
import { periodDatasets } from './datasets.ts';
import { dueCommand } from './due-command.ts';
import { periodPermissions } from './permissions.ts';
import { periodRoutes } from './routes/all.ts';
import { periodPageRoutes } from './routes/page.ts';
import { periodSeeds } from './seed.ts';
import { indexPeriods, periodKind } from './service/search-documents.ts';
import { hearCalendarYear, tellMovesJob } from './service/tell-moves.ts';
import { periodRefusals } from './words.ts';

export const periodsModule = defineModule({
  name: 'periods',
  title: '法定期限',
  dependsOn: ['organisation'],
  permissions: periodPermissions,
  refusals: [periodRefusals],
  routes: [...periodRoutes, ...periodPageRoutes],
  jobs: [tellMovesJob],
  listeners: [calendarYearEntered.listen(hearCalendarYear)],
  searchKinds: { [periodKind]: '法定期限' },
  datasets: periodDatasets,
  commands: [dueCommand],
  seeds: periodSeeds,
  portalEntries: [
    {
      door: 'requests',
      title: '期限计算',
      description: '答复、公开、复议、诉讼等法定期限到哪一天为止，逐日列出算法和依据。',
      address: periodsAddress(),
    },
  ],
  deskScreens: [
    {
      id: 'periods.rules',
      title: '法定期限',
      path: '/periods',
      group: '申请',
      permissions: [],
      inMenu: true,
      comesLast: true,
    },
    {
      id: 'periods.changes',
      title: '期限变动',
      path: '/periods/changes/:changeId',
      group: '申请',
      permissions: [],
      inMenu: false,
    },
  ],
  start: async (app) => {
    await indexPeriods(app);
    return [];
  },
});
