/** The officer at the desk: what is one's own needs a person, not a role. */
import type { Actor, OfficerActor } from '#kernel/actor.ts';
import { permissionRefusals } from '#kernel/permission.ts';

/** The officer who acts; visitors are asked to sign in, the platform has no desk of its own. */
export function getActingOfficer(actor: Actor): OfficerActor {
  if (actor.kind !== 'officer') throw permissionRefusals.refuse('access.signInNeeded', {});
  return actor;
}
