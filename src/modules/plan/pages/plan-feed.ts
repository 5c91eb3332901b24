/** The Atom feed of a plan: an entry a task, by the plan's order. */
import { instantOf } from '#kernel/clock.ts';
import { writeAtomFeed } from '#portal/atom.ts';
import { planAddress, planFeedAddress, taskAddress } from '../addresses.ts';
import type { PlanBoard, TaskRow } from '../contract/tasks.ts';
import { standingTitles } from '../words/plans.ts';
import { taskTitle } from './task-title.ts';

function taskSummary(task: TaskRow): string {
  const units = task.assignments.filter((one) => one.role !== 'cooperating' && one.through === null);
  return [
    task.requirement,
    ...(units.length === 0 ? [] : [`责任单位：${units.map((one) => one.unitName).join('、')}。`]),
    ...(task.deadlineText === null ? [] : [`时限：${task.deadlineText}。`]),
    `状态：${standingTitles[task.standing]}（${task.standingReason}）。`,
  ].join('\n');
}

/** `origin` is where the site is reached: feeds need whole addresses. */
export function writePlanFeed(board: PlanBoard, origin: string, publisher: string): string {
  const updated = instantOf(board.updatedAt);
  return writeAtomFeed({
    id: `urn:uuid:${board.id}`,
    title: board.title,
    ...(board.docNumber === null ? {} : { subtitle: board.docNumber }),
    author: board.issuer ?? publisher,
    address: `${origin}${planAddress({ planId: board.id })}`,
    selfAddress: `${origin}${planFeedAddress({ planId: board.id })}`,
    updated,
    entries: board.tasks.map((task) => ({
      id: `urn:uuid:${task.id}`,
      title: taskTitle(task),
      address: `${origin}${taskAddress(board, task)}`,
      updated,
      summary: taskSummary(task),
      categories: task.section === null ? [] : [task.section],
    })),
  });
}
