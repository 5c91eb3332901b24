/** The manifest of publishing. */
import { defineModule } from '#kernel/module.ts';
import { publishingPermissions } from './permissions.ts';
import { columnRoutes } from './routes/columns.ts';
import { itemRoutes } from './routes/items.ts';
import { workflowRoutes } from './routes/workflow.ts';
import { columnRefusals } from './words/columns.ts';
import { itemRefusals } from './words/items.ts';

export const publishing = defineModule({
  name: 'publishing',
  title: '信息发布',
  dependsOn: ['checking', 'organisation'],
  permissions: publishingPermissions,
  refusals: [columnRefusals, itemRefusals],
  routes: [...columnRoutes, ...itemRoutes, ...workflowRoutes],
  searchKinds: { item: '公开信息' },
});
