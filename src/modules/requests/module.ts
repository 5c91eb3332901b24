/** What the module of information requests offers to the house. */
import { calendarYearEntered } from '#kernel/calendar/year-entered.ts';
import { defineModule } from '#kernel/module.ts';
import { applyAddress, requestGuideAddress, requestStatusAddress } from './addresses.ts';
import { requestScreens } from './desk-screens.ts';
import { disputeOffers } from './dispute-offers.ts';
import { requestMeasures } from './measures/answers.ts';
import { listDisputeTodos } from './queries/disputes/todos.ts';
import { listPaperTodos } from './queries/letter-todos.ts';
import { listMovedCaseLimits } from './queries/moved-limits.ts';
import { requestsFigure } from './report-figures/requests.ts';
import { caseCommandRoutes } from './routes/case-commands.ts';
import { letterSettingRoutes } from './routes/letter-settings.ts';
import { letterRoutes } from './routes/letters.ts';
import { requestPageRoutes } from './routes/portal.ts';
import { portalFilingRoutes } from './routes/portal-filing.ts';
import { portalGuideRoutes } from './routes/portal-guide.ts';
import { proofRoutes } from './routes/proofs.ts';
import { redactionRoutes } from './routes/redactions.ts';
import { requestRoutes } from './routes/requests.ts';
import { requestPermissions } from './rules/request-permissions.ts';
import { requestSeeds } from './seed/seed-requests.ts';
import { letterSeeds } from './seed-letters.ts';
import { remindOfCasesJob } from './service/case-reminders.ts';
import { tidyDraftsNightly } from './service/filing/drafts.ts';
import { eraseProofsNightly } from './service/identity-proofs.ts';
import { keepLetterJob } from './service/letters/keep-letter.ts';
import { hearYearForQueue, refreshQueueJob, refreshQueueNightly } from './service/refresh-queue.ts';
import { listRequestTodos } from './todos.ts';
import { letterRefusals } from './words/letters.ts';
import { redactionRefusals } from './words/redactions.ts';
import { requestRefusals } from './words/requests.ts';

export const requestsModule = defineModule({
  name: 'requests',
  title: '依申请公开',
  dependsOn: ['checking', 'organisation', 'periods', 'publishing'],
  permissions: { ...requestPermissions, ...disputeOffers.permissions },
  refusals: [requestRefusals, ...disputeOffers.refusals, letterRefusals, redactionRefusals],
  portalEntries: [
    {
      door: 'requests',
      title: '申请指南',
      description: '谁可以申请、怎么申请、哪天算收到、多久答复、要不要钱、不满意怎么办。',
      address: requestGuideAddress(),
    },
    {
      door: 'requests',
      title: '提交申请',
      description: '先找一找是否已经公开，再填写申请，得到编号和查询码。',
      address: applyAddress(),
    },
    {
      door: 'requests',
      title: '查询办理进度',
      description: '凭查询码看办到哪一步、哪一天前答复、日期怎么算出来，补正、撤回、留言。',
      address: requestStatusAddress(),
    },
  ],
  deskScreens: [...requestScreens, ...disputeOffers.screens],
  jobs: [keepLetterJob, refreshQueueJob],
  recurringJobs: [
    ...disputeOffers.recurringJobs,
    remindOfCasesJob,
    refreshQueueNightly,
    eraseProofsNightly,
    tidyDraftsNightly,
  ],
  listeners: [calendarYearEntered.listen(hearYearForQueue)],
  listTodos: async (context) => [
    ...(await listDisputeTodos(context)),
    ...(await listRequestTodos(context)),
    ...(await listPaperTodos(context)),
  ],
  listMovedPeriods: listMovedCaseLimits,
  routes: [
    ...requestRoutes,
    ...caseCommandRoutes,
    ...proofRoutes,
    ...portalGuideRoutes,
    ...portalFilingRoutes,
    ...requestPageRoutes,
    ...disputeOffers.routes,
    ...letterRoutes,
    ...letterSettingRoutes,
    ...redactionRoutes,
  ],
  seeds: [...letterSeeds, ...requestSeeds],
  measures: requestMeasures,
  reportFigures: [requestsFigure, ...disputeOffers.reportFigures],
});
