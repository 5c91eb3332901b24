/** What search offers to the house. */
import { defineModule } from '#kernel/module.ts';
import { searchRoutes } from './routes.ts';

export const search = defineModule({
  name: 'search',
  title: '搜索',
  routes: searchRoutes,
});
