/**
 * Back-tests a plan or a draft: its bindings asked about last year's facts. Reads only; no standing, figure or notice is
 * kept of it.
 */
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { addDays, type Day, dayOf, yearOf } from '#kernel/day.ts';
import type { Measure } from '#kernel/measure.ts';
import { listUnits, nameUnits } from '#modules/organisation/index.ts';
import type { BackTest, BackTestedTask } from '../contract/back-testing.ts';
import { listTriedTasks, type TriedBinding, type TriedTask } from '../queries/back-testing.ts';
import { type ComparableSide, findPlanOfYearBefore } from '../queries/comparable-plans.ts';
import {
  boundaryYearBefore,
  lastDayYearBefore,
  type PastPeriod,
  periodYearBefore,
} from '../rules/back-testing/period.ts';
import type { PastBinding, PastFigure, PastTask } from '../rules/back-testing/shapes.ts';
import {
  explainPastBinding,
  foldPastStandings,
  judgePastFigure,
  judgePastTask,
  summariseBackTest,
} from '../rules/back-testing/verdict.ts';
import { partInWords, periodOfBinding } from '../rules/measuring/periods.ts';
import type { BoundFigures, MeasuredFigure } from '../rules/measuring/shapes.ts';
import { canonicalText } from '../rules/measuring/terms.ts';
import { targetInWords } from '../rules/measuring/verdict.ts';
import { backTestRefusals } from '../words/back-testing.ts';
import { type AskContext, askMeasures, type EvidenceByDigest } from './ask.ts';
import {
  type AskingTask,
  type PeriodOfAsking,
  type PlannedQuestion,
  planQuestions,
  unitsOfBinding,
} from './questions.ts';
import { gatherMeasures } from './run.ts';

/** The plan or draft under test: `plan:<id>` or `import:<id>` with what was found behind it. */
export interface BackTestSubject {
  readonly sideId: string;
  readonly side: ComparableSide;
}

/** Years before the period that are searched for rows of a measure. */
const yearsSearched = 5;

/** Rows named of one figure. */
const mostRows = 200;

function yearsBefore(day: Day, years: number): Day {
  return years === 0 ? day : yearsBefore(boundaryYearBefore(day), years - 1);
}

function pastPeriodOf(today: Day) {
  return (
    binding: Parameters<PeriodOfAsking>[0],
    task: AskingTask,
    measure: Measure | undefined,
  ): PastPeriod =>
    periodYearBefore(periodOfBinding(binding, task.year, task.due), measure?.judged ?? 'byDueDay', today);
}

const recordKey = (measureId: string, parameters: unknown, until: string) =>
  `${measureId} ${canonicalText(parameters)} ${until}`;

/** Whether the platform held rows a figure could have been made of. */
interface Records {
  /** Rows of the measure itself, of any unit. */
  readonly ofMeasure: (measureId: string, parameters: unknown, until: string) => boolean;
  /** Rows of any measure in the trial. */
  readonly ofAny: (until: string) => boolean;
}

/** Asks each measure that showed no row once more, about all units and the years before. */
async function searchRecords(
  context: AskContext,
  questions: readonly PlannedQuestion[],
  evidence: EvidenceByDigest,
  unitIds: readonly string[],
): Promise<Records> {
  const found = new Set<string>();
  const probes = new Map<string, PlannedQuestion>();
  for (const { wanted, ...question } of questions) {
    const [first] = wanted;
    const key = recordKey(question.measure.id, question.parameters, question.until);
    if (first === undefined || probes.has(key)) continue;
    const put = (figure: MeasuredFigure) => {
      if (figure.evidenceCount > 0) found.add(key);
    };
    const group = { key: 'all', unitIds };
    const from = yearsBefore(question.from, yearsSearched);
    probes.set(key, { ...question, from, wanted: [{ task: first.task, group, unitId: null, put }] });
  }
  const others = await askMeasures(context, [...probes.values()]);
  const days = [evidence, others].flatMap((kept) => [...kept.values()].flat().map(({ day }) => day));
  const earliest = days.reduce<string | null>(
    (least, day) => (day !== null && (least === null || day < least) ? day : least),
    null,
  );
  return {
    ofMeasure: (measureId, parameters, until) => found.has(recordKey(measureId, parameters, until)),
    ofAny: (until) => earliest !== null && earliest < until,
  };
}

interface Judging {
  readonly nameOf: (unitId: string) => string;
  readonly records: Records;
  readonly periodOf: ReturnType<typeof pastPeriodOf>;
  readonly measures: ReadonlyMap<string, Measure>;
}

function judgeFigures(
  bound: BoundFigures,
  binding: TriedBinding,
  task: TriedTask,
  { nameOf, records, periodOf, measures }: Judging,
): PastFigure[] {
  const { parts } = periodOf(binding, task, measures.get(binding.measureId));
  const hasParts = parts.length > 1;
  return bound.figures
    .map((figure): PastFigure => {
      const part = parts.find(({ from }) => from === figure.from);
      const hasRecords =
        records.ofMeasure(binding.measureId, binding.parameters, figure.until) ||
        (bound.direction === 'atMost' && records.ofAny(figure.until));
      const { standing, unknown } = judgePastFigure(bound, {
        ...figure,
        isOver: part?.isOver ?? true,
        hasRecords,
      });
      return {
        ...figure,
        unitName: figure.unitId === null ? null : nameOf(figure.unitId),
        part: hasParts ? partInWords(figure) : '',
        askedOn: part?.askedOn ?? addDays(dayOf(figure.until), -1),
        standing,
        unknown,
      };
    })
    .sort((left, right) =>
      left.from === right.from
        ? (left.unitName ?? '').localeCompare(right.unitName ?? '', 'zh-CN')
        : left.from < right.from
          ? -1
          : 1,
    );
}

function judgeTask(task: TriedTask, bound: readonly BoundFigures[], judging: Judging): PastTask {
  const bindings = task.bindings.flatMap((binding): PastBinding[] => {
    const asked = bound.find(({ bindingId }) => bindingId === binding.id);
    if (asked === undefined) return [];
    const { title, measureId, valueUnit, target, scope, terms } = asked;
    const figures = judgeFigures(asked, binding, task, judging);
    const standing = foldPastStandings(figures.map((figure) => figure.standing));
    const shown = { title, valueUnit, scope, figures, demand: targetInWords(asked) };
    return [
      {
        ...shown,
        bindingId: binding.id,
        measureId,
        target,
        terms,
        isProposed: binding.isProposed,
        standing,
        reason: explainPastBinding(shown, standing),
      },
    ];
  });
  const unitsOf = ({ bindingId }: PastBinding) => {
    const binding = task.bindings.find(({ id }) => id === bindingId);
    return binding === undefined ? [] : unitsOfBinding(task, binding);
  };
  const owners = task.leads.length > 0 ? task.leads : task.assigned;
  const { no, section, item, requirement } = task.words;
  return {
    taskId: task.id,
    no,
    section,
    title: item ?? requirement.slice(0, 40),
    requirement,
    due: task.due === null ? null : lastDayYearBefore(task.due),
    ...judgePastTask(bindings, unitsOf, owners),
    bindings,
  };
}

interface Tried {
  readonly tasks: readonly PastTask[];
  readonly evidence: EvidenceByDigest;
  readonly nameOf: (unitId: string) => string;
  readonly last: BackTest['last'];
  readonly year: number;
  readonly today: Day;
}

async function tryTasks(
  app: App,
  { sideId, side }: BackTestSubject,
  signal: AbortSignal,
  keep: (task: TriedTask) => boolean,
): Promise<Tried> {
  const { year } = side;
  if (year === null) throw backTestRefusals.refuse('plan.backTestWithoutYear', {});
  const db = app.database.read;
  const today = beijingDayOf(app.clock.now());
  const calendar = await app.calendar();
  const measures = gatherMeasures(app);
  const last = (await findPlanOfYearBefore(db, side)) ?? null;
  const tasks = (
    await listTriedTasks(db, sideId, { ...side, year }, { calendar, measures: [...measures.values()] })
  ).filter(keep);
  const units = await listUnits(db, side.jurisdictionId);
  const names = await nameUnits(
    db,
    tasks.flatMap((task) => [...task.assigned, ...task.bindings.flatMap(({ unitIds }) => unitIds)]),
  );
  const nameOf = (unitId: string) => names.get(unitId)?.shortName ?? '某单位';
  const periodOf = pastPeriodOf(today);
  const { questions, bindings } = planQuestions(tasks, measures, nameOf, periodOf);
  const context: AskContext = {
    app,
    calendar,
    signal,
    onProgress: () => undefined,
    trial: { planId: last?.id ?? null },
  };
  const evidence = await askMeasures(context, questions);
  const unitIds = units.map(({ id }) => id);
  const records = await searchRecords(context, questions, evidence, unitIds);
  const judging = { nameOf, records, periodOf, measures };
  return {
    tasks: tasks.map((task) => judgeTask(task, bindings.get(task.id) ?? [], judging)),
    evidence,
    nameOf,
    last,
    year,
    today,
  };
}

/** What the whole plan would have scored on the facts of the year before. */
export async function backTestPlan(
  app: App,
  subject: BackTestSubject,
  signal: AbortSignal,
): Promise<BackTest> {
  const { sideId, side } = subject;
  const { tasks, nameOf, last, year, today } = await tryTasks(app, subject, signal, () => true);
  const proposed = tasks.flatMap(({ bindings }) => bindings).filter(({ isProposed }) => isProposed).length;
  return {
    plan: { side: sideId, title: side.title, year, kind: side.kind, isDraft: side.isDraft },
    pastYear: year - 1,
    isOpenYear: year - 1 >= yearOf(today),
    last,
    bindings: { proposed, confirmed: tasks.flatMap(({ bindings }) => bindings).length - proposed },
    summary: summariseBackTest(tasks, nameOf),
    tasks: [...tasks],
  };
}

/** One task with the rows behind its figures; undefined when the plan has no such task. */
export async function backTestTask(
  app: App,
  subject: BackTestSubject,
  taskId: string,
  signal: AbortSignal,
): Promise<BackTestedTask | undefined> {
  const { tasks, evidence } = await tryTasks(app, subject, signal, ({ id }) => id === taskId);
  const [task] = tasks;
  if (task === undefined) return undefined;
  const rowsOf = (figure: PastFigure) => (evidence.get(figure.evidence) ?? []).slice(0, mostRows);
  const shown = task.bindings.flatMap(({ figures }) => figures.flatMap(rowsOf));
  const names = await nameUnits(
    app.database.read,
    shown.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
  );
  return {
    ...task,
    bindings: task.bindings.map((binding) => ({
      ...binding,
      figures: binding.figures.map((figure) => ({
        ...figure,
        rows: rowsOf(figure).map((row) => ({
          ...row,
          unitName: row.unitId === null ? null : (names.get(row.unitId)?.shortName ?? null),
        })),
      })),
    })),
  };
}
