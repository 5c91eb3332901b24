/**
 * Turns a raw task into the reading of a task: gives its texts to the field readers, mends names cut in two by a
 * column border, looks for a deadline where no column prints one, and gathers every doubt.
 */
import {
  type DeadlineContext,
  findDeadlineInSentence,
  foldText,
  joinChinese,
  readDeadline,
  readQuotas,
  readUnits,
  type UnitsReading,
} from '../fields/index.ts';
import type { DeadlineReading, ReadingFlag, TaskField, TaskReading } from '../reading.ts';
import { looksLikeDeadline, looksLikeUnits } from './cell-kind.ts';
import { sortDuties } from './duty-text.ts';
import type { DutyTexts, RawTask, UnitRole } from './raw-task.ts';
import { mendDamage } from './text-damage.ts';

const unitRoles: readonly UnitRole[] = ['lead', 'responsible', 'cooperating'];

/** Sorts labels, brackets and deadlines that stand inside the unit cells. */
function sortedDuties(duties: DutyTexts): DutyTexts {
  const sorted: Record<keyof DutyTexts, string | null> = {
    lead: null,
    responsible: null,
    cooperating: null,
    deadline: duties.deadline,
  };
  for (const role of unitRoles) {
    const text = duties[role];
    if (text === null) continue;
    const inside = sortDuties(text, role);
    for (const field of ['lead', 'responsible', 'cooperating', 'deadline'] as const) {
      const value = inside[field];
      if (value === null || (field === 'deadline' && duties.deadline !== null)) continue;
      sorted[field] = sorted[field] === null ? value : `${sorted[field]}、${value}`;
    }
  }
  return sorted;
}

const nameStart = /^(?:[县区市省镇乡州旗]|各|国|相关|有关|其他|人民)/u;

/** A name that a column border cut in two: neither half is a list of units, both together are. */
function mendCutName(duties: DutyTexts): { duties: DutyTexts; mended: boolean } {
  const { lead, responsible } = duties;
  if (lead === null || responsible === null || nameStart.test(responsible) || looksLikeUnits(lead)) {
    return { duties, mended: false };
  }
  const joined = `${lead}${responsible}`;
  if (!looksLikeUnits(joined)) return { duties, mended: false };
  return { duties: { ...duties, lead: null, responsible: joined }, mended: true };
}

const blankInList = /(?<=(?<left>[^、，,；;\s]*\p{Script=Han}))[ \u3000]+(?=(?<right>\p{Script=Han}))/gu;

/** A list parted by 、 or ， has no use for blanks: they broke a name, unless two whole names meet there. */
function withoutStrayBlanks(text: string): string {
  if (!/[、，,；;]/u.test(text)) return text;
  return text.replace(blankInList, (blank, left: string, right: string) => {
    return /[县区市省各]/u.test(right) && looksLikeUnits(left) ? blank : '';
  });
}

interface AllUnits extends UnitsReading {
  /** Lists with a name that came from a text inherited from above. */
  readonly fromAbove: ReadonlySet<UnitRole>;
}

function readAllUnits(duties: DutyTexts, inherited: readonly TaskField[]): AllUnits {
  const fromAbove = new Set<UnitRole>();
  const lists: Record<UnitRole, string[]> = { lead: [], responsible: [], cooperating: [] };
  const flags: ReadingFlag[] = [];
  const known = new Set<string>();
  for (const role of unitRoles) {
    const text = duties[role];
    if (text === null) continue;
    const reading = readUnits(withoutStrayBlanks(text), { roleHint: role });
    flags.push(...reading.flags);
    for (const list of unitRoles) {
      for (const name of reading[list]) {
        const key = foldText(name);
        if (known.has(key)) continue;
        known.add(key);
        lists[list].push(name);
        if (inherited.includes(role)) fromAbove.add(list);
      }
    }
  }
  return { ...lists, flags, fromAbove };
}

interface FoundDeadline {
  readonly text: string | null;
  readonly reading: DeadlineReading;
  readonly flags: readonly ReadingFlag[];
}

function conflictWithSentence(
  requirement: string,
  reading: DeadlineReading,
  context: DeadlineContext,
): ReadingFlag[] {
  const inText = findDeadlineInSentence(requirement, context);
  const day = inText?.reading.date ?? null;
  if (day === null || reading.date === null || day === reading.date) return [];
  if (reading.milestones.some((milestone) => milestone.date === day)) return [];
  return [{ field: 'deadline', reason: `完成时限与任务文字里的“${inText?.text ?? ''}”不一致，请核对` }];
}

function findDeadline(raw: RawTask, printed: string | null, context: DeadlineContext): FoundDeadline {
  if (printed !== null) {
    const verdict = readDeadline(printed, context);
    return {
      text: joinChinese(printed),
      reading: verdict.reading,
      flags: [...verdict.flags, ...conflictWithSentence(raw.requirement, verdict.reading, context)],
    };
  }
  if (raw.remarks !== null && looksLikeDeadline(raw.remarks)) {
    const verdict = readDeadline(raw.remarks, context);
    if (verdict.reading.kind !== 'none') return { text: raw.remarks, ...verdict };
  }
  const inText = findDeadlineInSentence(raw.requirement, context);
  if (inText !== undefined) return inText;
  return { text: null, ...readDeadline('', context), flags: [] };
}

function uniqueFlags(flags: readonly ReadingFlag[]): ReadingFlag[] {
  const seen = new Set<string>();
  return flags.filter((flag) => {
    const key = `${flag.field} ${flag.reason}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function unitFlags(units: UnitsReading, raw: RawTask): ReadingFlag[] {
  if (unitRoles.some((role) => units[role].length > 0)) return [];
  if (raw.flags.some((flag) => flag.field === 'responsible')) return [];
  return [{ field: 'responsible', reason: '没有找到责任单位' }];
}

function inheritedFields(raw: RawTask, units: AllUnits): TaskField[] {
  const others = raw.inherited.filter((field) => !unitRoles.some((role) => role === field));
  return [...others, ...units.fromAbove];
}

interface MendedTexts {
  readonly texts: Pick<RawTask, 'section' | 'subsection' | 'item' | 'requirement'>;
  readonly flags: readonly ReadingFlag[];
}

function mendTexts(raw: RawTask): MendedTexts {
  const flags: ReadingFlag[] = [];
  const mend = (field: 'section' | 'subsection' | 'item' | 'requirement', printed: string) => {
    const { text, doubt } = mendDamage(printed);
    if (doubt !== null) flags.push({ field, reason: doubt });
    return text;
  };
  const heading = (field: 'section' | 'subsection' | 'item') => {
    const printed = raw[field];
    return printed === null ? null : mend(field, printed);
  };
  const texts = {
    section: heading('section'),
    subsection: heading('subsection'),
    item: heading('item'),
    requirement: mend('requirement', raw.requirement),
  };
  return { texts, flags };
}

/** Reads the fields of one task. */
export function finishTask(raw: RawTask, context: DeadlineContext): TaskReading {
  const mended = mendTexts(raw);
  const cut = mendCutName(sortedDuties(raw.duties));
  const units = readAllUnits(cut.duties, raw.inherited);
  const deadline = findDeadline(raw, cut.duties.deadline, context);
  const flags: ReadingFlag[] = [
    ...raw.flags,
    ...mended.flags,
    ...units.flags,
    ...deadline.flags,
    ...unitFlags(units, raw),
  ];
  if (cut.mended) {
    const reason = '单位名称被表格竖线断成两截，已拼接，请核对';
    flags.push({ field: 'responsible', reason }, { field: 'lead', reason });
  }
  return {
    no: raw.no,
    ...mended.texts,
    lead: units.lead,
    responsible: units.responsible,
    cooperating: units.cooperating,
    deadlineText: deadline.text,
    deadline: deadline.reading,
    quotas: readQuotas(raw.requirement),
    inherited: inheritedFields(raw, units),
    flags: uniqueFlags(flags),
    source: raw.place,
  };
}
