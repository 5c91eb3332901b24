/** Who sees which supervision orders: the one function behind the list, the page, the files and the exports. */
import type { OfficerActor, OfficerRole } from '#kernel/actor.ts';
import { judgePermission } from '#kernel/permission.ts';
import { planPermissions } from '../../permissions.ts';
import type { OrderScope } from './orders.ts';

/** Overseers see the orders of their jurisdiction, everybody else those of the units their roles reach. */
export function orderScopeOf(actor: OfficerActor): OrderScope {
  const { jurisdictionId } = actor;
  if (judgePermission(planPermissions['plan.oversee'], actor).allowed) return { jurisdictionId };
  const viewers: readonly OfficerRole[] = planPermissions['plan.viewUnit'].roles;
  const grants = actor.grants.filter((grant) => viewers.includes(grant.role));
  return { jurisdictionId, unitIds: [...new Set(grants.flatMap((grant) => grant.reach))] };
}

/** Whether the officer sees an order of this owner. */
export function maySeeOrder(
  actor: OfficerActor,
  owner: { readonly unitId: string; readonly jurisdictionId: string },
): boolean {
  const scope = orderScopeOf(actor);
  return (
    scope.jurisdictionId === owner.jurisdictionId &&
    (scope.unitIds === undefined || scope.unitIds.includes(owner.unitId))
  );
}
