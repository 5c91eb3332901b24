/** Commands on who answers in a unit: leader in charge, office that does the work, staff. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { Work } from '#kernel/work.ts';
import type { NameDutyHolderInput } from '../contract/safeguards.ts';
import { isSingleDuty } from '../rules/safeguards.ts';
import { unitDutyHolders } from '../tables/safeguards.ts';
import { organisationRefusals } from '../words/register.ts';
import { safeguardRefusals, unitDutyTitles } from '../words/safeguards.ts';
import { actorNameOf, getOfficersOf, refuseFutureDay } from './facts.ts';
import { getActiveUnit, getUnitForChange } from './register.ts';

function refuseEndBeforeStart(from: Day, until: Day, field: string): void {
  if (until >= from) return;
  throw organisationRefusals.refuse('organisation.endsBeforeStart', {}, [
    { path: field, message: '不能早于前一任的开始日期' },
  ]);
}

/** Names the leader in charge or the office, in place of the former one from that day, or takes in a member of staff. */
export async function nameDutyHolder(work: Work, input: NameDutyHolderInput): Promise<string> {
  const unit = await getUnitForChange(work, input.unitId);
  const { jurisdictionId } = unit;
  work.authorise('organisation.keepSafeguards', { unitId: unit.id, jurisdictionId });
  await getActiveUnit(work, unit.id, jurisdictionId);
  refuseFutureDay(work, input.from, '开始日期', 'from');
  const found = await getOfficersOf(work, jurisdictionId, input.officerId === null ? [] : [input.officerId]);
  const officer = input.officerId === null ? undefined : found.get(input.officerId);
  const { db } = work;
  const former = isSingleDuty(input.duty)
    ? await db
        .select()
        .from(unitDutyHolders)
        .where(
          and(
            eq(unitDutyHolders.unitId, unit.id),
            eq(unitDutyHolders.duty, input.duty),
            isNull(unitDutyHolders.untilDay),
          ),
        )
        .for('update')
    : [];
  for (const row of former) {
    refuseEndBeforeStart(row.fromDay, input.from, 'from');
    await db.update(unitDutyHolders).set({ untilDay: input.from }).where(eq(unitDutyHolders.id, row.id));
  }
  const row = {
    id: work.newId(),
    jurisdictionId,
    unitId: unit.id,
    duty: input.duty,
    officerId: input.officerId,
    name: officer?.name ?? input.name,
    position: input.position === '' ? (officer?.position ?? '') : input.position,
    fromDay: input.from,
    untilDay: null,
    createdByName: actorNameOf(work),
    createdAt: work.now,
  };
  await db.insert(unitDutyHolders).values(row);
  work.audit({
    action: 'organisation.nameDutyHolder',
    objectKind: 'unit',
    objectId: unit.id,
    unitId: unit.id,
    summary: `“${unit.name}”登记政务公开${unitDutyTitles[input.duty]}`,
    before: former,
    after: row,
    affectsPortal: false,
  });
  return row.id;
}

/** Ends a duty from a day on, without a successor. */
export async function endDuty(work: Work, holderId: string, input: { readonly until: Day }): Promise<void> {
  const [row] = await work.db
    .select()
    .from(unitDutyHolders)
    .where(and(eq(unitDutyHolders.id, holderId), isNull(unitDutyHolders.untilDay)))
    .for('update');
  if (row === undefined) throw safeguardRefusals.refuse('organisation.dutyHolderNotFound', {});
  work.authorise('organisation.keepSafeguards', { unitId: row.unitId, jurisdictionId: row.jurisdictionId });
  refuseFutureDay(work, input.until, '结束日期', 'until');
  refuseEndBeforeStart(row.fromDay, input.until, 'until');
  await work.db
    .update(unitDutyHolders)
    .set({ untilDay: input.until })
    .where(eq(unitDutyHolders.id, holderId));
  work.audit({
    action: 'organisation.endDuty',
    objectKind: 'unit',
    objectId: row.unitId,
    unitId: row.unitId,
    summary: `政务公开${unitDutyTitles[row.duty]}不再担任`,
    before: row,
    after: { untilDay: input.until },
    affectsPortal: false,
  });
}
