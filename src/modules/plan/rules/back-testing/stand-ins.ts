/**
 * Which task of last year's plan stands in for a task that did not exist then, so that a measure of a task's own ledger
 * can be asked. Only what the comparison calls sure; everything else says why not. Pure; browser-safe.
 */
import { comparePlans } from '../comparing/compare-plans.ts';
import type { ComparablePlan, ComparableTask } from '../comparing/shapes.ts';
import type { StandIn } from './shapes.ts';

export type StandInVerdict =
  | { readonly found: true; readonly standIn: StandIn }
  /** Chinese; why nothing is asked in its place. */
  | { readonly found: false; readonly because: string };

const scoreInWords = (score: number) => `相似度${Math.round(score * 100)}%`;

function nameOfTask({ no, title }: Pick<StandIn, 'no' | 'title'>): string {
  return `上年${no === null ? '' : `第${no}项`}“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

const shownLetters = 24;

function titleOf({ item, requirement }: ComparableTask): string {
  if (item !== null) return item;
  return requirement.length > shownLetters ? `${requirement.slice(0, shownLetters)}…` : requirement;
}

/** 按上年第12项“公报”的台账试算，相似度83%. */
export function standInInWords(standIn: StandIn): string {
  return `按${nameOfTask(standIn)}的台账试算，${scoreInWords(standIn.score)}`;
}

const head = '这项度量看的是任务自己的台账和督办，那时还没有这项任务';

/** The verdict for each task of `plan`; without a plan of the year before no task has a stand-in. */
export function findStandIns(
  plan: ComparablePlan,
  last: ComparablePlan | null,
): ReadonlyMap<string, StandInVerdict> {
  if (last === null) {
    const because = `${head}，平台也没有上年的计划可以对应`;
    return new Map(plan.tasks.map(({ id }) => [id, { found: false, because }]));
  }
  const { pairs, created } = comparePlans(last, plan);
  const lastTask = new Map(last.tasks.map((task) => [task.id, task]));
  const nameOf = (id: string) => {
    const task = lastTask.get(id);
    return task === undefined ? '' : nameOfTask({ no: task.no, title: titleOf(task) });
  };
  const verdicts = new Map<string, StandInVerdict>();
  for (const { taskId, baseId, score, reasons, isSure } of pairs) {
    const base = lastTask.get(baseId);
    if (base === undefined) continue;
    verdicts.set(
      taskId,
      isSure
        ? { found: true, standIn: { taskId: baseId, no: base.no, title: titleOf(base), score, reasons } }
        : {
            found: false,
            because: `${head}；与${nameOf(baseId)}相近（${scoreInWords(score)}），但不能确定就是同一项`,
          },
    );
  }
  for (const { id, nearest } of created) {
    const near =
      nearest === null ? '' : `（最接近的是${nameOf(nearest.id)}，${scoreInWords(nearest.score)}，不算对应）`;
    verdicts.set(id, { found: false, because: `${head}，上年的计划里也没有对应的任务${near}` });
  }
  return verdicts;
}

/**
 * Why a figure of these units cannot be taken from the stand-in: last year's task was not theirs, so that an empty
 * ledger says nothing about them. Null when at least one of them had a part in it.
 */
export function explainUnitsOutside(
  standIn: StandIn,
  assigned: readonly string[],
  unitIds: readonly string[],
): string | null {
  if (unitIds.some((unitId) => assigned.includes(unitId))) return null;
  return `${nameOfTask(standIn)}没有分给${unitIds.length > 1 ? '这些单位' : '该单位'}，没有台账可查`;
}
