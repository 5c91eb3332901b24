import { expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { stepAfter, takesItem } from '../rules/delivery-state.ts';
import { findWrongSettings } from '../rules/outlet-kinds.ts';
import type { OutletArticle } from './adapter.ts';
import { wechatArticle } from './wechat.ts';
import { weiboPost } from './weibo.ts';

const article = (over: Partial<OutletArticle> = {}): OutletArticle => ({
  itemId: 'i',
  revisionId: 'r',
  title: '公告',
  summary: '摘要',
  kindTitle: '公告',
  indexNumber: 'qinghe001/2026-00001',
  unitName: '教育局',
  siteName: '青禾县',
  publishedOn: dayOf('2026-05-06'),
  body: '<p>正文</p>',
  columnCodes: [],
  address: 'https://open.example.cn/items/0190e0a0',
  attachments: [],
  ...over,
});
const length = (text: string) => [...text].length;

test('a draft keeps within what the platform takes, counted in characters', () => {
  const draft = wechatArticle(article({ title: '𠮷'.repeat(80), summary: '字'.repeat(200) }), {});
  expect(length(draft.title)).toBe(64);
  expect(length(draft.digest)).toBe(120);
  const long = wechatArticle(article({ body: `<p>${'字'.repeat(30_000)}</p>` }), {});
  expect(long.content.length).toBeLessThan(20_000);
  expect(long.content).toContain('qinghe001/2026-00001');
});

test('pictures, which the platform does not take from elsewhere, leave their words', () => {
  const file = '01990000-0000-7000-8000-000000000000';
  const body = `<p>甲</p><figure><img data-file="${file}" alt="流程图"></figure>`;
  expect(wechatArticle(article({ body }), {}).content).toContain('（图：流程图）');
  expect(wechatArticle(article({ body }), {}).content).not.toContain('<img');
});

test('a post always ends with the whole address and never exceeds 140 characters', () => {
  const post = weiboPost(article({ title: '题'.repeat(100), summary: '文'.repeat(200) }));
  expect(length(post)).toBe(140);
  expect(post.endsWith('… https://open.example.cn/items/0190e0a0')).toBe(true);
});

test.each([
  [{ kind: 'failed', again: true, detail: '' }, 1, false, 'queued', 1],
  [{ kind: 'failed', again: true, detail: '' }, 6, false, 'failed', null],
  [{ kind: 'failed', again: false, detail: '' }, 1, true, 'failed', null],
  [{ kind: 'uncertain', detail: '' }, 1, false, 'uncertain', null],
  [{ kind: 'uncertain', detail: '' }, 2, true, 'queued', 5],
  [{ kind: 'uncertain', detail: '' }, 6, true, 'uncertain', null],
] as const)('after %o, attempt %d', (outcome, attempts, isRepeatable, state, againIn) => {
  expect(stepAfter(outcome, attempts, isRepeatable)).toEqual({ state, againIn });
});

test('an outlet takes what passes all its lists', () => {
  const filter = { columnIds: ['a'], kinds: ['notice'], unitIds: [] };
  const item = { columnIds: ['b', 'a'], kind: 'notice', unitId: 'u' };
  expect(takesItem(filter, item)).toBe(true);
  expect(takesItem(filter, { ...item, kind: 'statistics' })).toBe(false);
  expect(takesItem(filter, { ...item, columnIds: ['b'] })).toBe(false);
});

test('settings are told wrong by their Chinese names; a secret that is kept need not be typed again', () => {
  const account = { appId: 'wx0123456789abcdef', thumbMediaId: 'm' };
  expect(findWrongSettings('wechat', account).map(({ message }) => message)).toEqual([
    '请填写开发者密码（AppSecret）',
  ]);
  expect(findWrongSettings('wechat', account, new Set(['appSecret']))).toEqual([]);
  expect(findWrongSettings('weibo', { accessToken: 'x', apiBase: 'ftp://a' })[0]?.message).toContain(
    '完整的网址',
  );
  expect(findWrongSettings('mailList', { place: 'x' })).toHaveLength(1);
});
