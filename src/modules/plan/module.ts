/** What the plan module offers to the house. */
import { defineModule } from '#kernel/module.ts';
import { planListAddress } from './addresses.ts';
import { planCommands } from './commands.ts';
import { planDatasets } from './datasets.ts';
import { planDeskScreens } from './desk-screens.ts';
import { evaluationJobs, nightlyEvaluation } from './evaluation/jobs.ts';
import { evaluateTouchedJob } from './evaluation/touched.ts';
import { listPlanHandoverItems } from './handover-items.ts';
import { offerPlansAtHome } from './home-offer.ts';
import { checkDueLinksJob, checkLinksJob, checkPlanLinksJob } from './link-jobs.ts';
import { ledgerMeasures } from './measures/ledger.ts';
import { officeRecordMeasures } from './measures/office-records.ts';
import { supervisionMeasures } from './measures/supervision.ts';
import { unitPlanMeasures } from './measures/unit-plans.ts';
import { planPermissions } from './permissions.ts';
import { offerCountyDigest } from './queries/county-digest.ts';
import { listMovedOrders } from './queries/supervision/moved-orders.ts';
import { readImportJob } from './read-job.ts';
import { backTestingRoutes } from './routes/back-testing.ts';
import { comparingRoutes } from './routes/comparing.ts';
import { importRoutes } from './routes/imports.ts';
import { ledgerRoutes } from './routes/ledger.ts';
import { linkCheckRoutes } from './routes/link-checks.ts';
import { lookBackRoutes } from './routes/look-back.ts';
import { measuringRoutes } from './routes/measuring.ts';
import { officeRecordRoutes } from './routes/office-records/all.ts';
import { planPageRoutes } from './routes/pages.ts';
import { planRoutes } from './routes/plans.ts';
import { reminderRoutes } from './routes/reminders.ts';
import { supervisionRoutes } from './routes/supervision.ts';
import { unitPlanRoutes } from './routes/unit-plans.ts';
import { planSeeds } from './seed.ts';
import { remindJob } from './service/reminders/send-reminders.ts';
import { escalateOrdersJob } from './service/supervision/escalate-overdue.ts';
import { listPlanTodos } from './todos.ts';
import { backTestRefusals } from './words/back-testing.ts';
import { ledgerRefusals } from './words/ledger.ts';
import { lookBackRefusals } from './words/look-back.ts';
import { measuringRefusals } from './words/measuring-refusals.ts';
import { officeRecordRefusals } from './words/office-records.ts';
import { planRefusals } from './words/plans.ts';
import { supervisionRefusals } from './words/supervision.ts';
import { unitPlanRefusals } from './words/unit-plans.ts';

export const planModule = defineModule({
  name: 'plan',
  title: '任务分解与督办',
  dependsOn: ['organisation'],
  permissions: planPermissions,
  refusals: [
    planRefusals,
    ledgerRefusals,
    unitPlanRefusals,
    officeRecordRefusals,
    supervisionRefusals,
    lookBackRefusals,
    measuringRefusals,
    backTestRefusals,
  ],
  routes: [
    ...importRoutes,
    ...comparingRoutes,
    ...backTestingRoutes,
    ...planRoutes,
    ...planPageRoutes,
    ...ledgerRoutes,
    ...linkCheckRoutes,
    ...unitPlanRoutes,
    ...officeRecordRoutes,
    ...supervisionRoutes,
    ...reminderRoutes,
    ...lookBackRoutes,
    ...measuringRoutes,
  ],
  jobs: [readImportJob, checkLinksJob, checkPlanLinksJob, ...evaluationJobs],
  recurringJobs: [escalateOrdersJob, remindJob, checkDueLinksJob, nightlyEvaluation, evaluateTouchedJob],
  measures: [...supervisionMeasures, ...ledgerMeasures, ...unitPlanMeasures, ...officeRecordMeasures],
  searchKinds: { task: '任务', evidence: '工作进展' },
  datasets: planDatasets,
  commands: planCommands,
  seeds: planSeeds,
  listMovedPeriods: listMovedOrders,
  listTodos: listPlanTodos,
  listHandoverItems: listPlanHandoverItems,
  offerDigest: offerCountyDigest,
  offerHome: offerPlansAtHome,
  portalEntries: [
    {
      door: 'disclosure',
      title: '年度任务分解表',
      description: '每年的政务公开工作分解成哪些任务，由谁负责，何时完成，现在怎样。',
      address: planListAddress(),
    },
  ],
  deskScreens: planDeskScreens,
});
