/** The marks of a plan's tasks, which several screens choose from; one fetch serves them all. */
import { useApi } from '#desk/data/use-api.ts';
import type { PlanMarks } from '../../contract/marks.ts';

/** Without an id nothing is asked. */
export function usePlanMarks(planId: string | undefined) {
  return useApi<PlanMarks>(
    `/plans/${planId ?? ''}/marks`,
    {},
    { enabled: planId !== undefined, keepsLast: true },
  );
}
