/** Commands on further names of units and on collective phrases: what a person once decided is remembered. */
import { eq, inArray } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { Work } from '#kernel/work.ts';
import type { AliasKind, CreateCollectiveInput, UnitKind } from '../contract/register.ts';
import { collectiveMembers, collectiveUnits, unitAliases, units } from '../tables/register.ts';
import { aliasKindTitles, organisationRefusals } from '../words/register.ts';
import {
  getActiveUnit,
  getUnitForChange,
  lockRegister,
  mayKeepRegister,
  refuseCollectiveNames,
  refuseTakenNames,
} from './register.ts';
import { refreshUnitDocument } from './units.ts';

export interface AliasInput {
  readonly name: string;
  readonly kind: AliasKind;
  readonly validFrom?: Day | undefined;
  readonly validUntil?: Day | undefined;
}

/** Adds a name to a unit. A name with an end may be one that another unit bears today. */
export async function addUnitAlias(work: Work, unitId: string, input: AliasInput): Promise<string> {
  const { jurisdictionId } = await getUnitForChange(work, unitId);
  mayKeepRegister(work, 'organisation.resolveNames', jurisdictionId);
  await lockRegister(work, jurisdictionId);
  const unit = await getActiveUnit(work, unitId, jurisdictionId);
  if (input.validUntil === undefined) {
    await refuseTakenNames(work, jurisdictionId, [input.name], undefined);
  }
  const id = work.newId();
  await work.db.insert(unitAliases).values({
    id,
    jurisdictionId,
    unitId,
    name: input.name,
    kind: input.kind,
    validFrom: input.validFrom ?? null,
    validUntil: input.validUntil ?? null,
    createdAt: work.now,
  });
  await refreshUnitDocument(work, unitId);
  work.audit({
    action: 'organisation.addUnitAlias',
    objectKind: 'unit',
    objectId: unitId,
    unitId,
    summary: `为“${unit.name}”登记${aliasKindTitles[input.kind]}“${input.name}”`,
    after: input,
  });
  return id;
}

/** Remembers that a printed name means this unit; the next plan matches it by itself. */
export async function rememberAlias(
  work: Work,
  input: { readonly unitId: string; readonly printedName: string },
): Promise<void> {
  const unit = await getUnitForChange(work, input.unitId);
  const known = await work.db
    .select({ name: unitAliases.name, validUntil: unitAliases.validUntil })
    .from(unitAliases)
    .where(eq(unitAliases.unitId, unit.id));
  const bears =
    unit.name === input.printedName ||
    unit.shortName === input.printedName ||
    known.some((alias) => alias.name === input.printedName && alias.validUntil === null);
  if (!bears) {
    await addUnitAlias(work, unit.id, { name: input.printedName, kind: 'remembered' });
    return;
  }
  mayKeepRegister(work, 'organisation.resolveNames', unit.jurisdictionId);
  work.audit({
    action: 'organisation.confirmAlias',
    objectKind: 'unit',
    objectId: unit.id,
    unitId: unit.id,
    summary: `确认“${input.printedName}”即“${unit.name}”`,
  });
}

/** A name goes out of use; it keeps matching documents issued before. */
export async function endUnitAlias(work: Work, aliasId: string, input: { validUntil: Day }): Promise<void> {
  const [alias] = await work.db.select().from(unitAliases).where(eq(unitAliases.id, aliasId));
  if (alias === undefined) throw organisationRefusals.refuse('organisation.aliasNotFound', {});
  mayKeepRegister(work, 'organisation.resolveNames', alias.jurisdictionId);
  await lockRegister(work, alias.jurisdictionId);
  await work.db.update(unitAliases).set({ validUntil: input.validUntil }).where(eq(unitAliases.id, aliasId));
  await refreshUnitDocument(work, alias.unitId);
  work.audit({
    action: 'organisation.endUnitAlias',
    objectKind: 'unit',
    objectId: alias.unitId,
    unitId: alias.unitId,
    summary: `名称“${alias.name}”自${input.validUntil}起停用`,
    before: { validUntil: alias.validUntil },
    after: input,
  });
}

export interface CollectiveMembersInput {
  readonly memberIds: readonly string[];
  /** Every active unit of these kinds belongs to it too. */
  readonly kinds?: readonly UnitKind[];
  readonly dependsOnTask?: boolean;
}

async function writeMembers(
  work: Work,
  collective: { id: string; jurisdictionId: string },
  memberIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(memberIds)];
  if (wanted.length > 0) {
    const found = await work.db
      .select({ id: units.id, jurisdictionId: units.jurisdictionId })
      .from(units)
      .where(inArray(units.id, wanted));
    const own = found.filter((unit) => unit.jurisdictionId === collective.jurisdictionId);
    if (own.length < wanted.length) throw organisationRefusals.refuse('organisation.unitNotFound', {});
  }
  await work.db.delete(collectiveMembers).where(eq(collectiveMembers.collectiveId, collective.id));
  if (wanted.length > 0) {
    await work.db
      .insert(collectiveMembers)
      .values(wanted.map((unitId) => ({ collectiveId: collective.id, unitId })));
  }
}

/** Registers a phrase that stands for several units. */
export async function createCollective(
  work: Work,
  jurisdictionId: string,
  input: CreateCollectiveInput,
): Promise<string> {
  mayKeepRegister(work, 'organisation.resolveNames', jurisdictionId);
  await lockRegister(work, jurisdictionId);
  await refuseTakenNames(work, jurisdictionId, [input.phrase, ...input.aliases], undefined);
  const id = work.newId();
  const { phrase, aliases, kinds, dependsOnTask } = input;
  await work.db
    .insert(collectiveUnits)
    .values({ id, jurisdictionId, phrase, aliases, kinds, dependsOnTask, createdAt: work.now });
  await writeMembers(work, { id, jurisdictionId }, input.memberIds);
  work.audit({
    action: 'organisation.createCollective',
    objectKind: 'collectiveUnit',
    objectId: id,
    summary: `登记集合性责任单位“${phrase}”`,
    after: input,
  });
  return id;
}

async function getCollectiveForChange(work: Work, collectiveId: string) {
  const [row] = await work.db.select().from(collectiveUnits).where(eq(collectiveUnits.id, collectiveId));
  if (row === undefined) throw organisationRefusals.refuse('organisation.collectiveNotFound', {});
  mayKeepRegister(work, 'organisation.resolveNames', row.jurisdictionId);
  await lockRegister(work, row.jurisdictionId);
  return row;
}

/** Corrects whom the phrase stands for, from now on. */
export async function setCollectiveMembers(
  work: Work,
  collectiveId: string,
  input: CollectiveMembersInput,
): Promise<void> {
  const before = await getCollectiveForChange(work, collectiveId);
  const formerly = await work.db
    .select({ unitId: collectiveMembers.unitId })
    .from(collectiveMembers)
    .where(eq(collectiveMembers.collectiveId, collectiveId));
  const after = {
    kinds: [...(input.kinds ?? [])],
    dependsOnTask: input.dependsOnTask ?? before.dependsOnTask,
  };
  await work.db.update(collectiveUnits).set(after).where(eq(collectiveUnits.id, collectiveId));
  await writeMembers(work, before, input.memberIds);
  work.audit({
    action: 'organisation.setCollectiveMembers',
    objectKind: 'collectiveUnit',
    objectId: collectiveId,
    summary: `修改集合性责任单位“${before.phrase}”的成员`,
    before: {
      kinds: before.kinds,
      dependsOnTask: before.dependsOnTask,
      memberIds: formerly.map((member) => member.unitId),
    },
    after: { ...after, memberIds: input.memberIds },
  });
}

/** Sets the other writings of the phrase. */
export async function setCollectiveAliases(
  work: Work,
  collectiveId: string,
  input: { readonly aliases: readonly string[] },
): Promise<void> {
  const before = await getCollectiveForChange(work, collectiveId);
  const aliases = [...new Set(input.aliases)].filter((name) => name !== before.phrase);
  const added = aliases.filter((name) => !before.aliases.includes(name));
  await refuseCollectiveNames(work, before.jurisdictionId, added, collectiveId);
  await refuseTakenNames(work, before.jurisdictionId, added, undefined);
  await work.db.update(collectiveUnits).set({ aliases }).where(eq(collectiveUnits.id, collectiveId));
  work.audit({
    action: 'organisation.setCollectiveAliases',
    objectKind: 'collectiveUnit',
    objectId: collectiveId,
    summary: `修改集合性责任单位“${before.phrase}”的其他写法`,
    before: { aliases: before.aliases },
    after: { aliases },
  });
}
