/** Builders for tests: accounts through the commands, and an open session's cookie for HTTP tests and journeys. */
import { TOTP } from 'otpauth';
import { type OfficerRole, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { sessionCookie } from '#kernel/http/authentication.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { type GivenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { findAccountByName } from './queries/sessions.ts';
import { createAccount, lockAccount, prepareOneTimePassword } from './service/accounts.ts';
import { changeOwnPassword, confirmSecondFactor, offerSecondFactor } from './service/own-account.ts';
import { beginSession, renewToken } from './service/sessions.ts';
import { getSessionState, signIn } from './service/sign-in.ts';

const builder = systemActor('test');
export const testOrigin = { address: '192.0.2.1', userAgent: 'test' };

export interface GivenAccount {
  readonly accountId: string;
  readonly officerId: string;
  readonly loginName: string;
  readonly password: string;
}

/** An account whose password has been changed already. */
export async function givenAccount(
  app: App,
  officerId: string,
  loginName: string,
  password = '远山近水皆入画来',
): Promise<GivenAccount> {
  const prepared = await prepareOneTimePassword();
  const accountId = await transact(app, builder, (work) =>
    createAccount(work, { officerId, loginName }, prepared),
  );
  const chosen = `${password}·${loginName.split('').reverse().join('')}`;
  const opened = await signIn(app, { loginName, password: prepared.password }, testOrigin);
  await changeOwnPassword(app, opened.token, { currentPassword: prepared.password, newPassword: chosen });
  return { accountId, officerId, loginName, password: chosen };
}

/** An officer with an account, in the county's office unless another unit is named. */
export async function givenOfficerWithAccount(
  app: App,
  county: GivenCounty,
  loginName: string,
  roles: readonly OfficerRole[],
  unitId = county.office,
): Promise<GivenAccount> {
  const officer = await givenOfficer(app, county.jurisdictionId, unitId, roles, loginName);
  return givenAccount(app, officer.id, loginName);
}

/**
 * Opens a finished session for an account, without its password, and returns the token; for tests of other things.
 * An administrator without a second factor gets one on the way.
 */
export async function givenSessionToken(app: App, loginName: string): Promise<string> {
  const account = await findAccountByName(app.database.read, loginName);
  if (account === undefined) throw new Error(`no account ${loginName}`);
  const token = await transact(app, builder, async (work) => {
    const { session } = await beginSession(work, account, 'password', testOrigin);
    work.audit({
      action: 'access.signIn',
      objectKind: 'account',
      objectId: account.id,
      summary: '登录',
      affectsPortal: false,
    });
    return renewToken(work, session.id, { secondFactorAt: work.now });
  });
  const { stage } = await getSessionState(app, token);
  return stage === 'enrolmentNeeded' ? enrol(app, token) : token;
}

async function enrol(app: App, token: string): Promise<string> {
  const { secret } = await offerSecondFactor(app, token);
  const totp = new TOTP({ secret: secret.replaceAll(' ', '') });
  const code = totp.generate({ timestamp: app.clock.now().getTime() });
  return (await confirmSecondFactor(app, token, code)).token;
}

/** The `Cookie` header of a session token. */
export function cookieHeader(token: string): string {
  return `${sessionCookie}=${token}`;
}

/** Sets up an authenticator for the account and returns the token of a session past it. */
export async function givenSecondFactor(app: App, loginName: string): Promise<string> {
  return enrol(app, await givenSessionToken(app, loginName));
}

/** What the walk over all routes is given. */
export interface AccessWalkGiven {
  readonly app: App;
  readonly county: GivenCounty;
}

let walkSerial = 0;
const preparedForWalk = prepareOneTimePassword();

async function accountForWalk({ app, county }: AccessWalkGiven) {
  walkSerial += 1;
  const loginName = `walker${walkSerial}`;
  const officer = await givenOfficer(app, county.jurisdictionId, county.town, ['clerk']);
  const prepared = await preparedForWalk;
  const accountId = await transact(app, builder, (work) =>
    createAccount(work, { officerId: officer.id, loginName }, prepared),
  );
  return { accountId, loginName, password: prepared.password };
}

const accountSample = async (given: AccessWalkGiven) => ({
  params: { accountId: (await accountForWalk(given)).accountId },
});
/** The walk brings no session: routes that read it themselves ask for one. */
const sessionNeeded = { status: 401 };
const personForWalk = (name: string, loginName: string) => ({ name, position: '', loginName });

export const accessRouteSamples: RouteSamples<AccessWalkGiven> = {
  'access.me': async () => ({}),
  'access.signInOptions': async () => ({}),
  'access.signIn': async (given) => {
    const { loginName, password } = await accountForWalk(given);
    return { body: { loginName, password } };
  },
  'access.signOut': async () => ({}),
  'access.passSecondFactor': async () => ({ body: { code: '123456' }, ...sessionNeeded }),
  'access.beginSingleSignOn': async () => ({ status: 303 }),
  'access.finishSingleSignOn': async () => ({ query: { code: 'x', state: 'y' }, status: 303 }),
  'access.changePassword': async () => ({
    body: { currentPassword: 'x', newPassword: 'y' },
    ...sessionNeeded,
  }),
  'access.offerSecondFactor': async () => sessionNeeded,
  'access.confirmSecondFactor': async () => ({ body: { code: '123456' }, ...sessionNeeded }),
  'access.renewRecoveryCodes': async () => ({ body: { password: 'x' }, ...sessionNeeded }),
  'access.removeSecondFactor': async () => ({ body: { password: 'x' }, ...sessionNeeded }),
  'access.handOver': async () => ({
    body: {
      jurisdiction: { name: '青禾县', level: 'county' },
      governmentName: '青禾县人民政府',
      officeName: '青禾县人民政府办公室',
      systemAdministrator: personForWalk('甲同志', 'jia'),
      securityAdministrator: personForWalk('乙同志', 'yitongzhi'),
      auditor: personForWalk('丙同志', 'bing'),
    },
    ...sessionNeeded,
  }),
  'access.listOwnSessions': async () => ({}),
  'access.endOwnSession': async () => ({ params: { sessionId: '00000000-0000-7000-8000-000000000000' } }),
  'access.listAccounts': async () => ({}),
  'access.showAccount': accountSample,
  'access.listSessions': accountSample,
  'access.createAccount': async ({ app, county }) => {
    walkSerial += 1;
    const officer = await givenOfficer(app, county.jurisdictionId, county.town, ['clerk']);
    return { body: { officerId: officer.id, loginName: `opened${walkSerial}` } };
  },
  'access.resetPassword': accountSample,
  'access.lockAccount': async (given) => ({ ...(await accountSample(given)), body: { reason: '核查' } }),
  'access.unlockAccount': async (given) => {
    const { accountId } = await accountForWalk(given);
    await transact(given.app, builder, (work) => lockAccount(work, accountId, { reason: '核查' }));
    return { params: { accountId } };
  },
  'access.revokeSessions': accountSample,
  'access.resetSecondFactor': async (given) => {
    const { accountId, loginName, password } = await accountForWalk(given);
    const { token } = await signIn(given.app, { loginName, password }, testOrigin);
    await changeOwnPassword(given.app, token, {
      currentPassword: password,
      newPassword: `路过的${password}`,
    });
    await givenSecondFactor(given.app, loginName);
    return { params: { accountId } };
  },
};
