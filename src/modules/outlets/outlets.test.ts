import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type OfficerActor, visitor } from '#kernel/actor.ts';
import { auditEntries } from '#kernel/audit/tables.ts';
import { dayOf } from '#kernel/day.ts';
import { openJobRunner } from '#kernel/jobs/runner.ts';
import { mails } from '#kernel/mail/tables.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { type GivenDesk, givenDesk, givenReleasedItem } from '#modules/publishing/given.ts';
import { withdrawItem } from '#modules/publishing/index.ts';
import { publishing } from '#modules/publishing/module.ts';
import { carryDelivery } from './deliver-job.ts';
import { givenDelivery, givenDeliveryOutlet } from './given.ts';
import { outletMeasures } from './measures.ts';
import { outletsModule } from './module.ts';
import { findDeliveryDetail, listDeliveries, listOutletViews } from './queries/outlets.ts';
import { confirmDelivery, deliverItem, sendAgain } from './service/deliveries.ts';
import { changeOutlet } from './service/outlets.ts';
import { askForMail, confirmMail, endMail } from './service/subscriptions.ts';
import { subscriberKey, tokenFor } from './subscriber-secrets.ts';
import { outletAttempts, outletSubscribers } from './tables.ts';

let place: TestApp;
let county: GivenCounty;
let desk: GivenDesk;
let clerk: OfficerActor;
let peer: ChildProcess;
let root = '';
const { signal } = new AbortController();
const nothing = { columnIds: [], kinds: [], unitIds: [] };

const keptSchema = z.object({
  drafts: z.record(z.string(), z.record(z.string(), z.unknown())),
  posts: z.record(z.string(), z.string()),
  entries: z.record(z.string(), z.object({ receipt: z.string(), body: z.string() })),
});
const kept = async () => keptSchema.parse(await (await fetch(`${root}/kept`)).json());
const mood = (is: string) => fetch(`${root}/mood?is=${is}`);

beforeAll(async () => {
  peer = spawn(process.execPath, [fileURLToPath(new URL('./testing/peer-process.mjs', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve) => {
    peer.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  root = `http://127.0.0.1:${port}`;
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing, outletsModule],
    now: '2026-05-06T09:00:00+08:00',
    environment: {
      GONGKAI_OUTBOUND_NETWORKS: '127.0.0.0/8',
      GONGKAI_PUBLIC_URL: 'https://open.example.cn',
      GONGKAI_SMTP_HOST: '127.0.0.1',
      GONGKAI_SMTP_FROM: 'gk@example.cn',
    },
  });
  county = await givenCounty(place.app);
  desk = await givenDesk(place.app, { jurisdictionId: county.jurisdictionId, unitId: county.education });
  clerk = await givenOfficer(place.app, county.jurisdictionId, county.education, ['clerk']);
});
beforeEach(async () => {
  await mood('well');
});
afterAll(async () => {
  peer.kill();
  await place.close();
});

const where = () => ({ jurisdictionId: county.jurisdictionId, unitId: county.education });
const accounts = {
  wechat: () => ({
    appId: 'wx0123456789abcdef',
    appSecret: 'right-secret',
    thumbMediaId: 'cover',
    apiBase: root,
  }),
  weibo: () => ({ accessToken: 'right-token', apiBase: root }),
  json: () => ({ endpoint: `${root}/push`, format: 'json', siteCode: 'A01', key: 'shared-key' }),
};
const detailOf = async (deliveryId: string) => {
  const detail = await findDeliveryDetail(place.app.database.read, county.jurisdictionId, deliveryId);
  if (detail === undefined) throw new Error('no such delivery');
  return detail;
};
const carry = (deliveryId: string) => carryDelivery(place.app, deliveryId, signal);
const codeOf = (doing: Promise<unknown>) =>
  doing.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

describe('what is brought to an account', () => {
  test('stands in the draft box as the site has it, with the way back, and the receipt is kept', async () => {
    const itemId = await givenReleasedItem(place.app, desk);
    const outletId = await givenDeliveryOutlet(place.app, where(), {
      kind: 'wechat',
      settings: accounts.wechat(),
    });
    const deliveryId = await givenDelivery(place.app, itemId, outletId);
    await carry(deliveryId);
    const detail = await detailOf(deliveryId);
    expect(detail).toMatchObject({
      state: 'delivered',
      attempts: 1,
      log: [{ seq: 1, outcome: 'delivered' }],
    });
    const draft = (await kept()).drafts[detail.receipt ?? ''];
    expect(draft).toMatchObject({ content_source_url: `https://open.example.cn/items/${itemId}` });
    expect(draft).toMatchObject({ title: '关于城区供水管道检修的公告', thumb_media_id: 'cover' });
  });

  test('a wrong password is told in words, is not tried again, and can be sent again once it is mended', async () => {
    const itemId = await givenReleasedItem(place.app, desk);
    const wrong = { ...accounts.wechat(), appSecret: 'wrong' };
    const outletId = await givenDeliveryOutlet(place.app, where(), { kind: 'wechat', settings: wrong });
    const deliveryId = await givenDelivery(place.app, itemId, outletId);
    await carry(deliveryId);
    expect(await detailOf(deliveryId)).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('开发者密码不对'),
    });
    const supervisor = await givenOfficer(place.app, county.jurisdictionId, county.education, ['supervisor']);
    await transact(place.app, supervisor, (work) =>
      changeOutlet(work, place.app.config, {
        outletId,
        version: 1,
        title: '公众号',
        unitId: county.education,
        settings: accounts.wechat(),
        filter: nothing,
        isAutomatic: false,
      }),
    );
    await transact(place.app, clerk, (work) => sendAgain(work, { deliveryId }));
    await carry(deliveryId);
    expect((await detailOf(deliveryId)).state).toBe('delivered');
  });

  test('a busy platform is asked again after a while by itself', async () => {
    const itemId = await givenReleasedItem(place.app, desk);
    const outletId = await givenDeliveryOutlet(place.app, where(), {
      kind: 'weibo',
      settings: accounts.weibo(),
    });
    const deliveryId = await givenDelivery(place.app, itemId, outletId);
    await mood('busy');
    await carry(deliveryId);
    expect((await detailOf(deliveryId)).state).toBe('queued');
    await mood('well');
    place.clock.advance(2 * 60_000);
    await openJobRunner(place.app).runDue();
    const detail = await detailOf(deliveryId);
    expect(detail).toMatchObject({ state: 'delivered', attempts: 2 });
    expect((await kept()).posts[detail.receipt ?? '']).toContain(`https://open.example.cn/items/${itemId}`);
  });

  test('a post whose answer was lost waits for a person; a push that may be repeated leaves one', async () => {
    const itemId = await givenReleasedItem(place.app, desk);
    const weibo = await givenDelivery(
      place.app,
      itemId,
      await givenDeliveryOutlet(place.app, where(), { kind: 'weibo', settings: accounts.weibo() }),
    );
    const push = await givenDelivery(
      place.app,
      itemId,
      await givenDeliveryOutlet(place.app, where(), { kind: 'superiorPlatform', settings: accounts.json() }),
    );
    await mood('cut');
    await carry(weibo);
    await carry(push);
    expect(await detailOf(weibo)).toMatchObject({
      state: 'uncertain',
      actions: ['sendAgain', 'confirm', 'drop'],
    });
    expect((await detailOf(push)).state).toBe('queued');
    await mood('well');
    await carry(push);
    const { entries } = await kept();
    expect(entries[push]).toMatchObject({ receipt: (await detailOf(push)).receipt });
  });

  test('a node that went down during the call does not post twice', async () => {
    const itemId = await givenReleasedItem(place.app, desk);
    const deliveryId = await givenDelivery(
      place.app,
      itemId,
      await givenDeliveryOutlet(place.app, where(), { kind: 'weibo', settings: accounts.weibo() }),
    );
    await transact(place.app, clerk, async (work) => {
      await work.db
        .insert(outletAttempts)
        .values({ deliveryId, seq: 1, beganAt: work.now, endedAt: null, outcome: null, detail: '' });
      work.audit({ action: 'x', objectKind: 'x', objectId: deliveryId, summary: 'x' });
    });
    const before = Object.keys((await kept()).posts).length;
    await carry(deliveryId);
    expect((await detailOf(deliveryId)).state).toBe('uncertain');
    expect(Object.keys((await kept()).posts)).toHaveLength(before);
  });

  test('an XML push is signed over exactly what is sent', async () => {
    const itemId = await givenReleasedItem(place.app, desk, { title: '收费<目录>&标准' });
    const settings = { ...accounts.json(), format: 'xml' };
    const deliveryId = await givenDelivery(
      place.app,
      itemId,
      await givenDeliveryOutlet(place.app, where(), { kind: 'superiorPlatform', settings }),
    );
    await carry(deliveryId);
    expect((await detailOf(deliveryId)).state).toBe('delivered');
    expect((await kept()).entries[deliveryId]?.body).toContain('<title>收费&lt;目录&gt;&amp;标准</title>');
  });
});

describe('what follows an item', () => {
  test('an automatic outlet takes what matches; a withdrawal takes it back and stops what did not leave', async () => {
    const auto = await givenDeliveryOutlet(place.app, where(), {
      kind: 'weibo',
      settings: accounts.weibo(),
      isAutomatic: true,
      filter: { ...nothing, kinds: ['notice'] },
    });
    const late = await givenDeliveryOutlet(place.app, where(), {
      isAutomatic: true,
      filter: { ...nothing, kinds: ['notice'] },
    });
    await givenDeliveryOutlet(place.app, where(), {
      isAutomatic: true,
      filter: { ...nothing, kinds: ['statistics'] },
    });
    const itemId = await givenReleasedItem(place.app, desk);
    const query = { jurisdictionId: county.jurisdictionId, itemId, limit: 20 };
    const { rows } = await listDeliveries(place.app.database.read, query);
    expect(rows.map(({ outletId }) => outletId).sort()).toEqual([auto, late].sort());
    const posted = rows.find(({ outletId }) => outletId === auto)?.id ?? '';
    await carry(posted);
    const { receipt } = await detailOf(posted);
    await transact(place.app, desk.final, (work) => withdrawItem(work, { itemId, reason: '数据有误' }));
    const after = await listDeliveries(place.app.database.read, query);
    expect(after.rows.find(({ outletId }) => outletId === late)).toMatchObject({ state: 'dropped' });
    const retract = after.rows.find(({ act }) => act === 'retract');
    await carry(retract?.id ?? '');
    expect((await kept()).posts[receipt ?? '']).toBeUndefined();
    expect(
      await codeOf(transact(place.app, clerk, (work) => deliverItem(work, { itemId, outletIds: [auto] }))),
    ).toBe('outlets.notPublic');
  });

  test('what hangs on a board is recorded by a person and counts as evidence', async () => {
    const itemId = await givenReleasedItem(place.app, desk);
    const deliveryId = await givenDelivery(place.app, itemId, await givenDeliveryOutlet(place.app, where()));
    await carry(deliveryId);
    expect((await detailOf(deliveryId)).state).toBe('handOff');
    await transact(place.app, clerk, (work) =>
      confirmDelivery(work, { deliveryId, detail: '5月6日张贴', receipt: null }),
    );
    const [measure] = outletMeasures;
    const answer = await measure?.evaluate(
      {
        db: place.app.database.read,
        jurisdictionId: county.jurisdictionId,
        groups: [{ key: 'own', unitIds: [county.education] }],
        from: dayOf('2026-05-01'),
        until: dayOf('2026-06-01'),
        today: dayOf('2026-05-06'),
        calendar: await place.app.calendar(),
        taskId: null,
        planId: null,
      },
      { kind: 'noticeBoard' },
    );
    expect(answer?.get('own')).toMatchObject({
      known: true,
      value: 1,
      evidence: [{ key: `outletDelivery:${deliveryId}` }],
    });
  });
});

describe('keys and addresses', () => {
  test('a secret is never told again, neither by the list nor by the audit', async () => {
    await givenDeliveryOutlet(place.app, where(), {
      kind: 'weibo',
      settings: { ...accounts.weibo(), accessToken: 'zebra-token' },
    });
    const views = JSON.stringify(await listOutletViews(place.app.database.read, county.jurisdictionId));
    expect(views).toContain('accessToken');
    expect(views).not.toContain('zebra-token');
    expect(JSON.stringify(await place.app.database.read.select().from(auditEntries))).not.toContain(
      'zebra-token',
    );
  });

  test('another unit’s clerk cannot bring this unit’s items anywhere', async () => {
    const stranger = await givenOfficer(place.app, county.jurisdictionId, county.town, ['clerk']);
    const itemId = await givenReleasedItem(place.app, desk);
    const outletId = await givenDeliveryOutlet(place.app, where());
    expect(
      await codeOf(
        transact(place.app, stranger, (work) => deliverItem(work, { itemId, outletIds: [outletId] })),
      ),
    ).toBe('access.otherUnit');
  });

  test('a subscriber confirms before the first mail, gets one a release, and leaves no address behind', async () => {
    const outletId = await givenDeliveryOutlet(place.app, where(), {
      kind: 'mailList',
      settings: {},
      isAutomatic: true,
    });
    const ask = (address: string) =>
      transact(place.app, visitor, (work) =>
        askForMail(work, place.app.config, {
          outletId,
          address,
          columnCodes: [],
          siteName: '青禾县',
          origin: 'https://open.example.cn',
        }),
      );
    expect(await codeOf(ask('no address'))).toBe('outlets.addressWrong');
    await ask('li@example.cn');
    await ask('LI@example.cn');
    const [subscriber] = await place.app.database.read
      .select()
      .from(outletSubscribers)
      .where(eq(outletSubscribers.outletId, outletId));
    const id = subscriber?.id ?? '';
    expect(JSON.stringify(subscriber)).not.toContain('example.cn');
    const mailsTo = async () =>
      (await place.app.database.read.select().from(mails)).filter(({ address }) => /^li@/iu.test(address));
    expect(await mailsTo()).toHaveLength(1);
    const key = subscriberKey(place.app.config);
    expect(
      await codeOf(
        transact(place.app, visitor, (work) => confirmMail(work, place.app.config, tokenFor(key, 'end', id))),
      ),
    ).toBe('outlets.linkInvalid');
    await transact(place.app, visitor, (work) =>
      confirmMail(work, place.app.config, tokenFor(key, 'confirm', id)),
    );
    const itemId = await givenReleasedItem(place.app, desk);
    const { rows } = await listDeliveries(place.app.database.read, {
      jurisdictionId: county.jurisdictionId,
      itemId,
      outletId,
      limit: 5,
    });
    await carry(rows[0]?.id ?? '');
    expect(await mailsTo()).toHaveLength(2);
    await transact(place.app, visitor, (work) => endMail(work, place.app.config, tokenFor(key, 'end', id)));
    const [ended] = await place.app.database.read
      .select()
      .from(outletSubscribers)
      .where(eq(outletSubscribers.id, id));
    expect(ended).toMatchObject({ sealedAddress: null });
  });
});
