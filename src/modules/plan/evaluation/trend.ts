/**
 * The trend of a binding's values. Past values are not kept: the measure is asked about each month end again, from the
 * rows there are now. What was recorded later for an earlier day counts from that day; what was deleted is gone.
 */
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { dayOf } from '#kernel/day.ts';
import type { BindingTrend } from '../contract/measuring.ts';
import type { StoredBindingRow } from '../queries/bindings.ts';
import { type EvaluationTask, listEvaluationTasks } from '../queries/evaluation.ts';
import { periodOfBinding } from '../rules/measuring/periods.ts';
import { listTrendDays } from '../rules/measuring/trend.ts';
import { judgeFigure } from '../rules/measuring/verdict.ts';
import { askMeasures } from './ask.ts';
import { askingAsOf, type PlannedQuestion, planQuestions } from './questions.ts';
import { gatherMeasures } from './run.ts';

/** Each month end of the binding's period with its value, or how many of its figures reach the target. */
export async function traceBinding(
  app: App,
  binding: StoredBindingRow,
  signal: AbortSignal,
): Promise<BindingTrend> {
  const today = beijingDayOf(app.clock.now());
  const calendar = await app.calendar();
  const [stored] = await listEvaluationTasks(app.database.read, [binding.taskId], { calendar });
  const measures = gatherMeasures(app);
  const measure = measures.get(binding.measureId);
  if (stored === undefined || measure === undefined) return { points: [] };
  const task: EvaluationTask = { ...stored, bindings: [binding] };
  const days = listTrendDays(periodOfBinding(binding, task.year, task.due), today);
  const planned = days.map((day) => ({
    day,
    ...planQuestions([task], measures, () => '', askingAsOf(day)),
  }));
  // A part of the period that had not begun on that day has no value yet.
  const begun: PlannedQuestion[] = planned.flatMap(({ day, questions }) =>
    questions.filter(({ from }) => from <= day),
  );
  await askMeasures({ app, calendar, signal, onProgress: () => undefined }, begun);
  return {
    points: planned.flatMap(({ day, bindings }) =>
      (bindings.get(task.id) ?? []).map((bound) => {
        const known = bound.figures.filter(({ value }) => value !== null);
        const [only] = known;
        const standings = bound.figures.map((figure) => judgeFigure(bound, figure, day));
        return {
          day: dayOf(day),
          total: bound.figures.length,
          known: known.length,
          reached: standings.filter((standing) => standing === 'met').length,
          failing: standings.filter((standing) => standing === 'failing').length,
          value: bound.figures.length === 1 && only !== undefined ? only.value : null,
        };
      }),
    ),
  };
}
