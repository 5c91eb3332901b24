/** A circular (通报) is reported to the leading group: its members are told, by the command that makes it one. */
import { longDay } from '#kernel/day-words.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { listGroupOfficers } from '#modules/organisation/index.ts';

export interface Circular {
  readonly orderId: string;
  readonly jurisdictionId: string;
  readonly unitName: string;
  readonly number: string;
  readonly subject: string;
  /** Why it was raised; null when it was issued as one. */
  readonly reason: string | null;
}

/** Tells every member with an account once for each order, whoever else hears of it; the acting officer knows. */
export async function tellLeadingGroup(work: Work, circular: Circular): Promise<void> {
  const { orderId, jurisdictionId, unitName, number, subject, reason } = circular;
  const members = await listGroupOfficers(work.db, jurisdictionId, work.today);
  const { actor } = work;
  await notify(work, {
    officerIds: members.filter((officerId) => actor.kind !== 'officer' || officerId !== actor.id),
    title: `通报${unitName}：${number}`,
    detail: `${subject}${reason === null ? '' : `；${reason}`}（${longDay(work.today)}通报，报政务公开工作领导小组）`,
    address: `/plan/orders/${orderId}`,
    key: `circular:${orderId}`,
  });
}
