/**
 * The published list of a round: drafted as an item of publishing, and taking effect with its release. The relations of the
 * list to what it ends are written in the transaction of the release, so validity changes everywhere at once.
 */
import { and, asc, eq } from 'drizzle-orm';
import { longDay } from '#kernel/day-words.ts';
import type { Work } from '#kernel/work.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import { createItem, findItemRow, type ItemAnnouncement } from '#modules/publishing/index.ts';
import type { DraftListInput } from '../../contract/cleanup.ts';
import { type CleanupVerdict, cleanupEntryState } from '../../rules/cleanup.ts';
import { composeCleanupList } from '../../rules/cleanup-list.ts';
import type { RelationKind } from '../../rules/validity.ts';
import { cleanupEntries, cleanupRounds } from '../../tables/cleanup.ts';
import { documentRelations, officialDocuments } from '../../tables/documents.ts';
import { cleanupRefusals } from '../../words/cleanup.ts';
import { lockRound } from './open-round.ts';

/** What a verdict does to the document when its list is public. */
const relationOfVerdict: Readonly<Record<CleanupVerdict, RelationKind | null>> = {
  keep: null,
  amend: null,
  repeal: 'repeals',
  lapse: 'lapses',
};

/** Who a relation of a round is entered by. */
const enteredByRound = 'cleanup';

async function listRoundEntries(work: Work, roundId: string) {
  return work.db
    .select({ entry: cleanupEntries, document: officialDocuments })
    .from(cleanupEntries)
    .innerJoin(officialDocuments, eq(officialDocuments.itemId, cleanupEntries.itemId))
    .where(eq(cleanupEntries.roundId, roundId))
    .orderBy(asc(officialDocuments.writtenOn), asc(officialDocuments.itemId));
}

/** Drafts the list once every verdict is confirmed; verdicts stand still from then on. */
export async function draftCleanupList(
  work: Work,
  input: DraftListInput & { readonly roundId: string },
): Promise<{ readonly itemId: string }> {
  work.authorise('policies.draftCleanupList');
  const round = await lockRound(work, input.roundId, 'draftList');
  work.authorise('policies.draftCleanupList', { jurisdictionId: round.jurisdictionId });
  const found = await listRoundEntries(work, round.id);
  const open = found.filter(({ entry }) => cleanupEntryState(entry) !== 'confirmed');
  if (open.length > 0) {
    throw cleanupRefusals.refuse('policies.cleanupOpen', {
      count: open.length,
      first: open[0]?.document.title ?? '',
    });
  }
  const names = await nameUnits(
    work.db,
    found.map(({ entry }) => entry.unitId),
  );
  const rows = found.flatMap(({ entry, document }) =>
    entry.verdict === null
      ? []
      : [
          {
            title: document.title,
            documentNumber: document.documentNumber,
            unitName: names.get(entry.unitId)?.name ?? '',
            verdict: entry.verdict,
            reason: entry.reason ?? '',
          },
        ],
  );
  const kind = round.onlyNormative ? '行政规范性文件' : '政策文件';
  const scope = `根据文件清理工作安排，对${longDay(round.formedBefore)}前制定的${kind}进行了清理`;
  const saved = await createItem(work, {
    unitId: input.unitId,
    columnId: input.columnId,
    kind: 'policyDocument',
    content: {
      title: input.title,
      summary: '',
      keywords: ['政务公开'],
      body: composeCleanupList({ scope, count: rows.length }, rows),
      fields: { nature: 'other' },
      attachments: [],
      source: null,
      formedOn: work.today,
      disclosure: { openness: 'proactive', ground: null, reason: null },
    },
  });
  await work.db.update(cleanupRounds).set({ listItemId: saved.itemId }).where(eq(cleanupRounds.id, round.id));
  work.audit({
    action: 'policies.draftCleanupList',
    objectKind: 'cleanupRound',
    objectId: round.id,
    summary: `起草“${round.title}”的清理结果`,
    after: { itemId: saved.itemId, documents: rows.length },
    affectsPortal: false,
  });
  return { itemId: saved.itemId };
}

/** Gives a list up that is not public yet, so that verdicts may be changed; its draft stays in publishing. */
export async function dropCleanupList(
  work: Work,
  input: { readonly roundId: string; readonly reason: string },
): Promise<void> {
  work.authorise('policies.openCleanup');
  const round = await lockRound(work, input.roundId, 'dropList');
  work.authorise('policies.openCleanup', { jurisdictionId: round.jurisdictionId });
  await work.db.update(cleanupRounds).set({ listItemId: null }).where(eq(cleanupRounds.id, round.id));
  work.audit({
    action: 'policies.openCleanup',
    objectKind: 'cleanupRound',
    objectId: round.id,
    summary: `撤下“${round.title}”的清理结果草稿`,
    before: { itemId: round.listItemId },
    after: { reason: input.reason },
    affectsPortal: false,
  });
}

/** Whether the item publishes the list of a round: its relations are those of the round and not what its tables read like. */
export async function isCleanupList(work: Work, itemId: string): Promise<boolean> {
  const found = await work.db
    .select({ id: cleanupRounds.id })
    .from(cleanupRounds)
    .where(eq(cleanupRounds.listItemId, itemId));
  return found.length > 0;
}

/** The release of the list ends the round: what was repealed or declared lapsed is so from this day, on every page. */
export async function concludeCleanup(work: Work, { itemId, kind }: ItemAnnouncement): Promise<void> {
  if (kind !== 'policyDocument') return;
  const [round] = await work.db
    .select()
    .from(cleanupRounds)
    .where(eq(cleanupRounds.listItemId, itemId))
    .for('update');
  if (round === undefined) return;
  const item = await findItemRow(work.db, itemId);
  const onDay = round.concludedOn ?? item?.publishedOn ?? work.today;
  await work.db
    .delete(documentRelations)
    .where(and(eq(documentRelations.fromItemId, itemId), eq(documentRelations.enteredBy, enteredByRound)));
  for (const { entry, document } of await listRoundEntries(work, round.id)) {
    const relation = entry.verdict === null ? null : relationOfVerdict[entry.verdict];
    if (relation === null) continue;
    await work.db.insert(documentRelations).values({
      id: work.newId(),
      fromItemId: itemId,
      kind: relation,
      toItemId: document.itemId,
      toTitle: document.title,
      toNumber: document.documentNumber,
      part: null,
      onDay,
      enteredBy: enteredByRound,
      enteredByName: round.title,
      enteredOn: work.today,
      reason: entry.reason,
    });
  }
  await work.db.update(cleanupRounds).set({ concludedOn: onDay }).where(eq(cleanupRounds.id, round.id));
}
