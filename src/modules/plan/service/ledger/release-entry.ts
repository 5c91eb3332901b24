/**
 * Whether the public may see an entry. The author proposes; whoever answers for the unit decides after the review the
 * Regulation demands before publication, and the supervising office can take anything down at once.
 */

import { and, eq, isNull } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import type { Work } from '#kernel/work.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import { taskAnchor } from '../../addresses.ts';
import { findPlan } from '../../queries/plans.ts';
import { ledgerReleases } from '../../tables/ledger.ts';
import { ledgerRefusals } from '../../words/ledger.ts';
import { getChangeableEntry, getTaskName, type StoredEntry } from './chain.ts';

/** Kind of the search documents of released entries. */
export const evidenceSearchKind = 'evidence';

/** Shows an entry to the public (政府信息公开条例第十七条：公开前审查). */
export async function releaseLedgerEntry(work: Work, input: { readonly entryId: string }): Promise<void> {
  const entry = await getChangeableEntry(work, input.entryId, 'plan.releaseEvidence', 'release');
  const plan = await findPlan(work.db, entry.planId);
  if (plan?.kind !== 'own') throw ledgerRefusals.refuse('plan.ledgerPlanNotPublic', {});
  const { by, name } = signatureOf(work.actor);
  await work.db.insert(ledgerReleases).values({
    id: work.newId(),
    entryId: entry.id,
    decision: 'released',
    decidedBy: by,
    decidedByName: name,
    decidedAt: work.now,
  });
  const taskName = await getTaskName(work, entry.taskId);
  const unitName = (await nameUnits(work.db, [entry.unitId])).get(entry.unitId)?.shortName;
  work.putSearchDocument({
    kind: evidenceSearchKind,
    objectId: entry.rootId,
    title: `${unitName ?? ''}：${taskName}`,
    body: entry.body,
    unitId: entry.unitId,
    ...(unitName === undefined ? {} : { unitName }),
    day: entry.writtenOn,
    address: `/plans/${entry.planId}#${taskAnchor(entry.taskId)}`,
    isPublic: true,
  });
  work.audit({
    action: 'plan.releaseEvidence',
    objectKind: 'ledgerEntry',
    objectId: entry.id,
    unitId: entry.unitId,
    summary: `公开台账：${taskName}，已确认作过保密审查`,
  });
}

/** Says no to an author's proposal, so that it asks nobody any more; another decision stays possible. */
export async function declineRelease(
  work: Work,
  input: { readonly entryId: string; readonly reason: string },
): Promise<void> {
  const entry = await getChangeableEntry(work, input.entryId, 'plan.releaseEvidence', 'decline');
  const { by, name } = signatureOf(work.actor);
  await work.db.insert(ledgerReleases).values({
    id: work.newId(),
    entryId: entry.id,
    decision: 'declined',
    decidedBy: by,
    decidedByName: name,
    decidedAt: work.now,
    endedByName: name,
    endedAt: work.now,
    endReason: input.reason,
  });
  work.audit({
    action: 'plan.releaseEvidence',
    objectKind: 'ledgerEntry',
    objectId: entry.id,
    unitId: entry.unitId,
    summary: `决定不公开台账：${await getTaskName(work, entry.taskId)}`,
    after: { reason: input.reason },
    affectsPortal: false,
  });
}

/** The unit takes a public entry back inside. */
export async function hideLedgerEntry(
  work: Work,
  input: { readonly entryId: string; readonly reason: string },
): Promise<void> {
  await endOwnRelease(work, input, 'plan.releaseEvidence');
}

/** The supervising office takes any unit's public entry down. */
export async function takeDownLedgerEntry(
  work: Work,
  input: { readonly entryId: string; readonly reason: string },
): Promise<void> {
  await endOwnRelease(work, input, 'plan.takeDownEvidence');
}

async function endOwnRelease(
  work: Work,
  input: { readonly entryId: string; readonly reason: string },
  permission: 'plan.releaseEvidence' | 'plan.takeDownEvidence',
): Promise<void> {
  const entry = await getChangeableEntry(work, input.entryId, permission, 'hide');
  await endRelease(work, entry, input.reason);
  work.audit({
    action: permission,
    objectKind: 'ledgerEntry',
    objectId: entry.id,
    unitId: entry.unitId,
    summary: `取消公开台账：${await getTaskName(work, entry.taskId)}`,
    after: { reason: input.reason },
  });
}

/** Ends the public span of an entry, if there is one, and takes it out of search. */
export async function endRelease(work: Work, entry: StoredEntry, reason: string): Promise<void> {
  await work.db
    .update(ledgerReleases)
    .set({ endedByName: signatureOf(work.actor).name, endedAt: work.now, endReason: reason })
    .where(and(eq(ledgerReleases.entryId, entry.id), isNull(ledgerReleases.endedAt)));
  work.removeSearchDocument(evidenceSearchKind, entry.rootId);
}
