/** Verdicts of a round: given by the drafting unit, confirmed or sent back by a second person. */
import { and, eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import type { GiveVerdictInput } from '../../contract/cleanup.ts';
import { type CleanupEntryAction, cleanupEntryState, isEntryActionAllowed } from '../../rules/cleanup.ts';
import { type CleanupEntryRow, type CleanupRoundRow, cleanupEntries } from '../../tables/cleanup.ts';
import { officialDocuments } from '../../tables/documents.ts';
import { cleanupRefusals, cleanupVerdictTitles } from '../../words/cleanup.ts';
import { lockRound } from './open-round.ts';

interface LockedEntry {
  readonly round: CleanupRoundRow;
  readonly entry: CleanupEntryRow;
  readonly title: string;
}

interface EntryPlace {
  readonly roundId: string;
  readonly itemId: string;
}

const isAt = ({ roundId, itemId }: EntryPlace) =>
  and(eq(cleanupEntries.roundId, roundId), eq(cleanupEntries.itemId, itemId));

async function lockEntry(
  work: Work,
  place: EntryPlace,
  permission: string,
  action: CleanupEntryAction,
): Promise<LockedEntry> {
  work.authorise(permission);
  const [found] = await work.db
    .select({ entry: cleanupEntries, document: officialDocuments })
    .from(cleanupEntries)
    .innerJoin(officialDocuments, eq(officialDocuments.itemId, cleanupEntries.itemId))
    .where(isAt(place));
  if (found === undefined) throw cleanupRefusals.refuse('policies.roundNotFound', {});
  const { entry, document } = found;
  work.authorise(permission, { unitId: entry.unitId, jurisdictionId: document.jurisdictionId });
  const round = await lockRound(work, place.roundId, 'judge');
  const state = cleanupEntryState(entry);
  if (!isEntryActionAllowed(state, action)) {
    throw cleanupRefusals.refuse('policies.entryState', { title: document.title, state });
  }
  return { round, entry, title: document.title };
}

/** The drafter's verdict, with the reason; a later one takes its place until it is confirmed. */
export async function giveCleanupVerdict(work: Work, input: GiveVerdictInput & EntryPlace): Promise<void> {
  const { entry, title } = await lockEntry(work, input, 'policies.giveVerdict', 'give');
  const { verdict, reason, amendBy } = input;
  const { by, name } = signatureOf(work.actor);
  const given = {
    verdict,
    reason,
    amendBy: verdict === 'amend' ? amendBy : null,
    givenBy: by,
    givenByName: name,
    givenOn: work.today,
    reviewedBy: null,
    reviewedByName: null,
    reviewedOn: null,
    returnReason: null,
  };
  await work.db.update(cleanupEntries).set(given).where(isAt(input));
  work.audit({
    action: 'policies.giveVerdict',
    objectKind: 'officialDocument',
    objectId: input.itemId,
    unitId: entry.unitId,
    summary: `对《${title}》提出清理意见：${cleanupVerdictTitles[verdict]}`,
    before: { verdict: entry.verdict },
    after: { roundId: input.roundId, verdict, reason, amendBy: given.amendBy },
    affectsPortal: false,
  });
}

/** Confirms verdicts of other people; one of the reviewer's own refuses them all. */
export async function confirmCleanupVerdicts(
  work: Work,
  input: { readonly roundId: string; readonly itemIds: readonly string[] },
): Promise<void> {
  const { by, name } = signatureOf(work.actor);
  for (const itemId of new Set(input.itemIds)) {
    const place = { roundId: input.roundId, itemId };
    const { entry, title } = await lockEntry(work, place, 'policies.reviewVerdict', 'confirm');
    if (entry.givenBy === by) throw cleanupRefusals.refuse('policies.ownVerdict', { title });
    await work.db
      .update(cleanupEntries)
      .set({ reviewedBy: by, reviewedByName: name, reviewedOn: work.today })
      .where(isAt(place));
    work.audit({
      action: 'policies.reviewVerdict',
      objectKind: 'officialDocument',
      objectId: itemId,
      unitId: entry.unitId,
      summary: `审核通过《${title}》的清理意见`,
      after: { roundId: input.roundId, verdict: entry.verdict },
      affectsPortal: false,
    });
  }
}

/** Sends a verdict back to its drafter with the reason. */
export async function returnCleanupVerdict(
  work: Work,
  input: EntryPlace & { readonly reason: string },
): Promise<void> {
  const { round, entry, title } = await lockEntry(work, input, 'policies.reviewVerdict', 'sendBack');
  await work.db
    .update(cleanupEntries)
    .set({ reviewedBy: null, reviewedByName: null, reviewedOn: null, returnReason: input.reason })
    .where(isAt(input));
  if (entry.givenBy !== null && entry.givenBy !== 'system') {
    await notify(work, {
      officerIds: [entry.givenBy],
      title: `《${title}》的清理意见被退回`,
      detail: input.reason,
      address: `/policies/cleanups/${round.id}?open=${input.itemId}`,
    });
  }
  work.audit({
    action: 'policies.reviewVerdict',
    objectKind: 'officialDocument',
    objectId: input.itemId,
    unitId: entry.unitId,
    summary: `退回《${title}》的清理意见`,
    before: { verdict: entry.verdict },
    after: { roundId: input.roundId, reason: input.reason },
    affectsPortal: false,
  });
}
