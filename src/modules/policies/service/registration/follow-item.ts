/**
 * Ties the registration to the way of the item: sending it to review asks the legal office, and its release is refused
 * without the review of that very text and a unified number.
 */
import { eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { listRoleHolders, listUnits } from '#modules/organisation/index.ts';
import {
  findItemRow,
  findRevision,
  type ItemAnnouncement,
  type ItemContent,
} from '#modules/publishing/index.ts';
import { isNormativeDocument } from '../../rules/normative.ts';
import { findRegistrationObstacle } from '../../rules/registration.ts';
import { officialDocuments } from '../../tables/documents.ts';
import { normativeRegistrations } from '../../tables/registration.ts';
import { registrationRefusals } from '../../words/registration.ts';

function mustBeRegistered({ title, fields, disclosure }: ItemContent): boolean {
  return disclosure.openness === 'proactive' && isNormativeDocument({ title, nature: fields.nature });
}

/** What came into the library before is corrected without a new registration. */
async function isInLibrary(work: Work, itemId: string): Promise<boolean> {
  const found = await work.db
    .select({ itemId: officialDocuments.itemId })
    .from(officialDocuments)
    .where(eq(officialDocuments.itemId, itemId));
  return found.length > 0;
}

/** Asks the legal office about the revision that was sent to review; a further revision asks anew. */
export async function askLegalReview(
  work: Work,
  { itemId, kind, revisionId }: ItemAnnouncement,
): Promise<void> {
  if (kind !== 'policyDocument') return;
  const row = await findItemRow(work.db, itemId);
  const revision = await findRevision(work.db, revisionId);
  if (row === undefined || revision === undefined || !mustBeRegistered(revision.content)) return;
  if (await isInLibrary(work, itemId)) return;
  const asked = {
    title: revision.content.title,
    sentOn: work.today,
    sentByName: signatureOf(work.actor).name,
    revisionId,
    opinion: null,
    opinionText: null,
    earlyReason: null,
    reviewedOn: null,
    reviewedBy: null,
    reviewedByName: null,
  };
  const [known] = await work.db
    .select({ revisionId: normativeRegistrations.revisionId })
    .from(normativeRegistrations)
    .where(eq(normativeRegistrations.itemId, itemId));
  if (known?.revisionId === revisionId) return;
  const { jurisdictionId, unitId } = row;
  await work.db
    .insert(normativeRegistrations)
    .values({ itemId, jurisdictionId, unitId, ...asked })
    .onConflictDoUpdate({ target: normativeRegistrations.itemId, set: asked });
  await notify(work, {
    officerIds: await listRoleHolders(
      work.db,
      'legalOffice',
      (await listUnits(work.db, jurisdictionId)).map(({ id }) => id),
    ),
    title: `《${revision.content.title}》送请合法性审核`,
    address: '/policies/registrations',
    key: `legality:${revisionId}`,
  });
}

/**
 * Refuses the release of a normative document that was not registered; the refusal rolls the release back. What was taken
 * over from a former site, and what went out in an emergency, was not approved here and is not asked.
 */
export async function requireRegistration(
  work: Work,
  { itemId, kind, revisionId }: ItemAnnouncement,
): Promise<void> {
  if (kind !== 'policyDocument') return;
  const row = await findItemRow(work.db, itemId);
  const revision = await findRevision(work.db, revisionId);
  if (row === undefined || revision === undefined || row.approvedRevisionId === null) return;
  if (!mustBeRegistered(revision.content)) return;
  const [registration] = await work.db
    .select()
    .from(normativeRegistrations)
    .where(eq(normativeRegistrations.itemId, itemId));
  if (registration?.issuedOn != null || (registration === undefined && (await isInLibrary(work, itemId))))
    return;
  const obstacle = findRegistrationObstacle(registration, revisionId);
  if (obstacle !== undefined) {
    throw registrationRefusals.refuse('policies.notRegistered', { title: revision.content.title, obstacle });
  }
  await work.db
    .update(normativeRegistrations)
    .set({ issuedOn: work.today })
    .where(eq(normativeRegistrations.itemId, itemId));
}
