import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type OfficerRole, officerRoles } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { countySeed } from '#seed/seed-data.ts';
import { indexNames, matchPrintedName, type NameRegister } from './match.ts';
import { editDistance } from './near-names.ts';
import { judgeRoleGrant, rolesLeftEmpty } from './separation.ts';
import { growUnitTree, isInsideUnit, unitReach } from './tree.ts';

/** 望澜县 with codes in place of identifiers. */
const register: NameRegister = {
  place: {
    name: countySeed.jurisdiction.name,
    level: 'county',
    parentName: countySeed.jurisdiction.parentName,
  },
  units: countySeed.units.map(({ code, name, shortName }) => ({ id: code, name, shortName, active: true })),
  aliases: countySeed.units.flatMap((unit) =>
    [
      ...unit.aliases.map((name) => ({ name, kind: 'shortForm' as const })),
      ...unit.doubleNames.flatMap((double) => [
        { name: double.name, kind: 'doubleName' as const },
        { name: double.shortName, kind: 'doubleName' as const },
      ]),
    ].map((alias) => ({ ...alias, unitId: unit.code, validFrom: null, validUntil: null })),
  ),
  collectives: countySeed.collectives.map(({ phrase, aliases, members, dependsOnTask }) => ({
    id: phrase,
    phrase,
    aliases,
    unitIds: members,
    dependsOnTask,
  })),
};
const index = indexNames(register);

const cases = fs
  .readFileSync(new URL('../cases/match-names.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([printed = '', kind = '', code = '', note = '']) => ({ printed, kind, code, note }));

describe('a printed name', () => {
  it.each(cases)('$printed is $kind $code: $note', ({ printed, kind, code }) => {
    const match = matchPrintedName(index, printed);
    expect(match.kind).toBe(kind);
    switch (match.kind) {
      case 'near':
        expect(match.candidates[0]?.unitId).toBe(code);
        expect(match.candidates[0]?.reason).not.toBe('');
        break;
      case 'collective':
        expect(match.phrase).toBe(code);
        break;
      case 'unknown':
        expect(match.reason).not.toBe('');
        break;
      default:
        expect(match.unitId).toBe(code);
    }
  });

  it('finds every name of the county as itself', () => {
    for (const unit of countySeed.units) {
      expect(matchPrintedName(index, unit.name)).toMatchObject({ kind: 'exact', unitId: unit.code });
      expect(matchPrintedName(index, unit.shortName)).toMatchObject({ kind: 'shortName', unitId: unit.code });
    }
  });

  it('never decides between two units that may both be meant', () => {
    const two = indexNames({
      ...register,
      units: [
        { id: 'a', name: '望澜县城东街道新村', shortName: '城东新村', active: true },
        { id: 'b', name: '望澜县城西街道新村', shortName: '城西新村', active: true },
      ],
      aliases: ['a', 'b'].map((unitId) => ({
        unitId,
        name: '新村',
        kind: 'shortForm',
        validFrom: null,
        validUntil: null,
      })),
    });
    const match = matchPrintedName(two, '新村');
    expect(match.kind === 'near' && match.candidates.map((found) => found.unitId).sort()).toEqual(['a', 'b']);
  });

  it('reads a former name in documents of its time and asks about it later', () => {
    const withFormer: NameRegister = {
      ...register,
      aliases: [
        {
          unitId: 'development-reform',
          name: '望澜县计划委员会',
          kind: 'formerName',
          validFrom: null,
          validUntil: dayOf('2019-03-01'),
        },
      ],
    };
    expect(matchPrintedName(indexNames(withFormer, dayOf('2018-05-01')), '望澜县计划委员会')).toMatchObject({
      kind: 'alias',
      unitId: 'development-reform',
    });
    expect(matchPrintedName(indexNames(withFormer, dayOf('2026-05-01')), '望澜县计划委员会').kind).toBe(
      'near',
    );
  });

  it('counts edits', () => {
    expect([
      editDistance('', '局'),
      editDistance('教育局', '体育局'),
      editDistance('民政', '民政局'),
    ]).toEqual([1, 1, 1]);
  });
});

describe('roles', () => {
  const judge = (held: OfficerRole[], wanted: OfficerRole, granterId = 'other') =>
    judgeRoleGrant({
      officerId: 'me',
      granterId,
      held: held.map((role) => ({ role, unitId: 'u' })),
      wanted: { role: wanted, unitId: 'u' },
    });

  it('keeps the three administrators apart from each other and from the business', () => {
    const separated = ['systemAdministrator', 'securityAdministrator', 'auditor'];
    for (const held of officerRoles) {
      for (const wanted of officerRoles) {
        if (held === wanted) continue;
        const allowed = !separated.includes(held) && !separated.includes(wanted);
        expect(judge([held], wanted).allowed, `${held} + ${wanted}`).toBe(allowed);
      }
    }
  });

  it('refuses a role for oneself and a role already held', () => {
    expect(judge([], 'clerk', 'me')).toEqual({ allowed: false, because: 'self' });
    expect(judge(['clerk'], 'clerk')).toEqual({ allowed: false, because: 'held' });
    expect(judge(['clerk'], 'reviewer')).toEqual({ allowed: true });
  });

  it('never leaves one of the three roles without a holder', () => {
    expect(rolesLeftEmpty(['auditor', 'clerk'], {})).toEqual(['auditor']);
    expect(rolesLeftEmpty(['auditor'], { auditor: 1 })).toEqual([]);
  });
});

describe('the unit tree', () => {
  const tree = growUnitTree([
    { id: 'county', parentId: null },
    { id: 'town', parentId: 'county' },
    { id: 'village', parentId: 'town' },
    { id: 'street', parentId: 'county' },
  ]);

  it('reaches a unit and all below it', () => {
    expect(unitReach(tree, 'county').sort()).toEqual(['county', 'street', 'town', 'village']);
    expect(unitReach(tree, 'town')).toEqual(['town', 'village']);
  });

  it('sees a circle before it is made', () => {
    expect(isInsideUnit(tree, 'town', 'village')).toBe(true);
    expect(isInsideUnit(tree, 'town', 'town')).toBe(true);
    expect(isInsideUnit(tree, 'town', 'street')).toBe(false);
  });
});
