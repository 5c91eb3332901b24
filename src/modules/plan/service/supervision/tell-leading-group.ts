/** A circular (通报) is reported to the leading group: its members are told, by the command that makes it one. */
import { longDay } from '#kernel/day-words.ts';
import { notifyFolded } from '#kernel/notices/notify-folded.ts';
import type { Work } from '#kernel/work.ts';
import { listGroupOfficers } from '#modules/organisation/index.ts';

export interface Circular {
  readonly orderId: string;
  readonly unitName: string;
  readonly number: string;
  readonly subject: string;
  /** Why it was raised; null when it was issued as one. */
  readonly reason: string | null;
}

/**
 * Tells every member with an account once for each order, whoever else hears of it; the acting officer knows. Circulars of
 * the same hour, as the morning's escalation raises them, are one notice.
 */
export async function tellLeadingGroup(
  work: Work,
  jurisdictionId: string,
  circulars: readonly Circular[],
): Promise<void> {
  const members = await listGroupOfficers(work.db, jurisdictionId, work.today);
  const { actor } = work;
  await notifyFolded(work, {
    officerIds: members.filter((officerId) => actor.kind !== 'officer' || officerId !== actor.id),
    kind: 'circular',
    things: circulars.map(({ orderId, unitName, number, subject, reason }) => ({
      key: orderId,
      title: `通报${unitName}：${number}`,
      detail: `${subject}${reason === null ? '' : `；${reason}`}（${longDay(work.today)}通报，报政务公开工作领导小组）`,
      address: `/plan/orders/${orderId}`,
    })),
    several: {
      title: (count) => `通报${count}件督办单，报政务公开工作领导小组`,
      address: '/plan/orders?f.level=circular',
    },
  });
}
