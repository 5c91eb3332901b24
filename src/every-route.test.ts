/**
 * Every route of every module, walked by a visitor, by each role in the owning unit and by an officer of another unit,
 * against the permission table. A module that adds a route adds its sample, or this test fails.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#kernel/app.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { listUnmatchedSamples, type RouteSamples, walkRoute } from '#kernel/testing/walk-routes.ts';
import { accessRouteSamples } from '#modules/access/given.ts';
import { checkingRouteSamples } from '#modules/checking/given.ts';
import {
  type GivenCounty,
  givenCounty,
  givenOfficer,
  organisationRouteSamples,
} from '#modules/organisation/given.ts';
import { outletRouteSamples } from '#modules/outlets/given.ts';
import { periodRouteSamples } from '#modules/periods/given.ts';
import { planRouteSamples } from '#modules/plan/given.ts';
import { policyRouteSamples } from '#modules/policies/given.ts';
import { publishingRouteSamples } from '#modules/publishing/given.ts';
import { reportingRouteSamples } from '#modules/reporting/given.ts';
import { filingRouteSamples } from '#modules/requests/given/filing.ts';
import { requestRouteSamples } from '#modules/requests/given.ts';
import { searchRouteSamples } from '#modules/search/given.ts';
import { siteRouteSamples } from '#modules/site/given.ts';
import { systemRouteSamples } from '#modules/system/given.ts';
import { modules } from './modules.ts';

interface Given {
  readonly app: App;
  readonly county: GivenCounty;
}

const samples: RouteSamples<Given> = {
  ...accessRouteSamples,
  ...checkingRouteSamples,
  ...organisationRouteSamples,
  ...outletRouteSamples,
  ...periodRouteSamples,
  ...planRouteSamples,
  ...policyRouteSamples,
  ...publishingRouteSamples,
  ...reportingRouteSamples,
  ...filingRouteSamples,
  ...requestRouteSamples,
  ...searchRouteSamples,
  ...siteRouteSamples,
  ...systemRouteSamples,
};

const routes = modules.flatMap((module) => module.routes);
let server: TestServer;
let given: Given;

beforeAll(async () => {
  server = await openTestServer({ modules, now: '2026-05-06T09:00:00+08:00' });
  given = { app: server.app, county: await givenCounty(server.app) };
});
afterAll(() => server.close());

test('every route has a sample and every sample a route', () => {
  expect(listUnmatchedSamples(routes, samples)).toEqual([]);
});

describe.each(modules.map((module) => [module.title, module.routes] as const))('%s', (_, moduleRoutes) => {
  test.each(moduleRoutes.map((route) => [route.name, route] as const))('%s', async (_name, route) => {
    const { app, county } = given;
    const findings = await walkRoute(
      {
        server,
        given,
        samples,
        officer: (roles, unitId) => givenOfficer(app, county.jurisdictionId, unitId, roles),
        homeUnitId: county.education,
        otherUnitId: county.town,
      },
      route,
    );
    expect(findings).toEqual([]);
  });
});
