import { describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import {
  nextBareKey,
  pageOfComputed,
  pageOfRows,
  pageQuery,
  placeAfter,
  readPlace,
  type SortKey,
} from './paging.ts';

const listQuery = z.object({
  ...pageQuery([z.iso.date(), z.number()], { usual: 2, most: 10 }),
  q: z.string().optional(),
});

describe('keyset paging', () => {
  test('hands the sort keys of the last row back, Chinese and null included', () => {
    const place = placeAfter(['望澜县', 7, null]);
    expect(place).toMatch(/^[\w-]+$/);
    expect(readPlace(place)).toEqual(['望澜县', 7, null]);
  });

  test('reads a query and types the keys', () => {
    const query = listQuery.parse({ after: placeAfter(['2026-11-20', 3]), limit: '5' });
    expect(query).toEqual({ after: ['2026-11-20', 3], limit: 5 });
    expectTypeOf(query.after).toEqualTypeOf<[string, number] | undefined>();
    expect(listQuery.parse({})).toEqual({ limit: 2 });
  });

  test.each([
    '',
    'xx',
    'WyJ4Il0',
    placeAfter([3, 3]),
    placeAfter(['2026-11-20']),
    `${placeAfter(['2026-11-20', 1])}A`,
  ])('a place that is not ours (%s) is a wrong input', (after) => {
    const parsed = listQuery.safeParse({ after });
    expect(parsed.error?.issues.map((issue) => [issue.path, issue.message])).toEqual([
      [['after'], '翻页位置无效，请从第一页重新打开'],
    ]);
  });

  test('more rows than a page may have are refused', () => {
    expect(listQuery.safeParse({ limit: '11' }).success).toBe(false);
  });

  test('the spare row tells that there are more', () => {
    const keysOf = (row: { id: number }) => [row.id];
    expect(pageOfRows([{ id: 1 }, { id: 2 }, { id: 3 }], 2, keysOf)).toEqual({
      rows: [{ id: 1 }, { id: 2 }],
      next: placeAfter([2]),
    });
    expect(pageOfRows([{ id: 1 }, { id: 2 }], 2, keysOf).next).toBeNull();
    expect(pageOfRows([], 2, keysOf)).toEqual({ rows: [], next: null });
  });

  test.each([false, true])('computed rows come once each, empty ones last (descending: %s)', (descending) => {
    const rows = ['2026-03-01', null, '2026-01-01', null, '2026-03-01'].map((day, id) => ({ day, id }));
    const keysOf = (row: { day: string | null; id: number }) => [row.day, row.id];
    const shown: number[] = [];
    for (
      let after: readonly SortKey[] | undefined, first = true;
      first || after !== undefined;
      first = false
    ) {
      const page = pageOfComputed(rows, { limit: 2, after, descending }, keysOf);
      shown.push(...page.rows.map(({ id }) => id));
      after = page.next === null ? undefined : readPlace(page.next);
    }
    expect(shown).toEqual(descending ? [4, 0, 2, 3, 1] : [2, 0, 4, 1, 3]);
  });

  test('a table of open data goes on after a full page, by the bare key', () => {
    const keyOf = (row: { id: string }) => row.id;
    expect(nextBareKey([{ id: 'a' }, { id: 'b' }], 2, keyOf)).toBe('b');
    expect(nextBareKey([{ id: 'a' }], 2, keyOf)).toBeNull();
    expect(nextBareKey([], 2, keyOf)).toBeNull();
  });
});
