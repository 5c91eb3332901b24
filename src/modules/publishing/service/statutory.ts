/** Commands on the statutory contents of a unit: it declares that it has none of one, or takes that back. */
import { and, eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import type { Work } from '#kernel/work.ts';
import { findUnit } from '#modules/organisation/index.ts';
import { listUnitCoverage } from '../queries/statutory.ts';
import type { StatutoryDuty } from '../rules/kinds/item-kind.ts';
import { statutoryAbsences } from '../tables/columns.ts';
import { columnRefusals, statutoryDutyTitles } from '../words/columns.ts';

interface Entry {
  readonly unitId: string;
  readonly duty: StatutoryDuty;
}

async function getDutyUnit(work: Work, unitId: string) {
  const unit = await findUnit(work.db, unitId);
  work.authorise(
    'publishing.declareContents',
    unit === undefined ? {} : { unitId: unit.id, jurisdictionId: unit.jurisdictionId },
  );
  if (unit === undefined) throw columnRefusals.refuse('publishing.unitPageNotFound', {});
  return unit;
}

/** The unit has nothing of this content, for a reason the public may read; refused while something of it is out. */
export async function declareAbsence(work: Work, input: Entry & { readonly reason: string }): Promise<void> {
  const unit = await getDutyUnit(work, input.unitId);
  const [coverage] = await listUnitCoverage(work.db, { ...unit, unitId: unit.id });
  const items = coverage?.duties.find(({ duty }) => duty === input.duty)?.items ?? 0;
  if (items > 0) throw columnRefusals.refuse('publishing.contentIsThere', { duty: input.duty, items });
  const { by, name } = signatureOf(work.actor);
  const row = { reason: input.reason, declaredBy: by, declaredByName: name, declaredOn: work.today };
  await work.db
    .insert(statutoryAbsences)
    .values({ unitId: unit.id, duty: input.duty, ...row })
    .onConflictDoUpdate({ target: [statutoryAbsences.unitId, statutoryAbsences.duty], set: row });
  work.audit({
    action: 'publishing.declareContents',
    objectKind: 'unit',
    objectId: unit.id,
    unitId: unit.id,
    summary: `${unit.shortName}写明没有“${statutoryDutyTitles[input.duty]}”`,
    after: { duty: input.duty, reason: input.reason },
  });
}

/** Takes the declaration back: the entry is a gap again until something is out. */
export async function takeBackAbsence(work: Work, input: Entry): Promise<void> {
  const unit = await getDutyUnit(work, input.unitId);
  const [taken] = await work.db
    .delete(statutoryAbsences)
    .where(and(eq(statutoryAbsences.unitId, unit.id), eq(statutoryAbsences.duty, input.duty)))
    .returning();
  if (taken === undefined) throw columnRefusals.refuse('publishing.absenceNotDeclared', {});
  work.audit({
    action: 'publishing.declareContents',
    objectKind: 'unit',
    objectId: unit.id,
    unitId: unit.id,
    summary: `${unit.shortName}撤回没有“${statutoryDutyTitles[input.duty]}”的说明`,
    before: { duty: input.duty, reason: taken.reason },
  });
}
