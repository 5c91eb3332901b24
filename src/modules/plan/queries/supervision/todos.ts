/** What supervision orders ask of an officer today: to sign, to reply, to look at a reply, to raise what is overdue. */
import type { OfficerActor } from '#kernel/actor.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { Todo } from '#kernel/module.ts';
import { judgePermission } from '#kernel/permission.ts';
import type { OrderRow } from '../../contract/supervision.ts';
import { planPermissions } from '../../permissions.ts';
import { nextLevelOf } from '../../rules/supervision/actions.ts';
import { supervisionLevelTitles } from '../../words/supervision.ts';
import { listOpenOrders, type OrderContext } from './orders.ts';
import { orderScopeOf } from './visibility.ts';

/** The officer's duties from open orders. */
export async function listOrderTodos(
  db: ReadDb,
  actor: OfficerActor,
  context: OrderContext,
): Promise<readonly Todo[]> {
  const rows = await listOpenOrders(db, orderScopeOf(actor), context);
  return rows.flatMap((row) => todoOfOrder(actor, row) ?? []);
}

function todoOfOrder(actor: OfficerActor, row: OrderRow): Todo | undefined {
  const target = { unitId: row.unitId, jurisdictionId: actor.jurisdictionId };
  const answers = judgePermission(planPermissions['plan.answerOrder'], actor, target).allowed;
  const supervises = judgePermission(planPermissions['plan.supervise'], actor).allowed;
  const todo = (asked: string, key: string): Todo => ({
    key: `order:${row.id}:${key}`,
    title: `${asked}：${row.subject}`,
    detail: `${row.unitName}，${supervisionLevelTitles[row.level]}`,
    unitId: row.unitId,
    ...(row.clock.due === null ? {} : { due: row.clock.due }),
    address: `/plan/orders/${row.id}`,
  });
  switch (row.status) {
    case 'issued':
    case 'received':
    case 'returned':
      if (answers) return todo(`${row.status === 'issued' ? '签收' : '反馈'}${row.number}`, 'answer');
      return supervises && row.overdue && nextLevelOf(row.level) !== undefined
        ? todo(`决定是否升级${row.number}，逾期未反馈`, 'escalate')
        : undefined;
    case 'replied':
      return supervises ? todo(`审核${row.number}的反馈`, 'review') : undefined;
    case 'closed':
    case 'withdrawn':
      return undefined;
  }
}
