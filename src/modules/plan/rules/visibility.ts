/** Who may see a plan. One function for pages, lists, exports, feeds and the API. */
import type { Actor } from '#kernel/actor.ts';
import type { PlanKind } from './shapes.ts';

/** Our own plans are issued in public; those of others are kept for the offices that compare with them. */
export function canSeePlan(actor: Actor, plan: { readonly kind: PlanKind }): boolean {
  return plan.kind === 'own' || actor.kind !== 'visitor';
}
