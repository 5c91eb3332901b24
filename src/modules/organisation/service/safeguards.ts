/** Commands on the money for the work, on responsibility for sites and accounts, and on yearly minimums. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { longDay } from '#kernel/day-words.ts';
import { fenOf, showFen } from '#kernel/money.ts';
import type { Work } from '#kernel/work.ts';
import type {
  NoteBudgetInput,
  RegisterOutletInput,
  SetMinimumInput,
  SignResponsibilityInput,
} from '../contract/safeguards.ts';
import { type MinimumSubject, minimumDefinitions } from '../rules/minimums.ts';
import { units } from '../tables/register.ts';
import { budgetNotes, onlineOutlets, responsibilitySignings, yearlyMinimums } from '../tables/safeguards.ts';
import { organisationRefusals } from '../words/register.ts';
import { safeguardRefusals } from '../words/safeguards.ts';
import { actorNameOf, getOfficersOf, refuseFutureDay } from './facts.ts';
import { getActiveUnit, getUnitForChange, type UnitRecord } from './register.ts';

async function getUnitForSafeguards(work: Work, unitId: string): Promise<UnitRecord> {
  const unit = await getUnitForChange(work, unitId);
  work.authorise('organisation.keepSafeguards', { unitId, jurisdictionId: unit.jurisdictionId });
  return unit;
}

/** Notes the money of a unit for a year; a later note takes the place of the former one, which stays. */
export async function noteBudget(work: Work, input: NoteBudgetInput): Promise<string> {
  const unit = await getUnitForSafeguards(work, input.unitId);
  await getActiveUnit(work, unit.id, unit.jurisdictionId);
  const inForce = and(
    eq(budgetNotes.unitId, unit.id),
    eq(budgetNotes.year, input.year),
    isNull(budgetNotes.replacedOn),
  );
  const before = await work.db.select().from(budgetNotes).where(inForce).for('update');
  await work.db.update(budgetNotes).set({ replacedOn: work.today }).where(inForce);
  const row = {
    id: work.newId(),
    jurisdictionId: unit.jurisdictionId,
    ...input,
    notedOn: work.today,
    replacedOn: null,
    notedByName: actorNameOf(work),
    createdAt: work.now,
  };
  await work.db.insert(budgetNotes).values(row);
  work.audit({
    action: 'organisation.noteBudget',
    objectKind: 'budgetNote',
    objectId: row.id,
    unitId: unit.id,
    summary: `“${unit.name}”登记${input.year}年政务公开经费${showFen(fenOf(input.amountFen))}`,
    before,
    after: row,
    affectsPortal: false,
  });
  return row.id;
}

/** Enters a site or account into the ledger; returns its identifier. */
export async function registerOutlet(work: Work, input: RegisterOutletInput): Promise<string> {
  const unit = await getUnitForSafeguards(work, input.unitId);
  await getActiveUnit(work, unit.id, unit.jurisdictionId);
  const [known] = await work.db
    .select({ name: onlineOutlets.name, unit: units.shortName })
    .from(onlineOutlets)
    .innerJoin(units, eq(units.id, onlineOutlets.unitId))
    .where(
      and(
        eq(onlineOutlets.jurisdictionId, unit.jurisdictionId),
        eq(onlineOutlets.kind, input.kind),
        eq(onlineOutlets.name, input.name),
        isNull(onlineOutlets.closedOn),
      ),
    );
  if (known !== undefined) throw safeguardRefusals.refuse('organisation.outletExists', known);
  const row = {
    id: work.newId(),
    jurisdictionId: unit.jurisdictionId,
    ...input,
    registeredOn: work.today,
    closedOn: null,
    closeReason: null,
  };
  await work.db.insert(onlineOutlets).values(row);
  work.audit({
    action: 'organisation.registerOutlet',
    objectKind: 'onlineOutlet',
    objectId: row.id,
    unitId: unit.id,
    summary: `责任制台账登记“${input.name}”`,
    after: row,
    affectsPortal: false,
  });
  return row.id;
}

async function getOutletFor(work: Work, outletId: string): Promise<typeof onlineOutlets.$inferSelect> {
  const [row] = await work.db
    .select()
    .from(onlineOutlets)
    .where(eq(onlineOutlets.id, outletId))
    .for('update');
  if (row === undefined) throw safeguardRefusals.refuse('organisation.outletNotFound', {});
  work.authorise('organisation.keepSafeguards', { unitId: row.unitId, jurisdictionId: row.jurisdictionId });
  if (row.closedOn !== null) throw safeguardRefusals.refuse('organisation.outletClosed', { name: row.name });
  return row;
}

/** Records that somebody signed to answer for a site or account. */
export async function signResponsibility(
  work: Work,
  outletId: string,
  input: SignResponsibilityInput,
): Promise<void> {
  const outlet = await getOutletFor(work, outletId);
  refuseFutureDay(work, input.signedOn, '签订日期', 'signedOn');
  if (input.validThrough !== null && input.validThrough < input.signedOn) {
    throw organisationRefusals.refuse('organisation.endsBeforeStart', {}, [
      { path: 'validThrough', message: '有效期不能早于签订日期' },
    ]);
  }
  const former = await work.db
    .select()
    .from(responsibilitySignings)
    .where(eq(responsibilitySignings.outletId, outletId))
    .orderBy(asc(responsibilitySignings.seq));
  const latest = former.at(-1);
  if (latest !== undefined && input.signedOn < latest.signedOn) {
    const words = longDay(latest.signedOn);
    throw safeguardRefusals.refuse('organisation.signedEarlier', { day: words }, [
      { path: 'signedOn', message: `上一份签于${words}` },
    ]);
  }
  const found = await getOfficersOf(
    work,
    outlet.jurisdictionId,
    input.officerId === null ? [] : [input.officerId],
  );
  const officer = input.officerId === null ? undefined : found.get(input.officerId);
  const row = {
    ...input,
    outletId,
    seq: former.length,
    name: officer?.name ?? input.name,
    position: input.position === '' ? (officer?.position ?? '') : input.position,
    byName: actorNameOf(work),
    at: work.now,
  };
  await work.db.insert(responsibilitySignings).values(row);
  work.audit({
    action: 'organisation.signResponsibility',
    objectKind: 'onlineOutlet',
    objectId: outletId,
    unitId: outlet.unitId,
    summary: `“${outlet.name}”签订网络意识形态责任书`,
    before: latest,
    after: row,
    affectsPortal: false,
  });
}

/** Takes a site or account that is closed out of the ledger, with the reason. */
export async function closeOutlet(
  work: Work,
  outletId: string,
  input: { readonly reason: string },
): Promise<void> {
  const outlet = await getOutletFor(work, outletId);
  const after = { closedOn: work.today, closeReason: input.reason };
  await work.db.update(onlineOutlets).set(after).where(eq(onlineOutlets.id, outletId));
  work.audit({
    action: 'organisation.closeOutlet',
    objectKind: 'onlineOutlet',
    objectId: outletId,
    unitId: outlet.unitId,
    summary: `责任制台账注销“${outlet.name}”：${input.reason}`,
    before: { closedOn: null },
    after,
    affectsPortal: false,
  });
}

/** Sets what the year asks at least in one subject, with the sentence that asks it. */
export async function setYearlyMinimum(
  work: Work,
  jurisdictionId: string,
  input: SetMinimumInput,
): Promise<void> {
  work.authorise('organisation.setMinimums', { jurisdictionId });
  const definition = minimumDefinitions[input.subject];
  const unitKinds = definition.scope === 'eachUnit' ? [...new Set(input.unitKinds)] : [];
  if (definition.scope === 'eachUnit' && unitKinds.length === 0) {
    throw safeguardRefusals.refuse('organisation.minimumKinds', {}, [
      { path: 'unitKinds', message: '至少选一类单位' },
    ]);
  }
  const row = { jurisdictionId, ...input, unitKinds, setByName: actorNameOf(work), setAt: work.now };
  const before = await findMinimum(work, jurisdictionId, input.year, input.subject);
  const { jurisdictionId: key, year, subject } = yearlyMinimums;
  await work.db
    .insert(yearlyMinimums)
    .values(row)
    .onConflictDoUpdate({ target: [key, year, subject], set: row });
  work.audit({
    action: 'organisation.setYearlyMinimum',
    objectKind: 'jurisdiction',
    objectId: jurisdictionId,
    summary: `${input.year}年${definition.title}的最低要求定为${input.least}${definition.valueUnit}`,
    before,
    after: row,
    affectsPortal: false,
  });
}

async function findMinimum(work: Work, jurisdictionId: string, year: number, subject: MinimumSubject) {
  const [row] = await work.db
    .select()
    .from(yearlyMinimums)
    .where(
      and(
        eq(yearlyMinimums.jurisdictionId, jurisdictionId),
        eq(yearlyMinimums.year, year),
        eq(yearlyMinimums.subject, subject),
      ),
    );
  return row;
}

/** Takes a minimum back: the year asks nothing in this subject. */
export async function dropYearlyMinimum(
  work: Work,
  jurisdictionId: string,
  input: { readonly year: number; readonly subject: MinimumSubject },
): Promise<void> {
  work.authorise('organisation.setMinimums', { jurisdictionId });
  const before = await findMinimum(work, jurisdictionId, input.year, input.subject);
  if (before === undefined) throw safeguardRefusals.refuse('organisation.minimumNotFound', {});
  await work.db
    .delete(yearlyMinimums)
    .where(
      and(
        eq(yearlyMinimums.jurisdictionId, jurisdictionId),
        eq(yearlyMinimums.year, input.year),
        eq(yearlyMinimums.subject, input.subject),
      ),
    );
  work.audit({
    action: 'organisation.dropYearlyMinimum',
    objectKind: 'jurisdiction',
    objectId: jurisdictionId,
    summary: `取消${input.year}年${minimumDefinitions[input.subject].title}的最低要求`,
    before,
    affectsPortal: false,
  });
}
