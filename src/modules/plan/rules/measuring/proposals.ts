/** Which measures a task's own words suggest, with parameters, target and the reason a person reads before confirming. */
import type { Measure, MeasureHint } from '#kernel/measure.ts';
import type { QuotaReading } from '../../reader/reading.ts';
import type { MeasureScope, Repeat, UnitChoice } from './shapes.ts';
import { targetInWords } from './verdict.ts';

/** What of a task proposals are read from. */
export interface TaskWords {
  readonly section: string | null;
  readonly item: string | null;
  readonly requirement: string;
  readonly quotas: readonly Pick<QuotaReading, 'text' | 'count' | 'counter' | 'per'>[];
  /** Whether a unit leads it or is responsible; without one everybody named is asked about. */
  readonly isLed: boolean;
}

export interface ProposedBinding {
  readonly measureId: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly every: Repeat | null;
  readonly scope: MeasureScope;
  readonly unitChoice: UnitChoice;
  readonly target: number;
  readonly reason: string;
}

const repeatOf: Readonly<Record<QuotaReading['per'], Repeat | null>> = {
  year: null,
  plan: null,
  halfYear: 'halfYear',
  quarter: 'quarter',
  month: 'month',
  week: null,
};

/** Words that count occasions alike: a training of which the plan wants 2场 is counted in 次. */
const occasions = ['次', '场', '期', '场次', '期次', '回', '轮', '批次', '遍'];

function countsTheSame(counter: string, valueUnit: string): boolean {
  return counter === valueUnit || (occasions.includes(counter) && occasions.includes(valueUnit));
}

const withoutBlanks = (text: string) => text.replace(/\s/gu, '');

interface MatchedClause {
  readonly clause: string;
  /** The last two characters of what matched: 培训, 会议. */
  readonly subject: string;
}

/** The sentence that the pattern matches, so that a count of another sentence is not taken for its own. */
function findClause(text: string, pattern: RegExp): MatchedClause | undefined {
  const plain = new RegExp(pattern.source, pattern.flags.replace(/[gy]/gu, ''));
  for (const clause of [...text.split(/[。；;！!\n]/u), text]) {
    const [matched] = plain.exec(clause) ?? [];
    if (matched !== undefined) return { clause, subject: matched.slice(-2) };
  }
  return undefined;
}

/** 各单位, 各镇（街道）, 全县各部门: the text asks it of everybody and not of the leading unit alone. */
const asksEverybody = /各(?:级|县|市|区|镇|乡|街道|单位|部门|有关|相关|责任|科室|股室|村|社区)/u;

/** Characters beside a count that name no other thing: 全年, 原则上 and the like are gone by then. */
const fewCharacters = 2;

/**
 * The count that belongs to what matched: printed in a part of the sentence that names the same thing or nothing at
 * all. 组织业务培训，编发简报不少于6期 counts bulletins and no trainings.
 */
function quotaOfClause(
  measure: Measure,
  { clause, subject }: MatchedClause,
  task: TaskWords,
): TaskWords['quotas'][number] | undefined {
  if (measure.direction === 'atMost') return undefined;
  const parts = withoutBlanks(clause).split(/[，,]/u);
  return task.quotas.find((quota) => {
    if (!countsTheSame(quota.counter, measure.valueUnit)) return false;
    const words = withoutBlanks(quota.text);
    const part = parts.find((one) => one.includes(words)) ?? '';
    if (part === '') return withoutBlanks(clause).includes(words) && words.includes(subject);
    const rest = part.replace(words, '').replace(/全年|每年|年内|原则上|累计|一般|应当?|须|要/gu, '');
    return part.includes(subject) || [...rest].length <= fewCharacters;
  });
}

function proposalOfHint(
  measure: Measure,
  hint: MeasureHint,
  matched: MatchedClause,
  task: TaskWords,
): ProposedBinding | undefined {
  const parameters = measure.parameters.safeParse(hint.parameters ?? {});
  if (!parameters.success) return undefined;
  const quota = quotaOfClause(measure, matched, task);
  // A weekly count has no part of the period of its own; the person sees that the target is only the usual one.
  const isCounted = quota !== undefined && quota.per !== 'week';
  const target = isCounted ? quota.count : measure.usualTarget;
  const demand = targetInWords({ direction: measure.direction, target, valueUnit: measure.valueUnit });
  const reasons = [
    hint.reason,
    isCounted ? `按写明的“${quota.text}”核对` : `文本没有可以直接采用的数量，按通常的${demand}核对`,
  ];
  return {
    measureId: measure.id,
    parameters: parameters.data,
    every: isCounted ? repeatOf[quota.per] : null,
    scope: measure.scope,
    unitChoice:
      measure.scope === 'together' || !task.isLed || asksEverybody.test(matched.clause)
        ? 'assigned'
        : 'leads',
    target,
    reason: reasons.join('；'),
  };
}

/** One proposal at most for each measure, from the first of its hints that the task's words match. */
export function proposeBindings(measures: readonly Measure[], task: TaskWords): ProposedBinding[] {
  const text = [task.section, task.item, task.requirement].filter((part) => part !== null).join('\n');
  return measures.flatMap((measure) => {
    for (const hint of measure.hints) {
      const matched = findClause(text, hint.pattern);
      const proposal = matched === undefined ? undefined : proposalOfHint(measure, hint, matched, task);
      if (proposal !== undefined) return [proposal];
    }
    return [];
  });
}
