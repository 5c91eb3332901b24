/**
 * Recognises the same list printed twice in one document (running text and annex) and says where the two printings
 * differ. Compares by folded text and shared word pieces, in time linear in the text.
 */
import { foldText } from '../fields/index.ts';
import type { PrintingDifference, TaskField, TaskReading } from '../reading.ts';

const gramLength = 6;

/** The text without marks and widths: what two printings of one sentence share. */
function bareKey(text: string): string {
  return foldText(text).replace(/[^\p{Script=Han}a-z0-9]/gu, '');
}

function gramsOf(key: string): Set<string> {
  const grams = new Set<string>();
  if (key.length < gramLength) grams.add(key);
  for (let at = 0; at + gramLength <= key.length; at++) grams.add(key.slice(at, at + gramLength));
  return grams;
}

function indexOfGrams(keys: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [at, key] of keys.entries()) {
    for (const gram of gramsOf(key)) {
      const places = index.get(gram);
      if (places === undefined) index.set(gram, [at]);
      else if (places.length < 8) places.push(at);
    }
  }
  return index;
}

interface Candidate {
  readonly at: number;
  /** Share of the sought text's pieces found there. */
  readonly share: number;
}

function nearest(key: string, index: ReadonlyMap<string, readonly number[]>): Candidate | undefined {
  const grams = gramsOf(key);
  const hits = new Map<number, number>();
  for (const gram of grams) for (const at of index.get(gram) ?? []) hits.set(at, (hits.get(at) ?? 0) + 1);
  let best: Candidate | undefined;
  for (const [at, count] of hits) {
    if (best === undefined || count / grams.size > best.share) best = { at, share: count / grams.size };
  }
  return best;
}

export interface TwoPrintings {
  readonly pairs: readonly (readonly [TaskReading, TaskReading])[];
  readonly onlyFirst: readonly TaskReading[];
  readonly onlySecond: readonly TaskReading[];
}

const alike = 0.5;

/** Pairs the tasks of two lists by their requirements; undefined when they are two different lists. */
export function pairPrintings(
  first: readonly TaskReading[],
  second: readonly TaskReading[],
): TwoPrintings | undefined {
  const secondKeys = second.map((task) => bareKey(task.requirement));
  const index = indexOfGrams(secondKeys);
  const pairs: [TaskReading, TaskReading][] = [];
  const onlyFirst: TaskReading[] = [];
  const taken = new Set<number>();
  for (const task of first) {
    const found = nearest(bareKey(task.requirement), index);
    const partner =
      found === undefined || found.share < alike || taken.has(found.at) ? undefined : second[found.at];
    if (found === undefined || partner === undefined) onlyFirst.push(task);
    else {
      taken.add(found.at);
      pairs.push([task, partner]);
    }
  }
  if (pairs.length * 2 < Math.min(first.length, second.length)) return undefined;
  return { pairs, onlyFirst, onlySecond: second.filter((_, at) => !taken.has(at)) };
}

const comparedFields: readonly TaskField[] = [
  'requirement',
  'lead',
  'responsible',
  'cooperating',
  'deadline',
];

function printedValue(task: TaskReading, field: TaskField): string {
  switch (field) {
    case 'lead':
    case 'responsible':
    case 'cooperating':
      return task[field].join('、');
    case 'deadline':
      return task.deadlineText ?? '';
    case 'requirement':
      return task.requirement;
    default:
      return '';
  }
}

function comparable(value: string, field: TaskField): string {
  if (field === 'requirement') return bareKey(value);
  return value.split('、').map(foldText).sort().join('、');
}

/** Whether both print the field, and not the same. */
function differs(one: TaskReading, other: TaskReading, field: TaskField): boolean {
  const left = printedValue(one, field);
  const right = printedValue(other, field);
  return left !== '' && right !== '' && comparable(left, field) !== comparable(right, field);
}

/** Where the paired tasks differ. A field that one printing does not have at all is no difference. */
export function differencesOf({ pairs, onlyFirst, onlySecond }: TwoPrintings): PrintingDifference[] {
  const differences: PrintingDifference[] = [];
  for (const [first, second] of pairs) {
    for (const field of comparedFields) {
      if (!differs(first, second, field)) continue;
      const [one, other] = [printedValue(first, field), printedValue(second, field)];
      differences.push({ no: second.no ?? first.no, field, first: one, second: other });
    }
  }
  for (const task of onlyFirst)
    differences.push({ no: task.no, field: 'requirement', first: task.requirement, second: '' });
  for (const task of onlySecond)
    differences.push({ no: task.no, field: 'requirement', first: '', second: task.requirement });
  return differences;
}

/** The chosen printing with a flag on every field the other one prints differently. */
export function withPrintingFlags(tasks: readonly TaskReading[], printings: TwoPrintings): TaskReading[] {
  const others = new Map<TaskReading, TaskReading>();
  for (const [first, second] of printings.pairs) {
    others.set(first, second);
    others.set(second, first);
  }
  return tasks.map((task) => {
    const other = others.get(task);
    if (other === undefined) return task;
    const flags = comparedFields
      .filter((field) => differs(task, other, field))
      .map((field) => ({ field, reason: `正文与附表不一致，另一处为“${printedValue(other, field)}”` }));
    return flags.length === 0 ? task : { ...task, flags: [...task.flags, ...flags] };
  });
}

interface PrintedSentence {
  readonly text: string;
  readonly key: string;
}

function sentencesOf(text: string): PrintedSentence[] {
  return text
    .split(/(?<=[。；！？])|\n/u)
    .map((sentence) => ({ text: sentence.trim(), key: bareKey(sentence) }))
    .filter(({ key }) => key.length >= gramLength);
}

/**
 * Differences between a list of tasks and running text that tells the same without saying who and when. Empty when
 * the text is another text.
 */
export function differencesFromText(running: string, tasks: readonly TaskReading[]): PrintingDifference[] {
  const sentences = sentencesOf(running);
  if (sentences.length === 0) return [];
  const known = new Set(sentences.map(({ key }) => key));
  const index = indexOfGrams(sentences.map(({ key }) => key));
  const differences: PrintingDifference[] = [];
  let told = 0;
  for (const task of tasks) {
    const odd: [string, string][] = [];
    let same = 0;
    for (const { text, key } of sentencesOf(task.requirement)) {
      if (known.has(key)) {
        same++;
        continue;
      }
      const found = nearest(key, index);
      const sentence = found === undefined || found.share < alike ? undefined : sentences[found.at];
      if (sentence === undefined) continue;
      // A sentence that runs on in the text after a title or before a closing clause is no difference.
      if (sentence.key.includes(key)) same++;
      else odd.push([sentence.text, text]);
    }
    if (same + odd.length > 0) told++;
    for (const [first, second] of odd) differences.push({ no: task.no, field: 'requirement', first, second });
  }
  return told * 2 >= tasks.length ? differences : [];
}
