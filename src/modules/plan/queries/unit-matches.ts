/** How the printed names of a draft stand to the register of units, in the form the import desk shows. */
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { matchUnits, nameUnits, type UnitMatch } from '#modules/organisation/index.ts';
import type { UnitMatchShape } from '../contract/imports.ts';
import { countPrintedUnits } from '../rules/draft.ts';
import type { ImportDraft, UnitDecision } from '../rules/shapes.ts';

/** A match nobody needs to look at again; near matches and phrases that depend on the task wait for a person. */
export function decisionOfMatch(match: UnitMatch | undefined): UnitDecision | undefined {
  switch (match?.kind) {
    case 'exact':
    case 'shortName':
    case 'alias':
      return { kind: 'unit', unitId: match.unitId };
    case 'collective':
      return match.dependsOnTask || match.unitIds.length === 0
        ? undefined
        : { kind: 'collective', unitIds: [...match.unitIds] };
    case 'near':
    case 'unknown':
    case undefined:
      return undefined;
  }
}

function candidatesOf(
  match: UnitMatch,
  names: ReadonlyMap<string, { readonly name: string }>,
): UnitMatchShape['candidates'] {
  switch (match.kind) {
    case 'exact':
      return [{ unitId: match.unitId, unitName: match.unitName, reason: '与单位全称相同' }];
    case 'shortName':
    case 'alias':
      return [{ unitId: match.unitId, unitName: match.unitName, reason: match.reason }];
    case 'near':
      return match.candidates.map(({ unitId, unitName, reason }) => ({ unitId, unitName, reason }));
    case 'collective':
      return match.unitIds.map((unitId) => ({
        unitId,
        unitName: names.get(unitId)?.name ?? unitId,
        reason: `“${match.phrase}”登记的成员`,
      }));
    case 'unknown':
      return [];
  }
}

function reasonOf(match: UnitMatch): string {
  switch (match.kind) {
    case 'exact':
      return '与单位全称相同';
    case 'shortName':
    case 'alias':
    case 'unknown':
      return match.reason;
    case 'near':
      return '名称相近，请核对';
    case 'collective':
      return match.dependsOnTask
        ? `“${match.phrase}”指哪些单位要看具体任务，请核对成员`
        : `集合性责任单位“${match.phrase}”，按登记的成员展开`;
  }
}

/** Every printed name of the draft, in order of appearance. `on` is the document's day: names of its time count. */
export async function matchDraftUnits(
  db: ReadDb,
  jurisdictionId: string,
  draft: ImportDraft,
  on: Day | null,
): Promise<UnitMatchShape[]> {
  const counts = countPrintedUnits(draft);
  const matches = await matchUnits(db, jurisdictionId, [...counts.keys()], on ?? undefined);
  const members = [...matches.values()].flatMap((match) =>
    match.kind === 'collective' ? match.unitIds : [],
  );
  const names = await nameUnits(db, members);
  return [...counts].flatMap(([name, taskCount]) => {
    const match = matches.get(name);
    if (match === undefined) return [];
    return [
      {
        name,
        how: match.kind,
        reason: reasonOf(match),
        candidates: candidatesOf(match, names),
        tasks: taskCount,
      },
    ];
  });
}
