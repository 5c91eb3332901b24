/** Builders for tests: what the search page is asked with. */
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';

export const searchRouteSamples: RouteSamples<unknown> = {
  'search.page': async () => ({ query: { q: '公开' } }),
};
