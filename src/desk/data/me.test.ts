/** The desk shows a button exactly where the server's table would let it through. */
import { expect, it } from 'vitest';
import { mayWith } from './me.ts';

it('a permission reaches every unit, the listed ones, or none', () => {
  const me = { permissions: { 'plan.import': 'all' as const, 'plan.report': ['u1'] } };
  expect(mayWith(me, 'plan.import', 'u9')).toBe(true);
  expect(mayWith(me, 'plan.report', 'u1')).toBe(true);
  expect(mayWith(me, 'plan.report', 'u2')).toBe(false);
  expect(mayWith(me, 'plan.report')).toBe(true);
  expect(mayWith(me, 'plan.confirm')).toBe(false);
});
