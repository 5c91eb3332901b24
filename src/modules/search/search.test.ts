import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor, visitor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { defineModule } from '#kernel/module.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { transact } from '#kernel/work.ts';
import { findStructureFaults, findTypeFaults } from '#portal/testing/page-faults.ts';
import { linksOf, onlyElement, type RenderedPage, readPage, textsOf } from '#portal/testing/rendered.tsx';
import { search } from './module.ts';

const library = defineModule({ name: 'library', title: '文件', searchKinds: { document: '政策文件' } });

let place: TestServer;

async function openSearch(question: string, status = 200): Promise<RenderedPage> {
  const reply = await place.ask(visitor, { url: `/search?q=${encodeURIComponent(question)}` });
  expect(reply.statusCode).toBe(status);
  return readPage(reply.body);
}

beforeAll(async () => {
  place = await openTestServer({ modules: [library, search] });
  await transact(place.app, systemActor('test'), async (work) => {
    const put = (objectId: string, title: string, body: string, isPublic = true) =>
      work.putSearchDocument({
        kind: 'document',
        objectId,
        title,
        body,
        unitName: '县人社局',
        day: dayOf('2026-03-20'),
        address: `/documents/${objectId}`,
        isPublic,
      });
    put('1', '就业补贴办法', '高校毕业生到基层就业的，可以申请就业补贴。');
    put('2', '就业补贴内部核对表', '尚未公开。', false);
    for (let number = 100; number < 140; number += 1) put(String(number), `第${number}号公告`, '招聘信息');
    work.audit({ action: 'test.write', objectKind: 'document', objectId: '1', summary: '装入文件' });
  });
});
afterAll(() => place.close());

describe('searching', () => {
  test('finds what holds every word, marks the words, and tells kind, unit and day', async () => {
    const page = await openSearch('就业 毕业生');
    expect(linksOf(page).get('/documents/1')).toBe('就业补贴办法');
    expect(new Set(textsOf(page, 'mark'))).toEqual(new Set(['就业', '毕业生']));
    expect(textsOf(page, '.title-notes > *')).toEqual(['政策文件', '县人社局', '2026年3月20日']);
    expect(onlyElement(page, 'input[name="q"]').getAttribute('value')).toBe('就业 毕业生');
  });

  test('shows visitors public documents only', async () => {
    expect(linksOf(await openSearch('就业补贴')).has('/documents/2')).toBe(false);
  });

  test('says when there is more than it shows', async () => {
    const page = await openSearch('招聘');
    expect(textsOf(page, '#found')).toEqual(['找到30条以上，先列出最相关的30条']);
    expect([...page.querySelectorAll('.title-list li')]).toHaveLength(30);
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

  test('shows a question as text, whatever it holds', async () => {
    const page = await openSearch('<script>alert(1)</script>');
    expect(page.querySelector('main script')).toBeNull();
  });

  test('is sound in type and structure', async () => {
    for (const question of ['', '就业', '火星']) {
      const page = await openSearch(question);
      expect(findTypeFaults(page), question).toEqual([]);
      expect(findStructureFaults(page), question).toEqual([]);
    }
  });
});
