/**
 * Back-tests a plan or a draft: its bindings asked about last year's facts. Reads only; no standing, figure or notice is
 * kept of it.
 */
import type { App } from '#kernel/app.ts';
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { addDays, type Day, dayOf, yearOf } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { Measure } from '#kernel/measure.ts';
import { listUnits, nameUnits } from '#modules/organisation/index.ts';
import type { BackTest, BackTestedTask } from '../contract/back-testing.ts';
import { listTriedTasks, type TriedBinding, type TriedTask } from '../queries/back-testing.ts';
import {
  type ComparableSide,
  findComparableSide,
  findPlanOfYearBefore,
} from '../queries/comparable-plans.ts';
import { listEvaluationTasks } from '../queries/evaluation.ts';
import { lastDayYearBefore, type PastPeriod, periodYearBefore } from '../rules/back-testing/period.ts';
import type { PastBinding, PastFigure, PastTask, StandIn } from '../rules/back-testing/shapes.ts';
import { explainUnitsOutside, findStandIns } from '../rules/back-testing/stand-ins.ts';
import {
  explainPastBinding,
  foldPastStandings,
  judgePastFigure,
  judgePastTask,
  summariseBackTest,
} from '../rules/back-testing/verdict.ts';
import { partInWords, periodOfBinding } from '../rules/measuring/periods.ts';
import type { BoundFigures } from '../rules/measuring/shapes.ts';
import { targetInWords } from '../rules/measuring/verdict.ts';
import { backTestRefusals } from '../words/back-testing.ts';
import { type AskContext, askMeasures, type EvidenceByDigest, type Trial } from './ask.ts';
import { askedKey, type Records, searchRecords } from './back-test-records.ts';
import {
  type AskingTask,
  type PeriodOfAsking,
  planQuestions,
  unitsOfBinding,
  unknownFigure,
} from './questions.ts';
import { gatherMeasures } from './run.ts';

/** The plan or draft under test: `plan:<id>` or `import:<id>` with what was found behind it. */
export interface BackTestSubject {
  readonly sideId: string;
  readonly side: ComparableSide;
}

/** Rows named of one figure. */
const mostRows = 200;

function pastPeriodOf(today: Day) {
  return (
    binding: Parameters<PeriodOfAsking>[0],
    task: AskingTask,
    measure: Measure | undefined,
  ): PastPeriod =>
    periodYearBefore(periodOfBinding(binding, task.year, task.due), measure?.judged ?? 'byDueDay', today);
}

/** A stand-in with the units that had a part in it. */
interface AskedStandIn {
  readonly standIn: StandIn;
  readonly assigned: readonly string[];
}

interface Judging {
  /** The stand-in whose own rows the binding's measure looked at; undefined where it looked at none. */
  readonly standInOf: (task: TriedTask, binding: TriedBinding) => AskedStandIn | undefined;
  readonly looksAtTask: (binding: TriedBinding) => boolean;
  readonly nameOf: (unitId: string) => string;
  readonly records: Records;
  readonly periodOf: ReturnType<typeof pastPeriodOf>;
  readonly measures: ReadonlyMap<string, Measure>;
}

function judgeFigures(
  bound: BoundFigures,
  binding: TriedBinding,
  task: TriedTask,
  { nameOf, records, periodOf, measures, standInOf, looksAtTask }: Judging,
): PastFigure[] {
  const asked = standInOf(task, binding);
  const { parts } = periodOf(binding, task, measures.get(binding.measureId));
  const hasParts = parts.length > 1;
  return bound.figures
    .map((measured): PastFigure => {
      const units = measured.unitId === null ? unitsOfBinding(task, binding) : [measured.unitId];
      const outside =
        asked === undefined || measured.value === null || measured.evidenceCount > 0
          ? null
          : explainUnitsOutside(asked.standIn, asked.assigned, units);
      const figure = outside === null ? measured : { ...measured, ...unknownFigure(outside) };
      const part = parts.find(({ from }) => from === figure.from);
      const hasRecords =
        records.ofMeasure(binding.measureId, binding.parameters, figure.until) ||
        // An empty ledger is no sign that nothing was wrong: only rows of the ledgers themselves tell that they were kept.
        (bound.direction === 'atMost' && !looksAtTask(binding) && records.ofAny(figure.until));
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
    const standIn = judging.standInOf(task, binding);
    // Where no unit had a part in the stand-in, nothing was taken from its ledger.
    const hadPart = unitsOfBinding(task, binding).some((unitId) => standIn?.assigned.includes(unitId));
    const shown = { title, valueUnit, scope, figures, demand: targetInWords(asked) };
    return [
      {
        ...shown,
        bindingId: binding.id,
        measureId,
        target,
        terms,
        isProposed: binding.isProposed,
        standIn: hadPart || figures.some(({ value }) => value !== null) ? (standIn?.standIn ?? null) : null,
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

/** The stand-ins in last year's plan, and the units that had a part in each of them. */
async function loadStandIns(
  db: ReadDb,
  side: ComparableSide,
  last: BackTest['last'],
  calendar: WorkingCalendar,
): Promise<{ verdicts: Trial['standIns']; assignedOf: (taskId: string) => readonly string[] }> {
  const lastSide = last === null ? undefined : await findComparableSide(db, `plan:${last.id}`);
  const verdicts = findStandIns(side, lastSide ?? null);
  const ids = [...verdicts.values()].flatMap((one) => (one.found ? [one.standIn.taskId] : []));
  const assigned = new Map(
    (await listEvaluationTasks(db, ids, { calendar })).map((task) => [task.id, task.assigned]),
  );
  return { verdicts, assignedOf: (taskId) => assigned.get(taskId) ?? [] };
}

/** Tries all tasks, also where only one is wanted: what the platform held then is seen from the whole plan alone. */
async function tryTasks(app: App, { sideId, side }: BackTestSubject, signal: AbortSignal): Promise<Tried> {
  const { year } = side;
  if (year === null) throw backTestRefusals.refuse('plan.backTestWithoutYear', {});
  const db = app.database.read;
  const today = beijingDayOf(app.clock.now());
  const calendar = await app.calendar();
  const measures = gatherMeasures(app);
  const last = (await findPlanOfYearBefore(db, side)) ?? null;
  const tasks = await listTriedTasks(
    db,
    sideId,
    { ...side, year },
    { calendar, measures: [...measures.values()] },
  );
  const units = await listUnits(db, side.jurisdictionId);
  const names = await nameUnits(
    db,
    tasks.flatMap((task) => [...task.assigned, ...task.bindings.flatMap(({ unitIds }) => unitIds)]),
  );
  const nameOf = (unitId: string) => names.get(unitId)?.shortName ?? '某单位';
  const periodOf = pastPeriodOf(today);
  const { questions, bindings } = planQuestions(tasks, measures, nameOf, periodOf);
  const { verdicts, assignedOf } = await loadStandIns(db, side, last, calendar);
  const ofTask = new Set<string>();
  const trial: Trial = {
    planId: last?.id ?? null,
    standIns: verdicts,
    onTaskAsked: ({ measure, parameters }) => void ofTask.add(askedKey(measure.id, parameters)),
  };
  const context: AskContext = { app, calendar, signal, onProgress: () => undefined, trial };
  const evidence = await askMeasures(context, questions);
  const records = await searchRecords(context, questions, evidence, {
    unitIds: units.map(({ id }) => id),
    standing: tasks.filter(({ id }) => verdicts.get(id)?.found === true),
    looksAtTask: ({ measure, parameters }) => ofTask.has(askedKey(measure.id, parameters)),
  });
  const looksAtTask = ({ measureId, parameters }: TriedBinding) =>
    ofTask.has(askedKey(measureId, parameters));
  const standInOf: Judging['standInOf'] = (task, binding) => {
    const verdict = verdicts.get(task.id);
    if (verdict?.found !== true || !looksAtTask(binding)) return undefined;
    return { standIn: verdict.standIn, assigned: assignedOf(verdict.standIn.taskId) };
  };
  const judging = { nameOf, records, periodOf, measures, standInOf, looksAtTask };
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
  const { tasks, nameOf, last, year, today } = await tryTasks(app, subject, signal);
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
  const { tasks, evidence } = await tryTasks(app, subject, signal);
  const task = tasks.find((one) => one.taskId === taskId);
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
