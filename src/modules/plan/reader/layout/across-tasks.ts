/**
 * Doubts and repairs that only the whole list can tell: a unit name of which half is missing, completed from the names
 * the document prints elsewhere, and texts that stand in two tasks.
 */
import { foldText } from '../fields/index.ts';
import type { ReadingFlag, TaskField, TaskReading } from '../reading.ts';
import { looksLikeUnits } from './cell-kind.ts';
import type { UnitRole } from './raw-task.ts';

const unitRoles: readonly UnitRole[] = ['lead', 'responsible', 'cooperating'];
const collectiveWord = /各|有关|相关|其他|所有/u;
const mostFragments = 400;

/** Names the document prints in full: those of its name lists and those that several tasks share. */
function knownNames(
  tasks: readonly TaskReading[],
  collectives: Readonly<Record<string, readonly string[]>>,
): string[] {
  const counts = new Map<string, number>();
  for (const task of tasks) {
    for (const role of unitRoles) {
      for (const name of task[role]) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const repeated = [...counts]
    .filter(([name, count]) => count >= 2 && looksLikeUnits(name))
    .map(([name]) => name);
  return [...new Set([...repeated, ...Object.keys(collectives), ...Object.values(collectives).flat()])];
}

const levelOnly = /^[省市区县镇乡州旗][级属直]?$/u;
const opensWhole = /^(?:各|有关|相关|其他|所有|全|[省市区县镇乡州旗](?![级属直])|街道|村|社区)/u;

/** Ends of known names that begin inside a word (关单位 of 县属有关单位), not merely without the level (财政局). */
function tornEnds(names: readonly string[]): Set<string> {
  const ends = new Set<string>();
  for (const name of names) {
    for (let cut = 1; cut < name.length - 1; cut++) {
      const end = name.slice(cut);
      if (!levelOnly.test(name.slice(0, cut)) && !opensWhole.test(end)) ends.add(end);
    }
  }
  return ends;
}

function isFragment(name: string, known: ReadonlySet<string>, ends: ReadonlySet<string>): boolean {
  return name.length >= 2 && !known.has(name) && (ends.has(name) || !looksLikeUnits(name));
}

function isHalfName(name: string, task: TaskReading): boolean {
  return task.flags.some((flag) => flag.reason.includes(`“${name}”`));
}

/** The only known name that begins or ends with a fragment. */
function completionOf(fragment: string, names: readonly string[]): string | undefined {
  const found = names.filter((name) => name.startsWith(fragment) || name.endsWith(fragment));
  return found.length === 1 ? found[0] : undefined;
}

/** Completes unit names of which the document lost a part, where its other names leave one possibility. */
export function completeUnitNames(
  tasks: readonly TaskReading[],
  collectives: Readonly<Record<string, readonly string[]>>,
): TaskReading[] {
  const names = knownNames(tasks, collectives);
  const known = new Set(names);
  const ends = tornEnds(names);
  let tried = 0;
  return tasks.map((task) => {
    const lists: Record<UnitRole, string[]> = {
      lead: [...task.lead],
      responsible: [...task.responsible],
      cooperating: [...task.cooperating],
    };
    const flags: ReadingFlag[] = [];
    for (const role of unitRoles) {
      for (const name of task[role]) {
        if (!isFragment(name, known, ends) && !isHalfName(name, task)) continue;
        if (++tried > mostFragments) return task;
        const whole = completionOf(name, names);
        if (whole === undefined || known.has(name)) continue;
        // A phrase for many units that lost a half stood in one cell over both columns: nobody leads.
        const into =
          role === 'lead' && collectiveWord.test(whole) && task.responsible.length === 0
            ? 'responsible'
            : role;
        lists[role].splice(lists[role].indexOf(name), 1);
        if (!lists[into].includes(whole)) lists[into].push(whole);
        flags.push({ field: into, reason: `原文只印了“${name}”，按“${whole}”补全，请核对` });
        if (into !== role) flags.push({ field: role, reason: `“${whole}”可能原来跨两栏，未列为牵头单位` });
      }
    }
    return flags.length === 0 ? task : { ...task, ...lists, flags: [...task.flags, ...flags] };
  });
}

const shortest = 12;
const longSentence = 24;

function flagged(task: TaskReading, field: TaskField, reason: string): TaskReading {
  return { ...task, flags: [...task.flags, { field, reason }] };
}

/** Flags requirements that stand in two tasks, whole or with a long sentence, and items that repeat the requirement. */
export function flagRepeatedTexts(tasks: readonly TaskReading[]): TaskReading[] {
  const wholes = new Map<string, number[]>();
  const sentences = new Map<string, number[]>();
  for (const [at, task] of tasks.entries()) {
    const whole = foldText(task.requirement);
    if (whole.length >= shortest) wholes.set(whole, [...(wholes.get(whole) ?? []).slice(0, 3), at]);
    for (const sentence of new Set(whole.split(/[。；]/u))) {
      if (sentence.length < longSentence) continue;
      sentences.set(sentence, [...(sentences.get(sentence) ?? []).slice(0, 3), at]);
    }
  }
  const reasons = new Map<number, string>();
  const note = (places: readonly number[], say: (others: string) => string) => {
    for (const at of places) {
      const others = places.filter((other) => other !== at).map((other) => tasks[other]?.no ?? '?');
      if (!reasons.has(at)) reasons.set(at, say(others.join('、')));
    }
  };
  for (const places of wholes.values()) {
    if (places.length > 1) note(places, (others) => `与第${others}项文字相同，可能是重复识别`);
  }
  for (const places of sentences.values()) {
    if (places.length > 1) note(places, (others) => `有一句与第${others}项相同，可能是重复识别`);
  }
  return tasks.map((task, at) => {
    const reason = reasons.get(at);
    const repeated = reason === undefined ? task : flagged(task, 'requirement', reason);
    const item = foldText(task.item ?? '');
    const same =
      item.length >= 8 &&
      foldText(task.requirement).includes(item) &&
      item.length * 10 >= foldText(task.requirement).length * 8;
    const known = task.flags.some((flag) => flag.field === 'item');
    return same && !known ? flagged(repeated, 'item', '标题与任务内容的文字相同，可能是重复识别') : repeated;
  });
}
