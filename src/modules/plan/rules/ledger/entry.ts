/** What a ledger entry is and what may still be done with it. Pure; browser-safe. */
import { z } from 'zod';

export const entryKinds = ['progress', 'correction', 'withdrawal'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What whoever answers for the unit said to showing an entry to the public. */
export const releaseDecisions = ['released', 'declined'] as const;

/** Limits of one entry; the desk shows them, the contract holds them. */
export const mostFilesOfEntry = 9;
export const mostLinksOfEntry = 10;
export const mostFiguresOfEntry = 12;

/** A figure as it was reported: 公开 36 条. The amount is decimal text, exact as typed. */
export const ledgerFigureSchema = z.object({
  label: z.string().trim().min(1, '请填写数据名称').max(40),
  amount: z
    .string()
    .trim()
    .regex(/^-?\d{1,12}(\.\d{1,4})?$/, '请填写数字，最多四位小数'),
  unit: z.string().trim().max(10),
});
export type LedgerFigure = z.infer<typeof ledgerFigureSchema>;

/** Whether a chain of entries still stands, and whether the public sees it. */
export const ledgerStates = ['internal', 'public', 'withdrawn'] as const;
export type LedgerState = (typeof ledgerStates)[number];

export type LedgerAction = 'correct' | 'withdraw' | 'release' | 'decline' | 'hide';

/** What may be done with a chain of entries in each state: enables the button, the route and the refusal. */
export const ledgerActions = {
  internal: ['correct', 'withdraw', 'release', 'decline'],
  public: ['correct', 'withdraw', 'hide'],
  withdrawn: [],
} as const satisfies Record<LedgerState, readonly LedgerAction[]>;

export function isLedgerActionAllowed(state: LedgerState, action: LedgerAction): boolean {
  const allowed: readonly LedgerAction[] = ledgerActions[state];
  return allowed.includes(action);
}

/** State of a chain from its newest entry. A public span ends with the entry it belongs to. */
export function stateOfChain(newest: { readonly kind: EntryKind; readonly isPublic: boolean }): LedgerState {
  if (newest.kind === 'withdrawal') return 'withdrawn';
  return newest.isPublic ? 'public' : 'internal';
}

/** The entries of one chain from the first to the newest: each names the one before, whatever their times say. */
export function orderChain<Entry extends { readonly id: string; readonly supersedesId: string | null }>(
  entries: readonly Entry[],
): Entry[] {
  const after = new Map(entries.map((entry) => [entry.supersedesId, entry]));
  const chain: Entry[] = [];
  for (let next = after.get(null); next !== undefined; next = after.get(next.id)) chain.push(next);
  return chain;
}
