/** The route of the search page. Not kept: every question is another page. */
import { createElement } from 'react';
import { z } from 'zod';
import { pageRoute } from '#kernel/http/route.ts';
import type { Manifest } from '#kernel/module.ts';
import { findSearchDocuments } from '#kernel/search/search.ts';
import { searchAddress } from '#portal/addresses.ts';
import { longestQuestion } from '#portal/components/search-box.tsx';
import { loadSiteFrame } from '#portal/frame.ts';
import { SearchPage } from './pages/search.tsx';

/** Results shown at once. */
const shown = 30;

function kindTitles(modules: readonly Manifest[]): Record<string, string> {
  return Object.assign({}, ...modules.map((module) => module.searchKinds));
}

export const searchRoutes = [
  pageRoute({
    name: 'search.page',
    summary: '搜索',
    path: searchAddress.pattern,
    query: z.object({
      q: z
        .string()
        .trim()
        .max(longestQuestion, `搜索内容最多${longestQuestion}个字，请只留关键的词`)
        .default(''),
    }),
    refused: async ({ app, refusal, query, request }) => {
      const question = typeof query.q === 'string' ? query.q.slice(0, longestQuestion) : '';
      return createElement(SearchPage, {
        frame: await loadSiteFrame({ app, request }),
        question,
        found: [],
        kinds: {},
        hasMore: false,
        error: refusal.fields[0]?.message ?? refusal.sentence.what,
      });
    },
    handle: async (input) => {
      const { app, query } = input;
      const found = await findSearchDocuments(
        app.database.read,
        { text: query.q, publicOnly: true },
        shown + 1,
      );
      return createElement(SearchPage, {
        frame: { ...(await loadSiteFrame(input)), question: query.q },
        question: query.q,
        found: found.slice(0, shown),
        kinds: kindTitles(app.modules),
        hasMore: found.length > shown,
      });
    },
  }),
];
