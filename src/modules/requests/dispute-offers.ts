/** What disputes and their follow-up bring to the manifest of requests. */
import { disputeScreens } from './desk-screens-disputes.ts';
import { disputesFigure } from './report-figures/disputes.ts';
import { disputeRoutes } from './routes/disputes.ts';
import { disputeFollowUpRoutes } from './routes/rectifications.ts';
import { disputePermissions } from './rules/disputes/permissions.ts';
import { remindRectificationsJob } from './service/disputes/remind-rectifications.ts';
import { disputeRefusals } from './words/disputes.ts';
import { rectificationRefusals } from './words/rectifications.ts';

export const disputeOffers = {
  permissions: disputePermissions,
  refusals: [disputeRefusals, rectificationRefusals],
  routes: [...disputeRoutes, ...disputeFollowUpRoutes],
  screens: disputeScreens,
  recurringJobs: [remindRectificationsJob],
  reportFigures: [disputesFigure],
};
