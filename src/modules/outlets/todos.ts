/** What outlets ask of an officer today: what failed, what nobody knows the end of, what a person has to carry. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Todo, TodoContext } from '#kernel/module.ts';
import { judgePermission } from '#kernel/permission.ts';
import { outletPermissions } from './permissions.ts';
import { outletDeliveries, outlets } from './tables.ts';
import { deliveryActTitles, deliveryStateTitles } from './words.ts';

/** More than a day's work for anybody. */
const mostWaiting = 100;

export async function listOutletTodos({ db, actor }: TodoContext): Promise<readonly Todo[]> {
  if (actor.kind !== 'officer') return [];
  const rows = await db
    .select({ delivery: outletDeliveries, outletTitle: outlets.title })
    .from(outletDeliveries)
    .innerJoin(outlets, eq(outlets.id, outletDeliveries.outletId))
    .where(
      and(
        eq(outletDeliveries.jurisdictionId, actor.jurisdictionId),
        inArray(outletDeliveries.state, ['failed', 'uncertain', 'handOff']),
      ),
    )
    .orderBy(asc(outletDeliveries.askedAt))
    .limit(mostWaiting);
  return rows.flatMap(({ delivery, outletTitle }) => {
    const { unitId, jurisdictionId } = delivery;
    // The office that sees all units is not asked to do the work of each.
    const isOwn = actor.grants.some(({ role, reach }) => role === 'clerk' && reach.includes(unitId));
    if (
      !isOwn ||
      !judgePermission(outletPermissions['outlets.deliver'], actor, { unitId, jurisdictionId }).allowed
    )
      return [];
    return [
      {
        key: `outlets:${delivery.id}`,
        title: `${outletTitle}${deliveryActTitles[delivery.act]}${deliveryStateTitles[delivery.state]}：${delivery.title}`,
        detail: delivery.detail,
        unitId,
        address: `/outlets/deliveries/${delivery.id}`,
      },
    ];
  });
}
