/** The only list of modules. Their order decides nothing; `dependsOn` does. */
import type { Manifest } from '#kernel/module.ts';
import { accessModule } from '#modules/access/module.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { organisation } from '#modules/organisation/module.ts';
import { outletsModule } from '#modules/outlets/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { planModule } from '#modules/plan/module.ts';
import { policiesModule } from '#modules/policies/module.ts';
import { publishing } from '#modules/publishing/module.ts';
import { reportingModule } from '#modules/reporting/module.ts';
import { requestsModule } from '#modules/requests/module.ts';
import { search } from '#modules/search/module.ts';
import { site } from '#modules/site/module.ts';
import { systemModule } from '#modules/system/module.ts';

export const modules: readonly Manifest[] = [
  accessModule,
  checkingModule,
  organisation,
  periodsModule,
  reportingModule,
  publishing,
  outletsModule,
  policiesModule,
  requestsModule,
  // After those whose rows its measures read, so that the example county is judged by them from the first day.
  planModule,
  search,
  site,
  systemModule,
];
