/** Who sends a request: the shape a module fills in, and the check of a route's access before anything is read. */
import { type Actor, visitor } from '../actor.ts';
import type { App } from '../app.ts';
import { authorise } from '../authorise.ts';
import { permissionRefusals } from '../permission.ts';
import type { Refusal } from '../refusal.ts';
import type { CookieChange, Route } from './route.ts';

/** What a request offers as proof of who sends it. */
export interface SignInEvidence {
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** The visitor's network address, behind trusted proxies the one they report. */
  readonly address: string;
  readonly userAgent: string;
  /** The `Authorization` header, for programs. */
  readonly authorization: string | undefined;
}

export interface Authentication {
  readonly actor: Actor;
  /** Cookies to set with the answer (a session renewed or ended). */
  readonly cookies?: readonly CookieChange[];
  /** Holds a signed-in officer back from a route until something is done (an initial password changed). */
  readonly hold?: (route: Route) => Refusal | undefined;
}

/** Judges the evidence. Bad or expired evidence makes a visitor, never an error. */
export type Authenticate = (app: App, evidence: SignInEvidence) => Promise<Authentication>;

/** Without a module that knows officers, everybody is a visitor. */
export const authenticateNobody: Authenticate = () => Promise.resolve({ actor: visitor });

/** The one cookie whose presence means "perhaps an officer": such requests never meet the cache of public pages. */
export const sessionCookie = 'session';

/**
 * Lets the actor reach a route or throws its refusal. Which object may be touched is the service's question, asked
 * with `authorise` and the object.
 */
export function checkRouteAccess(app: App, authentication: Authentication, route: Route): void {
  const { actor } = authentication;
  if (route.access === 'signedIn') {
    if (actor.kind === 'visitor') throw permissionRefusals.refuse('access.signInNeeded', {});
  } else if (route.access !== 'public') {
    authorise(app, actor, route.access);
  }
  const held = authentication.hold?.(route);
  if (held !== undefined) throw held;
}
