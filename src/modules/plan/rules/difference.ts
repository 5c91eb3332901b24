/** What importing a plan again would change: tasks of the new reading set against those of the plan in force. Pure. */

/** The printed content of a task, whichever side it comes from. */
export interface PrintedTask {
  readonly id: string;
  readonly no: number | null;
  readonly section: string | null;
  readonly subsection: string | null;
  readonly item: string | null;
  readonly requirement: string;
  readonly lead: readonly string[];
  readonly responsible: readonly string[];
  readonly cooperating: readonly string[];
  readonly deadlineText: string | null;
}

/** A stored task in the form plans are compared in. */
export function printedTaskOfRow(
  row: Omit<PrintedTask, 'lead' | 'responsible' | 'cooperating'> & {
    readonly printedLead: readonly string[];
    readonly printedResponsible: readonly string[];
    readonly printedCooperating: readonly string[];
  },
): PrintedTask {
  return {
    id: row.id,
    no: row.no,
    section: row.section,
    subsection: row.subsection,
    item: row.item,
    requirement: row.requirement,
    lead: row.printedLead,
    responsible: row.printedResponsible,
    cooperating: row.printedCooperating,
    deadlineText: row.deadlineText,
  };
}

export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface PlanDifference {
  readonly created: readonly PrintedTask[];
  readonly kept: readonly {
    readonly before: PrintedTask;
    readonly after: PrintedTask;
    readonly changes: readonly FieldChange[];
  }[];
  readonly withdrawn: readonly PrintedTask[];
}

const withoutBlanks = (text: string) => text.replace(/\s+/gu, '');

function bigramsOf(text: string): ReadonlySet<string> {
  const folded = withoutBlanks(text);
  const bigrams = new Set<string>();
  for (let index = 0; index + 1 < folded.length; index += 1) bigrams.add(folded.slice(index, index + 2));
  return bigrams;
}

/** Share of pairs of neighbouring characters two texts have in common (Dice), 0 … 1. */
export function measureTextSimilarity(left: string, right: string): number {
  if (withoutBlanks(left) === withoutBlanks(right)) return 1;
  return diceOf(bigramsOf(left), bigramsOf(right));
}

function diceOf(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size + right.size === 0) return 0;
  let shared = 0;
  for (const bigram of left) if (right.has(bigram)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}

/** Below this two texts are two tasks, whatever their numbers say. */
const sameNumberThreshold = 0.4;
/** Without the same number the texts must be nearer. */
const otherNumberThreshold = 0.65;

function fieldsOf(task: PrintedTask): readonly (readonly [string, string])[] {
  return [
    ['序号', task.no === null ? '' : String(task.no)],
    ['章节', task.section ?? ''],
    ['小节', task.subsection ?? ''],
    ['事项', task.item ?? ''],
    ['任务内容', task.requirement],
    ['牵头单位', task.lead.join('、')],
    ['责任单位', task.responsible.join('、')],
    ['配合单位', task.cooperating.join('、')],
    ['完成时限', task.deadlineText ?? ''],
  ];
}

function listFieldChanges(before: PrintedTask, after: PrintedTask): FieldChange[] {
  const old = new Map(fieldsOf(before));
  return fieldsOf(after).flatMap(([field, value]) => {
    const earlier = old.get(field) ?? '';
    return withoutBlanks(earlier) === withoutBlanks(value) ? [] : [{ field, before: earlier, after: value }];
  });
}

/** Pairs what is certain first: equal texts, then equal numbers with kindred texts; the rest by likeness. */
export function comparePlanTasks(
  before: readonly PrintedTask[],
  after: readonly PrintedTask[],
): PlanDifference {
  const pairs = new Map<string, PrintedTask>();
  const taken = new Set<string>();
  const pair = (old: PrintedTask, fresh: PrintedTask) => {
    pairs.set(fresh.id, old);
    taken.add(old.id);
  };

  const byText = new Map<string, PrintedTask[]>();
  for (const old of before) {
    const key = withoutBlanks(old.requirement);
    byText.set(key, [...(byText.get(key) ?? []), old]);
  }
  for (const fresh of after) {
    const same = (byText.get(withoutBlanks(fresh.requirement)) ?? []).filter((old) => !taken.has(old.id));
    const old = same.find((candidate) => candidate.no === fresh.no) ?? same[0];
    if (old !== undefined) pair(old, fresh);
  }

  const byNumber = new Map(before.filter((old) => !taken.has(old.id)).map((old) => [old.no, old]));
  for (const fresh of after) {
    if (pairs.has(fresh.id) || fresh.no === null) continue;
    const old = byNumber.get(fresh.no);
    if (old === undefined || taken.has(old.id)) continue;
    if (measureTextSimilarity(old.requirement, fresh.requirement) >= sameNumberThreshold) pair(old, fresh);
  }

  pairKindredTexts(before, after, pairs, taken, pair);

  return {
    created: after.filter((fresh) => !pairs.has(fresh.id)),
    kept: after.flatMap((fresh) => {
      const old = pairs.get(fresh.id);
      return old === undefined ? [] : [{ before: old, after: fresh, changes: listFieldChanges(old, fresh) }];
    }),
    withdrawn: before.filter((old) => !taken.has(old.id)),
  };
}

function pairKindredTexts(
  before: readonly PrintedTask[],
  after: readonly PrintedTask[],
  pairs: ReadonlyMap<string, PrintedTask>,
  taken: ReadonlySet<string>,
  pair: (old: PrintedTask, fresh: PrintedTask) => void,
): void {
  const left = before
    .filter((old) => !taken.has(old.id))
    .map((old) => ({ old, bigrams: bigramsOf(old.requirement) }));
  for (const fresh of after) {
    if (pairs.has(fresh.id)) continue;
    const bigrams = bigramsOf(fresh.requirement);
    let best: { old: PrintedTask; likeness: number } | undefined;
    for (const candidate of left) {
      if (taken.has(candidate.old.id)) continue;
      const likeness = diceOf(candidate.bigrams, bigrams);
      if (likeness >= otherNumberThreshold && likeness > (best?.likeness ?? 0))
        best = { old: candidate.old, likeness };
    }
    if (best !== undefined) pair(best.old, fresh);
  }
}
