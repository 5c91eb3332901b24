/** Handing over item by item (逐项交接): who may tick, when it may be signed, when it is complete. Pure. */
import type { Day } from '#kernel/day.ts';

export const handoverCategories = [
  'task',
  'matter',
  'draft',
  'column',
  'account',
  'seal',
  'document',
  'other',
] as const;
export type HandoverCategory = (typeof handoverCategories)[number];

export const handoverParties = ['giver', 'receiver', 'witness'] as const;
export type HandoverParty = (typeof handoverParties)[number];

/** Those who tick items; the witness watches and signs last. */
export type TickingParty = Exclude<HandoverParty, 'witness'>;

export const handoverStatuses = ['open', 'completed', 'cancelled'] as const;
export type HandoverStatus = (typeof handoverStatuses)[number];

export function handoverStatusOf(row: {
  readonly completedOn: Day | null;
  readonly cancelledOn: Day | null;
}): HandoverStatus {
  if (row.cancelledOn !== null) return 'cancelled';
  return row.completedOn === null ? 'open' : 'completed';
}

export interface HandoverPeople {
  readonly giverId: string;
  readonly receiverId: string;
  readonly witnessId: string;
  /** The giver cannot act any more: the witness ticks and signs in the giver's place, and it shows. */
  readonly giverAbsent: boolean;
}

/** What an officer is in this handover. */
export function partiesOfOfficer(people: HandoverPeople, officerId: string): readonly HandoverParty[] {
  const parties: HandoverParty[] = [];
  if (officerId === people.giverId || (people.giverAbsent && officerId === people.witnessId)) {
    parties.push('giver');
  }
  if (officerId === people.receiverId) parties.push('receiver');
  if (officerId === people.witnessId) parties.push('witness');
  return parties;
}

export interface HandoverProgress {
  readonly items: readonly { readonly given: boolean; readonly taken: boolean }[];
  readonly signed: readonly HandoverParty[];
}

export type TickVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: 'signed' | 'notGiven' | 'taken' };

/**
 * An item is handed over by the giver first, then taken by the receiver; taken back in the opposite order. Once
 * somebody has signed, the list stands.
 */
export function judgeTick(
  item: { readonly given: boolean; readonly taken: boolean },
  party: TickingParty,
  done: boolean,
  signed: readonly HandoverParty[],
): TickVerdict {
  if (signed.length > 0) return { allowed: false, because: 'signed' };
  if (party === 'receiver' && done && !item.given) return { allowed: false, because: 'notGiven' };
  if (party === 'giver' && !done && item.taken) return { allowed: false, because: 'taken' };
  return { allowed: true };
}

export type SignVerdict =
  | { readonly allowed: true; readonly completes: boolean }
  | { readonly allowed: false; readonly because: 'itemsOpen' | 'othersFirst' | 'signed' | 'empty' };

/** Giver and receiver sign when every item is given and taken, the witness after both; then it is complete. */
export function judgeSignature({ items, signed }: HandoverProgress, party: HandoverParty): SignVerdict {
  if (signed.includes(party)) return { allowed: false, because: 'signed' };
  if (items.length === 0) return { allowed: false, because: 'empty' };
  if (items.some((item) => !item.given || !item.taken)) return { allowed: false, because: 'itemsOpen' };
  const waitsForOthers = party === 'witness' && !(signed.includes('giver') && signed.includes('receiver'));
  if (waitsForOthers) return { allowed: false, because: 'othersFirst' };
  return { allowed: true, completes: party === 'witness' };
}

/** Things that change hands in every unit; what does not exist there is struck from the list. */
export const usualHandoverItems: readonly {
  readonly key: string;
  readonly category: HandoverCategory;
  readonly title: string;
  readonly detail: string;
}[] = [
  {
    key: 'usual:accounts',
    category: 'account',
    title: '网站后台和政务新媒体账号',
    detail: '逐个写明名称；交接后更换密码和绑定的手机号，密码不写在本表里',
  },
  { key: 'usual:seal', category: 'seal', title: '政务公开（信息公开）专用章', detail: '写明枚数和保管地点' },
  {
    key: 'usual:documents',
    category: 'document',
    title: '文件和台账',
    detail: '年度要点、任务清单、申请办理案卷、年度报告、培训和会议资料',
  },
  {
    key: 'usual:contacts',
    category: 'other',
    title: '工作群和联系渠道',
    detail: '群管理权限、对外公开的电话和邮箱',
  },
];
