import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type OfficerActor, type OfficerRole, systemActor, visitor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { Refusal } from '#kernel/refusal.ts';
import { findSearchDocuments } from '#kernel/search/search.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import { type GivenCounty, givenCounty, givenOfficer, givenOfficerOfEachRole, rolesBut } from '../given.ts';
import { organisation } from '../module.ts';
import { findOfficerRow } from '../queries/officer-screens.ts';
import { expandCollective, findUnit, matchUnit } from '../queries/register.ts';
import { findUnitDetail, listUnitRows } from '../queries/unit-screens.ts';
import { openJurisdiction, renameJurisdiction } from './jurisdictions.ts';
import {
  addUnitAlias,
  createCollective,
  endUnitAlias,
  rememberAlias,
  setCollectiveAliases,
  setCollectiveMembers,
} from './names.ts';
import {
  activateOfficer,
  changeOfficer,
  createOfficer,
  deactivateOfficer,
  grantRole,
  revokeRole,
} from './officers.ts';
import { activateUnit, changeUnit, createUnit, deactivateUnit } from './units.ts';

let place: TestApp;
let county: GivenCounty;
let other: GivenCounty;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;
let stranger: OfficerActor;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation] });
  county = await givenCounty(place.app);
  other = await givenCounty(place.app, '白泽县', 'baize');
  officers = await givenOfficerOfEachRole(place.app, county);
  stranger = await givenOfficer(place.app, other.jurisdictionId, other.office, ['systemAdministrator']);
});
afterAll(() => place.close());

const act = <Result>(actor: Actor, body: (work: Work) => Promise<Result>) => transact(place.app, actor, body);
const platform = systemActor('test');
const read = () => place.app.database.read;

async function codeOfRefusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return error.code;
  throw error ?? new Error('nothing was refused');
}

let serial = 0;
const newName = (suffix = '局') => {
  serial += 1;
  return `青禾县第${serial}事务${suffix}`;
};
const newUnit = (actor: Actor = platform, parentId = county.government) =>
  act(actor, (work) =>
    createUnit(work, county.jurisdictionId, { kind: 'department', name: newName(), parentId }),
  );
const newOfficer = (actor: Actor = platform) =>
  act(actor, (work) =>
    createOfficer(work, county.jurisdictionId, {
      name: '新同志',
      unitId: county.office,
      position: '',
    }),
  );
const newCollective = (actor: Actor = platform) =>
  act(actor, (work) =>
    createCollective(work, county.jurisdictionId, {
      phrase: `${newName('')}有关单位`,
      aliases: [],
      memberIds: [county.education],
      kinds: [],
      dependsOnTask: false,
    }),
  );

/** Every command with the roles that may, each run on an object of its own. */
const keepers: readonly OfficerRole[] = ['systemAdministrator', 'supervisor'];
const commands: readonly {
  readonly name: string;
  readonly roles: readonly OfficerRole[];
  readonly run: (actor: Actor) => Promise<unknown>;
}[] = [
  { name: 'createUnit', roles: keepers, run: (actor) => newUnit(actor) },
  {
    name: 'changeUnit',
    roles: ['systemAdministrator'],
    run: async (actor) => {
      const id = await newUnit();
      return act(actor, (work) => changeUnit(work, id, { name: newName(), keepFormerName: true }));
    },
  },
  {
    name: 'deactivateUnit',
    roles: ['systemAdministrator'],
    run: async (actor) => {
      const id = await newUnit();
      return act(actor, (work) => deactivateUnit(work, id, { reason: '机构改革' }));
    },
  },
  {
    name: 'activateUnit',
    roles: ['systemAdministrator'],
    run: async (actor) => {
      const id = await newUnit();
      await act(platform, (work) => deactivateUnit(work, id, { reason: '机构改革' }));
      return act(actor, (work) => activateUnit(work, id));
    },
  },
  {
    name: 'addUnitAlias',
    roles: keepers,
    run: (actor) =>
      act(actor, (work) => addUnitAlias(work, county.education, { name: newName(), kind: 'shortForm' })),
  },
  {
    name: 'rememberAlias',
    roles: keepers,
    run: (actor) =>
      act(actor, (work) => rememberAlias(work, { unitId: county.education, printedName: newName() })),
  },
  {
    name: 'endUnitAlias',
    roles: keepers,
    run: async (actor) => {
      const id = await act(platform, (work) =>
        addUnitAlias(work, county.education, { name: newName(), kind: 'shortForm' }),
      );
      return act(actor, (work) => endUnitAlias(work, id, { validUntil: dayOf('2026-01-01') }));
    },
  },
  { name: 'createCollective', roles: keepers, run: (actor) => newCollective(actor) },
  {
    name: 'setCollectiveMembers',
    roles: keepers,
    run: async (actor) => {
      const id = await newCollective();
      return act(actor, (work) => setCollectiveMembers(work, id, { memberIds: [county.town] }));
    },
  },
  {
    name: 'setCollectiveAliases',
    roles: keepers,
    run: async (actor) => {
      const id = await newCollective();
      return act(actor, (work) => setCollectiveAliases(work, id, { aliases: [newName('')] }));
    },
  },
  { name: 'createOfficer', roles: ['systemAdministrator'], run: (actor) => newOfficer(actor) },
  {
    name: 'changeOfficer',
    roles: ['systemAdministrator'],
    run: async (actor) => {
      const id = await newOfficer();
      return act(actor, (work) => changeOfficer(work, id, { position: '科长' }));
    },
  },
  {
    name: 'deactivateOfficer',
    roles: ['systemAdministrator'],
    run: async (actor) => {
      const id = await newOfficer();
      return act(actor, (work) => deactivateOfficer(work, id, { reason: '调离' }));
    },
  },
  {
    name: 'activateOfficer',
    roles: ['systemAdministrator'],
    run: async (actor) => {
      const id = await newOfficer();
      await act(platform, (work) => deactivateOfficer(work, id, { reason: '调离' }));
      return act(actor, (work) => activateOfficer(work, id));
    },
  },
  {
    name: 'grantRole',
    roles: ['securityAdministrator'],
    run: async (actor) => {
      const id = await newOfficer();
      return act(actor, (work) => grantRole(work, id, { role: 'clerk', unitId: county.office }));
    },
  },
  {
    name: 'revokeRole',
    roles: ['securityAdministrator'],
    run: async (actor) => {
      const id = await newOfficer();
      const grantId = await act(platform, (work) =>
        grantRole(work, id, { role: 'clerk', unitId: county.office }),
      );
      return act(actor, (work) => revokeRole(work, grantId, { reason: '岗位调整' }));
    },
  },
  {
    name: 'openJurisdiction',
    roles: [],
    run: (actor) =>
      act(actor, (work) =>
        openJurisdiction(work, { code: 'x', name: '某县', level: 'county', parentName: null }),
      ),
  },
  {
    name: 'renameJurisdiction',
    roles: [],
    run: (actor) =>
      act(actor, (work) =>
        renameJurisdiction(work, county.jurisdictionId, { name: '某县', level: 'county', parentName: null }),
      ),
  },
];

/** Audit rows this actor has left. */
async function entriesBy(actor: Actor): Promise<number> {
  const { rows } = await read().execute(
    actor.kind === 'officer'
      ? sql`select count(*)::int as n from audit_entry where actor_id = ${actor.id}`
      : sql`select count(*)::int as n from audit_entry where actor_kind = ${actor.kind}`,
  );
  return Number(rows[0]?.n);
}

describe.each(commands)('$name', ({ roles, run }) => {
  test('is open to its roles, each time with one audit row', async () => {
    for (const role of roles) {
      const before = await entriesBy(officers[role]);
      await run(officers[role]);
      expect(await entriesBy(officers[role]), role).toBe(before + 1);
    }
  });

  test('is closed to all others, to visitors and to another county, without a trace', async () => {
    const denied: Actor[] = [...rolesBut(roles).map((role) => officers[role]), visitor, stranger];
    for (const actor of denied) {
      const before = await entriesBy(actor);
      expect(await codeOfRefusal(run(actor))).toMatch(/^access\.(forbidden|signInNeeded|otherUnit)$/);
      expect(await entriesBy(actor)).toBe(before);
    }
  });
});

describe('names', () => {
  test('a name means one unit: a second bearer is refused, whoever bears it', async () => {
    const create = (name: string, shortName?: string) =>
      act(platform, (work) =>
        createUnit(work, county.jurisdictionId, {
          kind: 'department',
          name,
          ...(shortName === undefined ? {} : { shortName }),
          parentId: county.government,
        }),
      );
    expect(await codeOfRefusal(create('青禾县教育局'))).toBe('organisation.nameTaken');
    expect(await codeOfRefusal(create('青禾县别的局', '县教育局'))).toBe('organisation.nameTaken');
    const phrase = '青禾县所有学校';
    await act(platform, (work) =>
      createCollective(work, county.jurisdictionId, {
        phrase,
        aliases: [],
        memberIds: [],
        kinds: ['village'],
        dependsOnTask: false,
      }),
    );
    expect(await codeOfRefusal(create(phrase))).toBe('organisation.nameTaken');
  });

  test('a remembered name matches the next plan, and remembering it again is no error', async () => {
    const printedName = '县教育局（招生办）';
    expect((await matchUnit(read(), county.jurisdictionId, printedName)).kind).toBe('near');
    const remember = () =>
      act(officers.supervisor, (work) => rememberAlias(work, { unitId: county.education, printedName }));
    await remember();
    await remember();
    expect(await matchUnit(read(), county.jurisdictionId, printedName)).toMatchObject({
      kind: 'alias',
      aliasKind: 'remembered',
      unitId: county.education,
    });
    expect(await matchUnit(read(), other.jurisdictionId, printedName)).toMatchObject({ kind: 'near' });
  });

  test('a renamed unit is still found under its former name', async () => {
    const unitId = await newUnit();
    const former = (await findUnit(read(), unitId))?.name ?? '';
    const name = newName();
    await act(officers.systemAdministrator, (work) =>
      changeUnit(work, unitId, { name, keepFormerName: true }),
    );
    expect(await matchUnit(read(), county.jurisdictionId, former)).toMatchObject({
      unitId,
      aliasKind: 'formerName',
    });
    expect(await matchUnit(read(), county.jurisdictionId, name)).toMatchObject({ unitId, kind: 'exact' });
    const [found] = await findSearchDocuments(read(), { text: former, publicOnly: false });
    expect(found).toMatchObject({ kind: 'unit', objectId: unitId, title: name });
  });

  test('a collective phrase follows the tree and the corrections of a person', async () => {
    const id = await act(officers.supervisor, (work) =>
      createCollective(work, county.jurisdictionId, {
        phrase: '各村和教育局',
        aliases: [],
        memberIds: [county.education],
        kinds: ['village'],
        dependsOnTask: false,
      }),
    );
    expect(await expandCollective(read(), id)).toEqual([county.education, county.village]);
    const village = await act(platform, (work) =>
      createUnit(work, county.jurisdictionId, {
        kind: 'village',
        name: newName('村'),
        parentId: county.town,
      }),
    );
    expect(await expandCollective(read(), id)).toEqual([county.education, county.village, village]);
    await act(officers.supervisor, (work) => setCollectiveMembers(work, id, { memberIds: [county.town] }));
    expect(await expandCollective(read(), id)).toEqual([county.town]);
    const foreign = act(officers.supervisor, (work) =>
      setCollectiveMembers(work, id, { memberIds: [other.town] }),
    );
    expect(await codeOfRefusal(foreign)).toBe('organisation.unitNotFound');
  });
});

describe('the tree', () => {
  test('has one root and no circle', async () => {
    expect(
      await codeOfRefusal(
        act(platform, (work) =>
          createUnit(work, county.jurisdictionId, {
            kind: 'government',
            name: '青禾县第二政府',
            parentId: null,
          }),
        ),
      ),
    ).toBe('organisation.parentNeeded');
    const move = act(platform, (work) =>
      changeUnit(work, county.town, { parentId: county.village, keepFormerName: true }),
    );
    expect(await codeOfRefusal(move)).toBe('organisation.parentInside');
  });

  test('keeps a unit that others still belong to, and closes and reopens an empty one', async () => {
    const close = (unitId: string) =>
      act(platform, (work) => deactivateUnit(work, unitId, { reason: '撤并' }));
    expect(await codeOfRefusal(close(county.town))).toBe('organisation.unitStillUsed');
    const unitId = await newUnit();
    const name = (await findUnit(read(), unitId))?.name ?? '';
    await close(unitId);
    expect(await matchUnit(read(), county.jurisdictionId, name)).toMatchObject({ kind: 'near' });
    expect(await findSearchDocuments(read(), { text: name, publicOnly: false })).toEqual([]);
    await act(platform, (work) => activateUnit(work, unitId));
    expect(await matchUnit(read(), county.jurisdictionId, name)).toMatchObject({ kind: 'exact', unitId });
    const detail = await findUnitDetail(read(), county.jurisdictionId, unitId);
    expect(detail?.path.map((unit) => unit.shortName)).toEqual(['县政府']);
    expect(detail?.history.map((entry) => entry.action)).toEqual([
      'organisation.activateUnit',
      'organisation.deactivateUnit',
      'organisation.createUnit',
    ]);
  });

  test('is listed page by page without loss, filtered by kind, text and parent', async () => {
    const seen: string[] = [];
    let after: [number] | undefined;
    for (;;) {
      const page = await listUnitRows(read(), other.jurisdictionId, { after, limit: 2 });
      seen.push(...page.rows.map((unit) => unit.code));
      if (page.next === null) break;
      after = [seen.length];
    }
    expect(seen).toEqual(['government', 'office', 'education', 'town', 'village']);
    const codes = async (query: Parameters<typeof listUnitRows>[2]) =>
      (await listUnitRows(read(), other.jurisdictionId, query)).rows.map((unit) => unit.code);
    expect(await codes({ limit: 50, kind: 'town' })).toEqual(['town']);
    expect(await codes({ limit: 50, text: '上塘' })).toEqual(['village']);
    expect(await codes({ limit: 50, text: '%' })).toEqual([]);
    expect(await codes({ limit: 50, parentId: other.town })).toEqual(['village']);
  });
});

describe('roles', () => {
  test('are never granted to oneself, nor the three administrators to one person', async () => {
    const security = officers.securityAdministrator;
    const grant = (officerId: string, role: OfficerRole) =>
      act(security, (work) => grantRole(work, officerId, { role, unitId: county.office }));
    expect(await codeOfRefusal(grant(security.id, 'supervisor'))).toBe('organisation.ownRole');
    expect(await codeOfRefusal(grant(officers.auditor.id, 'systemAdministrator'))).toBe(
      'organisation.rolesSeparated',
    );
    expect(await codeOfRefusal(grant(officers.clerk.id, 'clerk'))).toBe('organisation.roleHeld');
    await grant(officers.clerk.id, 'reviewer');
  });

  test('of an administrator stay until a successor holds them', async () => {
    const auditor = await findOfficerRow(read(), county.jurisdictionId, officers.auditor.id);
    const grantId = auditor?.grants[0]?.id ?? '';
    const revoke = () =>
      act(officers.securityAdministrator, (work) => revokeRole(work, grantId, { reason: '轮岗' }));
    expect(await codeOfRefusal(revoke())).toBe('organisation.lastHolder');
    expect(
      await codeOfRefusal(
        act(officers.systemAdministrator, (work) =>
          deactivateOfficer(work, officers.auditor.id, { reason: '退休' }),
        ),
      ),
    ).toBe('organisation.lastHolder');
    await givenOfficer(place.app, county.jurisdictionId, county.office, ['auditor']);
    await revoke();
  });

  test('held in the former unit end when an officer moves', async () => {
    const officer = await givenOfficer(place.app, county.jurisdictionId, county.education, ['clerk']);
    await act(officers.systemAdministrator, (work) =>
      changeOfficer(work, officer.id, { unitId: county.town }),
    );
    expect(await findOfficerRow(read(), county.jurisdictionId, officer.id)).toMatchObject({
      unitName: '双溪镇',
      grants: [],
    });
  });
});
