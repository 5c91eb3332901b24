/** The manifest of publishing. */
import { defineModule } from '#kernel/module.ts';
import { columnListAddress, statutoryAddress, unitListAddress } from './addresses.ts';
import { readAttachmentsJob } from './attachments-job.ts';
import { publishingDatasets } from './datasets.ts';
import { publishingScreens } from './desk-screens.ts';
import { offerItemsAtHome } from './home-offer.ts';
import { importItemsCommand } from './import-command.ts';
import { publishingMeasures } from './measures/all.ts';
import { publishingPermissions } from './permissions.ts';
import { listMovedPublications } from './queries/deadlines.ts';
import { listPublicPages, listPublicParts } from './queries/public-pages.ts';
import { releaseDueItems, withdrawDueItems } from './release-job.ts';
import { publishingFigures } from './report-figures.ts';
import { attachmentPageRoutes } from './routes/attachment-page.ts';
import { columnRoutes } from './routes/columns.ts';
import { deadlineRoutes } from './routes/deadlines.ts';
import { itemRoutes } from './routes/items.ts';
import { opennessReviewRoutes } from './routes/openness-reviews.ts';
import { publishingPageRoutes } from './routes/pages.ts';
import { revisionRoutes } from './routes/revisions.ts';
import { statutoryRoutes } from './routes/statutory.ts';
import { workflowRoutes } from './routes/workflow.ts';
import { seedColumns, seedFormerSite } from './seed.ts';
import { seedDrafts, seedOpennessReview, seedStatutoryItems } from './seed-works.ts';
import { listPublishingTodos } from './todos.ts';
import { columnRefusals } from './words/columns.ts';
import { itemRefusals } from './words/items.ts';
import { opennessReviewRefusals } from './words/openness-reviews.ts';

export const publishing = defineModule({
  name: 'publishing',
  title: '信息发布',
  dependsOn: ['checking', 'organisation', 'periods'],
  permissions: publishingPermissions,
  refusals: [columnRefusals, itemRefusals, opennessReviewRefusals],
  routes: [
    ...columnRoutes,
    ...itemRoutes,
    ...revisionRoutes,
    ...workflowRoutes,
    ...deadlineRoutes,
    ...statutoryRoutes,
    ...opennessReviewRoutes,
    ...publishingPageRoutes,
    ...attachmentPageRoutes,
  ],
  portalEntries: [
    {
      door: 'disclosure',
      title: '政府信息公开专栏',
      description: '公开指南、公开制度、法定主动公开内容和年度报告。',
      address: statutoryAddress(),
    },
    {
      door: 'disclosure',
      title: '各单位',
      description: '按部门、镇街查看主动公开的信息。',
      address: unitListAddress(),
    },
    {
      door: 'disclosure',
      title: '全部栏目',
      description: '本站的全部栏目，每个栏目都可以订阅。',
      address: columnListAddress(),
    },
  ],
  deskScreens: publishingScreens,
  offerHome: offerItemsAtHome,
  publicPages: { listParts: listPublicParts, listPages: listPublicPages },
  listTodos: listPublishingTodos,
  commands: [importItemsCommand],
  jobs: [readAttachmentsJob],
  recurringJobs: [releaseDueItems, withdrawDueItems],
  listMovedPeriods: listMovedPublications,
  seeds: [
    { name: '栏目', run: seedColumns },
    { name: '原网站公开的信息', run: seedFormerSite },
    { name: '法定公开内容和不主动公开的信息', run: seedStatutoryItems },
    { name: '正在办理的信息', run: seedDrafts },
    { name: '公开属性复核', run: seedOpennessReview },
  ],
  searchKinds: { item: '公开信息' },
  reportFigures: publishingFigures,
  datasets: publishingDatasets,
  measures: publishingMeasures,
});
