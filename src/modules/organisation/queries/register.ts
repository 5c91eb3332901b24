/** Reads of the register that other modules may use: units, jurisdictions, collective phrases, matching. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type {
  CollectiveView,
  JurisdictionView,
  UnitKind,
  UnitMatch,
  UnitNode,
} from '../contract/register.ts';
import { indexNames, matchPrintedName, type NameRegister } from '../rules/match.ts';
import { unitSearchWords } from '../rules/search-words.ts';
import { growUnitTree, type UnitTree } from '../rules/tree.ts';
import { collectiveMembers, collectiveUnits, jurisdictions, unitAliases, units } from '../tables/register.ts';
import { organisationRefusals } from '../words/register.ts';

export type UnitRecord = Readonly<typeof units.$inferSelect>;

const jurisdictionColumns = {
  id: jurisdictions.id,
  code: jurisdictions.code,
  name: jurisdictions.name,
  level: jurisdictions.level,
  parentName: jurisdictions.parentName,
};

export async function findJurisdiction(
  db: ReadDb,
  jurisdictionId: string,
): Promise<JurisdictionView | undefined> {
  const [row] = await db
    .select(jurisdictionColumns)
    .from(jurisdictions)
    .where(eq(jurisdictions.id, jurisdictionId));
  return row;
}

/** Every jurisdiction of the deployment, the oldest first. */
export async function listJurisdictions(db: ReadDb): Promise<JurisdictionView[]> {
  return db.select(jurisdictionColumns).from(jurisdictions).orderBy(asc(jurisdictions.id));
}

/**
 * The jurisdiction somebody acts in: an officer's own; for visitors and the platform the first of the deployment.
 * Refuses while none has been opened.
 */
export async function getHomeJurisdictionId(db: ReadDb, actor: Actor): Promise<string> {
  if (actor.kind === 'officer') return actor.jurisdictionId;
  const [first] = await listJurisdictions(db);
  if (first === undefined) throw organisationRefusals.refuse('organisation.jurisdictionNotFound', {});
  return first.id;
}

/** Active units in customary order; of these kinds only, when named. */
export async function listUnits(
  db: ReadDb,
  jurisdictionId: string,
  kinds?: readonly UnitKind[],
): Promise<UnitRecord[]> {
  return db
    .select()
    .from(units)
    .where(
      and(
        eq(units.jurisdictionId, jurisdictionId),
        isNull(units.activeUntil),
        kinds === undefined ? undefined : inArray(units.kind, [...kinds]),
      ),
    )
    .orderBy(asc(units.position));
}

/** The unit, active or not. */
export async function findUnit(db: ReadDb, unitId: string): Promise<UnitRecord | undefined> {
  const [row] = await db.select().from(units).where(eq(units.id, unitId));
  return row;
}

/** The unit with this code in the jurisdiction. */
export async function findUnitByCode(
  db: ReadDb,
  jurisdictionId: string,
  code: string,
): Promise<UnitRecord | undefined> {
  const [row] = await db
    .select()
    .from(units)
    .where(and(eq(units.jurisdictionId, jurisdictionId), eq(units.code, code)));
  return row;
}

/** Names of the units by identifier, inactive ones too: for lists that show whom a row belongs to. */
export async function nameUnits(
  db: ReadDb,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly shortName: string }>> {
  if (unitIds.length === 0) return new Map();
  const rows = await db
    .select({ id: units.id, name: units.name, shortName: units.shortName })
    .from(units)
    .where(inArray(units.id, [...new Set(unitIds)]));
  return new Map(rows.map(({ id, name, shortName }) => [id, { name, shortName }]));
}

/** Which of these units belong to the jurisdiction. */
export async function keepUnitsOf(
  db: ReadDb,
  jurisdictionId: string,
  unitIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (unitIds.length === 0) return new Set();
  const rows = await db
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.jurisdictionId, jurisdictionId), inArray(units.id, [...new Set(unitIds)])));
  return new Set(rows.map((row) => row.id));
}

/** Active units as a tree for the desk, parents first among those of one branch. */
export async function listUnitNodes(db: ReadDb, jurisdictionId: string): Promise<UnitNode[]> {
  const rows = await listUnits(db, jurisdictionId);
  const aliases = await db
    .select({ unitId: unitAliases.unitId, name: unitAliases.name })
    .from(unitAliases)
    .where(and(eq(unitAliases.jurisdictionId, jurisdictionId), isNull(unitAliases.validUntil)));
  const aliasesOf = new Map<string, string[]>();
  for (const { unitId, name } of aliases) aliasesOf.set(unitId, [...(aliasesOf.get(unitId) ?? []), name]);
  return rows.map(({ id, parentId, kind, name, shortName }) => {
    const search = unitSearchWords([name, shortName], aliasesOf.get(id) ?? []);
    return { id, parentId, kind, name, shortName, search };
  });
}

/** The unit tree with its version: keep it until the version changes. */
export async function loadUnitTree(db: ReadDb, jurisdictionId: string): Promise<UnitTree> {
  const nodes = await db
    .select({ id: units.id, parentId: units.parentId })
    .from(units)
    .where(eq(units.jurisdictionId, jurisdictionId));
  return growUnitTree(nodes);
}

/** Registered phrases in alphabetical order, with the units each stands for today. */
export async function listCollectives(db: ReadDb, jurisdictionId: string): Promise<CollectiveView[]> {
  const rows = await db
    .select()
    .from(collectiveUnits)
    .where(eq(collectiveUnits.jurisdictionId, jurisdictionId))
    .orderBy(asc(collectiveUnits.id));
  const members = await db
    .select({ collectiveId: collectiveMembers.collectiveId, unitId: collectiveMembers.unitId })
    .from(collectiveMembers)
    .innerJoin(collectiveUnits, eq(collectiveUnits.id, collectiveMembers.collectiveId))
    .where(eq(collectiveUnits.jurisdictionId, jurisdictionId));
  const active = await listUnits(db, jurisdictionId);
  const listed = new Set(members.map(({ collectiveId, unitId }) => `${collectiveId} ${unitId}`));
  return rows.map(({ id, phrase, aliases, kinds, dependsOnTask }) => ({
    id,
    phrase,
    aliases,
    kinds,
    dependsOnTask,
    memberIds: members.filter((member) => member.collectiveId === id).map((member) => member.unitId),
    units: active
      .filter((unit) => kinds.includes(unit.kind) || listed.has(`${id} ${unit.id}`))
      .map((unit) => ({ id: unit.id, shortName: unit.shortName })),
  }));
}

/** Identifiers of the active units a phrase stands for today, in customary order. */
export async function expandCollective(db: ReadDb, collectiveId: string): Promise<string[]> {
  const [row] = await db
    .select({ jurisdictionId: collectiveUnits.jurisdictionId })
    .from(collectiveUnits)
    .where(eq(collectiveUnits.id, collectiveId));
  if (row === undefined) return [];
  const collectives = await listCollectives(db, row.jurisdictionId);
  return collectives.find(({ id }) => id === collectiveId)?.units.map((unit) => unit.id) ?? [];
}

async function loadNameRegister(db: ReadDb, jurisdictionId: string): Promise<NameRegister | undefined> {
  const jurisdiction = await findJurisdiction(db, jurisdictionId);
  if (jurisdiction === undefined) return undefined;
  const [allUnits, aliases, collectives] = [
    await db
      .select({
        id: units.id,
        name: units.name,
        shortName: units.shortName,
        activeUntil: units.activeUntil,
      })
      .from(units)
      .where(eq(units.jurisdictionId, jurisdictionId))
      .orderBy(asc(units.position)),
    await db.select().from(unitAliases).where(eq(unitAliases.jurisdictionId, jurisdictionId)),
    await listCollectives(db, jurisdictionId),
  ];
  return {
    place: jurisdiction,
    units: allUnits.map(({ activeUntil, ...unit }) => ({ ...unit, active: activeUntil === null })),
    aliases,
    collectives: collectives.map(({ id, phrase, aliases: writings, units: meant, dependsOnTask }) => ({
      id,
      phrase,
      aliases: writings,
      unitIds: meant.map((unit) => unit.id),
      dependsOnTask,
    })),
  };
}

/**
 * Matches many printed names on one load of the register. `on` is the day of the document: names of its time count
 * as in use. A jurisdiction that does not exist knows nobody.
 */
export async function matchUnits(
  db: ReadDb,
  jurisdictionId: string,
  printedNames: readonly string[],
  on?: Day,
): Promise<ReadonlyMap<string, UnitMatch>> {
  const register = await loadNameRegister(db, jurisdictionId);
  if (register === undefined) return new Map();
  const index = indexNames(register, on);
  return new Map(printedNames.map((name) => [name, matchPrintedName(index, name)]));
}

/** Finds the unit or phrase a document means by one printed name. */
export async function matchUnit(
  db: ReadDb,
  jurisdictionId: string,
  printedName: string,
  on?: Day,
): Promise<UnitMatch> {
  const matches = await matchUnits(db, jurisdictionId, [printedName], on);
  return matches.get(printedName) ?? { kind: 'unknown', reason: '没有这个行政区的单位名录' };
}
