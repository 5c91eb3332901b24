/** Opens a round of clean-up over the documents of its scope, or calls it off. */
import { and, eq, lt } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { keepUnitsOf, mapDutyOfficers } from '#modules/organisation/index.ts';
import type { OpenCleanupInput } from '../../contract/cleanup.ts';
import { validityOn } from '../../queries/library.ts';
import type { CleanupRoundAction } from '../../rules/cleanup.ts';
import { belongsToCleanup, cleanupRoundState, isRoundActionAllowed } from '../../rules/cleanup.ts';
import { type CleanupRoundRow, cleanupEntries, cleanupRounds } from '../../tables/cleanup.ts';
import { officialDocuments } from '../../tables/documents.ts';
import { cleanupRefusals } from '../../words/cleanup.ts';

const entriesAtOnce = 200;

/** A round that may be acted on, locked until the end of the transaction; the caller authorises. */
export async function lockRound(
  work: Work,
  roundId: string,
  action: CleanupRoundAction,
): Promise<CleanupRoundRow> {
  const [round] = await work.db
    .select()
    .from(cleanupRounds)
    .where(eq(cleanupRounds.id, roundId))
    .for('update');
  if (round === undefined) throw cleanupRefusals.refuse('policies.roundNotFound', {});
  const state = cleanupRoundState(round);
  if (!isRoundActionAllowed(state, action)) {
    throw cleanupRefusals.refuse('policies.roundClosed', { title: round.title, state });
  }
  return round;
}

/** Opens a round; every document of the scope is entered, and the units are told what is asked until when. */
export async function openCleanupRound(
  work: Work,
  input: OpenCleanupInput & { readonly jurisdictionId: string },
): Promise<{ readonly roundId: string; readonly documents: number }> {
  const { jurisdictionId, unitIds } = input;
  work.authorise('policies.openCleanup', { jurisdictionId });
  const known = await keepUnitsOf(work.db, jurisdictionId, unitIds);
  if (known.size < new Set(unitIds).size) throw cleanupRefusals.refuse('policies.cleanupUnitUnknown', {});
  if (input.dueOn < work.today) throw cleanupRefusals.refuse('policies.cleanupDuePassed', {});
  const candidates = await work.db
    .select({
      itemId: officialDocuments.itemId,
      unitId: officialDocuments.unitId,
      writtenOn: officialDocuments.writtenOn,
      isNormative: officialDocuments.isNormative,
      isPublic: officialDocuments.isPublic,
      validity: validityOn(work.today),
    })
    .from(officialDocuments)
    .where(
      and(
        eq(officialDocuments.jurisdictionId, jurisdictionId),
        eq(officialDocuments.isPublic, true),
        lt(officialDocuments.writtenOn, input.formedBefore),
      ),
    );
  const asked = candidates.filter((document) => belongsToCleanup(document, input));
  if (asked.length === 0) throw cleanupRefusals.refuse('policies.cleanupEmpty', {});
  const { by, name } = signatureOf(work.actor);
  const roundId = work.newId();
  const { title, formedBefore, onlyNormative, dueOn, reviewDueOn } = input;
  await work.db.insert(cleanupRounds).values({
    id: roundId,
    jurisdictionId,
    title,
    formedBefore,
    unitIds: [...unitIds],
    onlyNormative,
    dueOn,
    reviewDueOn,
    openedBy: by,
    openedByName: name,
    openedOn: work.today,
  });
  for (let from = 0; from < asked.length; from += entriesAtOnce) {
    await work.db
      .insert(cleanupEntries)
      .values(
        asked.slice(from, from + entriesAtOnce).map(({ itemId, unitId }) => ({ roundId, itemId, unitId })),
      );
  }
  await tellUnits(work, { roundId, title, dueOn }, asked);
  work.audit({
    action: 'policies.openCleanup',
    objectKind: 'cleanupRound',
    objectId: roundId,
    summary: `开始“${title}”，${asked.length}件文件`,
    after: { formedBefore, unitIds, onlyNormative, dueOn, reviewDueOn, documents: asked.length },
    affectsPortal: false,
  });
  return { roundId, documents: asked.length };
}

async function tellUnits(
  work: Work,
  round: { readonly roundId: string; readonly title: string; readonly dueOn: string },
  asked: readonly { readonly unitId: string }[],
): Promise<void> {
  const counts = new Map<string, number>();
  for (const { unitId } of asked) counts.set(unitId, (counts.get(unitId) ?? 0) + 1);
  const people = await mapDutyOfficers(work.db, [...counts.keys()]);
  for (const [unitId, count] of counts) {
    await notify(work, {
      officerIds: people.get(unitId)?.staff ?? [],
      title: `${round.title}：本单位有${count}件文件要在${round.dueOn}前提出清理意见`,
      address: `/policies/cleanups/${round.roundId}?f.state=waiting`,
      key: `cleanup:${round.roundId}:${unitId}`,
    });
  }
}

/** Calls a round off, with the reason; nothing of it acts on validity. */
export async function cancelCleanupRound(
  work: Work,
  input: { readonly roundId: string; readonly reason: string },
): Promise<void> {
  work.authorise('policies.openCleanup');
  const round = await lockRound(work, input.roundId, 'cancel');
  work.authorise('policies.openCleanup', { jurisdictionId: round.jurisdictionId });
  await work.db
    .update(cleanupRounds)
    .set({ cancelledOn: work.today, cancellationReason: input.reason })
    .where(eq(cleanupRounds.id, round.id));
  work.audit({
    action: 'policies.openCleanup',
    objectKind: 'cleanupRound',
    objectId: round.id,
    summary: `取消“${round.title}”`,
    after: { reason: input.reason },
    affectsPortal: false,
  });
}
