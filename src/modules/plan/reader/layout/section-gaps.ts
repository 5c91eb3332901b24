/**
 * Notices headings that must have been lost: section numbers that jump (一、 then 三、). Tasks that took over the
 * section before the gap without printing it themselves are doubtful.
 */
import type { RawTask } from './raw-task.ts';

const signs = '一二三四五六七八九十';

function chineseNumber(number: number): string {
  if (number <= 10) return signs.charAt(number - 1);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens === 1 ? '' : signs.charAt(tens - 1)}十${ones === 0 ? '' : signs.charAt(ones - 1)}`;
}

function missingBetween(before: number, after: number): string {
  return Array.from({ length: after - before - 1 }, (_, step) => chineseNumber(before + 1 + step)).join('、');
}

export interface GapsReading {
  readonly tasks: readonly RawTask[];
  readonly notes: readonly string[];
}

const mostLost = 3;

/** Flags sections beside a gap in their numbers and says which numbers are missing. */
export function flagSectionGaps(tasks: readonly RawTask[]): GapsReading {
  const doubtful = new Map<number, string>();
  const notes: string[] = [];
  let before: number | null = null;
  let ofBefore: number[] = [];
  for (const [at, task] of tasks.entries()) {
    const number = task.sectionNumber;
    if (number === null) continue;
    if (number === before) {
      ofBefore.push(at);
      continue;
    }
    if (before !== null && number > before + 1 && number <= before + 1 + mostLost) {
      const missing = missingBetween(before, number);
      notes.push(`标题“${missing}、”没有出现，可能缺失。`);
      for (const index of ofBefore) {
        if (tasks[index]?.inherited.includes('section') === true) doubtful.set(index, missing);
      }
    }
    before = number;
    ofBefore = [at];
  }
  const flaggedTasks = tasks.map((task, at) => {
    const missing = doubtful.get(at);
    if (missing === undefined) return task;
    const reason = `标题“${missing}、”没有出现，这一项沿用的标题可能不对`;
    return { ...task, flags: [...task.flags, { field: 'section' as const, reason }] };
  });
  return { tasks: flaggedTasks, notes };
}
