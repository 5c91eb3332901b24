import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type OfficerActor, visitor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { readSource } from '#kernel/reading/read-source.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { type GivenDesk, givenDesk, passReviews } from '#modules/publishing/given.ts';
import { changeItemOpenness, releaseItem, saveItem } from '#modules/publishing/index.ts';
import { publishing } from '#modules/publishing/module.ts';
import type { DeskDocument, DeskDocumentRow, DocumentDraft, LibraryOverview } from './contract/documents.ts';
import { givenPolicyDocument, sampleLetter } from './given.ts';
import { policiesModule } from './module.ts';
import { findPublicDocument } from './queries/document.ts';
import { listVersions } from './queries/versions.ts';
import { findDocumentGaps } from './rules/gaps.ts';

let place: TestServer;
let county: GivenCounty;
let desk: GivenDesk;
let stranger: OfficerActor;
let legal: OfficerActor;
let old = '';
let bare = '';

const today = dayOf('2026-05-06');
const at = (path: string) => `/api/v1/policies/${path}`;

async function ask(actor: Actor, method: 'GET' | 'POST', url: string, payload?: object) {
  const reply = await place.ask(actor, { method, url, ...(payload === undefined ? {} : { payload }) });
  return { status: reply.statusCode, body: reply.body === '' ? null : reply.json() };
}

beforeAll(async () => {
  place = await openTestServer({
    modules: [checkingModule, organisation, periodsModule, publishing, policiesModule],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  const { jurisdictionId } = county;
  desk = await givenDesk(place.app, { jurisdictionId, unitId: county.education });
  stranger = await givenOfficer(place.app, jurisdictionId, county.town, ['clerk'], '镇上经办');
  legal = await givenOfficer(place.app, jurisdictionId, county.town, ['legalOffice'], '法制机构');
  old = await givenPolicyDocument(place.app, desk, {
    title: '清河县午休管理办法',
    number: '清教发〔2020〕1号',
    formedOn: '2020-03-01',
    effectiveOn: '2020-04-01',
    keywords: ['教育'],
    body: '<p>第一条 学校安排午休。</p><p>第二条 午休不少于三十分钟。</p>',
  });
  bare = await givenPolicyDocument(place.app, desk, {
    title: '清河县校车安全管理办法',
    number: '清教发〔2021〕2号',
    formedOn: '2021-03-01',
  });
});
afterAll(() => place.close());

const documentOf = async (itemId: string, actor: Actor = desk.author): Promise<DeskDocument> =>
  (await ask(actor, 'GET', at(`documents/${itemId}`))).body;
const rowsOf = async (query: string, actor: Actor = desk.author): Promise<DeskDocumentRow[]> =>
  (await ask(actor, 'GET', at(`documents?${query}`))).body.rows;
const relate = (actor: Actor, itemId: string, given: object) =>
  ask(actor, 'POST', at(`documents/${itemId}/relations`), {
    kind: 'repeals',
    toItemId: null,
    toTitle: null,
    toNumber: null,
    part: null,
    onDay: null,
    reason: '正文末条写明',
    ...given,
  });

describe('the list on the desk', () => {
  test('names what each document lacks, as the rule says it, and is narrowed by it', async () => {
    const rows = await rowsOf('');
    expect(rows.map(({ itemId, gaps }) => [itemId, gaps])).toEqual([
      [bare, ['theme', 'effectiveOn']],
      [old, []],
    ]);
    for (const row of rows) {
      const { effectiveOn, clauses } = await documentOf(row.itemId);
      const facts = {
        ...row,
        writtenOn: dayOf(row.writtenOn),
        publishedOn: row.publishedOn === null ? null : dayOf(row.publishedOn),
        effectiveOn: effectiveOn === null ? null : dayOf(effectiveOn),
        hasBody: clauses.length > 0,
        isEndedWithoutDay: false,
      };
      expect(findDocumentGaps(facts)).toEqual(row.gaps);
    }
    expect((await rowsOf('gap=theme')).map(({ itemId }) => itemId)).toEqual([bare]);
    expect((await rowsOf('year=2020')).map(({ itemId }) => itemId)).toEqual([old]);
    const overview: LibraryOverview = (await ask(desk.author, 'GET', at('library'))).body;
    expect(overview).toMatchObject({ documents: 2, complete: 1 });
    expect(overview.gaps).toContainEqual({ value: 'theme', count: 1 });
  });

  test('is closed to visitors, and shows a document that is not public to its own unit alone', async () => {
    expect((await ask(visitor, 'GET', at('documents'))).status).toBe(401);
    const hidden = await givenPolicyDocument(place.app, desk, {
      title: '清河县教育局关于内部值班的通知',
      number: '清教发〔2022〕3号',
      formedOn: '2022-03-01',
    });
    await transact(place.app, desk.final, (work) =>
      changeItemOpenness(work, {
        itemId: hidden,
        disclosure: { openness: 'withheld', ground: 'internalAffairs', reason: '内部工作安排' },
      }),
    );
    expect((await rowsOf('year=2022')).map(({ itemId }) => itemId)).toEqual([hidden]);
    expect(await rowsOf('year=2022', stranger)).toEqual([]);
    expect((await ask(stranger, 'GET', at(`documents/${hidden}`))).status).toBe(404);
  });
});

describe('relations put in by people', () => {
  test('act on validity at once, are refused twice and without a day, and end with a reason', async () => {
    expect((await relate(desk.author, bare, { toItemId: old })).body.code).toBe(
      'policies.relationDayMissing',
    );
    expect((await relate(desk.author, bare, { toItemId: bare, onDay: '2021-04-01' })).body.code).toBe(
      'policies.relationSelf',
    );
    const entered = await relate(desk.author, bare, { toItemId: old, onDay: '2021-04-01' });
    expect(entered.status).toBe(201);
    expect((await relate(desk.author, bare, { toItemId: old, onDay: '2021-05-01' })).body.code).toBe(
      'policies.relationKnown',
    );
    expect((await findPublicDocument(place.app.database.read, old, today))?.verdict).toMatchObject({
      validity: 'repealed',
      since: '2021-04-01',
    });
    const relation = (await documentOf(old)).relations[0];
    expect(relation).toMatchObject({ direction: 'isDone', kind: 'repeals', enteredByName: '经办甲' });
    const dismissal = at(`documents/${old}/relations/${relation?.id}/dismissal`);
    expect((await ask(stranger, 'POST', dismissal, { reason: '读错了' })).status).toBe(403);
    expect((await ask(legal, 'POST', dismissal, { reason: '登记有误' })).status).toBe(204);
    expect((await ask(legal, 'POST', dismissal, { reason: '登记有误' })).status).toBe(404);
    expect((await findPublicDocument(place.app.database.read, old, today))?.verdict.validity).toBe('inForce');
    expect((await documentOf(old)).relations[0]).toMatchObject({
      dismissedByName: '法制机构',
      dismissalReason: '登记有误',
    });
  });

  test('of another unit are not to be touched', async () => {
    expect((await relate(stranger, bare, { toItemId: old, onDay: '2021-04-01' })).status).toBe(403);
  });
});

describe('an amendment', () => {
  test('makes a new version of the text when that is released, from the day of the amendment', async () => {
    const decision = await givenPolicyDocument(place.app, desk, {
      title: '清河县教育局关于修改《清河县午休管理办法》的决定',
      number: '清教发〔2026〕6号',
      formedOn: '2026-04-10',
      effectiveOn: '2026-05-01',
      body: '<p>对《清河县午休管理办法》（清教发〔2020〕1号）作如下修改：</p><p>将第二条中的“三十分钟”改为“四十分钟”。</p>',
    });
    const view = await findPublicDocument(place.app.database.read, old, today);
    expect(view?.verdict).toMatchObject({ validity: 'amended', since: '2026-05-01' });
    expect(view?.incoming.map(({ kind, itemId }) => [kind, itemId])).toEqual([['amends', decision]]);
    await reissue('<p>第一条 学校安排午休。</p><p>第二条 午休不少于四十分钟。</p>');
    const versions = await listVersions(place.app.database.read, old);
    expect(
      versions.map(({ number, appliesFrom, amendedByItemId }) => [number, appliesFrom, amendedByItemId]),
    ).toEqual([
      [1, '2020-04-01', null],
      [2, '2026-05-01', decision],
    ]);
    await reissue('<p>第一条 学校安排午休。</p><p>第二条 午休不少于四十分钟，分班进行。</p>');
    const corrected = await listVersions(place.app.database.read, old);
    expect(corrected.map(({ clauses }) => clauses.at(-1)?.text)).toEqual([
      '午休不少于三十分钟。',
      '午休不少于四十分钟，分班进行。',
    ]);
  });

  test('is read on the portal as the text of the day asked for, and clause by clause', async () => {
    const page = async (address: string) =>
      (await place.ask(visitor, { method: 'GET', url: `/policies/documents/${old}${address}` })).body;
    const now = await page('');
    expect(now).toContain('分班进行');
    expect(now).toContain('以下是按《清河县教育局关于修改《清河县午休管理办法》的决定》修改后的文本');
    const earlier = await page('?on=2026-04-30');
    expect(earlier).toContain('午休不少于三十分钟');
    expect(earlier).not.toContain('分班进行');
    expect(earlier).toContain('以下是修改之前的原文');
    const compared = await page('/comparison');
    expect(compared).toContain('改动1处，未变1处。');
    expect(compared).toContain('<del>三</del>');
    expect(await page('/comparison?from=1&to=1')).toContain('未变2处。');
    const other = await place.ask(visitor, {
      method: 'GET',
      url: `/policies/documents/${bare}/comparison?with=${bare}`,
    });
    expect(other.statusCode).toBe(404);
  });

  test('whose text has not been released is named, so that nobody takes the old text for the law', async () => {
    await givenPolicyDocument(place.app, desk, {
      title: '清河县教育局关于修改《清河县校车安全管理办法》的决定',
      number: '清教发〔2026〕7号',
      formedOn: '2026-04-12',
      effectiveOn: '2026-05-01',
    });
    const page = await place.ask(visitor, { method: 'GET', url: `/policies/documents/${bare}` });
    expect(page.body).toContain('修改后的全文还没有收录');
  });

  async function reissue(body: string) {
    const item = (await place.ask(desk.author, { method: 'GET', url: `/api/v1/items/${old}` })).json();
    const content = {
      ...item.content,
      body,
      attachments: [],
      formedOn: dayOf(item.content.formedOn),
    };
    await transact(place.app, desk.author, (work) =>
      saveItem(work, { itemId: old, version: item.version, content, note: null }),
    );
    await passReviews(place.app, desk, old);
    await transact(place.app, desk.author, (work) => releaseItem(work, { itemId: old }));
  }
});

describe('to take along', () => {
  test('there is the text of the day as Word and PDF, and a feed of what is chosen', async () => {
    const file = (format: string, query = '') =>
      place.ask(visitor, { method: 'GET', url: `/policies/documents/${old}/file/${format}${query}` });
    const word = await file('docx', '?on=2026-04-30');
    expect(word.headers['content-disposition']).toContain(encodeURIComponent('清河县午休管理办法.docx'));
    const read = await readSource(new Uint8Array(word.rawPayload), { fileName: '办法.docx' });
    const blocks = read.ok ? read.document.blocks : [];
    const text = blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n');
    expect(text).toContain('清河县午休管理办法');
    expect(text).toContain('清教发〔2020〕1号');
    expect(text).toContain('午休不少于三十分钟');
    const pdf = await file('pdf');
    expect(Buffer.from(pdf.rawPayload).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await file('odt')).statusCode).toBe(404);
    const feed = await place.ask(visitor, { method: 'GET', url: '/policies/feed.xml?year=2020' });
    expect(feed.headers['content-type']).toContain('application/atom+xml');
    expect(feed.body).toContain('清河县午休管理办法');
    expect(feed.body).not.toContain('清河县校车安全管理办法</title>');
  });
});

describe('a dropped file', () => {
  test('is read into elements with flags, and registered as a draft of its unit', async () => {
    const form = new FormData();
    form.append('file', new Blob([sampleLetter]), '通知.txt');
    const encoded = new Response(form);
    const read = await place.ask(desk.author, {
      method: 'POST',
      url: at('document-readings'),
      payload: Buffer.from(await encoded.arrayBuffer()),
      headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    });
    expect(read.statusCode).toBe(201);
    const draft: DocumentDraft = read.json();
    expect(draft).toMatchObject({
      title: '清河县教育局关于做好暑期防溺水工作的通知',
      documentNumber: '清教发〔2026〕12号',
      writtenOn: '2026-06-10',
      effectiveOn: '2026-07-01',
      lapsesOn: '2027-06-30',
      isNormative: false,
    });
    expect(draft.body).toContain('加强巡查');
    expect(draft.body).not.toContain('清教发〔2026〕12号');
    const { unitId, columnId } = desk;
    const { title, documentNumber, writtenOn, effectiveOn, lapsesOn, theme, body, fileId } = draft;
    const input = {
      unitId,
      columnId,
      title,
      documentNumber,
      writtenOn,
      effectiveOn,
      lapsesOn,
      theme,
      body,
      fileId,
    };
    const register = (actor: Actor) =>
      ask(actor, 'POST', at('document-registrations'), { ...input, nature: 'other' });
    expect((await register(stranger)).status).toBe(403);
    const { itemId } = (await register(desk.author)).body;
    const item = (await place.ask(desk.author, { method: 'GET', url: `/api/v1/items/${itemId}` })).json();
    expect(item).toMatchObject({ kind: 'policyDocument', stage: 'draft', standing: 'none' });
    expect(item.content.fields).toMatchObject({
      documentNumber: '清教发〔2026〕12号',
      lapsesOn: '2027-06-30',
    });
    expect(await findPublicDocument(place.app.database.read, itemId, today)).toBeUndefined();
  });
});
