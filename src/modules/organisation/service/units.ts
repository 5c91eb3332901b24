/** Commands on units: create, change, deactivate, restore. */
import { and, count, eq, isNull, max } from 'drizzle-orm';
import type { Work } from '#kernel/work.ts';
import type { ChangeUnitInput, CreateUnitInput } from '../contract/register.ts';
import { growUnitTree, isInsideUnit } from '../rules/tree.ts';
import { officers, unitAliases, units } from '../tables/register.ts';
import { organisationRefusals, unitKindTitles } from '../words/register.ts';
import {
  countTreeChange,
  getActiveUnit,
  getUnitForChange,
  lockRegister,
  mayKeepRegister,
  refuseTakenNames,
  type UnitRecord,
} from './register.ts';

function putUnitDocument(work: Work, unit: UnitRecord, names: readonly string[]): void {
  work.putSearchDocument({
    kind: 'unit',
    objectId: unit.id,
    title: unit.name,
    body: [unitKindTitles[unit.kind], unit.shortName, ...names].join(' '),
    unitId: unit.id,
    unitName: unit.shortName,
    address: `/desk/organisation/units/${unit.id}`,
    isPublic: false,
  });
}

/** Writes the search document anew after a change of names. */
export async function refreshUnitDocument(work: Work, unitId: string): Promise<void> {
  const unit = await getUnitForChange(work, unitId);
  const aliases = await work.db
    .select({ name: unitAliases.name })
    .from(unitAliases)
    .where(eq(unitAliases.unitId, unitId));
  putUnitDocument(
    work,
    unit,
    aliases.map((alias) => alias.name),
  );
}

async function checkParent(work: Work, jurisdictionId: string, parentId: string | null): Promise<void> {
  if (parentId !== null) {
    const parent = await getUnitForChange(work, parentId);
    if (parent.jurisdictionId !== jurisdictionId)
      throw organisationRefusals.refuse('organisation.unitNotFound', {});
    if (parent.activeUntil !== null) {
      throw organisationRefusals.refuse('organisation.parentInactive', { name: parent.name });
    }
    return;
  }
  const [root] = await work.db
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.jurisdictionId, jurisdictionId), isNull(units.parentId)))
    .limit(1);
  if (root !== undefined) throw organisationRefusals.refuse('organisation.parentNeeded', {});
}

/** Enters a unit and returns its identifier. A code is made when none is given. */
export async function createUnit(
  work: Work,
  jurisdictionId: string,
  input: CreateUnitInput,
): Promise<string> {
  mayKeepRegister(work, 'organisation.createUnit', jurisdictionId);
  await lockRegister(work, jurisdictionId);
  const shortName = input.shortName ?? input.name;
  const aliases = (input.aliases ?? []).filter(({ name }) => name !== input.name && name !== shortName);
  await checkParent(work, jurisdictionId, input.parentId);
  await refuseTakenNames(
    work,
    jurisdictionId,
    [input.name, shortName, ...aliases.map(({ name }) => name)],
    undefined,
  );
  const [last] = await work.db
    .select({ position: max(units.position) })
    .from(units)
    .where(eq(units.jurisdictionId, jurisdictionId));
  const position = (last?.position ?? 0) + 1;
  const code = input.code ?? `unit-${position}`;
  const [taken] = await work.db
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.jurisdictionId, jurisdictionId), eq(units.code, code)));
  if (taken !== undefined) throw organisationRefusals.refuse('organisation.codeTaken', { code });
  const unit: UnitRecord = {
    id: work.newId(),
    jurisdictionId,
    parentId: input.parentId,
    code,
    kind: input.kind,
    name: input.name,
    shortName,
    position,
    activeFrom: input.activeFrom ?? null,
    activeUntil: null,
    createdAt: work.now,
  };
  await work.db.insert(units).values(unit);
  if (aliases.length > 0) {
    await work.db.insert(unitAliases).values(
      aliases.map(({ name, kind }) => ({
        id: work.newId(),
        jurisdictionId,
        unitId: unit.id,
        name,
        kind,
        validFrom: null,
        validUntil: null,
        createdAt: work.now,
      })),
    );
  }
  await countTreeChange(work, jurisdictionId);
  putUnitDocument(
    work,
    unit,
    aliases.map(({ name }) => name),
  );
  work.audit({
    action: 'organisation.createUnit',
    objectKind: 'unit',
    objectId: unit.id,
    unitId: unit.id,
    summary: `登记单位“${unit.name}”`,
    after: { code, kind: unit.kind, name: unit.name, shortName, parentId: unit.parentId, aliases },
  });
  return unit.id;
}

async function keepFormerNames(work: Work, unit: UnitRecord, former: readonly string[]): Promise<void> {
  for (const name of former) {
    await work.db
      .insert(unitAliases)
      .values({
        id: work.newId(),
        jurisdictionId: unit.jurisdictionId,
        unitId: unit.id,
        name,
        kind: 'formerName',
        validFrom: null,
        validUntil: null,
        createdAt: work.now,
      })
      .onConflictDoNothing();
  }
}

/** Changes names, kind or place in the tree. The former names keep matching older documents unless told otherwise. */
export async function changeUnit(work: Work, unitId: string, input: ChangeUnitInput): Promise<void> {
  const before = await getUnitForChange(work, unitId);
  const { jurisdictionId } = before;
  mayKeepRegister(work, 'organisation.changeUnit', jurisdictionId);
  await lockRegister(work, jurisdictionId);
  const after = {
    kind: input.kind ?? before.kind,
    name: input.name ?? before.name,
    shortName:
      input.shortName ?? (before.shortName === before.name ? input.name : undefined) ?? before.shortName,
    parentId: input.parentId ?? before.parentId,
  };
  await refuseTakenNames(work, jurisdictionId, [after.name, after.shortName], unitId);
  if (after.parentId !== null && after.parentId !== before.parentId) {
    const nodes = await work.db
      .select({ id: units.id, parentId: units.parentId })
      .from(units)
      .where(eq(units.jurisdictionId, jurisdictionId));
    if (isInsideUnit(growUnitTree(nodes), unitId, after.parentId)) {
      throw organisationRefusals.refuse('organisation.parentInside', { name: before.name });
    }
    await checkParent(work, jurisdictionId, after.parentId);
    await countTreeChange(work, jurisdictionId);
  }
  await work.db.update(units).set(after).where(eq(units.id, unitId));
  if (input.keepFormerName) {
    const current = [after.name, after.shortName];
    await keepFormerNames(
      work,
      before,
      [before.name, before.shortName].filter((name) => !current.includes(name)),
    );
  }
  await refreshUnitDocument(work, unitId);
  work.audit({
    action: 'organisation.changeUnit',
    objectKind: 'unit',
    objectId: unitId,
    unitId,
    summary: `修改单位“${after.name}”`,
    before: { kind: before.kind, name: before.name, shortName: before.shortName, parentId: before.parentId },
    after,
  });
}

/** Ends a unit today. Refused while active units or officers still belong to it. */
export async function deactivateUnit(work: Work, unitId: string, input: { reason: string }): Promise<void> {
  const unit = await getUnitForChange(work, unitId);
  mayKeepRegister(work, 'organisation.changeUnit', unit.jurisdictionId);
  await lockRegister(work, unit.jurisdictionId);
  await getActiveUnit(work, unitId, unit.jurisdictionId);
  const [children] = await work.db
    .select({ n: count() })
    .from(units)
    .where(and(eq(units.parentId, unitId), isNull(units.activeUntil)));
  const [staff] = await work.db
    .select({ n: count() })
    .from(officers)
    .where(and(eq(officers.unitId, unitId), isNull(officers.activeUntil)));
  if ((children?.n ?? 0) + (staff?.n ?? 0) > 0) {
    throw organisationRefusals.refuse('organisation.unitStillUsed', {
      name: unit.name,
      children: children?.n ?? 0,
      officers: staff?.n ?? 0,
    });
  }
  await work.db.update(units).set({ activeUntil: work.today }).where(eq(units.id, unitId));
  await countTreeChange(work, unit.jurisdictionId);
  work.removeSearchDocument('unit', unitId);
  work.audit({
    action: 'organisation.deactivateUnit',
    objectKind: 'unit',
    objectId: unitId,
    unitId,
    summary: `停用单位“${unit.name}”：${input.reason}`,
    before: { activeUntil: null },
    after: { activeUntil: work.today, reason: input.reason },
  });
}

/** Brings a unit back; refused when its names have gone to another one or its parent is gone. */
export async function activateUnit(work: Work, unitId: string): Promise<void> {
  const unit = await getUnitForChange(work, unitId);
  mayKeepRegister(work, 'organisation.changeUnit', unit.jurisdictionId);
  await lockRegister(work, unit.jurisdictionId);
  if (unit.activeUntil === null)
    throw organisationRefusals.refuse('organisation.unitActive', { name: unit.name });
  await refuseTakenNames(work, unit.jurisdictionId, [unit.name, unit.shortName], unitId);
  if (unit.parentId !== null) await checkParent(work, unit.jurisdictionId, unit.parentId);
  await work.db.update(units).set({ activeUntil: null }).where(eq(units.id, unitId));
  await countTreeChange(work, unit.jurisdictionId);
  await refreshUnitDocument(work, unitId);
  work.audit({
    action: 'organisation.activateUnit',
    objectKind: 'unit',
    objectId: unitId,
    unitId,
    summary: `恢复单位“${unit.name}”`,
    before: { activeUntil: unit.activeUntil },
    after: { activeUntil: null },
  });
}
