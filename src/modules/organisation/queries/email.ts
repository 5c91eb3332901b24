/** Reads of officers' mail addresses. Whoever sends mail gets them in full; screens go through `viewOfficerEmail`. */
import { asc, eq, inArray, isNull } from 'drizzle-orm';
import type { OfficerActor } from '#kernel/actor.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { judgePermission } from '#kernel/permission.ts';
import type { OfficerEmail } from '../contract/email.ts';
import { organisationPermissions } from '../permissions.ts';
import { maskEmail } from '../rules/email.ts';
import { officerEmails } from '../tables/email.ts';
import { officers } from '../tables/register.ts';

/** Addresses by officer; those without one are not in the map. */
export async function mapOfficerEmails(
  db: ReadDb,
  officerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (officerIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(officerEmails)
    .where(inArray(officerEmails.officerId, [...new Set(officerIds)]));
  return new Map(rows.map(({ officerId, email }) => [officerId, email]));
}

/** Whether this officer may see and change the address of that one, both of one jurisdiction. */
export function mayKeepEmail(
  actor: OfficerActor,
  officer: { readonly id: string; readonly jurisdictionId: string },
): boolean {
  if (actor.id === officer.id) return true;
  const { jurisdictionId } = officer;
  return judgePermission(organisationPermissions['organisation.manageOfficers'], actor, { jurisdictionId })
    .allowed;
}

/** The address as this reader may see it. */
export async function viewOfficerEmail(
  db: ReadDb,
  actor: OfficerActor,
  officer: { readonly id: string; readonly jurisdictionId: string },
): Promise<OfficerEmail> {
  const [row] = await db.select().from(officerEmails).where(eq(officerEmails.officerId, officer.id));
  const mayChange = mayKeepEmail(actor, officer);
  const email = row?.email ?? null;
  return { email: email === null || mayChange ? email : maskEmail(email), mayChange };
}

/** Active officers with an address, whatever the jurisdiction, in the order they were entered. */
export async function listOfficersWithEmail(
  db: ReadDb,
): Promise<{ readonly officerId: string; readonly email: string }[]> {
  return db
    .select({ officerId: officerEmails.officerId, email: officerEmails.email })
    .from(officerEmails)
    .innerJoin(officers, eq(officers.id, officerEmails.officerId))
    .where(isNull(officers.activeUntil))
    .orderBy(asc(officerEmails.officerId));
}
