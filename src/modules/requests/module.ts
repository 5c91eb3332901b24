/** What the module of information requests offers to the house. */
import { defineModule } from '#kernel/module.ts';
import { caseCommandRoutes } from './routes/case-commands.ts';
import { requestRoutes } from './routes/requests.ts';
import { requestPermissions } from './rules/request-permissions.ts';
import { requestRefusals } from './words/requests.ts';

export const requestsModule = defineModule({
  name: 'requests',
  title: '依申请公开',
  dependsOn: ['checking', 'organisation', 'periods', 'publishing'],
  permissions: requestPermissions,
  refusals: [requestRefusals],
  routes: [...requestRoutes, ...caseCommandRoutes],
});
