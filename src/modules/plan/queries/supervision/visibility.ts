/** Who sees which supervision orders: the one function behind the list, the page, the files and the exports. */
import type { OfficerActor, OfficerRole } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { judgePermission } from '#kernel/permission.ts';
import { listGroupOfficers } from '#modules/organisation/index.ts';
import { planPermissions } from '../../permissions.ts';
import type { SupervisionLevel } from '../../rules/supervision/shapes.ts';
import type { OrderScope } from './orders.ts';

/** Overseers see the orders of their jurisdiction, everybody else those of the units their roles reach. */
export function orderScopeOf(actor: OfficerActor): OrderScope {
  const { jurisdictionId } = actor;
  if (judgePermission(planPermissions['plan.oversee'], actor).allowed) return { jurisdictionId };
  const viewers: readonly OfficerRole[] = planPermissions['plan.viewUnit'].roles;
  const grants = actor.grants.filter((grant) => viewers.includes(grant.role));
  return { jurisdictionId, unitIds: [...new Set(grants.flatMap((grant) => grant.reach))] };
}

/**
 * The same with what a member of the leading group reads: a circular (通报) is reported to the group, so its members see it
 * whatever unit they belong to.
 */
export async function loadOrderScope(db: ReadDb, actor: OfficerActor, today: Day): Promise<OrderScope> {
  const scope = orderScopeOf(actor);
  if (scope.unitIds === undefined) return scope;
  const members = await listGroupOfficers(db, scope.jurisdictionId, today);
  return { ...scope, withCirculars: members.includes(actor.id) };
}

/** Whose order it is, and how far it has been raised. */
export interface OrderOwner {
  readonly unitId: string;
  readonly jurisdictionId: string;
  readonly level: SupervisionLevel;
}

/** Whether the officer sees an order of this owner. */
export async function maySeeOrder(
  db: ReadDb,
  actor: OfficerActor,
  owner: OrderOwner,
  today: Day,
): Promise<boolean> {
  const { jurisdictionId, unitIds, withCirculars } = await loadOrderScope(db, actor, today);
  if (jurisdictionId !== owner.jurisdictionId) return false;
  if (unitIds === undefined || unitIds.includes(owner.unitId)) return true;
  return withCirculars === true && owner.level === 'circular';
}
