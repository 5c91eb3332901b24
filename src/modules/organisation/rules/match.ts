/**
 * Finds the unit a document means by a printed name. Sure answers come only from names that belong to one unit; all
 * else is offered to a person with the reason. Pure: the register is an argument.
 */
import type { Day } from '#kernel/day.ts';
import type { AliasKind } from './kinds.ts';
import {
  collectiveKeyOf,
  type NamePlace,
  nameKeyOf,
  normaliseUnitName,
  splitBracketedName,
} from './name-key.ts';
import { compareNameKeys } from './near-names.ts';

/** A unit as a match names it. */
export interface MatchedUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly shortName: string;
}

export interface NearCandidate extends MatchedUnit {
  readonly reason: string;
  /** 0 to 1. */
  readonly likeness: number;
}

/** What a printed name means. `exact`, `shortName` and `alias` are sure; `near` is for a person to decide. */
export type UnitMatch =
  | ({ readonly kind: 'exact' } & MatchedUnit)
  | ({ readonly kind: 'shortName'; readonly reason: string } & MatchedUnit)
  | ({ readonly kind: 'alias'; readonly aliasKind: AliasKind; readonly reason: string } & MatchedUnit)
  | { readonly kind: 'near'; readonly candidates: readonly NearCandidate[] }
  | {
      readonly kind: 'collective';
      readonly collectiveId: string;
      readonly phrase: string;
      readonly unitIds: readonly string[];
      readonly dependsOnTask: boolean;
    }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface RegisteredUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly active: boolean;
}

export interface RegisteredAlias {
  readonly unitId: string;
  readonly name: string;
  readonly kind: AliasKind;
  readonly validFrom: Day | null;
  /** First day on which it is out of use. */
  readonly validUntil: Day | null;
}

export interface RegisteredCollective {
  readonly id: string;
  readonly phrase: string;
  readonly aliases: readonly string[];
  readonly unitIds: readonly string[];
  readonly dependsOnTask: boolean;
}

export interface NameRegister {
  readonly place: NamePlace;
  readonly units: readonly RegisteredUnit[];
  readonly aliases: readonly RegisteredAlias[];
  readonly collectives: readonly RegisteredCollective[];
}

interface KnownName {
  readonly unit: RegisteredUnit;
  readonly source: 'name' | 'shortName' | AliasKind;
  readonly text: string;
  readonly key: string;
  /** False for names out of use on the day asked for and for units no longer active. */
  readonly inUse: boolean;
}

/** The register made ready for many names. */
export interface NameIndex {
  readonly place: NamePlace;
  readonly names: readonly KnownName[];
  readonly byText: ReadonlyMap<string, readonly KnownName[]>;
  readonly byKey: ReadonlyMap<string, readonly KnownName[]>;
  readonly collectives: ReadonlyMap<string, RegisteredCollective>;
}

function groupNames(names: readonly KnownName[], keyOf: (name: KnownName) => string) {
  const groups = new Map<string, KnownName[]>();
  for (const name of names) {
    const key = keyOf(name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [name]);
    else group.push(name);
  }
  return groups;
}

/** Builds the index. `on` is the day of the document: names of its time then count as in use. */
export function indexNames(register: NameRegister, on?: Day): NameIndex {
  const known = (unit: RegisteredUnit, source: KnownName['source'], text: string, inUse: boolean) => ({
    unit,
    source,
    text: normaliseUnitName(text),
    key: nameKeyOf(text, register.place).key,
    inUse,
  });
  const unitsById = new Map(register.units.map((unit) => [unit.id, unit]));
  const names = register.units.flatMap((unit) => [
    known(unit, 'name', unit.name, unit.active),
    ...(unit.shortName === unit.name ? [] : [known(unit, 'shortName', unit.shortName, unit.active)]),
  ]);
  for (const alias of register.aliases) {
    const unit = unitsById.get(alias.unitId);
    if (unit === undefined) continue;
    const started = alias.validFrom === null || on === undefined || alias.validFrom <= on;
    const ended = alias.validUntil !== null && (on === undefined || alias.validUntil <= on);
    names.push(known(unit, alias.kind, alias.name, unit.active && started && !ended));
  }
  const collectives = new Map<string, RegisteredCollective>();
  for (const collective of register.collectives) {
    for (const phrase of [collective.phrase, ...collective.aliases]) {
      collectives.set(collectiveKeyOf(phrase), collective);
    }
  }
  return {
    place: register.place,
    names,
    byText: groupNames(names, (name) => name.text),
    byKey: groupNames(names, (name) => name.key),
    collectives,
  };
}

function unitFields(unit: RegisteredUnit) {
  return { unitId: unit.id, unitName: unit.name, shortName: unit.shortName };
}

function nearMatch(candidates: readonly NearCandidate[]): UnitMatch {
  const best = new Map<string, NearCandidate>();
  for (const candidate of candidates) {
    const earlier = best.get(candidate.unitId);
    if (earlier === undefined || earlier.likeness < candidate.likeness) best.set(candidate.unitId, candidate);
  }
  const sorted = [...best.values()].sort((left, right) => right.likeness - left.likeness);
  return { kind: 'near', candidates: sorted.slice(0, 5) };
}

/** The one unit all these names belong to; undefined for none or several. */
function soleUnit(names: readonly KnownName[]): RegisteredUnit | undefined {
  const [first] = names;
  return first !== undefined && names.every((name) => name.unit.id === first.unit.id)
    ? first.unit
    : undefined;
}

function sureMatch(name: KnownName, reason: string): UnitMatch {
  switch (name.source) {
    case 'name':
    case 'shortName':
      return { kind: 'shortName', ...unitFields(name.unit), reason };
    default:
      return { kind: 'alias', ...unitFields(name.unit), aliasKind: name.source, reason };
  }
}

function matchWholeName(index: NameIndex, printed: string): UnitMatch | undefined {
  const same = (index.byText.get(printed) ?? []).filter((name) => name.inUse);
  const [first] = same;
  if (first !== undefined && soleUnit(same) !== undefined) {
    if (same.some((name) => name.source === 'name')) return { kind: 'exact', ...unitFields(first.unit) };
    return sureMatch(first, first.source === 'shortName' ? '登记的简称' : '登记的别名');
  }
  if (same.length > 0) {
    return nearMatch(
      same.map(({ unit }) => ({ ...unitFields(unit), likeness: 0.9, reason: '几个单位都用这个名称' })),
    );
  }
  const { place, key } = nameKeyOf(printed, index.place);
  const alike = index.byKey.get(key) ?? [];
  const usable = alike.filter((name) => name.inUse);
  const [known] = usable;
  if (
    known !== undefined &&
    soleUnit(usable) !== undefined &&
    (place.kind === 'own' || place.kind === 'none')
  ) {
    return sureMatch(known, `与“${known.text}”只是写法不同`);
  }
  if (alike.length === 0) return undefined;
  return nearMatch(
    alike.map(({ unit, text, inUse }) => {
      const found = { ...unitFields(unit), likeness: 0.85 };
      if (!inUse) return { ...found, likeness: 0.8, reason: `“${text}”已停用，请核对` };
      switch (place.kind) {
        case 'sameRank':
          return { ...found, likeness: 0.9, reason: `文件写作“${place.word}”，本地为“${index.place.name}”` };
        case 'otherRank':
          return { ...found, likeness: 0.7, reason: `“${place.word}”一级的单位，可能不是本地的` };
        case 'otherPlace':
          return { ...found, likeness: 0.75, reason: `文件写的是${place.word}的单位` };
        default:
          return { ...found, reason: '几个单位都可以这样简称' };
      }
    }),
  );
}

function unitIdOfSure(match: UnitMatch | undefined): string | undefined {
  return match?.kind === 'exact' || match?.kind === 'shortName' || match?.kind === 'alias'
    ? match.unitId
    : undefined;
}

/** A name with brackets: sure only when inside and outside mean one body. */
function matchBracketedName(index: NameIndex, printed: string): UnitMatch | undefined {
  const { outside, inside } = splitBracketedName(printed);
  if (inside.length === 0 || outside === '') return undefined;
  const outer = matchWholeName(index, outside);
  const inner = inside.map((name) => ({ name, match: matchWholeName(index, name) }));
  const outerId = unitIdOfSure(outer);
  const innerIds = inner.map(({ match }) => unitIdOfSure(match));
  if (outer !== undefined && outerId !== undefined && innerIds.every((id) => id === outerId)) {
    return outer.kind === 'exact' || outer.kind === 'shortName' || outer.kind === 'alias'
      ? {
          kind: 'alias',
          unitId: outer.unitId,
          unitName: outer.unitName,
          shortName: outer.shortName,
          aliasKind: 'doubleName',
          reason: '括号内外是同一单位的两块牌子',
        }
      : outer;
  }
  const candidates: NearCandidate[] = [];
  const offer = (match: UnitMatch | undefined, likeness: number, reason: string) => {
    if (match?.kind === 'near') candidates.push(...match.candidates);
    else if (match?.kind === 'exact' || match?.kind === 'shortName' || match?.kind === 'alias') {
      const { unitId, unitName, shortName } = match;
      candidates.push({ unitId, unitName, shortName, likeness, reason });
    }
  };
  offer(outer, 0.9, `括号内的“${inside.join('、')}”与该单位登记的名称不符`);
  for (const { name, match } of inner) offer(match, 0.8, `括号内的“${name}”是该单位`);
  return candidates.length === 0 ? undefined : nearMatch(candidates);
}

/** Finds the unit or collective phrase for a printed name, or says why it cannot. */
export function matchPrintedName(index: NameIndex, printedName: string): UnitMatch {
  const printed = normaliseUnitName(printedName);
  if (printed === '') return { kind: 'unknown', reason: '名称是空的' };
  const whole = matchWholeName(index, printed);
  if (unitIdOfSure(whole) !== undefined && whole !== undefined) return whole;
  const collective = index.collectives.get(collectiveKeyOf(printed));
  if (collective !== undefined) {
    return {
      kind: 'collective',
      collectiveId: collective.id,
      phrase: collective.phrase,
      unitIds: [...collective.unitIds],
      dependsOnTask: collective.dependsOnTask,
    };
  }
  const found = whole ?? matchBracketedName(index, printed);
  if (found !== undefined) return found;
  const { outside } = splitBracketedName(printed);
  const { key } = nameKeyOf(outside === '' ? printed : outside, index.place);
  const candidates = index.names.flatMap((name): NearCandidate[] => {
    const likeness = name.inUse ? compareNameKeys(key, name.key) : undefined;
    return likeness === undefined ? [] : [{ ...unitFields(name.unit), ...likeness }];
  });
  if (candidates.length > 0) return nearMatch(candidates);
  const several =
    /^(?:各|有关|相关|全[县区市]|[省市县区]级?各)|(?:等|有关|相关|各)(?:部门|单位)|成员单位|部门$|单位$/.test(
      printed,
    );
  return {
    kind: 'unknown',
    reason: several
      ? `“${printed}”像是指几个单位，但没有登记为集合性责任单位`
      : `登记的单位中没有名称与“${printed}”相近的`,
  };
}
