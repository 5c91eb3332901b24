import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visitor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { type GivenDesk, givenDesk, givenDraft } from '#modules/publishing/given.ts';
import { withdrawItem } from '#modules/publishing/index.ts';
import { publishing } from '#modules/publishing/module.ts';
import { givenPolicyDocument } from './given.ts';
import { policiesModule } from './module.ts';
import { findPublicDocument } from './queries/document.ts';
import { countLibraryFacet, type LibraryQuery, listLibrary } from './queries/library.ts';
import type { LibraryChoice } from './rules/facets.ts';

let place: TestServer;
let county: GivenCounty;
let desk: GivenDesk;
let old = '';
let measures = '';
let lapsed = '';

const today = dayOf('2026-05-06');
const body = `<p>各学校：</p><p>现将办法印发给你们。</p>
<p>第一条 为规范校园安全管理，根据《清河县校园安全管理规定》（清政发〔2010〕8号），制定本办法。</p>
<p>第二条 学校应当履行下列职责：</p><p>（一）建立台账；</p><p>（二）定期检查。</p>
<p>第三条 本办法自2026年5月1日起施行。《清河县校园安全暂行办法》（清教发〔2015〕2号）同时废止。</p>`;

beforeAll(async () => {
  place = await openTestServer({
    modules: [checkingModule, organisation, periodsModule, publishing, policiesModule],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  desk = await givenDesk(place.app, { jurisdictionId: county.jurisdictionId, unitId: county.education });
  const document = (title: string, number: string, formedOn: string, lapsesOn?: string) =>
    givenPolicyDocument(place.app, desk, {
      title,
      number,
      formedOn,
      ...(lapsesOn === undefined ? {} : { lapsesOn }),
    });
  old = await document('清河县校园安全暂行办法', '清教发〔2015〕2号', '2015-03-01');
  lapsed = await document(
    '清河县教育局关于延时服务收费的通知',
    '清教发〔2020〕9号',
    '2020-06-01',
    '2025-12-31',
  );
  measures = await givenPolicyDocument(place.app, desk, {
    title: '清河县校园安全管理办法',
    number: '清教发〔2026〕5号',
    formedOn: '2026-04-20',
    effectiveOn: '2026-05-01',
    keywords: ['教育'],
    body,
  });
});
afterAll(() => place.close());

const read = () => place.app.database.read;
const library = (chosen: LibraryChoice = {}, more: Partial<LibraryQuery> = {}) => {
  const { jurisdictionId } = county;
  return listLibrary(read(), { jurisdictionId, today, chosen, limit: 10, ...more });
};

describe('a released policy document', () => {
  test('stands in the library with elements read from its form and its text', async () => {
    const view = await findPublicDocument(read(), measures, today);
    expect(view?.document).toMatchObject({
      documentNumber: '清教发〔2026〕5号',
      kind: '办法',
      theme: '科技、教育',
      writtenOn: '2026-04-20',
      effectiveOn: '2026-05-01',
      isPublic: true,
    });
    expect(view?.verdict.validity).toBe('inForce');
    expect(view?.clauses.map(({ anchor }) => anchor)).toEqual(
      expect.arrayContaining(['t1', 't2', 't2-x1', 't2-x2', 't3']),
    );
  });

  test('ends what it repeals from the day on which it takes effect, and says so on both', async () => {
    const before = await findPublicDocument(read(), old, dayOf('2026-04-30'));
    const after = await findPublicDocument(read(), old, today);
    expect(before?.verdict.validity).toBe('inForce');
    expect(after?.verdict).toMatchObject({ validity: 'repealed', since: '2026-05-01' });
    expect(after?.verdict.because[0]).toContain('清教发〔2026〕5号');
    const view = await findPublicDocument(read(), measures, today);
    expect(view?.outgoing.map(({ kind, itemId }) => [kind, itemId])).toEqual([
      ['basis', null],
      ['repeals', old],
    ]);
  });

  test('is found by facet, number and words, with the same validity in lists as on its page', async () => {
    const { rows } = await library();
    expect(rows.map(({ itemId, validity }) => [itemId, validity])).toEqual([
      [measures, 'inForce'],
      [lapsed, 'lapsed'],
      [old, 'repealed'],
    ]);
    for (const row of rows) {
      expect((await findPublicDocument(read(), row.itemId, today))?.verdict.validity).toBe(row.validity);
    }
    const idsOf = async (chosen: LibraryChoice, text?: string) =>
      (await library(chosen, text === undefined ? {} : { text })).rows.map(({ itemId }) => itemId);
    expect(await idsOf({ validity: 'repealed' })).toEqual([old]);
    expect(await idsOf({ year: '2020' })).toEqual([lapsed]);
    expect(await idsOf({}, '清教发〔2015〕2号')).toEqual([old]);
    expect(await idsOf({ theme: '科技、教育' })).toEqual([measures]);
    expect(await idsOf({}, '100%')).toEqual([]);
  });

  test('is counted by facet as the other choices leave it', async () => {
    const query = { jurisdictionId: county.jurisdictionId, today, chosen: { validity: 'lapsed' }, limit: 10 };
    expect(await countLibraryFacet(read(), query, 'year')).toEqual([{ value: '2020', count: 1 }]);
    const validities = await countLibraryFacet(read(), query, 'validity');
    expect(validities.map(({ value, count }) => `${value} ${count}`).toSorted()).toEqual([
      'inForce 1',
      'lapsed 1',
      'repealed 1',
    ]);
  });

  test('is cut into pages by key', async () => {
    const first = await library({}, { limit: 2 });
    expect(first.rows.length).toBe(2);
    expect(first.next).not.toBeNull();
    const rest = await library({}, { limit: 2, after: ['2020-06-01', lapsed] });
    expect(rest.rows.map(({ itemId }) => itemId)).toEqual([old]);
    expect(rest.next).toBeNull();
  });
});

describe('on the portal', () => {
  const pageOf = async (address: string) => {
    const reply = await place.ask(visitor, { method: 'GET', url: address });
    return { status: reply.statusCode, text: reply.body };
  };

  test('a repealed document says so before its text, and leads to what repealed it', async () => {
    const page = await pageOf(`/policies/documents/${old}`);
    expect(page.status).toBe(200);
    expect(page.text.indexOf('已废止')).toBeLessThan(page.text.indexOf('文件要素'));
    expect(page.text).toContain(`/policies/documents/${measures}`);
    const earlier = await pageOf(`/policies/documents/${old}?on=2026-04-30`);
    expect(earlier.text).toContain('在2026年4月30日：现行有效');
  });

  test('the library lists what is chosen and keeps the choice in its links', async () => {
    const page = await pageOf('/policies/documents?validity=repealed');
    expect(page.text).toContain('清河县校园安全暂行办法');
    expect(page.text).not.toContain(`/policies/documents/${lapsed}`);
  });
});

describe('what is not public', () => {
  test('a draft and an item of another kind are not in the library', async () => {
    const draft = await givenDraft(place.app, desk, { kind: 'policyDocument', title: '清河县未发布办法' });
    expect(await findPublicDocument(read(), draft, today)).toBeUndefined();
    expect((await library({}, { text: '未发布' })).rows).toEqual([]);
  });

  test('a withdrawn document leaves the library, and ends nothing any more', async () => {
    await transact(place.app, desk.final, (work) =>
      withdrawItem(work, { itemId: measures, reason: '内容有误' }),
    );
    expect(await findPublicDocument(read(), measures, today)).toBeUndefined();
    expect((await library()).rows.map(({ itemId }) => itemId)).toEqual([lapsed, old]);
    expect((await findPublicDocument(read(), old, today))?.verdict.validity).toBe('inForce');
    const kept = await read().execute(sql`select count(*)::int as count from official_document`);
    expect(kept.rows[0]).toMatchObject({ count: 3 });
  });
});
