import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficerActor, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingInstant } from '#kernel/clock.ts';
import { readConfig } from '#kernel/config.ts';
import { dayOf } from '#kernel/day.ts';
import { openJobRunner } from '#kernel/jobs/runner.ts';
import { jobs } from '#kernel/jobs/tables.ts';
import { mails } from '#kernel/mail/tables.ts';
import { defineModule } from '#kernel/module.ts';
import { notify } from '#kernel/notices/notify.ts';
import { startMailServer, type TestMailServer } from '#kernel/testing/mail-server.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { setOfficerEmail } from '#modules/organisation/index.ts';
import { organisation } from '#modules/organisation/module.ts';
import { systemModule } from '../module.ts';
import { composeOwnDigest, viewOwnDigest } from '../queries/digest.ts';
import { sendDigests, setDigestRhythm } from './digest.ts';

let place: TestApp;
let server: TestMailServer;
let app: App;
let clerk: OfficerActor;
let weekly: OfficerActor;
let silent: OfficerActor;
let refused: OfficerActor;
let supervisor: OfficerActor;
/** Set to break the gathering of one officer's duties. */
let brokenFor: string | undefined;

/** Duties as some module offers them. */
const duties = defineModule({
  name: 'duties',
  title: '测试事项',
  listTodos: async ({ actor }) => {
    if (actor.kind !== 'officer') return [];
    if (actor.id === brokenFor) throw new Error('broken');
    return [{ key: 'one', title: '公开教育经费', due: dayOf('2026-11-18'), address: '/plan/tasks/one' }];
  },
  offerDigest: async ({ actor }) =>
    actor.kind === 'officer' && actor.grants.some(({ role }) => role === 'supervisor')
      ? [
          {
            title: '全县任务',
            summary: '3项任务到期而未达标。',
            lines: [{ text: '县教育局：3项', address: '/plan/board' }],
          },
        ]
      : [],
});

const platform = systemActor('test');

beforeAll(async () => {
  [place, server] = await Promise.all([
    openTestApp({ modules: [organisation, systemModule, duties], now: '2026-11-19T08:00:00+08:00' }),
    startMailServer(),
  ]);
  const environment = { ...server.environment, GONGKAI_PUBLIC_URL: 'https://gk.qinghe.example/' };
  app = { ...place.app, config: { ...readConfig(environment), dataFolder: place.app.config.dataFolder } };
  const county = await givenCounty(app);
  const make = async (name: string, email: string | null, role: 'clerk' | 'supervisor' = 'clerk') => {
    const officer = await givenOfficer(app, county.jurisdictionId, county.education, [role], name);
    if (email !== null) await transact(app, platform, (work) => setOfficerEmail(work, officer.id, email));
    return officer;
  };
  clerk = await make('经办甲', 'jia@qinghe.example');
  weekly = await make('经办乙', 'yi@qinghe.example');
  silent = await make('经办丙', 'bing@qinghe.example');
  refused = await make('经办丁', 'unknown.ding@qinghe.example');
  supervisor = await make('科长', 'kezhang@qinghe.example', 'supervisor');
  await make('没有邮箱', null);
  await transact(app, weekly, (work) => setDigestRhythm(work, 'weekly'));
  await transact(app, silent, (work) => setDigestRhythm(work, 'off'));
});
afterAll(() => Promise.all([place.close(), server.close()]));

const goTo = (day: string, time = '08:30') => place.clock.set(beijingInstant(dayOf(day), time));

async function keysOf(officer: OfficerActor): Promise<string[]> {
  const rows = await app.database.read
    .select({ key: mails.uniqueKey })
    .from(mails)
    .where(eq(mails.officerId, officer.id))
    .orderBy(asc(mails.createdAt));
  return rows.map(({ key }) => key.slice(-10));
}

const takenBy = (address: string) => server.taken.filter(({ to }) => to.includes(address));

function plainTextOf(raw: string): string {
  const part = raw.split('Content-Type: text/plain')[1]?.split(/\r\n\r\n/)[1] ?? '';
  return Buffer.from(part.split('\r\n--')[0] ?? '', 'base64').toString('utf8');
}

describe('the digest', () => {
  test('goes once an officer and working day, though the job runs twice, at two nodes, and again later', async () => {
    await openJobRunner(app).runDue();
    goTo('2026-11-20');
    await transact(app, platform, async (work) => {
      await notify(work, { officerIds: [clerk.id], title: '收到督办', address: '/plan/orders/1' });
      work.audit({ action: 'test.tell', objectKind: 'x', objectId: 'x', summary: '通知' });
    });
    await openJobRunner(app).runDue();
    await Promise.all([sendDigests(app), sendDigests(app)]);
    goTo('2026-11-20', '17:00');
    await openJobRunner(app).runDue();
    await sendDigests(app);
    await openJobRunner(app).runDue();
    expect(await keysOf(clerk)).toEqual(['2026-11-20']);
    expect(takenBy('jia@qinghe.example')).toHaveLength(1);
    expect(await keysOf(weekly)).toEqual([]);
    expect(await keysOf(silent)).toEqual([]);
    const text = plainTextOf(takenBy('jia@qinghe.example')[0]?.raw ?? '');
    expect(text).toContain('经办甲，您好。');
    expect(text).toContain('【已经逾期（1件）】\n- 公开教育经费\n  11月18日到期（2天前）');
    expect(text).toContain('https://gk.qinghe.example/desk/plan/tasks/one');
    expect(text).toContain('【新通知（1条）】\n- 收到督办');
    expect(text).not.toContain('全县任务');
    expect(plainTextOf(takenBy('kezhang@qinghe.example')[0]?.raw ?? '')).toContain(
      '【全县任务】\n3项任务到期而未达标。\n- 县教育局：3项',
    );
  });

  test('tells a notice once, waits over the weekend, and comes weekly to who wants it so', async () => {
    goTo('2026-11-22');
    await openJobRunner(app).runDue();
    expect(await keysOf(clerk)).toEqual(['2026-11-20']);
    goTo('2026-11-23');
    await openJobRunner(app).runDue();
    expect(await keysOf(clerk)).toEqual(['2026-11-20', '2026-11-23']);
    expect(plainTextOf(takenBy('jia@qinghe.example')[1]?.raw ?? '')).not.toContain('收到督办');
    expect(await keysOf(weekly)).toEqual(['2026-11-23']);
  });

  test('leaves a refused address alone until it is another one', async () => {
    expect(await keysOf(refused)).toEqual(['2026-11-20']);
    expect(await viewOwnDigest(app, refused.id)).toMatchObject({ last: { status: 'refused' } });
    await transact(app, platform, (work) => setOfficerEmail(work, refused.id, 'ding@qinghe.example'));
    expect(await viewOwnDigest(app, refused.id)).toMatchObject({ last: null, mailWorks: true });
    goTo('2026-11-24');
    await openJobRunner(app).runDue();
    expect(await keysOf(refused)).toEqual(['2026-11-20', '2026-11-24']);
    expect(takenBy('ding@qinghe.example')).toHaveLength(1);
  });

  test('of one officer that cannot be gathered keeps no other waiting, and comes when it can', async () => {
    brokenFor = clerk.id;
    goTo('2026-11-25');
    const runner = openJobRunner(app);
    await runner.runDue();
    expect((await keysOf(supervisor)).at(-1)).toBe('2026-11-25');
    expect((await keysOf(clerk)).at(-1)).toBe('2026-11-24');
    brokenFor = undefined;
    place.clock.advance(60_000);
    await runner.runDue();
    expect((await keysOf(clerk)).at(-1)).toBe('2026-11-25');
    expect((await keysOf(supervisor)).filter((key) => key === '2026-11-25')).toHaveLength(1);
  });

  test('of a day missed by a standstill is not sent afterwards: the next one says how things stand', async () => {
    goTo('2026-12-01');
    await openJobRunner(app).runDue();
    expect((await keysOf(clerk)).slice(-2)).toEqual(['2026-11-25', '2026-12-01']);
  });

  test('queues nothing where no mail server is configured', async () => {
    goTo('2026-12-02');
    const without: App = { ...app, config: { ...app.config, GONGKAI_SMTP_HOST: undefined } };
    expect(await sendDigests(without)).toBe(0);
    expect((await keysOf(clerk)).at(-1)).toBe('2026-12-01');
  });
});

test('a preview is what would be sent, and every mail of the test went out or was refused', async () => {
  const mail = await composeOwnDigest(app, supervisor.id);
  expect(mail?.subject).toBe('逾期1件 · 青禾县政务公开');
  const open = (await app.database.read.select().from(jobs)).filter(
    ({ kind, doneAt }) => kind === 'kernel.sendMail' && doneAt === null,
  );
  expect(open).toEqual([]);
});
