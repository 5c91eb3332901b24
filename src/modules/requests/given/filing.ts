/** What the applicant's rooms on the portal are asked with in the walk over all routes. */
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';

export const filingRouteSamples: RouteSamples<unknown> = {
  'requests.guide': async () => ({}),
  'requests.searchFirst': async () => ({ query: { q: '学校建设资金' } }),
  'requests.foundPage': async () => ({}),
  'requests.countFound': async () => ({ body: {} }),
};
