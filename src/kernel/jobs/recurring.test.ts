import { describe, expect, test } from 'vitest';
import { instantOf } from '../clock.ts';
import { lastTickBy } from './recurring.ts';

describe('lastTickBy', () => {
  test.each([
    // pattern, now, last tick: all in Beijing
    ['15 2 * * *', '2026-11-20T02:14:59+08:00', '2026-11-19T02:15:00+08:00'],
    ['15 2 * * *', '2026-11-20T02:15:00+08:00', '2026-11-20T02:15:00+08:00'],
    ['* * * * *', '2026-11-20T09:00:30+08:00', '2026-11-20T09:00:00+08:00'],
    ['0 8 * * 1', '2026-11-20T09:00:00+08:00', '2026-11-16T08:00:00+08:00'],
    ['0 0 1 * *', '2026-11-01T07:59:00+08:00', '2026-11-01T00:00:00+08:00'],
    ['0 0 29 2 *', '2026-11-20T09:00:00+08:00', '2024-02-29T00:00:00+08:00'],
  ])('%s at %s is last due at %s', (pattern, now, tick) => {
    expect(lastTickBy(pattern, instantOf(now))).toEqual(instantOf(tick));
  });

  test('a pattern that never falls due has no last tick', () => {
    expect(lastTickBy('0 0 30 2 *', instantOf('2026-11-20T09:00:00+08:00'))).toBeUndefined();
  });
});
