/** The jobs that look whether pages named as evidence are still there: after an entry, and every night for what is due. */
import { and, asc, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { defineJob, type RecurringJob } from '#kernel/jobs/job.ts';
import { type HostQueue, openHostQueue } from '#kernel/outbound/host-queue.ts';
import { linkProbing } from '#kernel/outbound/outbound.ts';
import { probePage } from '#kernel/outbound/probe-page.ts';
import { transact } from '#kernel/work.ts';
import { checkPlanLinksKind, isNamedInPlan } from './queries/plan-links.ts';
import { isOwnOutage } from './rules/ledger/link-state.ts';
import { type CheckedPage, checkLinksKind, recordLinkChecks } from './service/ledger/watch-links.ts';
import { linkWatches } from './tables/ledger.ts';

const checker = systemActor('网址检查');
/** Pause between two requests to one host; all checks of this process share the queue. */
const queue = openHostQueue(1000);
/** Pages looked at before what was found is written down. */
const pagesPerRound = 100;
const hostsAtOnce = 8;

async function probeOnQueue(app: App, urls: readonly string[], signal: AbortSignal, hosts: HostQueue) {
  const probing = linkProbing(app.config);
  const groups = new Map<string, string[]>();
  for (const url of urls) {
    const host = new URL(url).host;
    groups.set(host, [...(groups.get(host) ?? []), url]);
  }
  const waiting = [...groups];
  const found: (CheckedPage & { readonly host: string })[] = [];
  const work = async () => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
      const [host, pages] = group;
      for (const url of pages) {
        const outcome = await hosts.run(host, signal, () => probePage(url, { ...probing, signal }));
        found.push({ ...outcome, url, host });
      }
    }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, work));
  return found;
}

/** Looks at these pages and writes down what was found; nothing where the operator switched checks off. */
export async function checkPages(
  app: App,
  urls: readonly string[],
  signal: AbortSignal,
  hosts: HostQueue = queue,
): Promise<void> {
  if (app.config.GONGKAI_LINK_CHECK === 'off' || urls.length === 0) return;
  const found = await probeOnQueue(app, urls, signal, hosts);
  const blamesUs = isOwnOutage(found);
  const pages = found.map(({ host: _, ...page }) =>
    blamesUs && page.verdict === 'failed'
      ? { ...page, verdict: 'cannotTell' as const, detail: '所有网站同时连不上，应是平台所在的机器不能上网' }
      : page,
  );
  await transact(app, checker, (work) => recordLinkChecks(work, pages));
}

export const checkLinksJob = defineJob({
  kind: checkLinksKind,
  payload: z.object({ urls: z.array(z.string()) }),
  run: (app, { urls }, signal) => checkPages(app, urls, signal),
});

/** Pages whose next check is due and that an entry which stands still names. */
async function listDueUrls(app: App, limit: number, planId?: string): Promise<string[]> {
  const rows = await app.database.read
    .select({ url: linkWatches.url })
    .from(linkWatches)
    .where(
      and(
        lte(linkWatches.nextCheckAt, app.clock.now()),
        planId === undefined
          ? sql`exists (select 1 from ledger_link l where l.url = ${linkWatches.url}
              and not exists (select 1 from ledger_entry n where n.supersedes_id = l.entry_id))`
          : isNamedInPlan(planId),
      ),
    )
    .orderBy(asc(linkWatches.nextCheckAt), asc(linkWatches.url))
    .limit(limit);
  return rows.map((row) => row.url);
}

/** Rounds small enough for whoever waits to see them go by. */
const pagesPerShownRound = 20;

/** All pages of a plan that are due, because somebody asked for it. */
export const checkPlanLinksJob = defineJob({
  kind: checkPlanLinksKind,
  payload: z.object({ planId: z.string() }),
  async run(app, { planId }, signal) {
    if (app.config.GONGKAI_LINK_CHECK === 'off') return;
    for (;;) {
      const urls = await listDueUrls(app, pagesPerShownRound, planId);
      if (urls.length === 0) return;
      await checkPages(app, urls, signal);
    }
  },
});

/** Every night: all pages that are due, in rounds, so that a stop in the middle loses one round at most. */
export const checkDueLinksJob: RecurringJob = {
  name: 'plan.checkDueLinks',
  pattern: '40 1 * * *',
  async run(app, _span, signal) {
    if (app.config.GONGKAI_LINK_CHECK === 'off') return;
    for (;;) {
      const urls = await listDueUrls(app, pagesPerRound);
      if (urls.length === 0) return;
      await checkPages(app, urls, signal);
    }
  },
};
