/** Which of the statutory contents (条例第二十条) an item stands for. Pure; browser-safe. */
import { itemKinds } from './kinds/all.ts';
import type { StatutoryDuty } from './kinds/item-kind.ts';

export { type StatutoryDuty, statutoryDuties } from './kinds/item-kind.ts';

const dutyOfKind: ReadonlyMap<string, StatutoryDuty> = new Map(
  itemKinds.flatMap(({ id, duty }) => (duty === undefined ? [] : [[id, duty] as const])),
);

/** A column that stands for a duty says more than the kind of the item in it. */
export function dutyOfItem(kind: string, dutyOfColumn: StatutoryDuty | null): StatutoryDuty | undefined {
  return dutyOfColumn ?? dutyOfKind.get(kind);
}

/** What an entry of a unit is: there, declared not to exist with a reason, or a gap. */
export type EntryState = 'present' | 'absent' | 'gap';

export function judgeEntry(entry: { readonly items: number; readonly absence: unknown }): EntryState {
  if (entry.items > 0) return 'present';
  return entry.absence === null ? 'gap' : 'absent';
}
