/** The routes of all modules and where each is served. */
import type { App } from '../app.ts';
import { apiRoot } from './address.ts';
import type { Route } from './route.ts';

/** The address a route is served at, as the router writes it. */
export function servedPattern(route: Route): string {
  return route.kind === 'api' ? `${apiRoot}${route.path}` : route.path;
}

/** The routes of all modules; a name or an address given twice is a fault. */
export function gatherRoutes(app: Pick<App, 'modules'>): readonly Route[] {
  const routes = app.modules.flatMap((module) => module.routes);
  const seen = new Set<string>();
  for (const route of routes) {
    for (const sign of [route.name, `${route.method} ${servedPattern(route)}`]) {
      if (seen.has(sign)) throw new Error(`two routes are called ${sign}`);
      seen.add(sign);
    }
  }
  return routes;
}
