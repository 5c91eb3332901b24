/**
 * Whether the platform held rows that a figure of last year could have been made of: without one, nothing done and
 * nothing recorded look alike. Asks measures; judges nothing.
 */
import type { Day } from '#kernel/day.ts';
import { boundaryYearBefore } from '../rules/back-testing/period.ts';
import type { MeasuredFigure } from '../rules/measuring/shapes.ts';
import { canonicalText } from '../rules/measuring/terms.ts';
import { type AskContext, askMeasures, type EvidenceByDigest } from './ask.ts';
import type { AskingTask, PlannedQuestion } from './questions.ts';

/** Years before the period that are searched for rows of a measure. */
const yearsSearched = 5;

type Asked = Pick<PlannedQuestion, 'measure' | 'parameters'>;

export const askedKey = (measureId: string, parameters: unknown) =>
  `${measureId} ${canonicalText(parameters)}`;
const recordKey = (measureId: string, parameters: unknown, until: string) =>
  `${askedKey(measureId, parameters)} ${until}`;

function yearsBefore(day: Day, years: number): Day {
  return years === 0 ? day : yearsBefore(boundaryYearBefore(day), years - 1);
}

/** Whether the platform held rows a figure could have been made of. */
export interface Records {
  /** Rows of the measure itself, of any unit; for a measure of a task's own rows, of any task of last year's plan. */
  readonly ofMeasure: (measureId: string, parameters: unknown, until: string) => boolean;
  /** Rows of any measure in the trial. */
  readonly ofAny: (until: string) => boolean;
}

export interface RecordSearch {
  readonly unitIds: readonly string[];
  /** Tasks of the trial that have a stand-in. */
  readonly standing: readonly AskingTask[];
  readonly looksAtTask: (asked: Asked) => boolean;
}

/** Asks each measure once more, about all units and the years before; measures of a task's own rows about all tasks. */
export async function searchRecords(
  context: AskContext,
  questions: readonly PlannedQuestion[],
  evidence: EvidenceByDigest,
  { unitIds, standing, looksAtTask }: RecordSearch,
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
    const tasks = looksAtTask(question) ? standing : [first.task];
    const asked = tasks.map((task) => ({ task, group, unitId: null, put }));
    probes.set(key, { ...question, from, wanted: asked });
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
