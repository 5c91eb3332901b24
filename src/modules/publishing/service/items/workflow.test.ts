import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficerActor, systemActor } from '#kernel/actor.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { findSearchDocuments } from '#kernel/search/search.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import { digestOfPlace, digestOfSpan, recordOverride } from '#modules/checking/index.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import {
  type GivenDesk,
  givenContent,
  givenDesk,
  givenDraft,
  givenReleasedItem,
  passReviews,
} from '../../given.ts';
import { publishing } from '../../module.ts';
import { findItemDetail } from '../../queries/items.ts';
import { findPublicItem, listPublicItems } from '../../queries/public-items.ts';
import { checkItem, type ItemFinding } from './check.ts';
import { demandWithRelease, nameCompanion, waiveDemand } from './demands.ts';
import { changeItemOpenness, withdrawItem } from './disclosure.ts';
import { releaseInEmergency, releaseItem, reviewItemLater } from './release.ts';
import { passItem, returnItem, reviewItemSecrecy, submitItem } from './review.ts';
import { saveItem } from './write.ts';

let place: TestApp;
let county: GivenCounty;
let desk: GivenDesk;

beforeAll(async () => {
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  desk = await givenDesk(place.app, { jurisdictionId: county.jurisdictionId, unitId: county.education });
});
afterAll(() => place.close());

const act = (actor: OfficerActor, command: (work: Work) => Promise<unknown>) =>
  transact(place.app, actor, command);
const codeOf = (doing: Promise<unknown>) =>
  doing.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );
const publicOf = (itemId: string) => findPublicItem(place.app.database.read, itemId);
const detailOf = async (itemId: string) => {
  const detail = await findItemDetail(place.app.database.read, itemId);
  if (detail === undefined) throw new Error('no such item');
  return detail;
};

describe('the way to the public', () => {
  test('three reviews by three people and a secrecy review bring out exactly the approved revision', async () => {
    const itemId = await givenDraft(place.app, desk);
    expect(await publicOf(itemId)).toBeUndefined();
    await passReviews(place.app, desk, itemId);
    expect(await publicOf(itemId)).toBeUndefined();
    await act(desk.author, (work) => releaseItem(work, { itemId }));
    const detail = await detailOf(itemId);
    expect(detail).toMatchObject({ stage: 'settled', standing: 'published', publishedOn: '2026-05-06' });
    expect(detail.publishedRevisionId).toBe(detail.workingRevisionId);
    expect(detail.indexNumber).toMatch(/^qinghe\d{3}\/2026-\d{5}$/);
    expect(await publicOf(itemId)).toMatchObject({
      item: { content: { title: '关于城区供水管道检修的公告' } },
    });
  });

  test('nobody reviews a text of their own hand, nobody takes two of the three steps', async () => {
    const itemId = await givenDraft(place.app, desk);
    await act(desk.author, (work) => submitItem(work, { itemId }));
    const writer = await givenOfficer(place.app, county.jurisdictionId, desk.unitId, ['clerk', 'reviewer']);
    const own = await givenDraft(place.app, { ...desk, author: writer });
    await act(writer, (work) => submitItem(work, { itemId: own }));
    const pass = (actor: OfficerActor, id: string, step: 'firstReview' | 'secondReview') =>
      codeOf(act(actor, (work) => passItem(work, { itemId: id, step, opinion: null })));
    expect(await pass(writer, own, 'firstReview')).toBe('publishing.itemReviewStopped');
    expect(await pass(desk.first, itemId, 'firstReview')).toBe('done');
    expect(await pass(desk.first, itemId, 'secondReview')).toBe('publishing.itemReviewStopped');
    expect(await pass(desk.second, itemId, 'secondReview')).toBe('done');
  });

  test('the last review needs a secrecy review that lets the text out', async () => {
    const itemId = await givenDraft(place.app, desk);
    await act(desk.author, (work) => submitItem(work, { itemId }));
    for (const [step, actor] of [
      ['firstReview', desk.first],
      ['secondReview', desk.second],
    ] as const) {
      await act(actor, (work) => passItem(work, { itemId, step, opinion: null }));
    }
    const last = () =>
      codeOf(act(desk.final, (work) => passItem(work, { itemId, step: 'finalReview', opinion: null })));
    expect(await last()).toBe('publishing.itemReviewStopped');
    const secrecy = (opinion: 'passed' | 'refused') =>
      act(desk.secrecy, (work) =>
        reviewItemSecrecy(work, {
          itemId,
          opinion,
          ground: opinion === 'refused' ? 'stateSecret' : null,
          reason: '审查意见',
        }),
      );
    await secrecy('refused');
    expect(await last()).toBe('publishing.itemReviewStopped');
    await secrecy('passed');
    expect(await last()).toBe('done');
  });

  test('an incomplete draft is not sent to review, and the refusal names what is missing', async () => {
    const itemId = await givenDraft(place.app, desk, { kind: 'project', formedOn: null });
    const refused = await act(desk.author, (work) => submitItem(work, { itemId })).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({
      code: 'publishing.itemIncomplete',
      params: { missing: ['形成日期', '项目名称', '信息类别'] },
    });
  });

  test('a returned revision goes back to its author, and a further revision passes all steps again', async () => {
    const itemId = await givenDraft(place.app, desk);
    await passReviews(place.app, desk, itemId, 2);
    await act(desk.first, (work) => returnItem(work, { itemId, reason: '停水时段不明确' }));
    expect(await detailOf(itemId)).toMatchObject({ stage: 'draft', wasReturned: true });
    const { version } = await detailOf(itemId);
    await act(desk.author, (work) =>
      saveItem(work, { itemId, version, content: givenContent({ summary: '八时至十二时' }), note: null }),
    );
    expect((await detailOf(itemId)).secrecy).toBeNull();
    await passReviews(place.app, desk, itemId);
    expect((await detailOf(itemId)).stage).toBe('approved');
  });
});

describe('what is out', () => {
  test('a new revision of a published item is not seen before it passed', async () => {
    const itemId = await givenReleasedItem(place.app, desk);
    const { version } = await detailOf(itemId);
    await act(desk.author, (work) =>
      saveItem(work, { itemId, version, content: givenContent({ title: '新标题未审' }), note: null }),
    );
    expect(await publicOf(itemId)).toMatchObject({
      item: { content: { title: '关于城区供水管道检修的公告' } },
    });
    const hits = await findSearchDocuments(place.app.database.read, { text: '新标题未审', publicOnly: true });
    expect(JSON.stringify(hits)).not.toContain('新标题未审');
  });

  test('a save over somebody else’s is a conflict that names them and changes nothing', async () => {
    const itemId = await givenDraft(place.app, desk);
    const save = (actor: OfficerActor, title: string) =>
      act(actor, (work) =>
        saveItem(work, { itemId, version: 1, content: givenContent({ title }), note: null }),
      );
    await save(desk.first, '先存的');
    const late = await save(desk.author, '后存的').catch((error: unknown) => error);
    expect(late).toMatchObject({ code: 'publishing.itemConflict', params: { name: '审核乙' } });
    expect(await detailOf(itemId)).toMatchObject({ content: { title: '先存的' } });
  });

  test('conversion and withdrawal take it from every list at once; the address tells why it was withdrawn', async () => {
    const kept = await givenReleasedItem(place.app, desk);
    const gone = await givenReleasedItem(place.app, desk);
    await act(desk.final, (work) =>
      changeItemOpenness(work, {
        itemId: kept,
        disclosure: { openness: 'withheld', ground: 'internalAffairs', reason: '内部工作流程' },
      }),
    );
    await act(desk.final, (work) => withdrawItem(work, { itemId: gone, reason: '数据有误' }));
    expect(await publicOf(kept)).toBeUndefined();
    expect(await publicOf(gone)).toMatchObject({ withdrawn: { reason: '数据有误' } });
    const { rows } = await listPublicItems(place.app.database.read, {
      jurisdictionId: county.jurisdictionId,
      limit: 200,
    });
    expect(rows.map(({ id }) => id)).not.toEqual(expect.arrayContaining([kept]));
    expect(rows.some(({ id }) => id === kept || id === gone)).toBe(false);
  });

  test('what is decided as not proactive is kept, numbered and never public', async () => {
    const itemId = await givenReleasedItem(place.app, desk, {
      disclosure: { openness: 'onRequest', ground: null, reason: '仅对特定群体有影响' },
    });
    expect(await detailOf(itemId)).toMatchObject({ standing: 'kept', openness: 'onRequest' });
    expect(await publicOf(itemId)).toBeUndefined();
  });

  test('revisions and events cannot be changed, not even past the commands', async () => {
    const itemId = await givenReleasedItem(place.app, desk);
    const forge = (statement: ReturnType<typeof sql>) =>
      act(desk.author, async (work) => {
        await work.db.execute(statement);
        work.audit({ action: 'x', objectKind: 'item', objectId: itemId, summary: 'x', after: {} });
      });
    await expect(
      forge(sql`update item_revision set digest = 'x' where item_id = ${itemId}`),
    ).rejects.toThrow();
    await expect(forge(sql`delete from item_event where item_id = ${itemId}`)).rejects.toThrow();
  });
});

describe('what stops a release', () => {
  test('a blocking finding, until it is mended', async () => {
    const itemId = await givenDraft(place.app, desk, {
      body: '<p>联系人身份证号11010519491231002X，请相互转告。</p>',
    });
    await passReviews(place.app, desk, itemId);
    expect(await codeOf(act(desk.author, (work) => releaseItem(work, { itemId })))).toBe(
      'publishing.itemFindingsOpen',
    );
    expect(await publicOf(itemId)).toBeUndefined();
  });

  test('a blocking finding, until each place of this very item has its reason', async () => {
    const number = '11010519491231002X';
    const body = `<p>甲的身份证号${number}。</p><p>乙的身份证号${number}，请核对。</p>`;
    const [one, other] = [
      await givenDraft(place.app, desk, { body }),
      await givenDraft(place.app, desk, { body }),
    ];
    const give = async (row: ItemFinding | undefined) => {
      if (row === undefined) throw new Error('no finding');
      const { finding, document, place: at } = row;
      await transact(place.app, systemActor('test'), (work) =>
        recordOverride(work, {
          unitId: county.education,
          code: finding.code,
          severity: 'block',
          spanDigest: digestOfSpan(place.app.config, finding.text),
          placeDigest: digestOfPlace(place.app.config, document, at),
          documentName: '通告',
          reason: '本人书面同意公开',
        }),
      );
    };
    const asked = async (itemId: string) =>
      (await checkItem(place.app, desk.author, { itemId })).filter(
        ({ finding }) => finding.severity === 'block',
      );
    await passReviews(place.app, desk, one);
    await passReviews(place.app, desk, other);
    const release = (itemId: string) => codeOf(act(desk.author, (work) => releaseItem(work, { itemId })));
    const [first, second] = await asked(one);
    await give(first);
    expect((await asked(one)).map(({ hasReason }) => hasReason)).toEqual([true, false]);
    expect(await release(one)).toBe('publishing.itemFindingsOpen');
    await give(second);
    expect(await release(one)).toBe('done');
    expect((await asked(other)).map(({ hasReason }) => hasReason)).toEqual([false, false]);
    expect(await release(other)).toBe('publishing.itemFindingsOpen');
  });

  test('a demanded companion: both go out together, or a recorded reason lets one go alone', async () => {
    const demand = async (itemId: string) =>
      act(desk.author, async (work) => {
        await demandWithRelease(work, { itemId, kind: 'interpretation', title: '政策解读' });
        work.audit({ action: 'x', objectKind: 'item', objectId: itemId, summary: 'x', after: {} });
      });
    const policy = await givenDraft(place.app, desk, { kind: 'policyDocument', title: '关于学区划分的通知' });
    await demand(policy);
    await passReviews(place.app, desk, policy);
    const release = (itemId: string) => codeOf(act(desk.author, (work) => releaseItem(work, { itemId })));
    expect(await release(policy)).toBe('publishing.itemDemandOpen');
    const reading = await givenDraft(place.app, desk, {
      kind: 'interpretation',
      title: '学区划分解读',
      fields: { form: 'text' },
    });
    await act(desk.author, (work) =>
      nameCompanion(work, { itemId: policy, kind: 'interpretation', companionItemId: reading }),
    );
    expect(await release(policy)).toBe('publishing.itemDemandOpen');
    await passReviews(place.app, desk, reading);
    expect(await release(policy)).toBe('done');
    expect(await publicOf(reading)).toMatchObject({ item: { id: reading } });

    const alone = await givenDraft(place.app, desk, {
      kind: 'policyDocument',
      title: '关于调整电话号码的通知',
    });
    await demand(alone);
    await passReviews(place.app, desk, alone);
    await act(desk.final, (work) =>
      waiveDemand(work, { itemId: alone, kind: 'interpretation', reason: '内容简单，不需要解读' }),
    );
    expect(await release(alone)).toBe('done');
  });

  test('an emergency release is checked, owes its review, and somebody else gives it', async () => {
    const itemId = await givenDraft(place.app, desk);
    const rush = () =>
      codeOf(act(desk.final, (work) => releaseInEmergency(work, { itemId, reason: '突发停水，须立即告知' })));
    expect(await rush()).toBe('publishing.itemNotChecked');
    await checkItem(place.app, desk.author, { itemId });
    expect(await rush()).toBe('done');
    expect(await detailOf(itemId)).toMatchObject({ standing: 'published', owesLaterReview: true });
    await act(desk.final, (work) => reviewItemLater(work, { itemId, opinion: '内容属实' }));
    expect((await detailOf(itemId)).owesLaterReview).toBe(false);
  });
});

test('what was kept comes out only after a check of exactly that revision, and is dated from the day it came out', async () => {
  const itemId = await givenDraft(place.app, desk, {
    body: '<p>联系人身份证号11010519491231002X。</p>',
    disclosure: { openness: 'onRequest', ground: null, reason: '涉及个人信息' },
  });
  await passReviews(place.app, desk, itemId);
  await act(desk.author, (work) => releaseItem(work, { itemId }));
  const disclosure = { openness: 'proactive', ground: null, reason: '已经脱敏' } as const;
  const convert = () => codeOf(act(desk.final, (work) => changeItemOpenness(work, { itemId, disclosure })));
  expect(await convert()).toBe('publishing.itemFindingsOpen');
  expect(await publicOf(itemId)).toBeUndefined();

  const clean = await givenDraft(place.app, desk, {
    disclosure: { openness: 'onRequest', ground: null, reason: '尚在核实' },
  });
  await passReviews(place.app, desk, clean);
  await act(desk.author, (work) => releaseItem(work, { itemId: clean }));
  place.clock.advance(3 * 24 * 3_600_000);
  const day = beijingDayOf(place.clock.now());
  await act(desk.final, (work) => changeItemOpenness(work, { itemId: clean, disclosure }));
  expect(await publicOf(clean)).toMatchObject({ item: { publishedOn: day } });
});
