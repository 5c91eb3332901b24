import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type OfficerActor, type OfficerRole, systemActor, visitor } from '#kernel/actor.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import {
  type GivenCounty,
  givenCounty,
  givenOfficer,
  givenOfficerOfEachRole,
  rolesBut,
} from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenSessionToken } from '../given.ts';
import { accessModule } from '../module.ts';
import { findAccountRow, listAccountRows } from '../queries/accounts.ts';
import { findAccountByName, findSessionState } from '../queries/sessions.ts';
import { accountListing } from '../routes/accounts.ts';
import {
  createAccount,
  lockAccount,
  type PreparedPassword,
  prepareOneTimePassword,
  resetPassword,
  resetSecondFactor,
  unlockAccount,
} from './accounts.ts';
import { handOver } from './first-administrator.ts';
import { hashToken } from './secrets.ts';
import { revokeSessions } from './sessions.ts';

let place: TestApp;
let county: GivenCounty;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;
let stranger: OfficerActor;
let prepared: PreparedPassword;
const platform = systemActor('test');

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, accessModule] });
  county = await givenCounty(place.app);
  officers = await givenOfficerOfEachRole(place.app, county);
  const other = await givenCounty(place.app, '白泽县', 'baize');
  stranger = await givenOfficer(place.app, other.jurisdictionId, other.office, ['systemAdministrator']);
  prepared = await prepareOneTimePassword();
});
afterAll(() => place.close());

const act = <Result>(actor: Actor, body: (work: Work) => Promise<Result>) => transact(place.app, actor, body);
const read = () => place.app.database.read;

let serial = 0;
async function newAccount(actor: Actor = platform, roles: readonly OfficerRole[] = ['clerk']) {
  serial += 1;
  const loginName = `officer${serial}`;
  const officer = await givenOfficer(place.app, county.jurisdictionId, county.town, roles, `人员${serial}`);
  const id = await act(actor, (work) => createAccount(work, { officerId: officer.id, loginName }, prepared));
  return { id, loginName, officer };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return error.code;
  throw error ?? new Error('nothing was refused');
}

async function entriesBy(actor: Actor): Promise<number> {
  const { rows } = await read().execute(
    actor.kind === 'officer'
      ? sql`select count(*)::int as n from audit_entry where actor_id = ${actor.id}`
      : sql`select count(*)::int as n from audit_entry where actor_kind = ${actor.kind}`,
  );
  return Number(rows[0]?.n);
}

const commands: readonly {
  readonly name: string;
  readonly roles: readonly OfficerRole[];
  readonly run: (actor: Actor) => Promise<unknown>;
}[] = [
  { name: 'createAccount', roles: ['systemAdministrator'], run: (actor) => newAccount(actor) },
  {
    name: 'resetPassword',
    roles: ['systemAdministrator'],
    run: async (actor) => {
      const { id } = await newAccount();
      return act(actor, (work) => resetPassword(work, id, prepared));
    },
  },
  {
    name: 'lockAccount',
    roles: ['systemAdministrator', 'securityAdministrator'],
    run: async (actor) => {
      const { id } = await newAccount();
      return act(actor, (work) => lockAccount(work, id, { reason: '核查' }));
    },
  },
  {
    name: 'unlockAccount',
    roles: ['systemAdministrator', 'securityAdministrator'],
    run: async (actor) => {
      const { id } = await newAccount();
      await act(platform, (work) => lockAccount(work, id, { reason: '核查' }));
      return act(actor, (work) => unlockAccount(work, id));
    },
  },
  {
    name: 'revokeSessions',
    roles: ['securityAdministrator'],
    run: async (actor) => {
      const { id } = await newAccount();
      return act(actor, (work) => revokeSessions(work, id));
    },
  },
  {
    name: 'resetSecondFactor',
    roles: ['securityAdministrator'],
    run: async (actor) => {
      const { id, loginName } = await newAccount(platform);
      await setSecondFactor(loginName);
      return act(actor, (work) => resetSecondFactor(work, id));
    },
  },
];

async function setSecondFactor(loginName: string): Promise<void> {
  const sealed = 'a sealed secret, never opened in this test';
  await place.app.database.pool.query('update account set second_factor_sealed = $1 where login_name = $2', [
    sealed,
    loginName,
  ]);
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
      expect(await codeOf(run(actor))).toMatch(/^access\.(forbidden|signInNeeded|otherUnit)$/);
      expect(await entriesBy(actor)).toBe(before);
    }
  });
});

test('nobody hands over but the first administrator, whatever the role', async () => {
  const person = (name: string, loginName: string) => ({ name, position: '', loginName });
  const input = {
    jurisdiction: { name: '他县', level: 'county' as const },
    governmentName: '他县人民政府',
    officeName: '他县人民政府办公室',
    systemAdministrator: person('甲', 'aaa'),
    securityAdministrator: person('乙', 'bbb'),
    auditor: person('丙', 'ccc'),
  };
  for (const actor of [...Object.values(officers), visitor, platform]) {
    const code = codeOf(act(actor, (work) => handOver(work, input, [prepared, prepared, prepared])));
    expect(await code).toBe('access.notFirstAdministrator');
  }
});

test('an administrator does nothing to the own account', async () => {
  const own = async (role: 'systemAdministrator' | 'securityAdministrator') => {
    const { id } = await act(platform, async (work) => ({
      id: await createAccount(
        work,
        { officerId: officers[role].id, loginName: role.toLowerCase() },
        prepared,
      ),
    }));
    return id;
  };
  const system = await own('systemAdministrator');
  const security = await own('securityAdministrator');
  await setSecondFactor('securityadministrator');
  const as = officers;
  expect(await codeOf(act(as.systemAdministrator, (work) => resetPassword(work, system, prepared)))).toBe(
    'access.ownAccount',
  );
  expect(
    await codeOf(act(as.systemAdministrator, (work) => lockAccount(work, system, { reason: '误点' }))),
  ).toBe('access.ownAccount');
  expect(await codeOf(act(as.securityAdministrator, (work) => resetSecondFactor(work, security)))).toBe(
    'access.ownAccount',
  );
});

test('locking and resetting end the sessions at once', async () => {
  const { id, loginName } = await newAccount();
  const isAlive = async (token: string) =>
    (await findSessionState(read(), hashToken(token), place.clock.now())) !== undefined;
  const first = await givenSessionToken(place.app, loginName);
  expect(await isAlive(first)).toBe(true);
  await act(officers.securityAdministrator, (work) => lockAccount(work, id, { reason: '核查' }));
  expect(await isAlive(first)).toBe(false);
  await act(officers.systemAdministrator, (work) => unlockAccount(work, id));
  expect(await isAlive(first)).toBe(false);
  const second = await givenSessionToken(place.app, loginName);
  await act(officers.systemAdministrator, (work) => resetPassword(work, id, prepared));
  expect(await isAlive(second)).toBe(false);
  expect((await findAccountByName(read(), loginName))?.mustChangePassword).toBe(true);
});

test('the list pages without loss and finds by name, unit and state', async () => {
  const listing = accountListing(place.app);
  const { id, loginName, officer } = await newAccount();
  await act(platform, (work) => lockAccount(work, id, { reason: '核查' }));
  const list = (query: Omit<Parameters<typeof listAccountRows>[3], 'limit'>, limit = 200) =>
    listAccountRows(read(), listing, county.jurisdictionId, { ...query, limit });
  const all = (await list({})).rows.map((row) => row.id);
  const paged: string[] = [];
  for (let after: [string] | undefined; ; ) {
    const page = await list({ after }, 7);
    paged.push(...page.rows.map((row) => row.id));
    const last = page.rows.at(-1)?.id;
    if (page.next === null || last === undefined) break;
    after = [last];
  }
  expect(paged).toEqual(all);
  expect((await list({ text: officer.name })).rows.map((row) => row.loginName)).toContain(loginName);
  expect((await list({ text: loginName, state: 'locked' })).rows).toMatchObject([{ id, state: 'locked' }]);
  expect((await list({ text: loginName, state: 'active' })).rows).toEqual([]);
  expect((await list({ unitId: county.village })).rows).toEqual([]);
  expect(await findAccountRow(read(), listing, stranger.jurisdictionId, id)).toBeUndefined();
});
