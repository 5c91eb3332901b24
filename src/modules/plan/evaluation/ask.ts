/**
 * Asks measures the planned questions. Whether an answer holds for all tasks is seen from whether the measure looked at
 * the task: one that did not is asked once for everybody.
 */
import { createHash } from 'node:crypto';
import type { App } from '#kernel/app.ts';
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { EvidenceRow, MeasureGroup, MeasureQuestion, MeasureValue } from '#kernel/measure.ts';
import type { StandInVerdict } from '../rules/back-testing/stand-ins.ts';
import type { EvidenceShape, MeasuredFigure } from '../rules/measuring/shapes.ts';
import { noEvidence, type PlannedQuestion, unknownFigure, type WantedFigure } from './questions.ts';

export interface AskContext {
  readonly app: Pick<App, 'database' | 'log'>;
  readonly calendar: WorkingCalendar;
  readonly signal: AbortSignal;
  /** Fraction of the questions answered, 0 … 1. */
  readonly onProgress: (fraction: number) => void;
  /** Asks of another time, in which the plan's tasks did not exist. */
  readonly trial?: Trial;
}

export interface Trial {
  /** The plan of that time. */
  readonly planId: string | null;
  /** Which task of that plan is asked about instead; where there is none, an answer that needs a task is taken for none. */
  readonly standIns: ReadonlyMap<string, StandInVerdict>;
  /** Told each question whose measure looked at the task. */
  readonly onTaskAsked: (question: PlannedQuestion) => void;
}

/** Evidence of all answers under the digests that the figures carry. */
export type EvidenceByDigest = Map<string, readonly EvidenceShape[]>;

type Answers = ReadonlyMap<string, MeasureValue>;
type Reach = 'everybody' | 'plan' | 'task';

interface Asked {
  readonly answers: Answers;
  /** For whom the answer holds, by what the measure looked at. */
  readonly reach: Reach;
}

async function askOnce(
  context: AskContext,
  question: PlannedQuestion,
  groups: readonly MeasureGroup[],
  about: { readonly id: string; readonly planId: string },
): Promise<Asked> {
  const { trial } = context;
  const instead = trial?.standIns.get(about.id);
  let looked: Reach = 'everybody';
  const asked: MeasureQuestion = {
    db: context.app.database.read,
    jurisdictionId: question.jurisdictionId,
    groups,
    from: question.from,
    until: question.until,
    today: question.askedOn,
    calendar: context.calendar,
    get taskId() {
      looked = 'task';
      if (trial === undefined) return about.id;
      return instead?.found === true ? instead.standIn.taskId : null;
    },
    get planId() {
      if (looked === 'everybody') looked = 'plan';
      return trial === undefined ? about.planId : trial.planId;
    },
  };
  try {
    const answers = await question.measure.evaluate(asked, question.parameters);
    return trial === undefined
      ? { answers, reach: looked }
      : answerInTrial(trial, question, instead, { answers, reach: looked });
  } catch (error) {
    // A measure that fails must not take the standing of other tasks with it.
    context.signal.throwIfAborted();
    context.app.log.error({ measure: question.measure.id, err: error }, 'measure could not be evaluated');
    const failed: MeasureValue = { known: false, reason: '读取数据时出错，详情已记入系统日志' };
    return { answers: new Map(groups.map(({ key }) => [key, failed])), reach: looked };
  }
}

/** All tasks of a trial stand in one plan, so that what holds for the plan holds for everybody. */
function answerInTrial(
  trial: Trial,
  question: PlannedQuestion,
  instead: StandInVerdict | undefined,
  { answers, reach }: Asked,
): Asked {
  if (reach !== 'task') return { answers, reach: 'everybody' };
  trial.onTaskAsked(question);
  return { answers: instead?.found === true ? answers : withoutTask(answers, instead), reach };
}

/** What a measure says that looked for a task where there is none is not about any task of the plan. */
function withoutTask(answers: Answers, verdict: StandInVerdict | undefined): Answers {
  const reason = verdict?.found === false ? verdict.because : '那时还没有这项任务';
  const none: MeasureValue = { known: false, reason };
  return new Map([...answers.keys()].map((key) => [key, none]));
}

function distinctGroups(wanted: readonly WantedFigure[]): MeasureGroup[] {
  return [...new Map(wanted.map(({ group }) => [group.key, group])).values()];
}

function splitBy(wanted: readonly WantedFigure[], keyOf: (one: WantedFigure) => string): WantedFigure[][] {
  const parts = new Map<string, WantedFigure[]>();
  for (const one of wanted) {
    const part = parts.get(keyOf(one));
    if (part === undefined) parts.set(keyOf(one), [one]);
    else part.push(one);
  }
  return [...parts.values()];
}

/** The digest of evidence: order does not matter, every column does. */
function keepEvidence(kept: EvidenceByDigest, rows: readonly EvidenceRow[]): string {
  if (rows.length === 0) return noEvidence;
  const sorted = [...rows]
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
    .map(({ key, title, day, unitId, address, digest, isPublic }) => ({
      key,
      title,
      day,
      unitId,
      address,
      digest,
      isPublic,
    }));
  const digest = createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
  if (!kept.has(digest)) kept.set(digest, sorted);
  return digest;
}

function figureOfValue(
  kept: EvidenceByDigest,
  value: MeasureValue | undefined,
): Pick<MeasuredFigure, 'value' | 'unknown' | 'evidence' | 'evidenceCount'> {
  if (value === undefined) return unknownFigure('度量没有给出结果');
  if (!value.known) return unknownFigure(value.reason);
  if (!Number.isFinite(value.value)) return unknownFigure('度量给出的数值无效');
  return {
    value: value.value,
    unknown: null,
    evidence: keepEvidence(kept, value.evidence),
    evidenceCount: value.evidence.length,
  };
}

/** Hands every waiting figure its answer; the same group of one answer is folded once. */
function handOut(
  kept: EvidenceByDigest,
  question: PlannedQuestion,
  wanted: readonly WantedFigure[],
  answers: Answers,
): void {
  const figures = new Map<string, ReturnType<typeof figureOfValue>>();
  const { from, until } = question;
  for (const { group, unitId, put } of wanted) {
    const figure = figures.get(group.key) ?? figureOfValue(kept, answers.get(group.key));
    figures.set(group.key, figure);
    put({ unitId, from, until, ...figure });
  }
}

/** Asks one question: once for everybody, or once for each plan or task the measure cares about. */
async function answerQuestion(
  context: AskContext,
  kept: EvidenceByDigest,
  question: PlannedQuestion,
  known: Map<string, Reach>,
): Promise<void> {
  const { wanted, measure } = question;
  const keyOf = (reach: Reach) => (one: WantedFigure) =>
    ({ everybody: '', plan: one.task.planId, task: one.task.id })[reach];
  let reach = known.get(measure.id) ?? 'everybody';
  let open = splitBy(wanted, keyOf(reach));
  for (let part = open.shift(); part !== undefined; part = open.shift()) {
    const [first] = part;
    if (first === undefined) continue;
    context.signal.throwIfAborted();
    const asked = await askOnce(context, question, distinctGroups(part), first.task);
    const holdsForAll = splitBy(part, keyOf(asked.reach)).length === 1;
    if (!holdsForAll) {
      reach = asked.reach;
      known.set(measure.id, reach);
      open = [...splitBy(part, keyOf(reach)), ...open.flatMap((rest) => splitBy(rest, keyOf(reach)))];
      continue;
    }
    handOut(kept, question, part, asked.answers);
  }
}

/** Asks all questions in turn; the figures arrive at the bindings that wait for them. */
export async function askMeasures(
  context: AskContext,
  questions: readonly PlannedQuestion[],
): Promise<EvidenceByDigest> {
  const kept: EvidenceByDigest = new Map();
  const known = new Map<string, Reach>();
  for (const [index, question] of questions.entries()) {
    await answerQuestion(context, kept, question, known);
    context.onProgress((index + 1) / questions.length);
  }
  return kept;
}
