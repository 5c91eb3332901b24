/**
 * Who reaches a dispute: whoever keeps the disputes of that unit, and the officers assigned to the request it is about.
 * One function for list, page, files and every command. Pure; browser-safe.
 */
import type { Actor } from '#kernel/actor.ts';
import { judgePermission } from '#kernel/permission.ts';
import { requestPermissions } from '../request-permissions.ts';
import { disputePermissions } from './permissions.ts';

export interface DisputeOwnership {
  readonly jurisdictionId: string;
  readonly unitId: string;
  /** Officers of the request in dispute; none for an older case. */
  readonly officerIds: readonly string[];
}

/** Whether the actor keeps the disputes of this unit. */
export function keepsDisputesOf(actor: Actor, jurisdictionId: string, unitId: string): boolean {
  return judgePermission(disputePermissions['requests.keepDisputes'], actor, { jurisdictionId, unitId })
    .allowed;
}

export function canReachDispute(actor: Actor, dispute: DisputeOwnership): boolean {
  const { jurisdictionId, unitId, officerIds } = dispute;
  if (keepsDisputesOf(actor, jurisdictionId, unitId)) return true;
  if (actor.kind !== 'officer' || !officerIds.includes(actor.id)) return false;
  return judgePermission(requestPermissions['requests.handle'], actor, { jurisdictionId }).allowed;
}
