/** A signed standing never hides the computed one, whatever both are. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standings } from '../rules/shapes.ts';
import { presentStanding, type StoredStanding } from './standings.ts';

const standing = fc.constantFrom(...standings);
const at = new Date('2026-07-01T00:20:00+08:00');

const computedArbitrary = fc.option(
  fc.record({ standing, reason: fc.string({ minLength: 1 }), isBound: fc.boolean(), since: fc.constant(at) }),
);

test('an override never hides the computed standing and its reason', () => {
  fc.assert(
    fc.property(computedArbitrary, standing, fc.string({ minLength: 10 }), (computed, signed, reason) => {
      const stored: StoredStanding = {
        computed,
        evaluatedAt: at,
        override: {
          id: 'o',
          taskId: 't',
          standing: signed,
          reason,
          setBy: null,
          setByName: '陆一鸣',
          setByUnit: '县政府办公室',
          setAt: at,
          withdrawnByName: null,
          withdrawnAt: null,
          withdrawnReason: null,
        },
      };
      const unmeasured = { standing: 'cannotTell', reason: '没有度量' } as const;
      const bare = presentStanding(unmeasured, { ...stored, override: null });
      const shown = presentStanding(unmeasured, stored);
      expect(shown.standing).toBe(signed);
      expect(shown.computed).toEqual(bare.computed);
      expect(shown.standingReason).toContain(reason);
      expect(shown.standingReason).toContain(bare.computed.reason);
      expect(shown.override).toMatchObject({ standing: signed, by: '县政府办公室' });
    }),
    { seed: 20_260_501 },
  );
});

test('a task without a binding is judged by the day of the reading, not by last night', () => {
  const stored: StoredStanding = {
    computed: { standing: 'notYetDue', reason: '最后一日为2026年6月30日', isBound: false, since: at },
    evaluatedAt: at,
    override: null,
  };
  const shown = presentStanding({ standing: 'cannotTell', reason: '已到期' }, stored);
  expect(shown).toMatchObject({
    standing: 'cannotTell',
    standingSince: null,
    computed: { evaluatedAt: null },
  });
});
