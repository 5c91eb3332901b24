/** Looks up whom the lines of a roster mean: registered officers by name and unit, everybody else by number. */
import { and, eq, isNull } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import type { RosterLine } from '../contract/training.ts';
import type { RosterEntry } from '../rules/roster.ts';
import { officers } from '../tables/register.ts';
import { matchUnits } from './register.ts';

export interface MatchedRoster {
  readonly lines: readonly RosterLine[];
  readonly attendees: readonly { readonly officerId: string; readonly newEntrant: boolean }[];
  readonly headCounts: readonly {
    readonly unitId: string;
    readonly heads: number;
    readonly newEntrants: number;
  }[];
  readonly unmatched: number;
}

/** Names of people who are no registered officers are not kept: they count for their unit. */
export async function matchRoster(
  db: ReadDb,
  jurisdictionId: string,
  entries: readonly RosterEntry[],
): Promise<MatchedRoster> {
  const matches = await matchUnits(db, jurisdictionId, [...new Set(entries.map((entry) => entry.unitName))]);
  const known = await db
    .select({ id: officers.id, name: officers.name, unitId: officers.unitId })
    .from(officers)
    .where(and(eq(officers.jurisdictionId, jurisdictionId), isNull(officers.activeUntil)));
  const attendees = new Map<string, { officerId: string; newEntrant: boolean }>();
  const heads = new Map<string, { unitId: string; heads: number; newEntrants: number }>();
  const lines = entries.map((entry): RosterLine => {
    const { line, text, name, newEntrants } = entry;
    const match = matches.get(entry.unitName);
    if (match === undefined || !('unitId' in match)) {
      const near = match?.kind === 'near' ? match.candidates[0]?.shortName : undefined;
      const note =
        entry.unitName === ''
          ? '没有填单位'
          : near === undefined
            ? `单位名录里没有“${entry.unitName}”`
            : `单位名录里没有“${entry.unitName}”，是不是“${near}”`;
      return { line, text, outcome: 'unmatched', unitName: null, heads: entry.heads, note };
    }
    const { unitId, shortName } = match;
    const people = known.filter((officer) => officer.name === name && officer.unitId === unitId);
    const [officer] = people;
    if (officer !== undefined && people.length === 1) {
      const again = attendees.has(officer.id);
      attendees.set(officer.id, { officerId: officer.id, newEntrant: newEntrants > 0 });
      const note = again ? '与前面的一行重复，只算一次' : '已登记的工作人员';
      return { line, text, outcome: 'officer', unitName: shortName, heads: again ? 0 : 1, note };
    }
    const former = heads.get(unitId) ?? { unitId, heads: 0, newEntrants: 0 };
    heads.set(unitId, {
      unitId,
      heads: former.heads + entry.heads,
      newEntrants: former.newEntrants + newEntrants,
    });
    const note =
      name === null
        ? '按人数登记'
        : people.length > 1
          ? '有同名的工作人员，按人数登记'
          : '不是已登记的工作人员，只记人数，不留姓名';
    return { line, text, outcome: 'heads', unitName: shortName, heads: entry.heads, note };
  });
  return {
    lines,
    attendees: [...attendees.values()],
    headCounts: [...heads.values()],
    unmatched: lines.filter((line) => line.outcome === 'unmatched').length,
  };
}
