import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineModule } from '../module.ts';
import { testOfficer } from '../testing/test-actors.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { transact, type Work } from '../work.ts';
import { createServer } from './create-server.ts';
import { noticeModule } from './given.tsx';
import { apiRoute } from './route.ts';

const unitId = '01890000-0000-7000-8000-000000000001';
const clerk = testOfficer({ roles: ['clerk'], unitId });
const reviewer = testOfficer({ roles: ['reviewer'], unitId });
const entry = { action: 'odd.work', objectKind: 'odd', objectId: '1', summary: '试' };

let place: TestServer;
let gate: {
  readonly entered: Promise<void>;
  readonly enter: () => void;
  readonly opened: Promise<void>;
  readonly open: () => void;
};

function newGate(): typeof gate {
  let enter = () => {};
  let open = () => {};
  const entered = new Promise<void>((resolve) => {
    enter = resolve;
  });
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { entered, enter, opened, open };
}

const oddRoute = (name: string, body: (work: Work) => Promise<unknown>, times = 1) =>
  apiRoute({
    name: `odd.${name}`,
    summary: '试',
    access: 'public',
    method: 'POST',
    path: `/odd/${name}`,
    body: z.object({}).optional(),
    creates: true,
    handle: async ({ app, actor }) => {
      for (let time = 0; time < times; time += 1) await transact(app, actor, body);
      return undefined;
    },
  });

const oddModule = defineModule({
  name: 'odd',
  title: '试',
  routes: [
    oddRoute('slow', async (work) => {
      work.audit(entry);
      gate.enter();
      await gate.opened;
    }),
    // The embedded database has one connection: while a transaction is open, nothing else can be asked of it.
    {
      ...oddRoute('patient', async (work) => work.audit(entry)),
      handle: async ({ app, actor }) => {
        gate.enter();
        await gate.opened;
        await transact(app, actor, async (work) => work.audit(entry));
      },
    },
    oddRoute('dated', async (work) => {
      work.audit(entry);
      return { at: work.now };
    }),
    oddRoute('twice', async (work) => work.audit(entry), 2),
  ],
});

beforeAll(async () => {
  place = await openTestServer({ modules: [noticeModule, oddModule] });
});
beforeEach(() => {
  gate = newGate();
});
afterAll(() => place.close());

const notice = { title: '公告', pages: 1, kind: 'plan' };

function create(key: string | undefined, payload: object = notice, actor = clerk) {
  const headers = { 'idempotency-key': key ?? '' };
  return place.ask(actor, { method: 'POST', url: '/api/v1/notices', payload, headers });
}

async function countAudit(): Promise<number> {
  const { rows } = await place.app.database.read.execute(sql`select count(*)::int as n from audit_entry`);
  return Number(rows[0]?.n);
}

describe('a creating request', () => {
  test('sent again gets the stored answer and does nothing', async () => {
    const first = await create('key-00000001');
    const audited = await countAudit();
    const again = await create('key-00000001', { kind: 'plan', pages: 1, title: '公告' });
    expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
    expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([
      undefined,
      'true',
    ]);
    expect(await countAudit()).toBe(audited);
  });

  test('with another content under the same key is refused', async () => {
    await create('key-00000002');
    const other = await create('key-00000002', { ...notice, pages: 2 });
    expect([other.statusCode, other.json().code]).toEqual([422, 'once.keyReused']);
  });

  test('keys of two officers do not meet', async () => {
    const mine = await create('key-00000003');
    const theirs = await create('key-00000003', notice, reviewer);
    expect(theirs.statusCode).toBe(201);
    expect(theirs.json().noticeId).not.toBe(mine.json().noticeId);
  });

  test.each([undefined, 'short', 'has blanks in it', 'x'.repeat(129)])(
    'without a good key (%s) is told why',
    async (key) => {
      const answer = await create(key);
      expect(answer.json()).toMatchObject({ status: 400, code: 'http.keyMissing' });
      expect(answer.json().todo).toContain('UUID');
    },
  );

  test('that was refused leaves its key free', async () => {
    expect((await create('key-00000004', { ...notice, title: '旧公告' })).statusCode).toBe(409);
    const corrected = await create('key-00000004');
    expect([corrected.statusCode, corrected.headers['idempotency-replayed']]).toEqual([201, undefined]);
  });

  test('sent while the first is at work is refused, and gets the answer afterwards', async () => {
    const send = () =>
      place.ask(clerk, {
        method: 'POST',
        url: '/api/v1/odd/patient',
        headers: { 'idempotency-key': 'key-00000005' },
      });
    const first = send();
    await gate.entered;
    const second = await send();
    expect([second.statusCode, second.json().code]).toEqual([409, 'once.keyInUse']);
    gate.open();
    expect((await first).statusCode).toBe(204);
    expect((await send()).headers['idempotency-replayed']).toBe('true');
  });
});

describe('a creating route that cannot be repeated truly is a fault', () => {
  test.each([
    ['dated', 'a result JSON does not hand back alike'],
    ['twice', 'two units of work'],
  ])('%s: %s', async (name) => {
    const answer = await place.ask(clerk, { method: 'POST', url: `/api/v1/odd/${name}` });
    expect(answer.statusCode).toBe(500);
  });
});

describe.runIf(process.env.GONGKAI_TEST_DATABASE_URL !== undefined)('two nodes on one database', () => {
  test('work under one key at a time', async () => {
    const other = await createServer(place.app);
    const send = (server: TestServer['server']) =>
      server.inject({
        method: 'POST',
        url: '/api/v1/odd/slow',
        headers: { 'idempotency-key': 'key-00000006' },
      });
    const first = send(place.server);
    await gate.entered;
    const second = await send(other);
    expect([second.statusCode, second.json().code]).toEqual([409, 'once.keyInUse']);
    gate.open();
    expect((await first).statusCode).toBe(204);
    expect((await send(other)).headers['idempotency-replayed']).toBe('true');
    await other.close();
  });
});
