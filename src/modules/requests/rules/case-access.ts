/**
 * Who reaches a case: the FOI office of the jurisdiction and the officers it is assigned to, nobody else. One function
 * for list, detail, letter, file and every command. Pure; browser-safe.
 */
import type { Actor } from '#kernel/actor.ts';
import { judgePermission } from '#kernel/permission.ts';
import { requestPermissions } from './request-permissions.ts';

export interface CaseOwnership {
  readonly jurisdictionId: string;
  readonly officerIds: readonly string[];
}

/** Whether the actor belongs to the FOI office of that jurisdiction. */
export function overseesRequests(actor: Actor, jurisdictionId: string): boolean {
  return judgePermission(requestPermissions['requests.oversee'], actor, { jurisdictionId }).allowed;
}

/** Whether the actor reaches the case at all. */
export function canReachCase(actor: Actor, row: CaseOwnership): boolean {
  if (overseesRequests(actor, row.jurisdictionId)) return true;
  if (actor.kind !== 'officer' || !row.officerIds.includes(actor.id)) return false;
  return judgePermission(requestPermissions['requests.handle'], actor, {
    jurisdictionId: row.jurisdictionId,
  }).allowed;
}
