import { describe, expect, it } from 'vitest';
import officersJson from './officers.json' with { type: 'json' };
import { countySeed, readCountySeed, resolveSeedName } from './seed-data.ts';
import unitsJson from './units.json' with { type: 'json' };

const count = (kind: string) => countySeed.units.filter((unit) => unit.kind === kind).length;

describe('望澜县', () => {
  it('has the size of a small county', () => {
    expect(count('department') + count('partyOffice') + count('branch')).toBe(30);
    expect(count('town')).toBe(8);
    expect(count('street')).toBe(2);
    expect(count('village') + count('community')).toBe(120);
    expect(countySeed.officers.length).toBeGreaterThanOrEqual(60);
  });

  it('gives every department, town and street a filed liaison', () => {
    const filed = new Set(
      countySeed.officers.filter((officer) => officer.liaison).map((officer) => officer.unit),
    );
    const without = countySeed.units.filter(
      (unit) =>
        ['department', 'partyOffice', 'branch', 'town', 'street'].includes(unit.kind) &&
        !filed.has(unit.code),
    );
    expect(without.map((unit) => unit.name)).toEqual([]);
  });

  it('keeps 三员 with three people and the supervising office in the government office', () => {
    const holders = (role: string) =>
      countySeed.officers.filter((officer) => officer.roles.some((held) => held === role));
    const separate = ['systemAdministrator', 'securityAdministrator', 'auditor'].flatMap(holders);
    expect(new Set(separate.map((officer) => officer.login)).size).toBe(3);
    expect(new Set(holders('supervisor').map((officer) => officer.unit))).toEqual(
      new Set(['government-office']),
    );
  });

  it.each([
    ['县大数据局', 'government-office'],
    ['县政府办公室（县大数据局）', 'government-office'],
    ['望澜县柳溪镇柳东村', 'liuxi-liudong'],
    ['石桥镇政府', 'shiqiao-town'],
  ])('knows %s', (name, code) => {
    expect(resolveSeedName(countySeed, name)).toMatchObject({ kind: 'unit', unit: { code } });
  });

  it('resolves collective phrases to their members', () => {
    const members = (name: string) => {
      const resolved = resolveSeedName(countySeed, name);
      return resolved?.kind === 'collective' ? resolved.collective.members.length : undefined;
    };
    expect(members('各镇街')).toBe(10);
    expect(members('各村（社区）')).toBe(120);
    expect(members('政策起草单位')).toBe(0);
    expect(resolveSeedName(countySeed, '县气象局')).toBeUndefined();
  });
});

describe('readCountySeed', () => {
  it('names every fault at once', () => {
    const [unit] = unitsJson.units;
    const [officer] = officersJson.officers;
    const broken = {
      ...unitsJson,
      units: [...unitsJson.units, { ...unit, parent: 'nowhere' }],
      collectives: [{ phrase: '各方', members: [] }],
    };
    const officers = [...officersJson.officers, { ...officer, roles: ['auditor', 'clerk'] }];
    const read = () =>
      readCountySeed(broken, { officers: officers.filter(({ roles }) => !roles.includes('supervisor')) });
    expect(read).toThrow('no parent nowhere before');
    expect(read).toThrow('unit code twice: county-government');
    expect(read).toThrow('name of two units: 望澜县人民政府');
    expect(read).toThrow('各方: members or dependsOnTask');
    expect(read).toThrow('login twice: guchengyuan');
    expect(read).toThrow('holds a role that must be separate beside another');
    expect(read).toThrow('nobody is supervisor');
  });
});
