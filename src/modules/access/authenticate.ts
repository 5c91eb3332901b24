/** Tells who sends a request: the session behind the cookie, as an officer with what the roles reach. */
import { visitor } from '#kernel/actor.ts';
import { type Authenticate, sessionCookie } from '#kernel/http/authentication.ts';
import { actorOfOfficer } from '#modules/organisation/index.ts';
import { findSessionState } from './queries/sessions.ts';
import { isUseWorthNoting } from './rules/session.ts';
import { hashToken } from './service/secrets.ts';
import { noteSessionUse } from './service/sessions.ts';

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
  return { actor: await actorOfOfficer(app, officer, session.id) };
};
