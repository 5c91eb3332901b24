import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor, visitor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { defineModule } from '#kernel/module.ts';
import type { SearchDocument } from '#kernel/search/document.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { transact } from '#kernel/work.ts';
import { organisation } from '#modules/organisation/module.ts';
import { findStructureFaults, findTypeFaults } from '#portal/testing/page-faults.ts';
import { linksOf, onlyElement, type RenderedPage, readPage, textsOf } from '#portal/testing/rendered.tsx';
import { foundSchema } from './contract.ts';
import { search } from './module.ts';

const library = defineModule({
  name: 'library',
  title: '文件',
  searchKinds: { document: '政策文件' },
  searchFacets: { theme: '主题' },
});

let place: TestServer;

async function openSearch(question: string, status = 200): Promise<RenderedPage> {
  const reply = await place.ask(visitor, { url: `/search?q=${encodeURIComponent(question)}` });
  expect(reply.statusCode).toBe(status);
  return readPage(reply.body);
}

beforeAll(async () => {
  place = await openTestServer({ modules: [library, organisation, search] });
  await transact(place.app, systemActor('test'), async (work) => {
    const put = (objectId: string, title: string, body: string, more: Partial<SearchDocument> = {}) =>
      work.putSearchDocument({
        kind: 'document',
        objectId,
        title,
        body,
        unitName: '县人社局',
        day: dayOf('2026-03-20'),
        address: `/documents/${objectId}`,
        isPublic: true,
        ...more,
      });
    put('1', '就业补贴办法', '高校毕业生到基层就业的，可以申请就业补贴。', {
      documentNumber: '望人社发〔2026〕8号',
      clauses: [
        { anchor: 'c1', heading: '第一条', text: '为了促进就业，制定本办法。' },
        { anchor: 'c2', heading: '第二条', text: '灵活就业人员可以申请社会保险补贴。' },
      ],
    });
    put('2', '就业补贴内部核对表', '尚未公开。', { isPublic: false });
    for (let number = 100; number < 140; number += 1)
      put(String(number), `第${number}号公告`, '招聘信息', {
        facets: { theme: [number % 4 === 0 ? '就业' : '人事'] },
        unitName: number % 2 === 0 ? '县人社局' : '县教育局',
      });
    work.audit({ action: 'test.write', objectKind: 'document', objectId: '1', summary: '装入文件' });
  });
  await place.app.search.start();
});
afterAll(() => place.close());

describe('the search page', () => {
  test('finds what holds every word, marks the words, and tells kind, number, unit and day', async () => {
    const page = await openSearch('就业 毕业生');
    expect(linksOf(page).get('/documents/1')).toBe('就业补贴办法');
    expect(new Set(textsOf(page, 'mark'))).toEqual(new Set(['就业', '毕业生']));
    expect(textsOf(page, '.title-notes > *')).toEqual([
      '政策文件',
      '望人社发〔2026〕8号',
      '县人社局',
      '2026年3月20日',
    ]);
    expect(onlyElement(page, 'input[name="q"]').getAttribute('value')).toBe('就业 毕业生');
  });

  test('leads to the parts of a document that hold the words', async () => {
    const page = await openSearch('灵活就业人员 补贴');
    expect(linksOf(page).get('/documents/1#c2')).toMatch(/^第二条/);
    expect(linksOf(page).has('/documents/1#c1')).toBe(false);
  });

  test('shows visitors public documents only', async () => {
    expect(linksOf(await openSearch('就业补贴')).has('/documents/2')).toBe(false);
  });

  test('counts everything, shows twenty, and pages on without repeating', async () => {
    const first = await openSearch('招聘');
    expect(textsOf(first, '#found')).toEqual(['找到40条']);
    const shown = (page: RenderedPage) => textsOf(page, '.title-list li > a');
    expect(shown(first)).toHaveLength(20);
    const next = [...linksOf(first)].find(([, text]) => text === '下一页')?.[0] ?? '';
    const second = readPage((await place.ask(visitor, { url: next })).body);
    expect(new Set([...shown(first), ...shown(second)]).size).toBe(40);
  });

  test('narrows by links that can be taken back, with counts', async () => {
    const all = await openSearch('公告');
    expect(textsOf(all, '.narrowing h2')).toEqual(['单位', '主题']);
    const [address = ''] = [...linksOf(all)].find(([, text]) => text.startsWith('就业')) ?? [];
    const narrowed = readPage((await place.ask(visitor, { url: address })).body);
    expect(textsOf(narrowed, '#found')).toEqual(['找到10条']);
    const [back = ''] = [...linksOf(narrowed)].find(([, text]) => text.includes('点按取消')) ?? [];
    expect(textsOf(readPage((await place.ask(visitor, { url: back })).body), '#found')).toEqual(['找到40条']);
  });

  test('says when nothing was found as asked, and shows what was meant', async () => {
    const page = await openSearch('就业补帖');
    expect(textsOf(page, '[role="status"]')).toEqual(['没有找到“就业补帖”，下面是“就业补贴”的结果。']);
    expect(linksOf(page).has('/documents/1')).toBe(true);
  });

  test('without a question explains itself; without a result says how to go on', async () => {
    expect(textsOf(await openSearch(''), 'main p')[0]).toContain('几个词之间空一格');
    const empty = await openSearch('火星');
    expect(textsOf(empty, '.empty-title')).toEqual(['没有找到同时含有“火星”的内容']);
    expect(linksOf(empty).has('/requests')).toBe(true);
  });

  test('a question that is too long comes back with the reason and what was typed', async () => {
    const page = await openSearch('长'.repeat(120), 400);
    const input = onlyElement(page, 'input[name="q"]');
    expect(input.getAttribute('value')).toBe('长'.repeat(100));
    expect(textsOf(page, '.field-error')).toEqual(['搜索内容最多100个字，请只留关键的词']);
  });

  test('shows a question as text, whatever it holds, and survives places that are none', async () => {
    const page = await openSearch('<script>alert(1)</script>');
    expect(page.querySelector('main script:not([src])')).toBeNull();
    const reply = await place.ask(visitor, {
      url: `/search?q=${encodeURIComponent('招聘')}&after=broken&in=x&in=year:`,
    });
    expect(reply.statusCode).toBe(200);
  });

  test('is sound in type and structure', async () => {
    for (const question of ['', '就业', '火星', '招聘']) {
      const page = await openSearch(question);
      expect(findTypeFaults(page), question).toEqual([]);
      expect(findStructureFaults(page), question).toEqual([]);
    }
  });
});

describe('searching as JSON', () => {
  test('answers with marks, counts and the place of the next page', async () => {
    const reply = await place.ask(visitor, {
      url: `/api/v1/search/documents?q=${encodeURIComponent('招聘')}&limit=5&in=${encodeURIComponent('theme:就业')}`,
    });
    const found = foundSchema.parse(reply.json());
    expect(found).toMatchObject({ total: 10, isMeant: false, engine: 'memory' });
    expect(found.rows).toHaveLength(5);
    expect(found.next).not.toBeNull();
  });

  test('suggests while typing what the public may see', async () => {
    const reply = await place.ask(visitor, {
      url: `/api/v1/search/suggestions?q=${encodeURIComponent('就业补')}`,
    });
    expect(reply.json()).toEqual({
      words: [],
      documents: [{ title: '就业补贴办法', kindTitle: '政策文件', address: '/documents/1' }],
    });
  });
});
