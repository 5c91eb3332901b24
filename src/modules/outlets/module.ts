/** What the outlets offer to the house. */
import { defineModule } from '#kernel/module.ts';
import { itemOpennessChanged, itemReleased, itemWithdrawn } from '#modules/publishing/index.ts';
import { subscribeAddress } from './addresses.ts';
import { deliverJob } from './deliver-job.ts';
import { outletMeasures } from './measures.ts';
import { outletPermissions } from './permissions.ts';
import { outletRoutes } from './routes/outlets.ts';
import { outletPageRoutes } from './routes/pages.ts';
import { printRoutes } from './routes/print.ts';
import { outletSeeds } from './seed.ts';
import { offerToOutlets, takeBackFromOutlets } from './service/follow-items.ts';
import { listOutletTodos } from './todos.ts';
import { outletRefusals } from './words.ts';

export const outletsModule = defineModule({
  name: 'outlets',
  title: '发布渠道',
  dependsOn: ['organisation', 'publishing'],
  permissions: outletPermissions,
  refusals: [outletRefusals],
  routes: [...outletRoutes, ...printRoutes, ...outletPageRoutes],
  jobs: [deliverJob],
  listeners: [
    itemReleased.listen(offerToOutlets),
    itemOpennessChanged.listen(takeBackFromOutlets),
    itemWithdrawn.listen(takeBackFromOutlets),
  ],
  measures: outletMeasures,
  listTodos: listOutletTodos,
  seeds: outletSeeds,
  portalEntries: [
    {
      door: 'disclosure',
      title: '订阅更新',
      description: '用邮件或者订阅地址接收新公开的信息。',
      address: subscribeAddress(),
    },
  ],
  deskScreens: [
    {
      id: 'outlets.list',
      title: '发布渠道',
      path: '/outlets',
      group: '发布',
      permissions: ['outlets.read'],
      inMenu: true,
      comesLast: true,
    },
    {
      id: 'outlets.deliveries',
      title: '投递记录',
      path: '/outlets/deliveries',
      group: '发布',
      permissions: ['outlets.read'],
      inMenu: true,
      comesLast: true,
    },
    {
      id: 'outlets.delivery',
      title: '投递',
      path: '/outlets/deliveries/:deliveryId',
      group: '发布',
      permissions: ['outlets.read'],
      inMenu: false,
    },
  ],
});
