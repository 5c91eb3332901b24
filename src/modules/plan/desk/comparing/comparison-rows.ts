/** A comparison as rows of one table: what goes on, what is new, what is gone. Pure. */
import type { ComparedPlans } from '../../contract/comparing.ts';
import type { ComparableTask, Correspondence } from '../../rules/comparing/shapes.ts';
import { deadlineMoveTitles } from '../../words/comparing.ts';

export const comparisonFates = ['延续', '新增', '未再列入'] as const;

export interface ComparisonRow {
  readonly key: string;
  readonly fate: (typeof comparisonFates)[number];
  readonly before: ComparableTask | undefined;
  readonly after: ComparableTask | undefined;
  readonly pair: Correspondence | undefined;
  /** What comes nearest on the other side when there is no partner. */
  readonly nearest: { readonly task: ComparableTask; readonly score: number } | undefined;
}

function nearestOf(
  nearest: { readonly id: string; readonly score: number } | null,
  tasks: ReadonlyMap<string, ComparableTask>,
): ComparisonRow['nearest'] {
  const task = nearest === null ? undefined : tasks.get(nearest.id);
  return nearest === null || task === undefined ? undefined : { task, score: nearest.score };
}

/** Rows in the order of the newer plan, what is gone at the end. */
export function comparisonRows({ base, plan, comparison }: ComparedPlans): readonly ComparisonRow[] {
  const before = new Map(base.tasks.map((task) => [task.id, task]));
  const after = new Map(plan.tasks.map((task) => [task.id, task]));
  const pairs = new Map(comparison.pairs.map((pair) => [pair.taskId, pair]));
  const created = new Map(comparison.created.map((one) => [one.id, one.nearest]));
  return [
    ...plan.tasks.map((task): ComparisonRow => {
      const pair = pairs.get(task.id);
      return {
        key: `after:${task.id}`,
        fate: pair === undefined ? '新增' : '延续',
        before: pair === undefined ? undefined : before.get(pair.baseId),
        after: task,
        pair,
        nearest: pair === undefined ? nearestOf(created.get(task.id) ?? null, before) : undefined,
      };
    }),
    ...comparison.dropped.map(
      (one): ComparisonRow => ({
        key: `before:${one.id}`,
        fate: '未再列入',
        before: before.get(one.id),
        after: undefined,
        pair: undefined,
        nearest: nearestOf(one.nearest, after),
      }),
    ),
  ];
}

/** What changed between two corresponding tasks, in words; empty when nothing did. */
export function changesOfPair(pair: Correspondence): readonly string[] {
  const { deadline } = pair;
  const moved =
    deadline.move === 'same' || deadline.move === 'bothOpen'
      ? []
      : [`时限${deadlineMoveTitles[deadline.move]}：${deadline.before ?? '无'} → ${deadline.after ?? '无'}`];
  return [
    ...moved,
    ...pair.quotas.map((quota) => `数量${quota.raised ? '提高' : '降低'}：${quota.before} → ${quota.after}`),
    ...(pair.addedUnits.length > 0 ? [`增加单位：${pair.addedUnits.join('、')}`] : []),
    ...(pair.removedUnits.length > 0 ? [`减少单位：${pair.removedUnits.join('、')}`] : []),
  ];
}
