/** Tells who sends a request: the session behind the cookie, as an officer with what the roles reach. */
import { type OfficerActor, type RoleGrant, visitor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { type Authenticate, sessionCookie } from '#kernel/http/authentication.ts';
import { type ActingOfficer, loadUnitTree, type UnitTree, unitReach } from '#modules/organisation/index.ts';
import { findSessionState } from './queries/sessions.ts';
import { isUseWorthNoting } from './rules/session.ts';
import { hashToken } from './service/secrets.ts';
import { noteSessionUse } from './service/sessions.ts';

interface KeptTree {
  readonly version: number;
  readonly tree: UnitTree;
  readonly reaches: Map<string, readonly string[]>;
}

/** Trees by application and jurisdiction, kept until the version in the register changes. */
const keptTrees = new WeakMap<App['database'], Map<string, KeptTree>>();

async function treeOf(app: App, officer: ActingOfficer): Promise<KeptTree> {
  const kept = keptTrees.get(app.database) ?? new Map<string, KeptTree>();
  keptTrees.set(app.database, kept);
  const known = kept.get(officer.jurisdictionId);
  if (known !== undefined && known.version === officer.treeVersion) return known;
  const tree = await loadUnitTree(app.database.read, officer.jurisdictionId);
  const fresh = { version: officer.treeVersion, tree, reaches: new Map<string, readonly string[]>() };
  kept.set(officer.jurisdictionId, fresh);
  return fresh;
}

/** The roles of the officer with the units they reach. */
export async function grantsOf(app: App, officer: ActingOfficer): Promise<RoleGrant[]> {
  if (officer.roles.length === 0) return [];
  const { tree, reaches } = await treeOf(app, officer);
  return officer.roles.map(({ role, unitId }) => {
    const reach = reaches.get(unitId) ?? unitReach(tree, unitId);
    reaches.set(unitId, reach);
    return { role, unitId, reach };
  });
}

/**
 * Judges the session cookie. A session that still lacks something (a second factor, a new password) is a visitor to
 * every route; those of the sign-in itself read the cookie on their own.
 */
export const authenticateOfficer: Authenticate = async (app, { cookies }) => {
  const token = cookies[sessionCookie];
  if (token === undefined || token === '') return { actor: visitor };
  const state = await findSessionState(app.database.read, hashToken(token), app.clock.now());
  if (state === undefined) return { actor: visitor, cookies: [{ name: sessionCookie, value: null }] };
  const { session, officer } = state;
  if (isUseWorthNoting(session, app.clock.now())) await noteSessionUse(app, session.id);
  if (state.stage !== 'signedIn') return { actor: visitor };
  const actor: OfficerActor = {
    kind: 'officer',
    id: officer.id,
    name: officer.name,
    jurisdictionId: officer.jurisdictionId,
    grants: await grantsOf(app, officer),
    sessionId: session.id,
  };
  return { actor };
};
