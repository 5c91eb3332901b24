/** What the public site's own pages offer to the house. */
import { defineModule } from '#kernel/module.ts';
import { siteRoutes } from './routes.ts';

export const site = defineModule({
  name: 'site',
  title: '门户首页',
  routes: siteRoutes,
});
