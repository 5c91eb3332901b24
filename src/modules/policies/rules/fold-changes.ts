/** A comparison as it is read: runs of clauses that stayed are folded, what changed stands open. Pure; browser-safe. */
import type { ClauseChange } from './compare-versions.ts';

export type ChangeRun =
  | { readonly kind: 'stayed'; readonly changes: readonly ClauseChange[] }
  | { readonly kind: 'changed'; readonly change: ClauseChange };

export interface ChangeCounts {
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
  readonly same: number;
}

/** A clause with another number and the same words has stayed, for a reader. */
const hasStayed = ({ kind }: ClauseChange) => kind === 'same' || kind === 'renumbered';

/** Runs in the order of the new text. */
export function foldChanges(changes: readonly ClauseChange[]): readonly ChangeRun[] {
  const runs: ChangeRun[] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    if (!hasStayed(change)) runs.push({ kind: 'changed', change });
    else if (last?.kind === 'stayed')
      runs[runs.length - 1] = { kind: 'stayed', changes: [...last.changes, change] };
    else runs.push({ kind: 'stayed', changes: [change] });
  }
  return runs;
}

/** How many clauses of each sort. */
export function countChanges(changes: readonly ClauseChange[]): ChangeCounts {
  const of = (...kinds: readonly ClauseChange['kind'][]) =>
    changes.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    changed: of('changed'),
    added: of('added'),
    removed: of('removed'),
    moved: of('moved'),
    same: of('same', 'renumbered'),
  };
}
