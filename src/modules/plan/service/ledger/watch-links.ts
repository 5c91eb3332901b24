/** Pages named as evidence: put under watch when an entry names them, and what the checks found. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import { notify } from '#kernel/notices/notify.ts';
import type { ProbeOutcome } from '#kernel/outbound/probe-page.ts';
import type { Work } from '#kernel/work.ts';
import { listRoleHolders } from '#modules/organisation/index.ts';
import { noteLinkCheck } from '../../rules/ledger/link-state.ts';
import { ledgerEntries, ledgerLinks, linkChecks, linkWatches } from '../../tables/ledger.ts';
import { requestEvaluation } from '../plan-evaluations.ts';
import { getChangeableEntry } from './chain.ts';

/** Job kind that looks whether pages are still there. */
export const checkLinksKind = 'plan.checkLinks';

/** Puts the pages of a new entry under watch and has them looked at after the commit. */
export async function watchLinks(work: Work, entryId: string, urls: readonly string[]): Promise<void> {
  const wanted = [...new Set(urls)];
  if (wanted.length === 0) return;
  await work.db
    .insert(linkWatches)
    .values(
      wanted.map((url) => ({
        url,
        state: 'unchecked' as const,
        aliveRuns: 0,
        failures: 0,
        nextCheckAt: work.now,
      })),
    )
    .onConflictDoNothing();
  work.enqueue({
    kind: checkLinksKind,
    payload: { urls: wanted },
    uniqueKey: `${checkLinksKind}:${entryId}`,
  });
}

/** Has the pages of an entry looked at once more, now. */
export async function recheckLinks(work: Work, input: { readonly entryId: string }): Promise<void> {
  const entry = await getChangeableEntry(work, input.entryId, 'plan.writeLedger', 'correct');
  const links = await work.db
    .select({ url: ledgerLinks.url })
    .from(ledgerLinks)
    .where(eq(ledgerLinks.entryId, entry.id));
  work.enqueue({ kind: checkLinksKind, payload: { urls: links.map((link) => link.url) } });
  work.audit({
    action: 'plan.writeLedger',
    objectKind: 'ledgerEntry',
    objectId: entry.id,
    unitId: entry.unitId,
    summary: `重新检查台账里的${links.length}个网址`,
    affectsPortal: false,
  });
}

export interface CheckedPage extends ProbeOutcome {
  readonly url: string;
}

/** Notes what the checks found. A page that turned out broken is told to the units that lean on it, once. */
export async function recordLinkChecks(work: Work, pages: readonly CheckedPage[]): Promise<void> {
  work.authorise('plan.oversee');
  const known = await work.db
    .select()
    .from(linkWatches)
    .where(
      inArray(
        linkWatches.url,
        pages.map((page) => page.url),
      ),
    )
    .for('update');
  const watchOf = new Map(known.map((watch) => [watch.url, watch]));
  const broken: string[] = [];
  const turned: string[] = [];
  for (const { url, verdict, status, detail } of pages) {
    const watch = watchOf.get(url);
    if (watch === undefined) continue;
    const next = noteLinkCheck(watch, verdict, work.now);
    await work.db.insert(linkChecks).values({
      id: work.newId(),
      url,
      checkedAt: work.now,
      checkedOn: work.today,
      verdict,
      httpStatus: status,
      detail,
      state: next.state,
    });
    await work.db
      .update(linkWatches)
      .set({ ...next, detail, checkedAt: work.now })
      .where(eq(linkWatches.url, url));
    if (next.state === 'broken' && watch.state !== 'broken') broken.push(url);
    if (next.state !== watch.state) turned.push(url);
    if (next.state === 'suspect') {
      work.enqueue({ kind: checkLinksKind, payload: { urls: [url] }, runAt: next.nextCheckAt });
    }
  }
  await tellOfBrokenLinks(work, broken);
  const leaning = await listLeaningEntries(work, turned);
  await requestEvaluation(
    work,
    leaning.map((entry) => entry.taskId),
  );
  const failed = pages.filter((page) => page.verdict === 'failed').length;
  work.audit({
    action: 'plan.checkLinks',
    objectKind: 'linkCheck',
    objectId: work.today,
    summary: `检查台账里的${pages.length}个网址，${failed}个打不开`,
    after: { broken },
    affectsPortal: false,
  });
}

/** Entries that stand and name one of these pages. */
async function listLeaningEntries(work: Work, urls: readonly string[]) {
  if (urls.length === 0) return [];
  return work.db
    .select({ url: ledgerLinks.url, taskId: ledgerEntries.taskId, unitId: ledgerEntries.unitId })
    .from(ledgerLinks)
    .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerLinks.entryId))
    .where(
      and(
        inArray(ledgerLinks.url, [...urls]),
        sql`not exists (select 1 from ledger_entry n where n.supersedes_id = ${ledgerEntries.id})`,
      ),
    );
}

async function tellOfBrokenLinks(work: Work, urls: readonly string[]): Promise<void> {
  const told = new Set<string>();
  for (const { url, taskId, unitId } of await listLeaningEntries(work, urls)) {
    const key = `brokenLink:${taskId}:${unitId}:${url}`;
    if (told.has(key)) continue;
    told.add(key);
    await notify(work, {
      officerIds: await listRoleHolders(work.db, 'clerk', [unitId]),
      title: '台账里的网址打不开了',
      detail: `${url} 隔几个小时两次检查都打不开，请更正台账，换上能打开的网址`,
      address: `/plan/tasks/${taskId}`,
      key: `${key}:${work.today}`,
    });
  }
}
