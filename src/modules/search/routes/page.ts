/** The search page. Not kept: every question is another page. */
import { createElement, type ReactElement } from 'react';
import { z } from 'zod';
import { beijingDayOf } from '#kernel/clock.ts';
import { type HandlerInput, pageRoute } from '#kernel/http/route.ts';
import { noteMiss } from '#kernel/search/misses.ts';
import { searchAddress } from '#portal/addresses.ts';
import { loadSiteFrame } from '#portal/frame.ts';
import { longestQuestion, placeQuery, questionQuery } from '../contract.ts';
import { SearchPage } from '../pages/search.tsx';
import { askSearch } from '../queries/ask.ts';

const pageQuestion = z.object({ ...questionQuery, after: placeQuery });

async function showFound(
  input: HandlerInput<unknown, z.output<typeof pageQuestion>, unknown>,
): Promise<ReactElement> {
  const { app, query } = input;
  const frame = { ...(await loadSiteFrame(input)), question: query.q };
  const asked = { q: query.q, in: query.in, sort: query.sort, after: query.after };
  if (query.q === '') return createElement(SearchPage, { frame, asked, found: null });
  const found = await askSearch(app, asked, { kind: 'public' });
  const isMiss = found.total === 0 || found.isMeant;
  if (isMiss && query.in.length === 0 && query.after === undefined)
    await noteMiss(app, query.q, beijingDayOf(app.clock.now()));
  return createElement(SearchPage, { frame, asked, found });
}

export const searchPageRoute = pageRoute({
  name: 'search.page',
  summary: '搜索',
  path: searchAddress.pattern,
  query: pageQuestion,
  refused: async ({ app, refusal, query, request }) => {
    const q = typeof query.q === 'string' ? query.q.slice(0, longestQuestion) : '';
    return createElement(SearchPage, {
      frame: await loadSiteFrame({ app, request }),
      asked: { q, in: [], sort: 'relevance' as const },
      found: null,
      error: refusal.fields[0]?.message ?? refusal.sentence.what,
    });
  },
  handle: showFound,
});
