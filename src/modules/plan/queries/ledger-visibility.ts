/**
 * Who may read whose reports: the supervising office, the legal office and the auditor all of them; a unit its own, and
 * what others report on a task it has a part in. Lists, details, files and exports all ask here.
 */
import { and, eq, inArray } from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { authorise } from '#kernel/authorise.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { judgePermission, permissionRefusals } from '#kernel/permission.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { planPermissions } from '../permissions.ts';
import { assignments, plans, tasks } from '../tables/plans.ts';
import { planRefusals } from '../words/plans.ts';
import { findPlan } from './plans.ts';

type Place = Pick<App, 'permissions'> & { readonly database: { readonly read: ReadDb } };

/** Units whose reports the actor reads; undefined stands for all of the jurisdiction. */
export function readableUnitIds(actor: Actor): readonly string[] | undefined {
  if (judgePermission(planPermissions['plan.oversee'], actor).allowed) return undefined;
  if (actor.kind !== 'officer') return [];
  const roles: readonly string[] = planPermissions['plan.readLedger'].roles;
  return [
    ...new Set(actor.grants.filter((grant) => roles.includes(grant.role)).flatMap((grant) => grant.reach)),
  ];
}

/** Lets the actor read a whole task's ledger, or throws. */
export async function authoriseTaskLedger(app: Place, actor: Actor, taskId: string): Promise<void> {
  const db = app.database.read;
  const [task] = await db
    .select({ jurisdictionId: plans.jurisdictionId })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(eq(tasks.id, taskId));
  authorise(app, actor, 'plan.readLedger', task ?? {});
  if (task === undefined) throw planRefusals.refuse('plan.taskNotFound', {});
  const unitIds = readableUnitIds(actor);
  if (unitIds === undefined) return;
  const [own] =
    unitIds.length === 0
      ? []
      : await db
          .select({ unitId: assignments.unitId })
          .from(assignments)
          .where(and(eq(assignments.taskId, taskId), inArray(assignments.unitId, [...unitIds])))
          .limit(1);
  if (own === undefined) {
    throw permissionRefusals.refuse('access.otherUnit', { title: planPermissions['plan.readLedger'].title });
  }
}

/** Lets the actor read the reports and records of one unit, or throws. */
export function authoriseUnitLedger(app: Place, actor: Actor, unitId: string, jurisdictionId?: string): void {
  authorise(app, actor, 'plan.readLedger', jurisdictionId === undefined ? {} : { jurisdictionId });
  const unitIds = readableUnitIds(actor);
  if (unitIds === undefined || unitIds.includes(unitId)) return;
  throw permissionRefusals.refuse('access.otherUnit', { title: planPermissions['plan.readLedger'].title });
}

/** The plan whose ledger the actor may look into, in the parts that are readable to it; refused otherwise. */
export async function getReadablePlan(app: Place, actor: Actor, planId: string) {
  const plan = await findPlan(app.database.read, planId);
  authorise(app, actor, 'plan.readLedger', plan === undefined ? {} : { jurisdictionId: plan.jurisdictionId });
  if (plan === undefined) throw planRefusals.refuse('plan.notFound', {});
  return plan;
}

/** Whose records the actor reads, in its own jurisdiction. */
export async function recordScopeOf(
  app: Place,
  actor: Actor,
): Promise<{ readonly jurisdictionId: string; readonly unitIds?: readonly string[] }> {
  authorise(app, actor, 'plan.readLedger');
  const unitIds = readableUnitIds(actor);
  return {
    jurisdictionId: await getHomeJurisdictionId(app.database.read, actor),
    ...(unitIds === undefined ? {} : { unitIds }),
  };
}
