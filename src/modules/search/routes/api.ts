/** Searching as JSON, open to everybody, and suggestions while typing. No decisions in here. */
import { z } from 'zod';
import { beijingDayOf } from '#kernel/clock.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { noteMiss } from '#kernel/search/misses.ts';
import { foundSchema, placeQuery, questionQuery, suggestionQuery, suggestionsSchema } from '../contract.ts';
import { askSearch, kindTitlesOf } from '../queries/ask.ts';

const visitors = { kind: 'public' } as const;

export const searchApiRoutes = [
  apiRoute({
    name: 'search.find',
    summary: '搜索已公开的内容',
    description:
      '几个词之间空一格表示都要出现；引号内的词语须连续出现；词前加 - 表示不含；可直接输入文号。in 按类别、单位、年份等缩小范围。',
    access: 'public',
    method: 'GET',
    path: '/search/documents',
    query: z.object({
      ...questionQuery,
      after: placeQuery,
      limit: z.coerce.number().int().min(1).max(100).default(20).meta({ description: '每页行数' }),
    }),
    reply: foundSchema,
    handle: async ({ app, query }) => {
      const found = await askSearch(app, query, visitors);
      const isMiss = found.total === 0 || found.isMeant;
      if (isMiss && query.in.length === 0 && query.after === undefined)
        await noteMiss(app, query.q, beijingDayOf(app.clock.now()));
      return found;
    },
  }),
  apiRoute({
    name: 'search.suggest',
    summary: '输入时的搜索建议',
    access: 'public',
    method: 'GET',
    path: '/search/suggestions',
    query: suggestionQuery,
    reply: suggestionsSchema,
    handle: async ({ app, query }) => {
      const { words, documents } = await app.search.suggest(query.q, visitors);
      const kinds = kindTitlesOf(app);
      return {
        words: [...words],
        documents: documents.map(({ kind, title, address }) => ({
          title,
          kindTitle: kinds[kind] ?? '其他',
          address,
        })),
      };
    },
  }),
];
