/** Finds units as people type them: by name, short name, alias or the initials of the pinyin. Pure. */

export interface PickableUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly parentId: string | null;
  /** Other names and pinyin initials, lower case: `县发改局 xfzhggj`. */
  readonly search?: readonly string[];
}

/** Places a unit by how well it fits; undefined when it does not. Lower is better. */
function placeOfUnit(unit: PickableUnit, text: string): number | undefined {
  if (unit.shortName === text || unit.name === text) return 0;
  if (unit.shortName.startsWith(text)) return 1;
  if (unit.name.startsWith(text)) return 2;
  if (unit.name.includes(text) || unit.shortName.includes(text)) return 3;
  const others = unit.search ?? [];
  if (others.some((other) => other.startsWith(text))) return 4;
  if (others.some((other) => other.includes(text))) return 5;
  return isSubsequence(text, unit.name) ? 6 : undefined;
}

/** 发改局 fits 发展和改革局: the letters in their order. One letter alone would fit too much. */
function isSubsequence(text: string, name: string): boolean {
  if (text.length < 2) return false;
  let at = 0;
  for (const letter of name) if (letter === text[at]) at += 1;
  return at === text.length;
}

/** The units that fit, the best first, ties in the order given; all of them for an empty text. */
export function matchPickableUnits<Unit extends PickableUnit>(
  units: readonly Unit[],
  text: string,
): readonly Unit[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return units;
  return units
    .flatMap((unit) => {
      const place = placeOfUnit(unit, wanted);
      return place === undefined ? [] : [{ unit, place }];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ unit }) => unit);
}
