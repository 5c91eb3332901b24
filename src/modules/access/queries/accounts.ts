/** The administrators' list of accounts. Names of officers and units come through the register's door. */
import { and, asc, count, eq, gt, ilike, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { findOfficerRows, listOfficerIds, type OfficerRow } from '#modules/organisation/index.ts';
import type { AccountQuery, AccountRow, AccountState } from '../contract.ts';
import { needsSecondFactor, sessionFigures } from '../rules/session.ts';
import { type AccountRecord, accounts, sessions, signInFailures } from '../tables.ts';

/** What an account is good for now. */
export function stateOfAccount(
  account: Pick<AccountRecord, 'closedAt' | 'lockedAt' | 'passwordHash'>,
): AccountState {
  if (account.closedAt !== null) return 'closed';
  if (account.lockedAt !== null) return 'locked';
  return account.passwordHash === null ? 'noPassword' : 'active';
}

function inState(state: AccountState): SQL | undefined {
  switch (state) {
    case 'closed':
      return isNotNull(accounts.closedAt);
    case 'locked':
      return and(isNull(accounts.closedAt), isNotNull(accounts.lockedAt));
    case 'noPassword':
      return and(isNull(accounts.closedAt), isNull(accounts.lockedAt), isNull(accounts.passwordHash));
    case 'active':
      return and(isNull(accounts.closedAt), isNull(accounts.lockedAt), isNotNull(accounts.passwordHash));
  }
}

export interface AccountListing {
  readonly now: Date;
  /** The key under which failed attempts at a login name are counted. */
  readonly attemptKeyOf: (loginName: string) => string;
}

async function completeAccountRows(
  db: ReadDb,
  listing: AccountListing,
  rows: readonly AccountRecord[],
): Promise<AccountRow[]> {
  if (rows.length === 0) return [];
  const officers = await findOfficerRows(
    db,
    rows.map((account) => account.officerId),
  );
  const idleSince = new Date(listing.now.getTime() - sessionFigures.idleMinutes * 60_000);
  const living = await db
    .select({ accountId: sessions.accountId, n: count() })
    .from(sessions)
    .where(
      and(
        inArray(
          sessions.accountId,
          rows.map((account) => account.id),
        ),
        isNull(sessions.endedAt),
        gt(sessions.endsAt, listing.now),
        gt(sessions.lastUsedAt, idleSince),
      ),
    )
    .groupBy(sessions.accountId);
  const keys = new Map(rows.map((account) => [listing.attemptKeyOf(account.loginName), account.id]));
  const waiting = await db
    .select()
    .from(signInFailures)
    .where(and(inArray(signInFailures.key, [...keys.keys()]), gt(signInFailures.blockedUntil, listing.now)));
  return rows.flatMap((account): AccountRow[] => {
    const officer: OfficerRow | undefined = officers.get(account.officerId);
    if (officer === undefined) return [];
    const blocked = waiting.find(({ key }) => keys.get(key) === account.id);
    return [
      {
        id: account.id,
        loginName: account.loginName,
        officerId: officer.id,
        officerName: officer.name,
        unitId: officer.unitId,
        unitName: officer.unitName,
        state: stateOfAccount(account),
        blockedUntil: blocked?.blockedUntil?.toISOString() ?? null,
        mustChangePassword: account.mustChangePassword,
        secondFactorEnrolled: account.secondFactorSealed !== null,
        secondFactorRequired: needsSecondFactor(officer.grants.map((grant) => grant.role)),
        lastSignedInAt: account.lastSignedInAt?.toISOString() ?? null,
        sessionCount: living.find(({ accountId }) => accountId === account.id)?.n ?? 0,
        createdAt: account.createdAt.toISOString(),
      },
    ];
  });
}

/** A page of the jurisdiction's accounts in the order they were opened. */
export async function listAccountRows(
  db: ReadDb,
  listing: AccountListing,
  jurisdictionId: string,
  query: AccountQuery,
): Promise<PageOfRows<AccountRow>> {
  const { after, limit, text, unitId, state, secondFactor } = query;
  const wanted = text === undefined || text === '' ? undefined : text;
  const inUnit = unitId === undefined ? undefined : await listOfficerIds(db, jurisdictionId, { unitId });
  const byName = wanted === undefined ? [] : await listOfficerIds(db, jurisdictionId, { text: wanted });
  const rows = await db
    .select()
    .from(accounts)
    .where(
      and(
        eq(accounts.jurisdictionId, jurisdictionId),
        inUnit === undefined ? undefined : inArray(accounts.officerId, inUnit),
        after === undefined ? undefined : gt(accounts.id, after[0]),
        state === undefined ? undefined : inState(state),
        secondFactor === undefined
          ? undefined
          : secondFactor
            ? isNotNull(accounts.secondFactorSealed)
            : isNull(accounts.secondFactorSealed),
        wanted === undefined
          ? undefined
          : or(
              ilike(accounts.loginName, `%${wanted.replace(/[\\%_]/g, '\\$&')}%`),
              inArray(accounts.officerId, byName),
            ),
      ),
    )
    .orderBy(asc(accounts.id))
    .limit(limit + 1);
  const page = pageOfRows(rows, limit, (account) => [account.id]);
  return { rows: await completeAccountRows(db, listing, page.rows), next: page.next };
}

/** One account; undefined outside the jurisdiction. */
export async function findAccountRow(
  db: ReadDb,
  listing: AccountListing,
  jurisdictionId: string,
  accountId: string,
): Promise<AccountRow | undefined> {
  const rows = await db
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, accountId), eq(accounts.jurisdictionId, jurisdictionId)));
  const [row] = await completeAccountRows(db, listing, rows);
  return row;
}
