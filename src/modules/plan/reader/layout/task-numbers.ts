/**
 * Fills in numbers that are not printed: from the numbers before and after where they leave exactly one way, by
 * counting where the plan prints none. Every number that is not printed is flagged.
 */
import type { ReadingFlag } from '../reading.ts';
import type { RawTask } from './raw-task.ts';

const lost = '序号缺失，按前后顺序推算';
const counted = '原文没有编号，按顺序计数';
const unclear = '序号缺失，前后序号也推算不出来';
const outOfOrder = '序号与前后不连续，可能有误';

function withNumber(task: RawTask, no: number | null, reason: string): RawTask {
  const flag: ReadingFlag = { field: 'no', reason };
  return { ...task, no, flags: [...task.flags, flag] };
}

/** Numbers a run of unnumbered tasks between the printed numbers `before` and `after`. */
function fillRun(run: readonly RawTask[], before: number, after: number | undefined): RawTask[] {
  const fits = after === undefined || after === before + run.length + 1;
  const startsOver = after === 1;
  return run.map((task, index) =>
    fits || startsOver ? withNumber(task, before + index + 1, lost) : withNumber(task, null, unclear),
  );
}

/** Whether each number follows the one before it or begins anew from 1. */
function followsOn(before: number | null, task: RawTask): boolean {
  return (
    before === null || task.no === null || task.no === 1 || task.no > before || task.inherited.includes('no')
  );
}

/** Completes the numbers of a list of tasks. */
export function completeNumbers(tasks: readonly RawTask[]): RawTask[] {
  if (tasks.every((task) => task.no === null)) {
    return tasks.map((task, index) => withNumber(task, index + 1, counted));
  }
  const numbered: RawTask[] = [];
  let run: RawTask[] = [];
  let before = 0;
  for (const task of tasks) {
    if (task.no === null) {
      run.push(task);
      continue;
    }
    numbered.push(...fillRun(run, before, task.no));
    const last = run.length > 0 ? null : (numbered.at(-1)?.no ?? null);
    run = [];
    numbered.push(followsOn(last, task) ? task : withNumber(task, task.no, outOfOrder));
    before = task.no;
  }
  numbered.push(...fillRun(run, before, undefined));
  return numbered;
}

/** Chinese sentences on numbers that the list skips. */
export function missingNumbers(tasks: readonly { readonly no: number | null }[]): string[] {
  const printed = tasks.map((task) => task.no).filter((no): no is number => no !== null);
  const restarts = printed.filter((no) => no === 1).length > 1;
  if (restarts || printed.length !== tasks.length || printed.length < 3) return [];
  const present = new Set(printed);
  const gaps: number[] = [];
  for (let no = 1; no < Math.max(...printed.slice(-1), 1); no++) if (!present.has(no)) gaps.push(no);
  if (gaps.length === 0 || gaps.length > printed.length / 4) return [];
  return [`序号${gaps.join('、')}没有出现，请核对是否缺少任务。`];
}
