/**
 * Evaluates tasks: reads their rows through the measures outside any transaction, then writes what differs in small
 * units of work, so that a county's whole plan never holds the database.
 */
import { createHash } from 'node:crypto';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf, type Instant } from '#kernel/clock.ts';
import type { Measure } from '#kernel/measure.ts';
import { transact } from '#kernel/work.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import { type EvaluationTask, listEvaluationTasks, listTaskIdsOfPlan } from '../queries/evaluation.ts';
import { findPlan } from '../queries/plans.ts';
import { listStandingMarks } from '../queries/standings.ts';
import type { BoundFigures, StandingBasis } from '../rules/measuring/shapes.ts';
import { judgeStanding } from '../rules/measuring/verdict.ts';
import { finishPlanEvaluation } from '../service/plan-evaluations.ts';
import {
  type ComputedStanding,
  type RecordStandingsInput,
  recordStandings,
} from '../service/record-standings.ts';
import { askMeasures, type EvidenceByDigest } from './ask.ts';
import { askingAsOf, planQuestions } from './questions.ts';

export interface EvaluationOptions {
  readonly cause: RecordStandingsInput['cause'];
  readonly signal: AbortSignal;
  /** 0 … 1. */
  readonly onProgress?: (fraction: number) => void;
}

export interface EvaluationOutcome {
  readonly tasks: number;
  /** Tasks whose standing changed. */
  readonly changed: number;
}

/** Measures of all modules by id. */
export function gatherMeasures(app: Pick<App, 'modules'>): ReadonlyMap<string, Measure> {
  return new Map(app.modules.flatMap((module) => module.measures).map((measure) => [measure.id, measure]));
}

/** Changed tasks written together. */
const tasksPerCommit = 50;

/** Reading the rows is most of the work. */
const readingShare = 0.8;

let lastRun: Promise<unknown> = Promise.resolve();

/** One evaluation at a time on a node: a slower, older reading must not be written over a newer one. */
function inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
  const turn = lastRun.then(run, run);
  lastRun = turn.catch(() => undefined);
  return turn;
}

function byPlace(left: BoundFigures['figures'][number], right: BoundFigures['figures'][number]): number {
  const [one, other] = [`${left.from}${left.unitId ?? ''}`, `${right.from}${right.unitId ?? ''}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

function computeStanding(
  task: EvaluationTask,
  bound: readonly BoundFigures[],
  today: string,
  nameOf: (unitId: string) => string,
): ComputedStanding {
  const basis: StandingBasis = {
    today,
    due: task.due,
    dueReason: task.dueReason,
    printed: task.printed,
    bindings: bound.map((one) => ({ ...one, figures: [...one.figures].sort(byPlace) })),
  };
  const fingerprint = createHash('sha256')
    .update(JSON.stringify({ ...basis, today: null }))
    .digest('hex');
  return {
    taskId: task.id,
    title: task.title,
    leads: task.leads,
    ...judgeStanding(basis, nameOf),
    basis,
    fingerprint,
    bindingVersions: new Map(task.bindings.map(({ id, version }) => [id, version])),
  };
}

interface Read {
  readonly computed: readonly ComputedStanding[];
  readonly evidence: EvidenceByDigest;
  readonly startedAt: Instant;
}

async function readTasks(app: App, taskIds: readonly string[], options: EvaluationOptions): Promise<Read> {
  const startedAt = app.clock.now();
  const today = beijingDayOf(startedAt);
  const calendar = await app.calendar();
  const db = app.database.read;
  const tasks = await listEvaluationTasks(db, taskIds, { calendar });
  const unitIds = new Set(
    tasks.flatMap((task) => [...task.assigned, ...task.bindings.flatMap((one) => one.unitIds)]),
  );
  const names = await nameUnits(db, [...unitIds]);
  const nameOf = (unitId: string) => names.get(unitId)?.shortName ?? '某单位';
  const { questions, bindings } = planQuestions(tasks, gatherMeasures(app), nameOf, askingAsOf(today));
  const evidence = await askMeasures(
    {
      app,
      calendar,
      signal: options.signal,
      onProgress: (fraction) => options.onProgress?.(fraction * readingShare),
    },
    questions,
  );
  const computed = tasks.map((task) => computeStanding(task, bindings.get(task.id) ?? [], today, nameOf));
  return { computed, evidence, startedAt };
}

/** Those whose stored standing differs in anything. */
async function keepChanged(app: App, computed: readonly ComputedStanding[]): Promise<ComputedStanding[]> {
  const marks = await listStandingMarks(
    app.database.read,
    computed.map(({ taskId }) => taskId),
  );
  return computed.filter(({ taskId, fingerprint, standing, reason }) => {
    const mark = marks.get(taskId);
    return mark?.fingerprint !== fingerprint || mark.standing !== standing || mark.reason !== reason;
  });
}

const evaluator = systemActor('任务核对');

async function evaluateTasksOfPlan(
  app: App,
  planId: string,
  taskIds: readonly string[],
  options: EvaluationOptions,
): Promise<EvaluationOutcome & { readonly title: string; readonly startedAt: Instant }> {
  const plan = await findPlan(app.database.read, planId);
  if (plan === undefined) return { tasks: 0, changed: 0, title: '', startedAt: app.clock.now() };
  const { computed, evidence, startedAt } = await readTasks(app, taskIds, options);
  const different = await keepChanged(app, computed);
  let changed = 0;
  for (let start = 0; start < different.length; start += tasksPerCommit) {
    options.signal.throwIfAborted();
    const result = await transact(app, evaluator, (work) =>
      recordStandings(work, {
        planId,
        jurisdictionId: plan.jurisdictionId,
        planTitle: plan.title,
        computed: different.slice(start, start + tasksPerCommit),
        evidence,
        startedAt,
        cause: options.cause,
      }),
    );
    changed += result.changed;
    options.onProgress?.(
      readingShare + (1 - readingShare) * Math.min(1, (start + tasksPerCommit) / different.length),
    );
  }
  return { tasks: computed.length, changed, title: plan.title, startedAt };
}

/** Evaluates a whole plan and notes the time. */
export function evaluatePlan(
  app: App,
  planId: string,
  options: EvaluationOptions,
): Promise<EvaluationOutcome> {
  return inTurn(async () => {
    const taskIds = await listTaskIdsOfPlan(app.database.read, planId);
    const { tasks, changed, title, startedAt } = await evaluateTasksOfPlan(app, planId, taskIds, options);
    if (title !== '') {
      await transact(app, evaluator, (work) =>
        finishPlanEvaluation(work, { planId, title, startedAt, tasks, changed }),
      );
    }
    return { tasks, changed };
  });
}

/** Evaluates some tasks of one plan. */
export function evaluateTasks(
  app: App,
  planId: string,
  taskIds: readonly string[],
  options: EvaluationOptions,
): Promise<EvaluationOutcome> {
  return inTurn(async () => {
    const { tasks, changed } = await evaluateTasksOfPlan(app, planId, taskIds, options);
    return { tasks, changed };
  });
}
