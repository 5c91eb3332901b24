/**
 * The one place that turns a person of the register into somebody who acts: for a session, for what the platform does
 * in an officer's name, and for tests.
 */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { OfficerActor, OfficerRole, RoleGrant } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type UnitTree, unitReach } from '../rules/tree.ts';
import { jurisdictions, officers, roleGrants } from '../tables/register.ts';
import type { OfficerSummary } from './officer-screens.ts';
import { loadUnitTree } from './register.ts';

/** An officer as one who acts: with the roles in force and the version of the tree their reach is read from. */
export interface ActingOfficer extends OfficerSummary {
  readonly jurisdictionName: string;
  readonly treeVersion: number;
  readonly roles: readonly { readonly role: OfficerRole; readonly unitId: string }[];
}

/** Loads an acting officer in one question; undefined when there is none. */
export async function findActingOfficer(db: ReadDb, officerId: string): Promise<ActingOfficer | undefined> {
  const rows = await db
    .select({
      officer: officers,
      jurisdictionName: jurisdictions.name,
      treeVersion: jurisdictions.treeVersion,
      role: roleGrants.role,
      roleUnitId: roleGrants.unitId,
    })
    .from(officers)
    .innerJoin(jurisdictions, eq(jurisdictions.id, officers.jurisdictionId))
    .leftJoin(roleGrants, and(eq(roleGrants.officerId, officers.id), isNull(roleGrants.revokedAt)))
    .where(eq(officers.id, officerId))
    .orderBy(asc(roleGrants.id));
  const [first] = rows;
  if (first === undefined) return undefined;
  const { id, jurisdictionId, name, position, unitId, activeUntil } = first.officer;
  return {
    id,
    jurisdictionId,
    name,
    position,
    unitId,
    active: activeUntil === null,
    jurisdictionName: first.jurisdictionName,
    treeVersion: first.treeVersion,
    roles: rows.flatMap(({ role, roleUnitId }) =>
      role === null || roleUnitId === null ? [] : [{ role, unitId: roleUnitId }],
    ),
  };
}

interface KeptTree {
  readonly version: number;
  readonly tree: UnitTree;
  readonly reaches: Map<string, readonly string[]>;
}

/** Trees by database and jurisdiction, kept until the version in the register changes. */
const keptTrees = new WeakMap<App['database'], Map<string, KeptTree>>();

async function treeOf(database: App['database'], officer: ActingOfficer): Promise<KeptTree> {
  const kept = keptTrees.get(database) ?? new Map<string, KeptTree>();
  keptTrees.set(database, kept);
  const known = kept.get(officer.jurisdictionId);
  if (known !== undefined && known.version === officer.treeVersion) return known;
  const tree = await loadUnitTree(database.read, officer.jurisdictionId);
  const fresh = { version: officer.treeVersion, tree, reaches: new Map<string, readonly string[]>() };
  kept.set(officer.jurisdictionId, fresh);
  return fresh;
}

/** The roles of the officer with the units they reach. */
export async function grantsOf({ database }: App, officer: ActingOfficer): Promise<RoleGrant[]> {
  if (officer.roles.length === 0) return [];
  const { tree, reaches } = await treeOf(database, officer);
  return officer.roles.map(({ role, unitId }) => {
    const reach = reaches.get(unitId) ?? unitReach(tree, unitId);
    reaches.set(unitId, reach);
    return { role, unitId, reach };
  });
}

/** Stands for the session where nobody is signed in: the platform acts for the officer. */
const noSession = '00000000-0000-7000-8000-000000000000';

/** The officer as one who acts, with the roles held now; without a session when the platform acts for the officer. */
export async function actorOfOfficer(
  app: App,
  officer: ActingOfficer,
  sessionId = noSession,
): Promise<OfficerActor> {
  const { id, name, jurisdictionId } = officer;
  return { kind: 'officer', id, name, jurisdictionId, grants: await grantsOf(app, officer), sessionId };
}

/** The same by id; undefined when the register has no such officer. */
export async function findOfficerActor(app: App, officerId: string): Promise<OfficerActor | undefined> {
  const officer = await findActingOfficer(app.database.read, officerId);
  return officer === undefined ? undefined : actorOfOfficer(app, officer);
}
