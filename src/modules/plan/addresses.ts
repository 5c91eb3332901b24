/** Named addresses of the plan module on the portal; browser-safe. */
import { apiRoot, defineAddress } from '#kernel/http/address.ts';
import { placeAfter } from '#kernel/http/paging.ts';

export const planListAddress = defineAddress('/plans');
export const planAddress = defineAddress('/plans/:planId');
export const planFeedAddress = defineAddress('/plans/:planId/feed.xml');
export const unitTasksAddress = defineAddress('/plans/:planId/units/:unitId');
/** The year's drawing by itself, to take along. */
export const planYearAddress = defineAddress('/plans/:planId/year.svg');
/** The customary table as a file: `{ format: 'xlsx' }` or `{ format: 'docx' }`. */
export const planExportAddress = defineAddress(`${apiRoot}/plans/:planId/export`);

/** A file of a report the public may see. */
export const publicFileAddress = defineAddress(`${apiRoot}/public-evidence/:entryId/files/:fileId`);

/** Tasks shown at once on the public page. */
export const tasksPerPage = 200;

/** The task's place within a page. */
export function taskAnchor(taskId: string): string {
  return `task-${taskId}`;
}

/** Where a task stands on the page of its plan; in a plan of many pages, the page that begins with it. */
export function taskAddress(
  plan: { readonly id: string; readonly taskCount: number },
  task: { readonly id: string; readonly ordinal: number },
): string {
  const page = planAddress(
    { planId: plan.id },
    plan.taskCount > tasksPerPage ? { after: placeAfter([task.ordinal - 1]) } : {},
  );
  return `${page}#${taskAnchor(task.id)}`;
}
