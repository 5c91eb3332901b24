/** Builders for tests: what the public site's own routes are asked with. */
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';

export const siteRouteSamples: RouteSamples<unknown> = {
  'site.home': async () => ({}),
  'site.disclosure': async () => ({}),
  'site.policies': async () => ({}),
  'site.requests': async () => ({}),
  'site.map': async () => ({}),
  'site.sitemap': async () => ({}),
  'site.sitemapPart': async () => ({ params: { module: 'publishing', part: 'columns' } }),
  'site.robots': async () => ({}),
  'site.about': async () => ({}),
  'site.preferences': async () => ({ query: { back: '/plans' } }),
  'site.setPreferences': async () => ({ body: { size: 'large', back: '/plans' } }),
};
