import { sql } from 'drizzle-orm';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { type GivenCounty, givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { authenticateOfficer } from '../authenticate.ts';
import { type GivenAccount, givenAccount, givenOfficerWithAccount, testOrigin } from '../given.ts';
import { accessModule } from '../module.ts';
import { findAccountByName, findSessionState, listSessionRows } from '../queries/sessions.ts';
import { lockAccount, prepareOneTimePassword, resetPassword } from './accounts.ts';
import {
  changeOwnPassword,
  confirmSecondFactor,
  offerSecondFactor,
  removeOwnSecondFactor,
  renewRecoveryCodes,
} from './own-account.ts';
import { hashToken } from './secrets.ts';
import { forgetOldSessions } from './sessions.ts';
import { getSessionState, passSecondFactor, signIn } from './sign-in.ts';

let place: TestApp;
let county: GivenCounty;
let serial = 0;
const platform = systemActor('test');

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, accessModule] });
  county = await givenCounty(place.app);
});
afterAll(() => place.close());

let clerk: GivenAccount;
beforeEach(async () => {
  serial += 1;
  clerk = await givenOfficerWithAccount(place.app, county, `clerk${serial}`, ['clerk'], county.town);
});

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return error;
  throw error ?? new Error('nothing was refused');
}
const codeOf = async (work: Promise<unknown>) => (await refusalOf(work)).code;
const enter = (loginName: string, password: string) => signIn(place.app, { loginName, password }, testOrigin);
const evidence = (token: string) => ({
  cookies: { session: token },
  address: '192.0.2.1',
  userAgent: 'test',
  authorization: undefined,
});
const whoIs = async (token: string) => (await authenticateOfficer(place.app, evidence(token))).actor;
const auditRows = async (action: string) => {
  const { rows } = await place.app.database.read.execute(
    sql`select actor_kind, actor_id, object_id, summary, affects_portal, before, after from audit_entry
      where action = ${action} order by seq desc`,
  );
  return rows;
};

describe('signing in by password', () => {
  test('makes an actor with what the roles reach, and an audit row that touches no public page', async () => {
    const { token, stage } = await enter(clerk.loginName.toUpperCase(), clerk.password);
    expect(stage).toBe('signedIn');
    expect(await whoIs(token)).toMatchObject({
      kind: 'officer',
      id: clerk.officerId,
      grants: [{ role: 'clerk', unitId: county.town, reach: [county.town, county.village] }],
    });
    const [row] = await auditRows('access.signIn');
    expect(row).toMatchObject({ actor_id: clerk.officerId, affects_portal: false });
  });

  test('keeps of the token only a hash, and of a wrong attempt nothing that was typed', async () => {
    const { token } = await enter(clerk.loginName, clerk.password);
    const typed = 'mypassword-in-the-wrong-field';
    expect(await codeOf(enter(typed, 'whatever-else-9'))).toBe('access.signInFailed');
    for (const table of ['session', 'sign_in_failure', 'audit_entry', 'account']) {
      const { rows } = await place.app.database.read.execute(
        sql.raw(`select ${table}::text as row from ${table}`),
      );
      const all = JSON.stringify(rows);
      expect(all).not.toContain(token);
      expect(all).not.toContain(typed);
      expect(all).not.toContain(clerk.password);
    }
  });

  test('says the same for an unknown account, a wrong password and an account without one', async () => {
    const known = await refusalOf(enter(clerk.loginName, 'not the password'));
    const unknown = await refusalOf(enter('nobodyhere', 'not the password'));
    expect(unknown.sentence).toEqual(known.sentence);
    expect(unknown.status).toBe(known.status);
  });

  test('takes the same work for an unknown account', async () => {
    const timeOf = async (loginName: string) => {
      const start = performance.now();
      await refusalOf(enter(loginName, 'not the password'));
      return performance.now() - start;
    };
    await timeOf('warmup');
    // Without the work of hashing, an answer takes a twentieth of the time; the machine's own unrest far less.
    const quickest = async (loginName: string) =>
      Math.min(await timeOf(loginName), await timeOf(loginName), await timeOf(loginName));
    const ratio = (await quickest('nobody-here')) / (await quickest(clerk.loginName));
    expect(ratio).toBeGreaterThan(0.25);
    expect(ratio).toBeLessThan(4);
  });

  test('after five failures makes known and unknown names wait, and longer after each further one', async () => {
    for (const loginName of [clerk.loginName, `ghost${serial}`]) {
      for (let attempt = 0; attempt < 5; attempt += 1) {
        expect(await codeOf(enter(loginName, 'not the password'))).toBe('access.signInFailed');
      }
      expect(await codeOf(enter(loginName, clerk.password))).toBe('access.mustWait');
    }
    place.clock.advance(61_000);
    expect(await codeOf(enter(clerk.loginName, 'not the password'))).toBe('access.signInFailed');
    const refusal = await refusalOf(enter(clerk.loginName, clerk.password));
    expect(refusal.params).toMatchObject({ seconds: 120 });
    place.clock.advance(121_000);
    expect((await enter(clerk.loginName, clerk.password)).stage).toBe('signedIn');
    expect(await codeOf(enter(clerk.loginName, 'not the password'))).toBe('access.signInFailed');
    expect((await enter(clerk.loginName, clerk.password)).stage).toBe('signedIn');
  });

  test('lets many attempts at once learn no more than one after the other', async () => {
    const wrong = Array.from({ length: 12 }, () => refusalOf(enter(clerk.loginName, 'not the password')));
    const codes = (await Promise.all(wrong)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'access.signInFailed')).toHaveLength(5);
    expect(codes.filter((code) => code === 'access.mustWait')).toHaveLength(7);
  });

  test('opens no locked account and tells only its owner that it is locked', async () => {
    await transact(place.app, platform, (work) => lockAccount(work, clerk.accountId, { reason: '核查' }));
    expect(await codeOf(enter(clerk.loginName, clerk.password))).toBe('access.accountLocked');
    expect(await codeOf(enter(clerk.loginName, 'not the password'))).toBe('access.signInFailed');
  });
});

describe('an initial password', () => {
  test('must be changed before anything else, and not for a weak one', async () => {
    const issued = await transact(place.app, platform, async (work) =>
      resetPassword(work, clerk.accountId, await prepareOneTimePassword()),
    );
    const opened = await enter(clerk.loginName, issued.initialPassword);
    expect(opened.stage).toBe('passwordChangeNeeded');
    expect(await whoIs(opened.token)).toEqual({ kind: 'visitor' });
    const change = (newPassword: string, currentPassword = issued.initialPassword) =>
      changeOwnPassword(place.app, opened.token, { currentPassword, newPassword });
    const weak = await refusalOf(change('password123'));
    expect(weak.fields).toEqual([{ path: 'newPassword', message: '这个密码太常见，容易被猜到' }]);
    expect(await codeOf(change('一句谁也猜不到的话', 'wrong'))).toBe('access.passwordRefused');
    expect(await codeOf(change('一句谁也猜不到的话吧', 'wrong'))).toBe('access.currentPasswordWrong');
    const changed = await change('一句谁也猜不到的话吧');
    expect(changed.stage).toBe('signedIn');
    expect(await whoIs(opened.token)).toEqual({ kind: 'visitor' });
    expect(await whoIs(changed.token)).toMatchObject({ kind: 'officer' });
    expect(await codeOf(enter(clerk.loginName, issued.initialPassword))).toBe('access.signInFailed');
  });

  test('lapses after fourteen days', async () => {
    const issued = await transact(place.app, platform, async (work) =>
      resetPassword(work, clerk.accountId, await prepareOneTimePassword()),
    );
    place.clock.advance(14 * 86_400_000);
    expect(await codeOf(enter(clerk.loginName, issued.initialPassword))).toBe('access.initialPasswordLapsed');
  });
});

describe('a session', () => {
  test('ends when left alone for an hour, and after twelve hours whatever happens', async () => {
    const { token } = await enter(clerk.loginName, clerk.password);
    for (let hour = 0; hour < 13; hour += 1) {
      place.clock.advance(59 * 60_000);
      const kind = (await whoIs(token)).kind;
      expect(kind, `after ${hour + 1} times 59 minutes`).toBe(hour < 12 ? 'officer' : 'visitor');
    }
    const second = await enter(clerk.loginName, clerk.password);
    place.clock.advance(60 * 60_000);
    expect(await whoIs(second.token)).toEqual({ kind: 'visitor' });
  });

  test('of others ends when the password is changed', async () => {
    const here = await enter(clerk.loginName, clerk.password);
    const there = await enter(clerk.loginName, clerk.password);
    const rows = await listSessionRows(place.app.database.read, clerk.accountId, place.clock.now());
    expect(rows.length).toBeGreaterThanOrEqual(2);
    const changed = await changeOwnPassword(place.app, here.token, {
      currentPassword: clerk.password,
      newPassword: '另一句谁也猜不到的话',
    });
    expect((await whoIs(there.token)).kind).toBe('visitor');
    expect((await whoIs(changed.token)).kind).toBe('officer');
  });

  test('ends with the officer’s service', async () => {
    const { token } = await enter(clerk.loginName, clerk.password);
    await place.app.database.pool.query(
      `update officer set active_until = '2026-11-20' where id = '${clerk.officerId}'`,
    );
    expect((await whoIs(token)).kind).toBe('visitor');
    expect(await codeOf(enter(clerk.loginName, clerk.password))).toBe('access.signInFailed');
  });

  test('is forgotten a month after its end', async () => {
    const { token } = await enter(clerk.loginName, clerk.password);
    place.clock.advance(31 * 86_400_000);
    await forgetOldSessions(place.app);
    const { rows } = await place.app.database.read.execute(
      sql`select id from session where token_hash = ${hashToken(token)}`,
    );
    expect(rows).toEqual([]);
  });
});

describe('a second factor', () => {
  const codeNow = (secret: string) =>
    new TOTP({ secret: secret.replaceAll(' ', ''), digits: 6, period: 30 }).generate({
      timestamp: place.clock.now().getTime(),
    });

  async function enrol(token: string) {
    const offer = await offerSecondFactor(place.app, token);
    const confirmed = await confirmSecondFactor(place.app, token, codeNow(offer.secret));
    place.clock.advance(30_000);
    return { ...confirmed, secret: offer.secret, offer };
  }

  test('must be set up by the three administrators before they work', async () => {
    const auditor = await givenOfficerWithAccount(place.app, county, `auditor${serial}`, ['auditor']);
    const opened = await enter(auditor.loginName, auditor.password);
    expect(opened.stage).toBe('enrolmentNeeded');
    expect(await whoIs(opened.token)).toEqual({ kind: 'visitor' });
    const { token, stage, offer } = await enrol(opened.token);
    expect(stage).toBe('signedIn');
    expect(offer.otpauthUri).toMatch(/^otpauth:\/\/totp\//);
    expect(offer.qrSvg).toMatch(/^<svg/);
    expect(await whoIs(token)).toMatchObject({ kind: 'officer', id: auditor.officerId });
  });

  test('stands between the password and the work, each code once', async () => {
    const first = await enter(clerk.loginName, clerk.password);
    const { secret } = await enrol(first.token);
    const opened = await enter(clerk.loginName, clerk.password);
    expect(opened.stage).toBe('secondFactorNeeded');
    expect(await whoIs(opened.token)).toEqual({ kind: 'visitor' });
    expect(
      await codeOf(
        changeOwnPassword(place.app, opened.token, {
          currentPassword: clerk.password,
          newPassword: '另一句谁也猜不到的话',
        }),
      ),
    ).toBe('access.notNow');
    const code = codeNow(secret);
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await codeOf(passSecondFactor(place.app, opened.token, wrong))).toBe('access.codeWrong');
    const passed = await passSecondFactor(place.app, opened.token, code);
    expect(passed.stage).toBe('signedIn');
    expect((await whoIs(passed.token)).kind).toBe('officer');
    const again = await enter(clerk.loginName, clerk.password);
    expect(await codeOf(passSecondFactor(place.app, again.token, code))).toBe('access.codeWrong');
  });

  test('waits after five wrong codes', async () => {
    const first = await enter(clerk.loginName, clerk.password);
    await enrol(first.token);
    const opened = await enter(clerk.loginName, clerk.password);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await codeOf(passSecondFactor(place.app, opened.token, 'wrong-code'))).toBe('access.codeWrong');
    }
    expect(await codeOf(passSecondFactor(place.app, opened.token, 'wrong-code'))).toBe('access.mustWait');
  });

  test('can be passed with a recovery code, each once, and new ones replace them', async () => {
    const first = await enter(clerk.loginName, clerk.password);
    const { recoveryCodes } = await enrol(first.token);
    expect(recoveryCodes).toHaveLength(10);
    const use = async (code: string) =>
      passSecondFactor(place.app, (await enter(clerk.loginName, clerk.password)).token, code);
    const [one = '', two = ''] = recoveryCodes;
    const passed = await use(one.toUpperCase());
    expect(passed.stage).toBe('signedIn');
    expect(await codeOf(use(one))).toBe('access.codeWrong');
    await renewRecoveryCodes(place.app, passed.token, clerk.password);
    expect(await codeOf(use(two))).toBe('access.codeWrong');
  });

  test('is kept encrypted, and is removed with the password', async () => {
    const first = await enter(clerk.loginName, clerk.password);
    const { token, secret } = await enrol(first.token);
    const stored = await findAccountByName(place.app.database.read, clerk.loginName);
    expect(stored?.secondFactorSealed).not.toContain(secret.replaceAll(' ', ''));
    expect(await codeOf(offerSecondFactor(place.app, token))).toBe('access.secondFactorSet');
    expect(await codeOf(removeOwnSecondFactor(place.app, token, 'wrong'))).toBe(
      'access.currentPasswordWrong',
    );
    const removed = await removeOwnSecondFactor(place.app, token, clerk.password);
    const state = await findSessionState(
      place.app.database.read,
      hashToken(removed.token),
      place.clock.now(),
    );
    expect(state?.account.secondFactorSealed).toBeNull();
    expect((await enter(clerk.loginName, clerk.password)).stage).toBe('signedIn');
  });
});

test('a made-up cookie is a visitor and loses the cookie', async () => {
  expect(await authenticateOfficer(place.app, evidence('made-up'))).toEqual({
    actor: { kind: 'visitor' },
    cookies: [{ name: 'session', value: null }],
  });
  expect(await codeOf(getSessionState(place.app, 'made-up'))).toBe('access.sessionNeeded');
});

test('one officer has one account, one name belongs to one account', async () => {
  expect(await codeOf(givenAccount(place.app, clerk.officerId, 'second'))).toBe('access.accountExists');
  expect(await codeOf(givenOfficerWithAccount(place.app, county, clerk.loginName, []))).toBe(
    'access.loginNameTaken',
  );
});
