import { describe, expect, it } from 'vitest';
import { checkingPermissions } from '../permissions.ts';
import { givenFinding } from './given-finding.ts';
import { offeredActions } from './offered-actions.ts';

type Role = (typeof checkingPermissions)['checking.check']['roles'][number];
const mayOf = (role: Role) => (permission: string) =>
  Object.entries(checkingPermissions).some(
    ([code, { roles }]) => code === permission && (roles as readonly string[]).includes(role),
  );
const offerTo = (role: Role, finding: Parameters<typeof givenFinding>[1]) =>
  offeredActions(givenFinding('布署', finding), { may: mayOf(role), unitId: 'u', canChange: true });

describe('what is offered beside a finding', () => {
  it.each([
    ['clerk', 'confirm', true],
    ['clerk', 'block', false],
    ['supervisor', 'block', false],
    ['reviewer', 'block', true],
    ['secrecyReviewer', 'block', true],
    ['unitLeader', 'confirm', true],
    ['legalOffice', 'confirm', false],
    ['reviewer', 'hint', false],
  ] as const)('a reason by %s for %s: %s', (role, severity, expected) => {
    expect(offerTo(role, { severity }).mayOverride).toBe(expected);
  });

  it('never a lasting acceptance of personal data and secret marks', () => {
    expect(offerTo('reviewer', { class: 'typo' }).mayAccept).toBe(true);
    expect(offerTo('reviewer', { class: 'personalData' }).mayAccept).toBe(false);
    expect(offerTo('reviewer', { class: 'secretMark' }).mayAccept).toBe(false);
    expect(offerTo('clerk', { class: 'typo' }).mayAccept).toBe(false);
  });

  it('no phrase of one character, of many, or over lines', () => {
    const offers = ['布', '布'.repeat(61), '布\n署'].map((text) =>
      offeredActions(givenFinding(text), { may: mayOf('reviewer'), unitId: 'u', canChange: true }),
    );
    expect(offers.map(({ mayAccept }) => mayAccept)).toEqual([false, false, false]);
  });

  it('nothing that needs a unit to an officer without one, and no change in a file', () => {
    const offer = offeredActions(givenFinding('布署', { suggestion: '部署' }), {
      may: () => true,
      unitId: undefined,
      canChange: false,
    });
    expect(offer).toEqual({ mayApply: false, mayOverride: false, mayAccept: false });
  });
});
