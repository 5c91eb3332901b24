/** Reads a unit cell or bracket into single names by role. Knows wording only, no register of real units. */

import { foldText, mendMisreadSigns, simplifyCharacters, tidyText } from '#kernel/chinese/fold-text.ts';
import type { ReadingFlag, TaskField } from '../../reading.ts';
import { findRoleRuns, type UnitRole } from './role-marks.ts';
import { splitUnitNames } from './split-names.ts';
import { looksLikeUnit } from './unit-words.ts';

export type { UnitRole } from './role-marks.ts';

/** What the place of the text says about the roles in it. */
export interface UnitsContext {
  /** The role of names without a role word: that of the column or label. `responsible` when not given. */
  readonly roleHint?: UnitRole;
  /** The column's heading says that the first unit of each list leads. */
  readonly firstLeads?: boolean;
}

/** Units of a task; every name stands in exactly one list. */
export interface UnitsReading {
  readonly lead: readonly string[];
  readonly responsible: readonly string[];
  readonly cooperating: readonly string[];
  readonly flags: readonly ReadingFlag[];
}

interface NamedUnit {
  readonly name: string;
  readonly role: UnitRole;
}

interface Assigned {
  readonly units: readonly NamedUnit[];
  readonly doubts: readonly (readonly [UnitRole, string])[];
}

const wholeBracket = /^[（【[〔](.*)[）】\]〕][。；]?$/su;

/** Strips brackets around the whole text; OCR mixes their shapes, so any closing shape will do. */
function unwrap(text: string): string {
  const inner = wholeBracket.exec(text)?.[1];
  return inner !== undefined && !/^[^（]*）/u.test(inner) ? inner : text;
}

function assignRoles(printed: string, simple: string, context: UnitsContext): Assigned {
  const units: NamedUnit[] = [];
  const doubts: [UnitRole, string][] = [];
  const defaultRole = context.roleHint ?? 'responsible';
  let firstLeads = context.firstLeads ?? false;
  let labelRole: UnitRole = defaultRole;
  let muted = false;
  let pending: string[] = [];
  const settle = (role: UnitRole) => {
    for (const name of pending) units.push({ name, role });
    pending = [];
  };
  for (const run of findRoleRuns(simple)) {
    switch (run.kind) {
      case 'names': {
        if (muted) break;
        const split = splitUnitNames(printed.slice(run.from, run.to), simple.slice(run.from, run.to));
        pending.push(...split.names);
        for (const doubt of split.doubts) doubts.push([labelRole, doubt]);
        break;
      }
      case 'label':
        muted = false;
        settle(labelRole);
        labelRole = run.role;
        break;
      case 'behind':
        // 由A会同B负责: the word behind belongs to A, which is settled already.
        settle(labelRole === 'cooperating' && run.role === 'responsible' ? labelRole : run.role);
        labelRole = defaultRole;
        break;
      case 'bracket': {
        const last = pending.pop();
        if (last === undefined) break;
        if (run.role !== 'lead' && pending.length > 0) {
          doubts.push([run.role, `括号里的角色只记在“${last}”上，前面的单位可能也是`]);
        }
        settle(labelRole);
        units.push({ name: last, role: run.role });
        break;
      }
      case 'otherMatter':
        settle(labelRole);
        muted = true;
        break;
      case 'between':
        settle('lead');
        labelRole = 'cooperating';
        break;
      case 'firstLeads':
        firstLeads = true;
        break;
      case 'boundary':
        settle(labelRole);
        break;
    }
  }
  settle(labelRole);
  const [first, ...others] = units;
  if (firstLeads && first !== undefined && !units.some((unit) => unit.role === 'lead')) {
    return { units: [{ ...first, role: 'lead' }, ...others], doubts };
  }
  return { units, doubts };
}

const strength: Readonly<Record<UnitRole, number>> = { lead: 3, responsible: 2, cooperating: 1 };

/** Keeps each name once, in its strongest role; says so when the printed roles disagree. */
function withoutRepeats(units: readonly NamedUnit[]): Assigned {
  const kept = new Map<string, NamedUnit>();
  const doubts: [UnitRole, string][] = [];
  for (const unit of units) {
    const key = foldText(unit.name);
    const earlier = kept.get(key);
    if (earlier === undefined) {
      kept.set(key, unit);
    } else if (earlier.role !== unit.role) {
      const stronger = strength[unit.role] > strength[earlier.role] ? unit : earlier;
      kept.set(key, stronger);
      doubts.push([stronger.role, `“${unit.name}”出现在两种角色里，按较重的一种读取`]);
    }
  }
  return { units: [...kept.values()], doubts };
}

function doubtOfName(name: string): string | undefined {
  if (/^(?:直属|各?分)[^，]{0,2}局$|^(?:办公室|委员会|管理局|服务中心|公室|员会|分局)$/u.test(name)) {
    return `“${name}”可能是前一个单位名称的一部分`;
  }
  const simple = simplifyCharacters(name);
  if (name.length > 30 || /[。！？]/u.test(name)) return `“${name.slice(0, 20)}…”不像单位名称`;
  if (looksLikeUnit(simple)) return undefined;
  return `“${name}”不像完整的单位名称，请核对`;
}

const nothingPrinted = /^[-—–~/\\、，。.·*無无\s]*$/u;

/**
 * Reads the printed text of a unit cell, label or bracket. Names come out as printed, without blanks inside and
 * without role words; an open list (等) and every doubtful cut is flagged on the list it concerns.
 */
export function readUnits(text: string, context: UnitsContext = {}): UnitsReading {
  const printed = unwrap(mendMisreadSigns(tidyText(text)));
  if (nothingPrinted.test(printed)) return { lead: [], responsible: [], cooperating: [], flags: [] };
  const assigned = assignRoles(printed, simplifyCharacters(printed), context);
  const { units, doubts } = withoutRepeats(assigned.units);
  const flags: ReadingFlag[] = [];
  const flag = (field: TaskField, reason: string) => {
    if (!flags.some((known) => known.reason === reason)) flags.push({ field, reason });
  };
  for (const [role, reason] of [...assigned.doubts, ...doubts]) flag(role, reason);
  for (const unit of units) {
    const reason = doubtOfName(unit.name);
    if (reason !== undefined) flag(unit.role, reason);
  }
  const namesOf = (role: UnitRole) => units.filter((unit) => unit.role === role).map((unit) => unit.name);
  return {
    lead: namesOf('lead'),
    responsible: namesOf('responsible'),
    cooperating: namesOf('cooperating'),
    flags,
  };
}
