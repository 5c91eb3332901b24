/** What the module of information requests offers to the house. */
import { defineModule } from '#kernel/module.ts';
import { disputesFigure } from './report-figures/disputes.ts';
import { requestsFigure } from './report-figures/requests.ts';
import { caseCommandRoutes } from './routes/case-commands.ts';
import { disputeRoutes } from './routes/disputes.ts';
import { requestRoutes } from './routes/requests.ts';
import { disputePermissions } from './rules/disputes/permissions.ts';
import { requestPermissions } from './rules/request-permissions.ts';
import { disputeRefusals } from './words/disputes.ts';
import { requestRefusals } from './words/requests.ts';

export const requestsModule = defineModule({
  name: 'requests',
  title: '依申请公开',
  dependsOn: ['checking', 'organisation', 'periods', 'publishing'],
  permissions: { ...requestPermissions, ...disputePermissions },
  refusals: [requestRefusals, disputeRefusals],
  routes: [...requestRoutes, ...caseCommandRoutes, ...disputeRoutes],
  reportFigures: [requestsFigure, disputesFigure],
});
