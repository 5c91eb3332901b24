/** Tells those who deliver for the unit that something waits for a person. */
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { listRoleHolders } from '#modules/organisation/index.ts';
import type { DeliveryState } from '../rules/delivery-state.ts';
import type { DeliveryRow, OutletRow } from '../tables.ts';
import { deliveryActTitles, deliveryStateTitles } from '../words.ts';

export async function tellOfTrouble(
  work: Work,
  delivery: DeliveryRow,
  outlet: OutletRow,
  detail: string,
  state: DeliveryState,
): Promise<void> {
  await notify(work, {
    officerIds: await listRoleHolders(work.db, 'clerk', [delivery.unitId]),
    title: `${outlet.title}${deliveryActTitles[delivery.act]}：${deliveryStateTitles[state]}`,
    detail: `《${delivery.title}》${detail}`,
    address: `/outlets/deliveries/${delivery.id}`,
    key: `outlets:${delivery.id}:${state}:${delivery.attempts}`,
  });
}
