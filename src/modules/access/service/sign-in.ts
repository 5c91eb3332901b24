/** Signing in by password, and the second step. Hashes are computed before the transaction opens. */
import { and, eq, isNull } from 'drizzle-orm';
import { TOTP } from 'otpauth';
import { type OfficerActor, visitor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { Config } from '#kernel/config.ts';
import { fingerprintText, keyFor, openSealedText } from '#kernel/secret.ts';
import { transact, type Work } from '#kernel/work.ts';
import { type ActingOfficer, findActingOfficer } from '#modules/organisation/index.ts';
import { findAccountByName, findSessionState, type SessionState, stageOf } from '../queries/sessions.ts';
import type { SessionStage } from '../rules/session.ts';
import { type AccountRecord, accounts, recoveryCodes } from '../tables.ts';
import { accessRefusals } from '../words.ts';
import { attemptKey, mustWait, refuseWhileWaiting, settleAttempt } from './attempts.ts';
import { hashToken, verifyPassword } from './secrets.ts';
import { beginSession, type RequestOrigin, renewToken } from './sessions.ts';

/** A session as the browser gets it: the token goes into the cookie. */
export interface OpenedSession {
  readonly token: string;
  readonly stage: SessionStage;
}

/** The officer as the one whom the audit names; without any grants. */
export function officerWithoutGrants(
  officer: Pick<ActingOfficer, 'id' | 'name' | 'jurisdictionId'>,
  sessionId = '',
): OfficerActor {
  const { id, name, jurisdictionId } = officer;
  return { kind: 'officer', id, name, jurisdictionId, grants: [], sessionId };
}

/** The living session of a cookie; refuses when there is none. */
export async function getSessionState(app: App, token: string | undefined): Promise<SessionState> {
  const state =
    token === undefined
      ? undefined
      : await findSessionState(app.database.read, hashToken(token), app.clock.now());
  if (state === undefined) throw accessRefusals.refuse('access.sessionNeeded', {});
  return state;
}

function auditFailure(work: Work, accountId: string | undefined, summary: string): void {
  work.audit({
    action: 'access.signInFailed',
    objectKind: 'account',
    objectId: accountId ?? 'unknown',
    summary,
    affectsPortal: false,
  });
}

function refuseShutAccount(account: AccountRecord, now: Date): void {
  if (account.lockedAt !== null) throw accessRefusals.refuse('access.accountLocked', {});
  const until = account.initialPasswordUntil;
  if (account.mustChangePassword && until !== null && until <= now) {
    throw accessRefusals.refuse('access.initialPasswordLapsed', {});
  }
}

/** Signs in by name and password. A known and an unknown name get the same answer after the same work. */
export async function signIn(
  app: App,
  input: { readonly loginName: string; readonly password: string },
  origin: RequestOrigin,
): Promise<OpenedSession> {
  const key = attemptKey(app.config, 'name', input.loginName);
  await refuseWhileWaiting(app.database.read, key, app.clock.now());
  const account = await findAccountByName(app.database.read, input.loginName);
  const officer =
    account === undefined ? undefined : await findActingOfficer(app.database.read, account.officerId);
  const open = account !== undefined && account.closedAt === null && officer?.active === true;
  const right = await verifyPassword(open ? account.passwordHash : null, input.password);
  const passed = right && open ? { account, officer } : undefined;
  if (passed !== undefined) refuseShutAccount(passed.account, app.clock.now());
  const actor = passed === undefined ? visitor : officerWithoutGrants(passed.officer);
  const outcome = await transact(app, actor, async (work) => {
    const verdict = await settleAttempt(work, key, passed !== undefined);
    if (!verdict.passed || passed === undefined) {
      auditFailure(work, account?.id, '登录失败');
      return verdict;
    }
    return openSession(work, passed.account, passed.officer, 'password', origin);
  });
  if ('token' in outcome) return outcome;
  if ('waitUntil' in outcome && outcome.waitUntil !== undefined)
    throw mustWait(outcome.waitUntil, app.clock.now());
  throw accessRefusals.refuse('access.signInFailed', {});
}

/** Opens the session of somebody whose identity is proven, and says what it still lacks. */
export async function openSession(
  work: Work,
  account: AccountRecord,
  officer: ActingOfficer,
  means: 'password' | 'singleSignOn',
  origin: RequestOrigin,
): Promise<OpenedSession> {
  const { session, token } = await beginSession(work, account, means, origin);
  work.audit({
    action: 'access.signIn',
    objectKind: 'account',
    objectId: account.id,
    unitId: officer.unitId,
    summary: means === 'password' ? '登录' : '通过统一身份认证登录',
    affectsPortal: false,
  });
  return { token, stage: stageOf(account, session, officer).stage };
}

/** The time step a code belongs to; undefined when it is wrong or not newer than the last accepted one. */
export function acceptedStep(
  secret: string,
  code: string,
  now: Date,
  lastStep: number | null,
): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const totp = new TOTP({ secret, digits: 6, period: 30 });
  const drift = totp.validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (drift === null) return undefined;
  const step = Math.floor(now.getTime() / 30_000) + drift;
  return lastStep !== null && step <= lastStep ? undefined : step;
}

/** The stored form of a recovery code. */
export function recoveryCodeHash(config: Config, accountId: string, code: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '');
  return fingerprintText(keyFor(config, 'access.recovery'), `${accountId}:${plain}`);
}

/** The authenticator's secret; undefined when none is set up or it was sealed under another secret of the nodes. */
export function openSecondFactor(config: Config, sealed: string | null): string | undefined {
  return sealed === null ? undefined : openSealedText(keyFor(config, 'access.secondFactor'), sealed);
}

async function spendCode(work: Work, config: Config, account: AccountRecord, code: string): Promise<boolean> {
  const [fresh] = await work.db.select().from(accounts).where(eq(accounts.id, account.id)).for('update');
  const secret = openSecondFactor(config, fresh?.secondFactorSealed ?? null);
  const step =
    secret === undefined ? undefined : acceptedStep(secret, code, work.now, fresh?.secondFactorStep ?? null);
  if (step !== undefined) {
    await work.db.update(accounts).set({ secondFactorStep: step }).where(eq(accounts.id, account.id));
    return true;
  }
  const used = await work.db
    .update(recoveryCodes)
    .set({ usedAt: work.now })
    .where(
      and(
        eq(recoveryCodes.accountId, account.id),
        eq(recoveryCodes.codeHash, recoveryCodeHash(config, account.id, code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ accountId: recoveryCodes.accountId });
  return used.length === 1;
}

/** The second step: six digits of the authenticator, or one of the recovery codes. */
export async function passSecondFactor(
  app: App,
  token: string | undefined,
  code: string,
): Promise<OpenedSession> {
  const state = await getSessionState(app, token);
  if (state.stage !== 'secondFactorNeeded') throw accessRefusals.refuse('access.notNow', {});
  const { account, officer, session } = state;
  const key = attemptKey(app.config, 'code', account.id);
  await refuseWhileWaiting(app.database.read, key, app.clock.now());
  const outcome = await transact(app, officerWithoutGrants(officer, session.id), async (work) => {
    const verdict = await settleAttempt(work, key, await spendCode(work, app.config, account, code));
    if (!verdict.passed) {
      auditFailure(work, account.id, '动态口令不正确');
      return verdict;
    }
    work.audit({
      action: 'access.passSecondFactor',
      objectKind: 'account',
      objectId: account.id,
      summary: /^\d{6}$/.test(code) ? '通过动态口令' : '使用一个恢复码',
      affectsPortal: false,
    });
    const renewed = await renewToken(work, session.id, { secondFactorAt: work.now });
    const risen = { ...session, secondFactorAt: work.now };
    return { token: renewed, stage: stageOf(account, risen, officer).stage };
  });
  if ('token' in outcome) return outcome;
  if ('waitUntil' in outcome && outcome.waitUntil !== undefined)
    throw mustWait(outcome.waitUntil, app.clock.now());
  throw accessRefusals.refuse('access.codeWrong', {});
}
