/** What a person decided about printed names is kept in the register, so that the next plan needs no asking (REQ-10). */
import type { Work } from '#kernel/work.ts';
import {
  createCollective,
  matchUnits,
  rememberAlias,
  setCollectiveMembers,
} from '#modules/organisation/index.ts';
import type { UnitDecision } from '../rules/shapes.ts';

const sameMembers = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && left.every((unitId) => right.includes(unitId));

/** Remembers every decision the register would not have come to by itself. */
export async function rememberUnitDecisions(
  work: Work,
  jurisdictionId: string,
  decisions: Readonly<Record<string, UnitDecision>>,
): Promise<void> {
  const matches = await matchUnits(work.db, jurisdictionId, Object.keys(decisions));
  for (const [printedName, decision] of Object.entries(decisions)) {
    const match = matches.get(printedName);
    if (decision.kind === 'unit') {
      const known = match?.kind === 'exact' || match?.kind === 'shortName' || match?.kind === 'alias';
      if (!known) await rememberAlias(work, { unitId: decision.unitId, printedName });
    } else if (match?.kind === 'collective') {
      // A phrase that means other units in every task has no members worth keeping.
      if (match.dependsOnTask || sameMembers(match.unitIds, decision.unitIds)) continue;
      await setCollectiveMembers(work, match.collectiveId, { memberIds: decision.unitIds });
    } else if (decision.unitIds.length > 0) {
      await createCollective(work, jurisdictionId, {
        phrase: printedName,
        aliases: [],
        kinds: [],
        memberIds: decision.unitIds,
        dependsOnTask: false,
      });
    }
  }
}
