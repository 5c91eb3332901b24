/** Commands of the administrators on accounts. One-time passwords are hashed before the transaction opens. */
import { eq } from 'drizzle-orm';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { findOfficer, type OfficerSummary } from '#modules/organisation/index.ts';
import type { IssuedPassword } from '../contract.ts';
import type { AccessPermission } from '../permissions.ts';
import { type AccountRecord, accounts } from '../tables.ts';
import { accessRefusals } from '../words.ts';
import { clearSecondFactor } from './own-account.ts';
import { hashPassword, newOneTimePassword } from './secrets.ts';
import { endSessions } from './sessions.ts';

/** Days in which a one-time password must be used. */
export const oneTimePasswordDays = 14;

/** A one-time password with its hash; the text is shown once and kept nowhere. */
export interface PreparedPassword {
  readonly password: string;
  readonly passwordHash: string;
}

/** Makes one, outside of any transaction. */
export async function prepareOneTimePassword(): Promise<PreparedPassword> {
  const password = newOneTimePassword();
  return { password, passwordHash: await hashPassword(password) };
}

function mayKeepAccounts(work: Work, code: AccessPermission, officer: OfficerSummary): void {
  work.authorise(code, { jurisdictionId: officer.jurisdictionId });
}

async function getAccountForChange(
  work: Work,
  accountId: string,
  code: AccessPermission,
): Promise<{ account: AccountRecord; officer: OfficerSummary }> {
  const [account] = await work.db.select().from(accounts).where(eq(accounts.id, accountId)).for('update');
  const officer = account === undefined ? undefined : await findOfficer(work.db, account.officerId);
  if (account === undefined || officer === undefined)
    throw accessRefusals.refuse('access.accountNotFound', {});
  mayKeepAccounts(work, code, officer);
  if (account.closedAt !== null) throw accessRefusals.refuse('access.accountClosed', {});
  return { account, officer };
}

function refuseOwnAccount(work: Work, officer: OfficerSummary, action: string): void {
  if (work.actor.kind === 'officer' && work.actor.id === officer.id) {
    throw accessRefusals.refuse('access.ownAccount', { action });
  }
}

/** The owner learns of it, so that a reset nobody asked for does not stay unseen. */
async function tellOwner(work: Work, officer: OfficerSummary, title: string, detail: string): Promise<void> {
  await notify(work, { officerIds: [officer.id], title, detail, address: '/account' });
}

function lapseOf(work: Work): Date {
  return new Date(work.now.getTime() + oneTimePasswordDays * 86_400_000);
}

/** Opens an account for an officer; without a password it waits until one is issued. */
export async function createAccount(
  work: Work,
  input: {
    readonly officerId: string;
    readonly loginName: string;
    readonly firstAdministrator?: boolean;
  },
  prepared: PreparedPassword | undefined,
): Promise<string> {
  const officer = await findOfficer(work.db, input.officerId);
  if (officer === undefined || !officer.active) throw accessRefusals.refuse('access.officerUnknown', {});
  mayKeepAccounts(work, 'access.manageAccounts', officer);
  const { loginName } = input;
  if (!/^[a-z][a-z0-9._-]{2,39}$/.test(loginName)) throw accessRefusals.refuse('access.loginNameShape', {});
  const [sameName] = await work.db.select().from(accounts).where(eq(accounts.loginName, loginName));
  if (sameName !== undefined) throw accessRefusals.refuse('access.loginNameTaken', { loginName });
  const [sameOfficer] = await work.db.select().from(accounts).where(eq(accounts.officerId, officer.id));
  if (sameOfficer !== undefined) throw accessRefusals.refuse('access.accountExists', {});
  const id = work.newId();
  await work.db.insert(accounts).values({
    id,
    officerId: officer.id,
    jurisdictionId: officer.jurisdictionId,
    loginName,
    passwordHash: prepared?.passwordHash ?? null,
    mustChangePassword: true,
    initialPasswordUntil: prepared === undefined ? null : lapseOf(work),
    firstAdministrator: input.firstAdministrator ?? false,
    createdAt: work.now,
  });
  work.audit({
    action: 'access.createAccount',
    objectKind: 'account',
    objectId: id,
    unitId: officer.unitId,
    summary: '开设账号',
    after: { loginName, officerId: officer.id },
    affectsPortal: false,
  });
  return id;
}

/** Issues a new one-time password; all sessions of the account end. */
export async function resetPassword(
  work: Work,
  accountId: string,
  prepared: PreparedPassword,
): Promise<IssuedPassword> {
  const { account, officer } = await getAccountForChange(work, accountId, 'access.manageAccounts');
  refuseOwnAccount(work, officer, '重置密码');
  await work.db
    .update(accounts)
    .set({
      passwordHash: prepared.passwordHash,
      mustChangePassword: true,
      initialPasswordUntil: lapseOf(work),
    })
    .where(eq(accounts.id, accountId));
  await endSessions(work, accountId);
  work.audit({
    action: 'access.resetPassword',
    objectKind: 'account',
    objectId: accountId,
    unitId: officer.unitId,
    summary: account.passwordHash === null ? '发放一次性密码' : '重置密码并发放一次性密码',
    affectsPortal: false,
  });
  await tellOwner(work, officer, '您的密码已由管理员重置', '如果不是您要求的，请立即告知安全管理员。');
  return { accountId, loginName: account.loginName, initialPassword: prepared.password };
}

/** Locks an account: its sessions end and nobody signs in with it. */
export async function lockAccount(
  work: Work,
  accountId: string,
  input: { readonly reason: string },
): Promise<void> {
  const { officer } = await getAccountForChange(work, accountId, 'access.lockAccounts');
  refuseOwnAccount(work, officer, '加锁');
  await work.db.update(accounts).set({ lockedAt: work.now }).where(eq(accounts.id, accountId));
  await endSessions(work, accountId);
  work.audit({
    action: 'access.lockAccount',
    objectKind: 'account',
    objectId: accountId,
    unitId: officer.unitId,
    summary: `锁定账号：${input.reason}`,
    affectsPortal: false,
  });
}

/** Unlocks an account. */
export async function unlockAccount(work: Work, accountId: string): Promise<void> {
  const { account, officer } = await getAccountForChange(work, accountId, 'access.lockAccounts');
  if (account.lockedAt === null) throw accessRefusals.refuse('access.accountNotLocked', {});
  await work.db.update(accounts).set({ lockedAt: null }).where(eq(accounts.id, accountId));
  work.audit({
    action: 'access.unlockAccount',
    objectKind: 'account',
    objectId: accountId,
    unitId: officer.unitId,
    summary: '解锁账号',
    affectsPortal: false,
  });
}

/** Takes a lost authenticator off somebody's account; a password alone then opens the way to set up another. */
export async function resetSecondFactor(work: Work, accountId: string): Promise<void> {
  const { account, officer } = await getAccountForChange(work, accountId, 'access.resetSecondFactor');
  refuseOwnAccount(work, officer, '重置动态口令');
  if (account.secondFactorSealed === null) throw accessRefusals.refuse('access.secondFactorNotSet', {});
  await clearSecondFactor(work, accountId);
  await endSessions(work, accountId);
  work.audit({
    action: 'access.resetSecondFactor',
    objectKind: 'account',
    objectId: accountId,
    unitId: officer.unitId,
    summary: '重置动态口令',
    affectsPortal: false,
  });
  await tellOwner(
    work,
    officer,
    '您的动态口令已由管理员取消',
    '请重新设置；如果不是您要求的，请立即告知系统管理员。',
  );
}
