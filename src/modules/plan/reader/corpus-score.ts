/**
 * Scores a plan reading against a gold parse, field by field: the measure of the corpus test and of the benchmark.
 * Reads no files itself.
 */
import type { PlanReading, TaskReading } from './reading.ts';

/** A task of a gold parse; the shape is that of the public corpus. */
export interface GoldTask {
  readonly no: number | null;
  readonly section: string | null;
  readonly subsection: string | null;
  readonly item: string | null;
  readonly requirement: string;
  readonly lead: readonly string[];
  readonly units: readonly string[];
  readonly cooperate: readonly string[];
  readonly deadlineText: string | null;
  readonly deadline: {
    readonly kind: string;
    readonly date: string | null;
    readonly thenOngoing: boolean;
  };
  readonly inherited: readonly string[];
  readonly uncertain: readonly { readonly field: string }[];
}

export const scoredFields = [
  'no',
  'section',
  'subsection',
  'item',
  'requirement',
  'lead',
  'responsible',
  'cooperating',
  'deadlineText',
  'deadline',
  'inherited',
] as const;
export type ScoredField = (typeof scoredFields)[number];

interface FieldScore {
  readonly right: number;
  readonly scored: number;
  /** Wrong and without a flag on the field: what must not happen. */
  readonly wrongUnflagged: number;
}

export interface PlanScore {
  readonly found: number;
  readonly missing: readonly (number | null)[];
  readonly invented: readonly string[];
  readonly fields: Readonly<Record<ScoredField, FieldScore>>;
  readonly flags: number;
  readonly misses: readonly string[];
}

const squeeze = (text: string | null) => (text ?? '').replace(/\s+/gu, '');
const setOf = (names: readonly string[]) => [...names].map(squeeze).sort().join('、');

const goldName: Partial<Record<ScoredField, string>> = { responsible: 'units', cooperating: 'cooperate' };
const inheritedName: Readonly<Record<string, string>> = {
  lead: 'units',
  responsible: 'units',
  cooperating: 'units',
};

function goldValue(task: GoldTask, field: ScoredField): string {
  switch (field) {
    case 'no':
      return String(task.no);
    case 'lead':
      return setOf(task.lead);
    case 'responsible':
      return setOf(task.units);
    case 'cooperating':
      return setOf(task.cooperate);
    case 'deadline':
      return `${task.deadline.kind} ${task.deadline.date} ${task.deadline.thenOngoing}`;
    case 'inherited':
      return setOf(task.inherited);
    default:
      return squeeze(task[field]);
  }
}

function readValue(task: TaskReading, field: ScoredField): string {
  switch (field) {
    case 'no':
      return String(task.no);
    case 'lead':
    case 'responsible':
    case 'cooperating':
      return setOf(task[field]);
    case 'deadline':
      return `${task.deadline.kind} ${task.deadline.date} ${task.deadline.thenOngoing}`;
    case 'inherited':
      return setOf([...new Set(task.inherited.map((name) => inheritedName[name] ?? name))]);
    default:
      return squeeze(task[field]);
  }
}

function isFlagged(task: TaskReading, field: ScoredField): boolean {
  const name = field === 'deadlineText' ? 'deadline' : field;
  return task.flags.some((flag) => flag.field === name);
}

function keyOf(text: string): string {
  return squeeze(text).slice(0, 24);
}

/** Pairs gold and read tasks by number where both agree on the text, else by text. */
function pairTasks(plan: PlanReading, gold: readonly GoldTask[]): Map<GoldTask, TaskReading> {
  const pairs = new Map<GoldTask, TaskReading>();
  const free = new Set(plan.tasks);
  const take = (goldTask: GoldTask, fits: (task: TaskReading) => boolean) => {
    const found = [...free].find(fits);
    if (found === undefined || pairs.has(goldTask)) return;
    pairs.set(goldTask, found);
    free.delete(found);
  };
  const texts = (task: GoldTask) =>
    [task.requirement, task.item ?? ''].filter((text) => text !== '').map(keyOf);
  for (const task of gold)
    take(task, ({ no, requirement }) => no === task.no && texts(task).includes(keyOf(requirement)));
  for (const task of gold) take(task, ({ requirement }) => texts(task).includes(keyOf(requirement)));
  for (const task of gold) take(task, ({ no }) => no !== null && no === task.no);
  return pairs;
}

/** Scores a reading. `acceptItem` lists numbers whose item may stand for the requirement. */
export function scorePlan(
  plan: PlanReading,
  gold: readonly GoldTask[],
  acceptItem: readonly number[] = [],
): PlanScore {
  const pairs = pairTasks(plan, gold);
  const used = new Set(pairs.values());
  const misses: string[] = [];
  const scoreField = (field: ScoredField): FieldScore => {
    let right = 0;
    let scored = 0;
    let wrongUnflagged = 0;
    for (const [task, read] of pairs) {
      if (task.uncertain.some((doubt) => doubt.field === (goldName[field] ?? field))) continue;
      scored++;
      const want = goldValue(task, field);
      const got = readValue(read, field);
      const other =
        field === 'requirement' && acceptItem.includes(task.no ?? -1) && squeeze(task.item) === got;
      if (want === got || other) right++;
      else {
        if (!isFlagged(read, field)) wrongUnflagged++;
        misses.push(`${task.no} ${field}: 应为 ${want} 读成 ${got}`);
      }
    }
    return { right, scored, wrongUnflagged };
  };
  const fields: Record<ScoredField, FieldScore> = {
    no: scoreField('no'),
    section: scoreField('section'),
    subsection: scoreField('subsection'),
    item: scoreField('item'),
    requirement: scoreField('requirement'),
    lead: scoreField('lead'),
    responsible: scoreField('responsible'),
    cooperating: scoreField('cooperating'),
    deadlineText: scoreField('deadlineText'),
    deadline: scoreField('deadline'),
    inherited: scoreField('inherited'),
  };
  return {
    found: pairs.size,
    missing: gold.filter((task) => !pairs.has(task)).map((task) => task.no),
    invented: plan.tasks.filter((task) => !used.has(task)).map((task) => task.requirement.slice(0, 30)),
    fields,
    flags: plan.tasks.reduce((sum, task) => sum + task.flags.length, 0),
    misses,
  };
}

/** One line per field: right / scored. For a failing test's message and the benchmark. */
export function scoreLines(name: string, score: PlanScore): string {
  const fields = scoredFields.map((field) => {
    const { right, scored } = score.fields[field];
    return `${field} ${right}/${scored}`;
  });
  return `${name}: 找到 ${score.found}，遗漏 ${score.missing.length}，多出 ${score.invented.length}，疑点 ${score.flags}；${fields.join('，')}`;
}
