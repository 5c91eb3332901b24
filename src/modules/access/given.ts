/** Builders for tests: accounts through the commands, and an open session's cookie for HTTP tests and journeys. */
import { TOTP } from 'otpauth';
import { type OfficerRole, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { sessionCookie } from '#kernel/http/authentication.ts';
import { transact } from '#kernel/work.ts';
import { type GivenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { findAccountByName } from './queries/sessions.ts';
import { createAccount, prepareOneTimePassword } from './service/accounts.ts';
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
  if (stage !== 'enrolmentNeeded') return token;
  const { secret } = await offerSecondFactor(app, token);
  const totp = new TOTP({ secret: secret.replaceAll(' ', '') });
  const code = totp.generate({ timestamp: app.clock.now().getTime() });
  return (await confirmSecondFactor(app, token, code)).token;
}

/** The `Cookie` header of a session token. */
export function cookieHeader(token: string): string {
  return `${sessionCookie}=${token}`;
}
