/** What an officer does with the own account: password, authenticator, recovery codes. */
import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { toString as drawQr } from 'qrcode';
import type { App } from '#kernel/app.ts';
import type { Config } from '#kernel/config.ts';
import { keyFor, sealText } from '#kernel/secret.ts';
import { transact, type Work } from '#kernel/work.ts';
import { type SessionState, stageOf } from '../queries/sessions.ts';
import { judgePassword, passwordFaultSentences } from '../rules/password.ts';
import { accounts, recoveryCodes } from '../tables.ts';
import { accessRefusals } from '../words.ts';
import { attemptKey, mustWait, refuseWhileWaiting, settleAttempt } from './attempts.ts';
import { hashPassword, newRecoveryCodes, verifyPassword } from './secrets.ts';
import { endSessions, renewToken } from './sessions.ts';
import {
  acceptedStep,
  getSessionState,
  type OpenedSession,
  officerWithoutGrants,
  openSecondFactor,
  recoveryCodeHash,
} from './sign-in.ts';

/** Refuses a password by the rules, beside the field it was typed in. */
export function refuseWeakPassword(password: string, loginName: string, field: string): void {
  const faults = judgePassword(password, loginName).map((fault) => passwordFaultSentences[fault]);
  if (faults.length === 0) return;
  throw accessRefusals.refuse(
    'access.passwordRefused',
    { faults: faults.join('；') },
    faults.map((message) => ({ path: field, message })),
  );
}

function refuseBeforeSecondFactor(state: SessionState): void {
  if (state.stage === 'secondFactorNeeded') throw accessRefusals.refuse('access.notNow', {});
}

/**
 * Runs a change that the officer proves with the password; a wrong one counts like a failed sign-in. The change is
 * made in the transaction that settles the proof.
 */
async function withPasswordProof<Result extends object>(
  app: App,
  state: SessionState,
  password: string,
  change: (work: Work) => Promise<Result>,
): Promise<Result> {
  const { account, officer, session } = state;
  const key = attemptKey(app.config, 'name', account.loginName);
  await refuseWhileWaiting(app.database.read, key, app.clock.now());
  const right = await verifyPassword(account.passwordHash, password);
  const outcome = await transact(app, officerWithoutGrants(officer, session.id), async (work) => {
    const verdict = await settleAttempt(work, key, right);
    if (verdict.passed) return { done: await change(work) };
    work.audit({
      action: 'access.proofFailed',
      objectKind: 'account',
      objectId: account.id,
      summary: '核对原密码失败',
      affectsPortal: false,
    });
    return verdict;
  });
  if ('done' in outcome) return outcome.done;
  if ('waitUntil' in outcome && outcome.waitUntil !== undefined)
    throw mustWait(outcome.waitUntil, app.clock.now());
  throw accessRefusals.refuse('access.currentPasswordWrong', {}, [
    { path: 'currentPassword', message: '原密码不正确' },
  ]);
}

/** Changes the own password; every other session of the account ends, and this one gets a new token. */
export async function changeOwnPassword(
  app: App,
  token: string | undefined,
  input: { readonly currentPassword: string; readonly newPassword: string },
): Promise<OpenedSession> {
  const state = await getSessionState(app, token);
  refuseBeforeSecondFactor(state);
  const { account, officer, session } = state;
  refuseWeakPassword(input.newPassword, account.loginName, 'newPassword');
  if (input.newPassword === input.currentPassword)
    throw accessRefusals.refuse('access.passwordUnchanged', {});
  const passwordHash = await hashPassword(input.newPassword);
  return withPasswordProof(app, state, input.currentPassword, async (work) => {
    const changed = { passwordHash, mustChangePassword: false, initialPasswordUntil: null };
    await work.db.update(accounts).set(changed).where(eq(accounts.id, account.id));
    const ended = await endSessions(work, account.id, session.id);
    work.audit({
      action: 'access.changePassword',
      objectKind: 'account',
      objectId: account.id,
      summary: ended === 0 ? '修改密码' : `修改密码，结束其他${ended}个登录会话`,
      affectsPortal: false,
    });
    const renewed = await renewToken(work, session.id);
    return { token: renewed, stage: stageOf({ ...account, ...changed }, session, officer).stage };
  });
}

/** What is shown to set up an authenticator. */
export interface EnrolmentOffer {
  readonly secret: string;
  readonly otpauthUri: string;
  readonly qrSvg: string;
}

/** Offers a new secret; it counts only once a code made with it comes back. */
export async function offerSecondFactor(app: App, token: string | undefined): Promise<EnrolmentOffer> {
  const { account, officer, session, stage } = await getSessionState(app, token);
  if (account.secondFactorSealed !== null) throw accessRefusals.refuse('access.secondFactorSet', {});
  if (stage === 'passwordChangeNeeded') throw accessRefusals.refuse('access.notNow', {});
  const secret = new Secret({ size: 20 }).base32;
  const totp = new TOTP({ issuer: '公开平台', label: account.loginName, secret, digits: 6, period: 30 });
  const offered = sealText(keyFor(app.config, 'access.secondFactor'), secret);
  await transact(app, officerWithoutGrants(officer, session.id), async (work) => {
    await work.db.update(accounts).set({ secondFactorOffered: offered }).where(eq(accounts.id, account.id));
    work.audit({
      action: 'access.offerSecondFactor',
      objectKind: 'account',
      objectId: account.id,
      summary: '开始设置动态口令',
      affectsPortal: false,
    });
  });
  const otpauthUri = totp.toString();
  return {
    secret: secret.match(/.{1,4}/g)?.join(' ') ?? secret,
    otpauthUri,
    qrSvg: await drawQr(otpauthUri, { type: 'svg', margin: 1 }),
  };
}

async function replaceRecoveryCodes(work: Work, config: Config, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await work.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  await work.db
    .insert(recoveryCodes)
    .values(
      codes.map((code) => ({ accountId, codeHash: recoveryCodeHash(config, accountId, code), usedAt: null })),
    );
  return codes;
}

/** Confirms the authenticator with its first code; gives the recovery codes, this once. */
export async function confirmSecondFactor(
  app: App,
  token: string | undefined,
  code: string,
): Promise<OpenedSession & { readonly recoveryCodes: string[] }> {
  const { account, officer, session } = await getSessionState(app, token);
  if (account.secondFactorSealed !== null) throw accessRefusals.refuse('access.secondFactorSet', {});
  const sealed = account.secondFactorOffered;
  const secret = openSecondFactor(app.config, sealed);
  if (secret === undefined) throw accessRefusals.refuse('access.notNow', {});
  const step = acceptedStep(secret, code, app.clock.now(), null);
  if (step === undefined) throw accessRefusals.refuse('access.codeWrong', {});
  return transact(app, officerWithoutGrants(officer, session.id), async (work) => {
    const set = { secondFactorSealed: sealed, secondFactorOffered: null, secondFactorStep: step };
    await work.db.update(accounts).set(set).where(eq(accounts.id, account.id));
    const codes = await replaceRecoveryCodes(work, app.config, account.id);
    work.audit({
      action: 'access.setSecondFactor',
      objectKind: 'account',
      objectId: account.id,
      summary: '设置动态口令',
      affectsPortal: false,
    });
    const renewed = await renewToken(work, session.id, { secondFactorAt: work.now });
    const { stage } = stageOf({ ...account, ...set }, { ...session, secondFactorAt: work.now }, officer);
    return { token: renewed, stage, recoveryCodes: codes };
  });
}

/** New recovery codes; the former ones are worth nothing any more. */
export async function renewRecoveryCodes(
  app: App,
  token: string | undefined,
  password: string,
): Promise<string[]> {
  const state = await getSessionState(app, token);
  refuseBeforeSecondFactor(state);
  const { account } = state;
  if (account.secondFactorSealed === null) throw accessRefusals.refuse('access.secondFactorNotSet', {});
  const { codes } = await withPasswordProof(app, state, password, async (work) => {
    work.audit({
      action: 'access.renewRecoveryCodes',
      objectKind: 'account',
      objectId: account.id,
      summary: '重新生成恢复码',
      affectsPortal: false,
    });
    return { codes: await replaceRecoveryCodes(work, app.config, account.id) };
  });
  return codes;
}

/** Takes the authenticator off the account. */
export async function clearSecondFactor(work: Work, accountId: string): Promise<void> {
  await work.db
    .update(accounts)
    .set({ secondFactorSealed: null, secondFactorOffered: null, secondFactorStep: null })
    .where(eq(accounts.id, accountId));
  await work.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
}

/** Removes the own authenticator, to set up another one; an administrator must do so before working on. */
export async function removeOwnSecondFactor(
  app: App,
  token: string | undefined,
  password: string,
): Promise<OpenedSession> {
  const state = await getSessionState(app, token);
  refuseBeforeSecondFactor(state);
  const { account, officer, session } = state;
  if (account.secondFactorSealed === null) throw accessRefusals.refuse('access.secondFactorNotSet', {});
  return withPasswordProof(app, state, password, async (work) => {
    await clearSecondFactor(work, account.id);
    work.audit({
      action: 'access.removeSecondFactor',
      objectKind: 'account',
      objectId: account.id,
      summary: '停用动态口令',
      affectsPortal: false,
    });
    const renewed = await renewToken(work, session.id);
    return {
      token: renewed,
      stage: stageOf({ ...account, secondFactorSealed: null }, session, officer).stage,
    };
  });
}
