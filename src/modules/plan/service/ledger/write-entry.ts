/** Reports on a task: a first entry, its correction and its withdrawal. Nothing written before is ever changed. */

import { and, eq, inArray } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { storedFiles } from '#kernel/files/tables.ts';
import type { Work } from '#kernel/work.ts';
import type { CorrectEntryInput, WriteEntryInput } from '../../contract/ledger.ts';
import type { EntryKind } from '../../rules/ledger/entry.ts';
import { ledgerEntries, ledgerFiles, ledgerLinks } from '../../tables/ledger.ts';
import { ledgerRefusals } from '../../words/ledger.ts';
import { planRefusals } from '../../words/plans.ts';
import { requestEvaluation } from '../plan-evaluations.ts';
import {
  getChangeableEntry,
  getTaskName,
  getTaskPlace,
  lockAssignment,
  renewLastEntry,
  type StoredEntry,
  taskNameOf,
} from './chain.ts';
import { endRelease } from './release-entry.ts';
import { watchLinks } from './watch-links.ts';

/** Result of a command that wrote an entry; plain, so that a repeated request is answered alike. */
export interface WrittenEntry {
  readonly entryId: string;
  readonly rootId: string;
}

type Content = Pick<WriteEntryInput, 'body' | 'figures' | 'links' | 'fileIds' | 'proposesPublic'>;

interface EntryPlace {
  readonly kind: EntryKind;
  readonly rootId: string | null;
  readonly supersedesId: string | null;
  readonly planId: string;
  readonly taskId: string;
  readonly unitId: string;
  readonly reason: string | null;
}

/** Files the actor handed in, or that already prove the entry being corrected; anything else is refused. */
async function checkFiles(work: Work, fileIds: readonly string[], corrected: StoredEntry | null) {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return;
  const own = await work.db
    .select({ id: storedFiles.id })
    .from(storedFiles)
    .where(and(inArray(storedFiles.id, wanted), eq(storedFiles.createdBy, signatureOf(work.actor).by)));
  const former =
    corrected === null
      ? []
      : await work.db
          .select({ id: ledgerFiles.fileId })
          .from(ledgerFiles)
          .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerFiles.entryId))
          .where(and(inArray(ledgerFiles.fileId, wanted), eq(ledgerEntries.rootId, corrected.rootId)));
  const known = new Set([...own, ...former].map((file) => file.id));
  if (wanted.some((id) => !known.has(id))) throw ledgerRefusals.refuse('plan.ledgerFileUnknown', {});
}

async function insertEntry(work: Work, place: EntryPlace, content: Content): Promise<WrittenEntry> {
  const id = work.newId();
  const rootId = place.rootId ?? id;
  const { by, name } = signatureOf(work.actor);
  await work.db.insert(ledgerEntries).values({
    id,
    ...place,
    rootId,
    body: content.body,
    figures: content.figures,
    proposesPublic: content.proposesPublic,
    writtenBy: by,
    writtenByName: name,
    writtenOn: work.today,
    writtenAt: work.now,
  });
  const fileIds = [...new Set(content.fileIds)];
  if (fileIds.length > 0) {
    await work.db
      .insert(ledgerFiles)
      .values(fileIds.map((fileId, position) => ({ entryId: id, fileId, position })));
  }
  if (content.links.length > 0) {
    await work.db
      .insert(ledgerLinks)
      .values(content.links.map((link, position) => ({ entryId: id, position, ...link })));
  }
  await watchLinks(
    work,
    id,
    content.links.map((link) => link.url),
  );
  await renewLastEntry(work, place.taskId, place.unitId);
  await requestEvaluation(work, [place.taskId]);
  return { entryId: id, rootId };
}

/** Contents as the audit keeps them: what was said and how much proves it. */
function auditedContent(content: Content) {
  const { body, figures, links, fileIds, proposesPublic } = content;
  return { body, figures, links, fileIds, proposesPublic };
}

/** A unit reports on a task. */
export async function writeLedgerEntry(
  work: Work,
  input: WriteEntryInput & { readonly taskId: string },
): Promise<WrittenEntry> {
  const { taskId, unitId } = input;
  const place = await getTaskPlace(work, taskId);
  work.authorise('plan.writeLedger', {
    unitId,
    ...(place === undefined ? {} : { jurisdictionId: place.jurisdictionId }),
  });
  if (place === undefined) throw planRefusals.refuse('plan.taskNotFound', {});
  await lockAssignment(work, taskId, unitId);
  await checkFiles(work, input.fileIds, null);
  const written = await insertEntry(
    work,
    {
      kind: 'progress',
      rootId: null,
      supersedesId: null,
      planId: place.task.planId,
      taskId,
      unitId,
      reason: null,
    },
    input,
  );
  work.audit({
    action: 'plan.writeLedger',
    objectKind: 'ledgerEntry',
    objectId: written.entryId,
    unitId,
    summary: `填报台账：${taskNameOf(place.task)}`,
    after: { taskId, ...auditedContent(input) },
    affectsPortal: false,
  });
  return written;
}

/** Says again what an entry should have said; the former text stays, struck. */
export async function correctLedgerEntry(
  work: Work,
  input: CorrectEntryInput & { readonly entryId: string },
): Promise<WrittenEntry> {
  const entry = await getChangeableEntry(work, input.entryId, 'plan.writeLedger', 'correct');
  await checkFiles(work, input.fileIds, entry);
  const written = await supersede(work, entry, 'correction', input.reason, input);
  work.audit({
    action: 'plan.writeLedger',
    objectKind: 'ledgerEntry',
    objectId: written.entryId,
    unitId: entry.unitId,
    summary: `更正台账：${await getTaskName(work, entry.taskId)}`,
    before: { entryId: entry.id, body: entry.body, figures: entry.figures },
    after: { ...auditedContent(input), reason: input.reason },
  });
  return written;
}

/** Takes an entry out of what counts, with the reason; it stays to be read. */
export async function withdrawLedgerEntry(
  work: Work,
  input: { readonly entryId: string; readonly reason: string },
): Promise<WrittenEntry> {
  const entry = await getChangeableEntry(work, input.entryId, 'plan.writeLedger', 'withdraw');
  const written = await supersede(work, entry, 'withdrawal', input.reason, {
    body: '',
    figures: [],
    links: [],
    fileIds: [],
    proposesPublic: false,
  });
  work.audit({
    action: 'plan.writeLedger',
    objectKind: 'ledgerEntry',
    objectId: written.entryId,
    unitId: entry.unitId,
    summary: `撤回台账：${await getTaskName(work, entry.taskId)}`,
    before: { entryId: entry.id },
    after: { reason: input.reason },
  });
  return written;
}

async function supersede(
  work: Work,
  entry: StoredEntry,
  kind: 'correction' | 'withdrawal',
  reason: string,
  content: Content,
): Promise<WrittenEntry> {
  const { planId, taskId, unitId, rootId } = entry;
  // What the public was shown is no longer what the unit says: the new text needs a decision of its own.
  await endRelease(work, entry, kind === 'correction' ? `已更正：${reason}` : `已撤回：${reason}`);
  return insertEntry(work, { kind, rootId, supersedesId: entry.id, planId, taskId, unitId, reason }, content);
}
