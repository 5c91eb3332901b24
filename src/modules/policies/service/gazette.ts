/** Issues of the gazette: opened with what came out since the last one, arranged, published and fixed. */
import { desc, eq, inArray } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { yearOf } from '#kernel/day.ts';
import type { Work } from '#kernel/work.ts';
import { listUngazetted } from '../queries/gazette.ts';
import { issueName, nextIssueNumber } from '../rules/gazette.ts';
import { officialDocuments } from '../tables/documents.ts';
import { type GazetteIssueRow, gazetteEntries, gazetteIssues } from '../tables/gazette.ts';
import { gazetteRefusals } from '../words/gazette.ts';

async function lockIssue(work: Work, issueId: string): Promise<GazetteIssueRow> {
  work.authorise('policies.editGazette');
  const [issue] = await work.db
    .select()
    .from(gazetteIssues)
    .where(eq(gazetteIssues.id, issueId))
    .for('update');
  if (issue === undefined) throw gazetteRefusals.refuse('policies.issueNotFound', {});
  work.authorise('policies.editGazette', { jurisdictionId: issue.jurisdictionId });
  if (issue.publishedOn !== null)
    throw gazetteRefusals.refuse('policies.issueFixed', { name: issueName(issue) });
  return issue;
}

async function writeEntries(work: Work, issueId: string, itemIds: readonly string[]): Promise<void> {
  await work.db.delete(gazetteEntries).where(eq(gazetteEntries.issueId, issueId));
  if (itemIds.length === 0) return;
  await work.db
    .insert(gazetteEntries)
    .values(itemIds.map((itemId, position) => ({ issueId, itemId, position })));
}

/** Opens the next issue with the documents published since the last one; only one issue is open at a time. */
export async function openGazetteIssue(
  work: Work,
  { jurisdictionId }: { readonly jurisdictionId: string },
): Promise<{ readonly issueId: string }> {
  work.authorise('policies.editGazette', { jurisdictionId });
  const [last] = await work.db
    .select()
    .from(gazetteIssues)
    .where(eq(gazetteIssues.jurisdictionId, jurisdictionId))
    .orderBy(desc(gazetteIssues.totalNumber))
    .limit(1)
    .for('update');
  if (last !== undefined && last.publishedOn === null) {
    throw gazetteRefusals.refuse('policies.issueOpen', { name: issueName(last) });
  }
  const next = nextIssueNumber(last, yearOf(work.today));
  const issueId = work.newId();
  const openedByName = signatureOf(work.actor).name;
  await work.db
    .insert(gazetteIssues)
    .values({ id: issueId, jurisdictionId, ...next, openedByName, openedOn: work.today });
  const itemIds = await listUngazetted(work.db, jurisdictionId, last?.publishedOn ?? null);
  await writeEntries(work, issueId, itemIds);
  work.audit({
    action: 'policies.editGazette',
    objectKind: 'gazetteIssue',
    objectId: issueId,
    summary: `开始编公报${issueName(next)}，${itemIds.length}份文件`,
    after: { ...next, documents: itemIds.length },
    affectsPortal: false,
  });
  return { issueId };
}

/** Sets the documents of an open issue in their order. */
export async function arrangeGazette(
  work: Work,
  input: { readonly issueId: string; readonly itemIds: readonly string[] },
): Promise<void> {
  const issue = await lockIssue(work, input.issueId);
  const itemIds = [...new Set(input.itemIds)];
  const found =
    itemIds.length === 0
      ? []
      : await work.db
          .select({ document: officialDocuments, issueId: gazetteEntries.issueId })
          .from(officialDocuments)
          .leftJoin(gazetteEntries, eq(gazetteEntries.itemId, officialDocuments.itemId))
          .where(inArray(officialDocuments.itemId, itemIds));
  const isFree = ({ document, issueId }: (typeof found)[number]) =>
    document.isPublic &&
    document.jurisdictionId === issue.jurisdictionId &&
    (issueId === null || issueId === issue.id);
  const taken = found.find((one) => !isFree(one));
  if (taken !== undefined || found.length < itemIds.length) {
    throw gazetteRefusals.refuse('policies.issueDocumentTaken', { title: taken?.document.title ?? '' });
  }
  await writeEntries(work, issue.id, itemIds);
  work.audit({
    action: 'policies.editGazette',
    objectKind: 'gazetteIssue',
    objectId: issue.id,
    summary: `编排公报${issueName(issue)}，${itemIds.length}份文件`,
    after: { itemIds },
    affectsPortal: false,
  });
}

/** Publishes an issue; from then on its number, order and documents stay. */
export async function publishGazette(work: Work, input: { readonly issueId: string }): Promise<void> {
  const issue = await lockIssue(work, input.issueId);
  const entries = await work.db
    .select({ document: officialDocuments })
    .from(gazetteEntries)
    .innerJoin(officialDocuments, eq(officialDocuments.itemId, gazetteEntries.itemId))
    .where(eq(gazetteEntries.issueId, issue.id));
  if (entries.length === 0) throw gazetteRefusals.refuse('policies.issueEmpty', {});
  const hidden = entries.find(({ document }) => !document.isPublic);
  if (hidden !== undefined) {
    throw gazetteRefusals.refuse('policies.issueDocumentTaken', { title: hidden.document.title });
  }
  await work.db
    .update(gazetteIssues)
    .set({ publishedOn: work.today, publishedByName: signatureOf(work.actor).name })
    .where(eq(gazetteIssues.id, issue.id));
  work.audit({
    action: 'policies.editGazette',
    objectKind: 'gazetteIssue',
    objectId: issue.id,
    summary: `出版公报${issueName(issue)}`,
    after: { documents: entries.length },
  });
}
