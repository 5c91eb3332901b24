/** The check of a revision and its attachments before release: run outside the transaction, kept, asked for by the release. */
import { eq } from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { findStoredFile } from '#kernel/files/stored-files.ts';
import { transact, type Work } from '#kernel/work.ts';
import {
  checkFile,
  checkText,
  findReleaseReasons,
  judgeRelease,
  opensFinding,
  type PlacedFinding,
  placesOfFindings,
  type ReleaseKey,
  releaseKeysOf,
} from '#modules/checking/index.ts';
import { findItemRow } from '../../queries/items.ts';
import { countOpenFindings } from '../../rules/kept-findings.ts';
import {
  type ItemRevision,
  type ItemRow,
  itemChecks,
  itemRevisions,
  type KeptFinding,
} from '../../tables/items.ts';
import { itemRefusals } from '../../words/items.ts';
import { getRevision } from './load.ts';

/** A finding with the part of the item it stands in; for the screen, never stored. */
export interface ItemFinding {
  readonly part: string;
  readonly finding: PlacedFinding;
  /** What a reason for it is recorded with, and whether one is on record; hints need none. */
  readonly document: string;
  readonly place: string;
  readonly hasReason: boolean;
}

/** What is kept of a finding, with the place its reason must be given for. */
type KeptAtPlace = KeptFinding & ReleaseKey;

interface CheckedPart {
  readonly part: string;
  /** Tells the text or the file from all others: a reason is for one place of it. */
  readonly document: string;
  readonly text: string;
  readonly findings: readonly PlacedFinding[];
}

async function findRevisionToCheck(
  app: App,
  itemId: string,
): Promise<{ row: ItemRow; revision: ItemRevision }> {
  const row = await findItemRow(app.database.read, itemId);
  if (row === undefined) throw itemRefusals.refuse('publishing.itemNotFound', {});
  const [revision] = await app.database.read
    .select()
    .from(itemRevisions)
    .where(eq(itemRevisions.id, row.workingRevisionId));
  if (revision === undefined) throw new Error(`item ${itemId} has no working revision`);
  return { row, revision };
}

/**
 * Checks the working revision and every attachment and keeps what stops a release. The actor needs the permission to
 * check; call it before each step that leads to a release.
 */
export async function checkItem(
  app: App,
  actor: Actor,
  input: { readonly itemId: string; readonly signal?: AbortSignal },
): Promise<readonly ItemFinding[]> {
  const { row, revision } = await findRevisionToCheck(app, input.itemId);
  const { content } = revision;
  const question = {
    day: content.formedOn,
    isPublishedList: row.kind === 'list' || row.kind === 'notice',
    ...(input.signal === undefined ? {} : { signal: input.signal }),
  };
  const text = revision.plainText;
  const parts: CheckedPart[] = [
    {
      part: '正文',
      document: `item ${row.id}`,
      text,
      findings: await checkText(app, actor, { ...question, text }),
    },
  ];
  for (const { fileId, title } of content.attachments) {
    const file = await findStoredFile(app.database.read, fileId);
    const bytes = file === undefined ? undefined : await app.files.find(file.sha256);
    if (file === undefined || bytes === undefined)
      throw itemRefusals.refuse('publishing.itemFileUnknown', {});
    const { findings, document } = await checkFile(app, actor, {
      ...question,
      unitId: row.unitId,
      fileName: file.fileName,
      bytes,
    });
    parts.push({ part: title, document: `item ${row.id} file ${fileId}`, text: document.text, findings });
  }
  const asking = parts.flatMap(({ part, findings, ...placed }) =>
    releaseKeysOf(app.config, placed, findings).map(({ finding, key }) => ({ part, finding, key })),
  );
  const kept = asking.map(({ part, key }): KeptAtPlace => ({ ...key, part }));
  const reasons = await findReleaseReasons(app.database.read, row.unitId, kept);
  const opened = new Set(
    asking
      .filter(({ key }) => reasons.some((reason) => opensFinding(reason, key)))
      .map(({ finding }) => finding),
  );
  const found = parts.flatMap(({ part, document, text: read, findings }): ItemFinding[] => {
    const places = placesOfFindings(read, findings);
    return findings.map((finding, index) => ({
      part,
      finding,
      document,
      place: places[index] ?? '',
      hasReason: opened.has(finding),
    }));
  });
  await transact(app, actor, (work) =>
    recordItemCheck(work, { row, revisionId: revision.id, kept, hints: found.length - kept.length }),
  );
  return found;
}

async function recordItemCheck(
  work: Work,
  check: {
    readonly row: ItemRow;
    readonly revisionId: string;
    readonly kept: readonly KeptAtPlace[];
    readonly hints: number;
  },
): Promise<void> {
  const { row, revisionId, kept, hints } = check;
  work.authorise('checking.check', { unitId: row.unitId, jurisdictionId: row.jurisdictionId });
  const values = { checkedAt: work.now, hints, findings: kept };
  await work.db
    .insert(itemChecks)
    .values({ revisionId, ...values })
    .onConflictDoUpdate({ target: itemChecks.revisionId, set: values });
  work.audit({
    action: 'publishing.check',
    objectKind: 'item',
    objectId: row.id,
    unitId: row.unitId,
    summary: `发布前检测：须处理${kept.length}处，提示${hints}处`,
    after: { revisionId, findings: kept.length, hints },
    affectsPortal: false,
  });
}

/** A finding kept before places were has none, and only a reason for the words themselves opens it. */
function keyOfKept(kept: KeptFinding): ReleaseKey {
  return { ...kept, placeDigest: kept.placeDigest ?? '' };
}

/** Refuses a release whose newest check is missing or has findings nobody gave a reason for, each at its place. */
export async function requireCheckPassed(work: Work, row: ItemRow, revisionId: string): Promise<void> {
  const revision = await getRevision(work, revisionId);
  // What is not disclosed does not go out; it is checked when it is to be, or when somebody asks for it.
  if (revision.content.disclosure.openness !== 'proactive') return;
  await requireFindingsSettled(work, row, revisionId);
}

/** The same for a revision that is to be public whatever it said of itself when it was written. */
export async function requireFindingsSettled(work: Work, row: ItemRow, revisionId: string): Promise<void> {
  const [check] = await work.db.select().from(itemChecks).where(eq(itemChecks.revisionId, revisionId));
  if (check === undefined) throw itemRefusals.refuse('publishing.itemNotChecked', {});
  const keys = check.findings.map(keyOfKept);
  const verdict = judgeRelease(keys, await findReleaseReasons(work.db, row.unitId, keys));
  if (verdict.kind === 'free') return;
  throw itemRefusals.refuse('publishing.itemFindingsOpen', countOpenFindings(verdict.open, []));
}
