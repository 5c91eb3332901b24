/** Commands on sessions: begin, renew the token, end. A token is seen by its cookie alone. */
import { and, eq, isNull, lt, ne, or } from 'drizzle-orm';
import type { App } from '#kernel/app.ts';
import { leaveTrace } from '#kernel/traces.ts';
import type { Work } from '#kernel/work.ts';
import { findOfficer } from '#modules/organisation/index.ts';
import { deviceInWords, sessionFigures } from '../rules/session.ts';
import { type AccountRecord, accounts, type SessionRecord, sessions, signInFailures } from '../tables.ts';
import { accessRefusals } from '../words.ts';
import { hashToken, newSessionToken } from './secrets.ts';

/** Where a request comes from. */
export interface RequestOrigin {
  readonly address: string;
  readonly userAgent: string;
}

/** Begins a session and returns it with the token for the cookie. */
export async function beginSession(
  work: Work,
  account: AccountRecord,
  means: SessionRecord['means'],
  origin: RequestOrigin,
): Promise<{ readonly session: SessionRecord; readonly token: string }> {
  const token = newSessionToken();
  const session: SessionRecord = {
    id: work.newId(),
    tokenHash: hashToken(token),
    accountId: account.id,
    means,
    secondFactorAt: null,
    startedAt: work.now,
    lastUsedAt: work.now,
    endsAt: new Date(work.now.getTime() + sessionFigures.absoluteHours * 3_600_000),
    endedAt: null,
    address: origin.address,
    device: deviceInWords(origin.userAgent),
  };
  await work.db.insert(sessions).values(session);
  await work.db.update(accounts).set({ lastSignedInAt: work.now }).where(eq(accounts.id, account.id));
  return { session, token };
}

/** Gives the session a new token whenever it rises: one seen before gains nothing. */
export async function renewToken(
  work: Work,
  sessionId: string,
  change: { readonly secondFactorAt?: Date } = {},
): Promise<string> {
  const token = newSessionToken();
  await work.db
    .update(sessions)
    .set({ tokenHash: hashToken(token), ...change })
    .where(eq(sessions.id, sessionId));
  return token;
}

/** Ends all living sessions of an account, but for one when named. */
export async function endSessions(work: Work, accountId: string, exceptSessionId?: string): Promise<number> {
  const ended = await work.db
    .update(sessions)
    .set({ endedAt: work.now })
    .where(
      and(
        eq(sessions.accountId, accountId),
        isNull(sessions.endedAt),
        exceptSessionId === undefined ? undefined : ne(sessions.id, exceptSessionId),
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}

/** Signs out: the session ends and its cookie is worth nothing. */
export async function signOut(work: Work, session: { readonly id: string; readonly accountId: string }) {
  await work.db.update(sessions).set({ endedAt: work.now }).where(eq(sessions.id, session.id));
  work.audit({
    action: 'access.signOut',
    objectKind: 'account',
    objectId: session.accountId,
    summary: '退出登录',
    affectsPortal: false,
  });
}

/** Ends one of the officer's own sessions on another machine. */
export async function endOwnSession(work: Work, accountId: string, sessionId: string): Promise<void> {
  const ended = await work.db
    .update(sessions)
    .set({ endedAt: work.now })
    .where(and(eq(sessions.id, sessionId), eq(sessions.accountId, accountId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  if (ended.length === 0) throw accessRefusals.refuse('access.sessionNotFound', {});
  work.audit({
    action: 'access.endOwnSession',
    objectKind: 'account',
    objectId: accountId,
    summary: '结束自己的一个登录会话',
    affectsPortal: false,
  });
}

/** Ends all sessions of somebody else. */
export async function revokeSessions(work: Work, accountId: string): Promise<number> {
  const [account] = await work.db.select().from(accounts).where(eq(accounts.id, accountId));
  const officer = account === undefined ? undefined : await findOfficer(work.db, account.officerId);
  if (officer === undefined) throw accessRefusals.refuse('access.accountNotFound', {});
  work.authorise('access.revokeSessions', { jurisdictionId: officer.jurisdictionId });
  const ended = await endSessions(work, accountId);
  work.audit({
    action: 'access.revokeSessions',
    objectKind: 'account',
    objectId: accountId,
    unitId: officer.unitId,
    summary: `结束一个账号的${ended}个登录会话`,
    affectsPortal: false,
  });
  return ended;
}

/** Notes that the session is in use; a trace, no change of the house. */
export async function noteSessionUse(app: App, sessionId: string): Promise<void> {
  const now = app.clock.now();
  await leaveTrace(app, (db) =>
    db.update(sessions).set({ lastUsedAt: now }).where(eq(sessions.id, sessionId)),
  );
}

/** Drops sessions over for thirty days and counts forgotten by the rules. */
export async function forgetOldSessions(app: App): Promise<void> {
  const before = (days: number) => new Date(app.clock.now().getTime() - days * 86_400_000);
  await leaveTrace(app, async (db) => {
    await db.delete(sessions).where(or(lt(sessions.endsAt, before(30)), lt(sessions.endedAt, before(30))));
    await db.delete(signInFailures).where(lt(signInFailures.lastFailedAt, before(2)));
  });
}
