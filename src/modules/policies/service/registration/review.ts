/** The legal office's part of the registration: the opinion on a text, the unified number, the codes of units. */
import { and, eq, ne } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import { yearOf } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { Work } from '#kernel/work.ts';
import { findUnit } from '#modules/organisation/index.ts';
import { findRevision } from '#modules/publishing/index.ts';
import type { ReviewLegalityInput } from '../../contract/registration.ts';
import { earliestLegalityDay } from '../../queries/registrations.ts';
import {
  isRegistrationActionAllowed,
  nextUnifiedSerial,
  type RegistrationAction,
  registrationState,
  writeUnifiedNumber,
} from '../../rules/registration.ts';
import {
  type NormativeRegistrationRow,
  normativeRegistrations,
  unifiedCodes,
} from '../../tables/registration.ts';
import { legalityOpinionTitles, registrationRefusals } from '../../words/registration.ts';

async function lockRegistration(
  work: Work,
  itemId: string,
  permission: string,
  action: RegistrationAction,
): Promise<NormativeRegistrationRow> {
  work.authorise(permission);
  const [row] = await work.db
    .select()
    .from(normativeRegistrations)
    .where(eq(normativeRegistrations.itemId, itemId))
    .for('update');
  if (row === undefined) throw registrationRefusals.refuse('policies.registrationNotFound', {});
  work.authorise(permission, { jurisdictionId: row.jurisdictionId });
  const state = registrationState(row);
  if (!isRegistrationActionAllowed(state, action)) {
    throw registrationRefusals.refuse('policies.registrationState', { title: row.title, state });
  }
  return row;
}

/** Records the opinion; one before the usual minimum needs its reason, one on an own text is refused. */
export async function recordLegalityReview(
  work: Work,
  input: ReviewLegalityInput & { readonly itemId: string },
): Promise<void> {
  const row = await lockRegistration(work, input.itemId, 'policies.reviewLegality', 'review');
  const { by, name } = signatureOf(work.actor);
  const revision = await findRevision(work.db, row.revisionId);
  if (revision?.madeBy === by) throw registrationRefusals.refuse('policies.legalityOwn', {});
  const earliest = earliestLegalityDay(row.sentOn, await loadCalendarInForce(work.db));
  const isEarly = earliest !== null && work.today < earliest;
  const earlyReason = isEarly ? (input.earlyReason?.trim() ?? '') : '';
  if (isEarly && earlyReason === '') {
    throw registrationRefusals.refuse('policies.legalityEarly', { earliest: longDay(earliest) });
  }
  await work.db
    .update(normativeRegistrations)
    .set({
      opinion: input.opinion,
      opinionText: input.opinionText,
      earlyReason: earlyReason === '' ? null : earlyReason,
      reviewedOn: work.today,
      reviewedBy: by,
      reviewedByName: name,
    })
    .where(eq(normativeRegistrations.itemId, row.itemId));
  work.audit({
    action: 'policies.reviewLegality',
    objectKind: 'item',
    objectId: row.itemId,
    unitId: row.unitId,
    summary: `对《${row.title}》提出合法性审核意见：${legalityOpinionTitles[input.opinion]}`,
    before: { opinion: row.opinion },
    after: { opinion: input.opinion, revisionId: row.revisionId, earlyReason },
    affectsPortal: false,
  });
}

/** Gives the next unified number of the issuing unit. */
export async function giveUnifiedNumber(
  work: Work,
  input: { readonly itemId: string },
): Promise<{ readonly unifiedNumber: string }> {
  const row = await lockRegistration(work, input.itemId, 'policies.numberNormative', 'number');
  const [code] = await work.db
    .select()
    .from(unifiedCodes)
    .where(eq(unifiedCodes.unitId, row.unitId))
    .for('update');
  if (code === undefined) {
    const unit = (await findUnit(work.db, row.unitId))?.name ?? '';
    throw registrationRefusals.refuse('policies.unifiedCodeMissing', { unit });
  }
  const year = yearOf(work.today);
  const serial = nextUnifiedSerial({ year: code.lastYear, serial: code.lastSerial }, year);
  const unifiedNumber = row.unifiedNumber ?? writeUnifiedNumber(code.code, year, serial);
  await work.db
    .update(unifiedCodes)
    .set({ lastYear: year, lastSerial: serial })
    .where(eq(unifiedCodes.unitId, row.unitId));
  await work.db
    .update(normativeRegistrations)
    .set({ unifiedNumber, numberedOn: work.today })
    .where(eq(normativeRegistrations.itemId, row.itemId));
  work.audit({
    action: 'policies.numberNormative',
    objectKind: 'item',
    objectId: row.itemId,
    unitId: row.unitId,
    summary: `给《${row.title}》统一编号${unifiedNumber}`,
    after: { unifiedNumber },
    affectsPortal: false,
  });
  return { unifiedNumber };
}

/** Sets the code of a unit in numbers to come; a code of another unit is refused. */
export async function setUnifiedCode(
  work: Work,
  input: { readonly unitId: string; readonly code: string },
): Promise<void> {
  work.authorise('policies.numberNormative');
  const unit = await findUnit(work.db, input.unitId);
  if (unit === undefined) throw registrationRefusals.refuse('policies.registrationNotFound', {});
  work.authorise('policies.numberNormative', { jurisdictionId: unit.jurisdictionId });
  const taken = await work.db
    .select({ unitId: unifiedCodes.unitId })
    .from(unifiedCodes)
    .where(
      and(
        eq(unifiedCodes.jurisdictionId, unit.jurisdictionId),
        eq(unifiedCodes.code, input.code),
        ne(unifiedCodes.unitId, unit.id),
      ),
    );
  if (taken.length > 0) throw registrationRefusals.refuse('policies.unifiedCodeTaken', { code: input.code });
  await work.db
    .insert(unifiedCodes)
    .values({
      unitId: unit.id,
      jurisdictionId: unit.jurisdictionId,
      code: input.code,
      lastYear: yearOf(work.today),
      lastSerial: 0,
    })
    .onConflictDoUpdate({ target: unifiedCodes.unitId, set: { code: input.code } });
  work.audit({
    action: 'policies.numberNormative',
    objectKind: 'unit',
    objectId: unit.id,
    unitId: unit.id,
    summary: `设置${unit.name}的统一编号代码${input.code}`,
    after: { code: input.code },
    affectsPortal: false,
  });
}
