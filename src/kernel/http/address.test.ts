import { describe, expect, test } from 'vitest';
import { addressMatcher, defineAddress } from './address.ts';

describe('named addresses', () => {
  const planPage = defineAddress('/plans/:planId/tasks/:taskId');
  const planList = defineAddress('/plans');

  test('builds with encoded parameters and a query', () => {
    expect(planPage({ planId: '县/一 号', taskId: '3' })).toBe(
      '/plans/%E5%8E%BF%2F%E4%B8%80%20%E5%8F%B7/tasks/3',
    );
    expect(planList()).toBe('/plans');
    expect(planList({ year: 2026, unit: ['甲', '乙'], after: undefined, q: null })).toBe(
      '/plans?year=2026&unit=%E7%94%B2&unit=%E4%B9%99',
    );
    expect(defineAddress('/')()).toBe('/');
  });

  test('keeps its pattern for the router', () => {
    expect(planPage.pattern).toBe('/plans/:planId/tasks/:taskId');
  });

  test('refuses patterns the router would read otherwise', () => {
    for (const pattern of ['plans', '/plans/:id.xml', '/Plans/x', '/a//b', '/a/']) {
      expect(() => defineAddress(pattern)).toThrow('not an address');
    }
    expect(() => planPage({ planId: '', taskId: '1' })).toThrow('needs :planId');
  });

  test('matches finished paths', () => {
    const matches = addressMatcher('/plans/:planId/feed.xml');
    expect(matches('/plans/7/feed.xml')).toBe(true);
    expect(matches('/plans/7/feedxxml')).toBe(false);
    expect(matches('/plans/7/8/feed.xml')).toBe(false);
  });
});
