import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noticeModule } from '../http/given.tsx';
import { apiRoute, type Route } from '../http/route.ts';
import { defineModule } from '../module.ts';
import { transact } from '../work.ts';
import { testOfficer } from './test-actors.ts';
import { openTestServer, type TestServer } from './test-server.ts';
import { listUnmatchedSamples, type RouteSamples, walkRoute } from './walk-routes.ts';

const homeUnitId = '01890000-0000-7000-8000-000000000001';
const otherUnitId = '01890000-0000-7000-8000-000000000002';
const noticeId = '01890000-0000-7000-8000-0000000000aa';
const entry = { action: 'bad.deed', objectKind: 'bad', objectId: '1', summary: '坏' };

/** Routes whose services forget what the table says. */
const careless: readonly Route[] = [
  apiRoute({
    name: 'bad.forgetsUnit',
    summary: '忘记核对单位',
    access: 'notice.write',
    method: 'GET',
    path: '/bad/unit',
    handle: async () => undefined,
  }),
  apiRoute({
    name: 'bad.auditsDenial',
    summary: '拒绝也记一笔',
    access: 'public',
    method: 'POST',
    path: '/bad/denial',
    handle: async ({ app, actor }) => {
      await transact(app, actor, async (work) => work.audit(entry));
      await transact(app, actor, async (work) => work.authorise('notice.write'));
      return undefined;
    },
  }),
];

const samples: RouteSamples<null> = {
  'notice.list': async () => ({}),
  'notice.create': async () => ({ body: { title: '公告', pages: 1, kind: 'plan' } }),
  'notice.remove': async () => ({ params: { noticeId }, query: { unitId: homeUnitId }, unitId: homeUnitId }),
  'notice.attach': async () => ({
    body: { note: '说明' },
    files: [{ field: 'file', name: '通知.txt', mediaType: 'text/plain', bytes: new Uint8Array([1, 2]) }],
  }),
  'notice.download': async () => ({}),
  'notice.long': async () => ({}),
  'notice.lie': async () => ({ status: 500 }),
  'notice.break': async () => ({ status: 500 }),
  'notice.page': async () => ({ params: { noticeId } }),
  'notice.sendOpinion': async () => ({ params: { noticeId }, body: { text: '可以' } }),
  'bad.forgetsUnit': async () => ({ unitId: homeUnitId }),
  'bad.auditsDenial': async () => ({}),
};

const routes = [...noticeModule.routes, ...careless];
let server: TestServer;

beforeAll(async () => {
  server = await openTestServer({
    modules: [noticeModule, defineModule({ name: 'bad', title: '坏', routes: careless })],
    server: { limits: { visitorChangesPerMinute: 1000 } },
  });
});
afterAll(() => server.close());

const walk = (route: Route) =>
  walkRoute(
    {
      server,
      given: null,
      samples,
      officer: async (roles, unitId) => testOfficer({ roles, unitId }),
      homeUnitId,
      otherUnitId,
    },
    route,
  );

describe('the walk', () => {
  test.each(noticeModule.routes)('finds $name as the table says', async (route) => {
    expect(await walk(route)).toEqual([]);
  });

  test('finds a service that forgot the unit', async () => {
    const [unit] = careless;
    const findings = unit === undefined ? [] : await walk(unit);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain('an officer of another unit should not reach');
  });

  test('finds a denial that left an audit entry', async () => {
    const findings = careless[1] === undefined ? [] : await walk(careless[1]);
    expect(findings.filter((finding) => finding.includes('left an audit entry'))).toHaveLength(8);
  });

  test('finds routes without samples and samples without routes', () => {
    const { 'notice.list': _list, ...fewer } = samples;
    expect(listUnmatchedSamples(routes, fewer)).toEqual(['notice.list: no sample']);
    expect(listUnmatchedSamples(routes, { ...samples, 'notice.gone': async () => ({}) })).toEqual([
      'notice.gone: no such route',
    ]);
  });
});
