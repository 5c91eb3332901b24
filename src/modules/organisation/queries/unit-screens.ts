/** Read models of the unit screens: the list with its filters, and one unit with everything known of it. */
import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  ilike,
  inArray,
  isNotNull,
  isNull,
  or,
  sql,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { auditEntries } from '#kernel/audit/tables.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import type { HistoryEntry, UnitDetail, UnitQuery, UnitRow } from '../contract/register.ts';
import { collectiveMembers, collectiveUnits, officers, unitAliases, units } from '../tables/register.ts';
import { listCodesOfUnit } from './issuing-codes.ts';
import { listOfficersOfUnit } from './officer-screens.ts';

const parents = alias(units, 'parent');
const children = alias(units, 'child');

/** A pattern that finds the text anywhere, wildcards taken literally. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

function selectUnitRows(db: ReadDb) {
  return db
    .select({
      id: units.id,
      code: units.code,
      kind: units.kind,
      name: units.name,
      shortName: units.shortName,
      parentId: units.parentId,
      parentName: parents.shortName,
      activeFrom: units.activeFrom,
      activeUntil: units.activeUntil,
      position: units.position,
    })
    .from(units)
    .leftJoin(parents, eq(parents.id, units.parentId));
}

type SelectedUnit = Awaited<ReturnType<typeof selectUnitRows>>[number];

async function completeUnitRows(db: ReadDb, selected: readonly SelectedUnit[]): Promise<UnitRow[]> {
  if (selected.length === 0) return [];
  const ids = selected.map((unit) => unit.id);
  const childCounts = await db
    .select({ id: children.parentId, n: count() })
    .from(children)
    .where(and(inArray(children.parentId, ids), isNull(children.activeUntil)))
    .groupBy(children.parentId);
  const officerCounts = await db
    .select({ id: officers.unitId, n: count() })
    .from(officers)
    .where(and(inArray(officers.unitId, ids), isNull(officers.activeUntil)))
    .groupBy(officers.unitId);
  const countOf = (counts: readonly { id: string | null; n: number }[], id: string) =>
    counts.find((row) => row.id === id)?.n ?? 0;
  return selected.map(({ position: _, ...unit }) => ({
    ...unit,
    active: unit.activeUntil === null,
    childCount: countOf(childCounts, unit.id),
    officerCount: countOf(officerCounts, unit.id),
  }));
}

/** A page of units in customary order. */
export async function listUnitRows(
  db: ReadDb,
  jurisdictionId: string,
  query: UnitQuery,
): Promise<PageOfRows<UnitRow>> {
  const { after, limit, kind, parentId, text, active } = query;
  const pattern = text === undefined || text === '' ? undefined : containsPattern(text);
  const selected = await selectUnitRows(db)
    .where(
      and(
        eq(units.jurisdictionId, jurisdictionId),
        after === undefined ? undefined : gt(units.position, after[0]),
        kind === undefined ? undefined : eq(units.kind, kind),
        parentId === undefined ? undefined : eq(units.parentId, parentId),
        active === undefined ? undefined : active ? isNull(units.activeUntil) : isNotNull(units.activeUntil),
        pattern === undefined
          ? undefined
          : or(
              ilike(units.name, pattern),
              ilike(units.shortName, pattern),
              exists(
                db
                  .select({ one: sql`1` })
                  .from(unitAliases)
                  .where(and(eq(unitAliases.unitId, units.id), ilike(unitAliases.name, pattern))),
              ),
            ),
      ),
    )
    .orderBy(asc(units.position))
    .limit(limit + 1);
  const positions = new Map(selected.map((unit) => [unit.id, unit.position]));
  const rows = await completeUnitRows(db, selected);
  return pageOfRows(rows, limit, (row) => [positions.get(row.id) ?? null]);
}

/** What happened to an object, newest first, at most 50 entries. */
export async function listObjectHistory(
  db: ReadDb,
  objectKind: string,
  objectId: string,
): Promise<HistoryEntry[]> {
  const rows = await db
    .select({
      seq: auditEntries.seq,
      at: auditEntries.at,
      actorName: auditEntries.actorName,
      action: auditEntries.action,
      summary: auditEntries.summary,
    })
    .from(auditEntries)
    .where(and(eq(auditEntries.objectKind, objectKind), eq(auditEntries.objectId, objectId)))
    .orderBy(desc(auditEntries.seq))
    .limit(50);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function listPathToUnit(db: ReadDb, parentId: string | null): Promise<UnitDetail['path']> {
  const path: UnitDetail['path'] = [];
  for (let id = parentId; id !== null; ) {
    const [parent] = await db
      .select({ id: units.id, shortName: units.shortName, parentId: units.parentId })
      .from(units)
      .where(eq(units.id, id));
    if (parent === undefined) break;
    path.unshift({ id: parent.id, shortName: parent.shortName });
    id = parent.parentId;
  }
  return path;
}

/** One unit with names, phrases, officers and history; undefined outside the jurisdiction. */
export async function findUnitDetail(
  db: ReadDb,
  jurisdictionId: string,
  unitId: string,
): Promise<UnitDetail | undefined> {
  const selected = await selectUnitRows(db).where(
    and(eq(units.id, unitId), eq(units.jurisdictionId, jurisdictionId)),
  );
  const [row] = await completeUnitRows(db, selected);
  if (row === undefined) return undefined;
  const aliases = await db
    .select({
      id: unitAliases.id,
      name: unitAliases.name,
      kind: unitAliases.kind,
      validFrom: unitAliases.validFrom,
      validUntil: unitAliases.validUntil,
    })
    .from(unitAliases)
    .where(eq(unitAliases.unitId, unitId))
    .orderBy(asc(unitAliases.id));
  const collectives = await db
    .selectDistinct({ id: collectiveUnits.id, phrase: collectiveUnits.phrase })
    .from(collectiveUnits)
    .leftJoin(
      collectiveMembers,
      and(eq(collectiveMembers.collectiveId, collectiveUnits.id), eq(collectiveMembers.unitId, unitId)),
    )
    .where(
      and(
        eq(collectiveUnits.jurisdictionId, jurisdictionId),
        or(isNotNull(collectiveMembers.unitId), sql`${row.kind} = any(${collectiveUnits.kinds})`),
      ),
    )
    .orderBy(asc(collectiveUnits.id));
  return {
    ...row,
    path: await listPathToUnit(db, row.parentId),
    aliases,
    issuingCodes: await listCodesOfUnit(db, unitId),
    collectives,
    officers: await listOfficersOfUnit(db, unitId),
    history: await listObjectHistory(db, 'unit', unitId),
  };
}
