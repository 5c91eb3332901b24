/** Routes of what comes before filing: the guidance, what is already public, and that it was found. */
import { createElement } from 'react';
import { z } from 'zod';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { pageRoute, SpecialReply } from '#kernel/http/route.ts';
import { excerptOf, markWords } from '#kernel/search/mark-words.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { loadSiteFrame } from '#portal/frame.ts';
import { applyAddress, applyFoundAddress, requestGuideAddress } from '../addresses.ts';
import { GuidePage } from '../pages/guide.tsx';
import { type AlreadyPublic, FoundPage, SearchFirstPage } from '../pages/search-first.tsx';
import { viewRequestGuide } from '../queries/guide.ts';
import { countSparedRequest } from '../service/filing/count-spared.ts';

const shownDocuments = 8;
const excerptLength = 90;

/** What visitors may already see about it; the index decides what is public. */
async function findAlreadyPublic(app: App, text: string): Promise<AlreadyPublic[]> {
  const kinds: Record<string, string> = Object.assign({}, ...app.modules.map((one) => one.searchKinds));
  const { documents, marks } = await app.search.find({
    text,
    audience: { kind: 'public' },
    limit: shownDocuments,
  });
  return documents.map((document) => ({
    address: document.address,
    title: markWords(document.title, marks),
    excerpt: markWords(excerptOf(document.body.replace(/\s+/gu, ' ').trim(), marks, excerptLength), marks),
    kindTitle: kinds[document.kind] ?? '其他',
    unitName: document.unitName ?? null,
    day: document.day ?? null,
  }));
}

export const portalGuideRoutes = [
  pageRoute({
    name: 'requests.guide',
    summary: '政府信息公开申请指南',
    path: requestGuideAddress.pattern,
    cached: true,
    handle: async (input) => {
      const today = beijingDayOf(input.app.clock.now());
      return createElement(GuidePage, {
        frame: await loadSiteFrame(input, 'requests'),
        guide: viewRequestGuide(await input.app.calendar(), today),
        today,
      });
    },
  }),
  pageRoute({
    name: 'requests.searchFirst',
    summary: '申请之前先找一找已经公开的信息',
    path: applyAddress.pattern,
    query: z.object({ q: z.string().trim().max(100).catch('').default('') }),
    handle: async (input) => {
      const { q } = input.query;
      return createElement(SearchFirstPage, {
        frame: await loadSiteFrame(input, 'requests'),
        asked: q,
        found: q === '' ? null : await findAlreadyPublic(input.app, q),
      });
    },
  }),
  pageRoute({
    name: 'requests.foundPage',
    summary: '已经找到，不用申请',
    path: applyFoundAddress.pattern,
    cached: true,
    handle: async (input) => createElement(FoundPage, { frame: await loadSiteFrame(input, 'requests') }),
  }),
  pageRoute({
    name: 'requests.countFound',
    summary: '记下一次不用申请',
    method: 'POST',
    path: applyFoundAddress.pattern,
    attempts: { limit: 20, windowSeconds: 3600 },
    handle: async ({ app, actor }) => {
      await countSparedRequest(app, await getHomeJurisdictionId(app.database.read, actor));
      return new SpecialReply({ status: 303, headers: { location: applyFoundAddress() } });
    },
  }),
];
