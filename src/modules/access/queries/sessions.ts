/** Reads of accounts and sessions: the session behind a cookie, the own sessions, the administrators' list. */
import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { type ActingOfficer, findActingOfficer } from '#modules/organisation/index.ts';
import type { SessionRow } from '../contract.ts';
import {
  isSessionAlive,
  needsSecondFactor,
  type SessionStage,
  sessionFigures,
  stageOfSession,
} from '../rules/session.ts';
import { type AccountRecord, accounts, type SessionRecord, sessions } from '../tables.ts';

/** A living session with everything that decides what it may do. */
export interface SessionState {
  readonly session: SessionRecord;
  readonly account: AccountRecord;
  readonly officer: ActingOfficer;
  readonly stage: SessionStage;
  readonly secondFactorRequired: boolean;
}

export async function findAccountByName(db: ReadDb, loginName: string): Promise<AccountRecord | undefined> {
  const [row] = await db
    .select()
    .from(accounts)
    .where(eq(accounts.loginName, loginName.trim().toLowerCase()));
  return row;
}

/** The account of an officer. */
export async function findAccountOfOfficer(
  db: ReadDb,
  officerId: string,
): Promise<AccountRecord | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.officerId, officerId));
  return row;
}

/** What an account still lacks once this session is open. */
export function stageOf(
  account: AccountRecord,
  session: Pick<SessionRecord, 'means' | 'secondFactorAt'>,
  officer: ActingOfficer,
): { readonly stage: SessionStage; readonly secondFactorRequired: boolean } {
  const secondFactorRequired = needsSecondFactor(officer.roles.map(({ role }) => role));
  const stage = stageOfSession({
    enrolled: account.secondFactorSealed !== null,
    secondFactorPassed: session.secondFactorAt !== null,
    secondFactorRequired,
    mustChangePassword: account.mustChangePassword,
    signedInBy: session.means,
    firstAdministrator: account.firstAdministrator,
  });
  return { stage, secondFactorRequired };
}

/** The session with this token's hash; undefined when it ended, its account is shut or its officer has left. */
export async function findSessionState(
  db: ReadDb,
  tokenHash: string,
  now: Date,
): Promise<SessionState | undefined> {
  const [row] = await db
    .select({ session: sessions, account: accounts })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(eq(sessions.tokenHash, tokenHash));
  if (row === undefined || !isSessionAlive(row.session, now)) return undefined;
  if (row.account.lockedAt !== null || row.account.closedAt !== null) return undefined;
  const officer = await findActingOfficer(db, row.account.officerId);
  if (officer === undefined || !officer.active) return undefined;
  return { ...row, officer, ...stageOf(row.account, row.session, officer) };
}

/** Living sessions of an account, the newest first. */
export async function listSessionRows(
  db: ReadDb,
  accountId: string,
  now: Date,
  currentSessionId?: string,
): Promise<SessionRow[]> {
  const idleSince = new Date(now.getTime() - sessionFigures.idleMinutes * 60_000);
  const rows = await db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.accountId, accountId),
        isNull(sessions.endedAt),
        gt(sessions.endsAt, now),
        gt(sessions.lastUsedAt, idleSince),
      ),
    )
    .orderBy(desc(sessions.startedAt), asc(sessions.id))
    .limit(100);
  return rows.map(({ id, startedAt, lastUsedAt, endsAt, address, device, means }) => ({
    id,
    current: id === currentSessionId,
    startedAt: startedAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    endsAt: endsAt.toISOString(),
    address,
    device,
    means,
  }));
}
