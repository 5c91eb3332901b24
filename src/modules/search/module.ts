/** What search offers to the house. */
import { z } from 'zod';
import { defineJob } from '#kernel/jobs/job.ts';
import { defineModule } from '#kernel/module.ts';
import { refreshSearchTexts } from '#kernel/search/sql/write-texts.ts';
import { searchCommands } from './commands.ts';
import { searchPermissions } from './permissions.ts';
import { searchApiRoutes } from './routes/api.ts';
import { searchDeskRoutes } from './routes/desk.ts';
import { searchPageRoute } from './routes/page.ts';
import { seedSynonyms } from './seed.ts';
import { tidySearch } from './service/rebuild.ts';
import { keepRegisterWords, recutJobKind } from './service/words.ts';
import { searchRefusals } from './words.ts';

export const search = defineModule({
  name: 'search',
  title: '搜索',
  dependsOn: ['organisation'],
  permissions: searchPermissions,
  refusals: [searchRefusals],
  routes: [searchPageRoute, ...searchApiRoutes, ...searchDeskRoutes],
  commands: searchCommands,
  jobs: [
    defineJob({
      kind: recutJobKind,
      payload: z.object({}),
      run: async (app) => {
        await refreshSearchTexts(app.database);
      },
    }),
  ],
  recurringJobs: [{ name: 'search.tidy', pattern: '20 3 * * *', run: (app) => tidySearch(app) }],
  seeds: [{ name: '检索同义词', run: seedSynonyms }],
  start: async (app) => {
    await keepRegisterWords(app);
    return [];
  },
  deskScreens: [
    {
      id: 'search.words',
      title: '检索词库',
      path: '/search/words',
      group: '发布',
      permissions: ['search.keepWords', 'search.readMisses', 'search.manageIndex'],
      inMenu: true,
    },
  ],
});
