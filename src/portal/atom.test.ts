import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { instantOf } from '#kernel/clock.ts';
import { writeAtomFeed } from './atom.ts';

/** Element names in order, and texts by element; throws when the feed is not well formed. */
function readXml(text: string) {
  const names: string[] = [];
  const texts: [string, string][] = [];
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local }) => {
    names.push(local);
    open.push(local);
  });
  parser.on('text', (found) => {
    if (found.trim() !== '') texts.push([open.at(-1) ?? '', found]);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  return { names, texts };
}

const entry = {
  id: 'urn:uuid:1',
  title: '第1项，“三公”经费 <公开> & 说明\u0008',
  address: 'https://open.example.cn/plans/p#task-1',
  updated: instantOf('2026-03-20T09:00:00+08:00'),
  summary: '附通俗说明',
  categories: ['重点"领域"'],
};

const feed = writeAtomFeed({
  id: 'urn:uuid:p',
  title: '任务分解表',
  author: '青禾县',
  address: 'https://open.example.cn/plans/p',
  selfAddress: 'https://open.example.cn/plans/p/feed.xml',
  updated: instantOf('2026-03-21T09:00:00+08:00'),
  entries: [entry],
});

test('a feed is well formed whatever its texts hold', () => {
  const { texts } = readXml(feed);
  expect(texts).toContainEqual(['title', '第1项，“三公”经费 <公开> & 说明']);
});

test('a feed has all that Atom demands of it and of its entries', () => {
  const { names, texts } = readXml(feed);
  const required = ['id', 'title', 'updated', 'author', 'name'];
  expect(names.slice(0, names.indexOf('entry'))).toEqual(expect.arrayContaining(required));
  expect(names.slice(names.indexOf('entry'))).toEqual([
    'entry',
    'id',
    'title',
    'link',
    'updated',
    'category',
    'summary',
  ]);
  expect(texts).toContainEqual(['updated', '2026-03-20T01:00:00.000Z']);
  expect(feed).toContain(
    'rel="self" type="application/atom+xml" href="https://open.example.cn/plans/p/feed.xml"',
  );
});
