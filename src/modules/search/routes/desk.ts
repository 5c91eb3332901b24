/** The county's words, synonyms, questions without an answer and the index over HTTP. No decisions in here. */
import { z } from 'zod';
import { authorise } from '#kernel/authorise.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  indexStateSchema,
  missPage,
  missQuery,
  savedSynonym,
  searchWordInput,
  searchWordPage,
  searchWordQuery,
  synonymInput,
  synonymPage,
  synonymQuery,
} from '../contract.ts';
import {
  listCountyWords,
  listMissedQuestions,
  listSynonyms,
  readIndexState,
  todayOf,
} from '../queries/desk.ts';
import { startRebuild } from '../service/rebuild.ts';
import { addSearchWord, addSynonyms, endSynonyms, removeSearchWord } from '../service/words.ts';

const wordRoutes = [
  apiRoute({
    name: 'search.listWords',
    summary: '检索词库',
    access: 'signedIn',
    method: 'GET',
    path: '/search/words',
    query: searchWordQuery,
    reply: searchWordPage,
    handle: ({ app, query }) => listCountyWords(app.database.read, query),
  }),
  apiRoute({
    name: 'search.addWord',
    summary: '检索词库添加一个词',
    access: 'search.keepWords',
    method: 'POST',
    path: '/search/words',
    body: searchWordInput,
    handle: ({ app, actor, body }) => transact(app, actor, (work) => addSearchWord(work, body)),
  }),
  apiRoute({
    name: 'search.removeWord',
    summary: '检索词库删除一个词',
    access: 'search.keepWords',
    method: 'POST',
    path: '/search/words/removal',
    body: searchWordInput,
    handle: ({ app, actor, body }) => transact(app, actor, (work) => removeSearchWord(work, body)),
  }),
];

const synonymRoutes = [
  apiRoute({
    name: 'search.listSynonyms',
    summary: '检索同义词',
    access: 'signedIn',
    method: 'GET',
    path: '/search/synonyms',
    query: synonymQuery,
    reply: synonymPage,
    handle: ({ app, query }) => listSynonyms(app.database.read, todayOf(app), query),
  }),
  apiRoute({
    name: 'search.addSynonyms',
    summary: '添加一组检索同义词',
    access: 'search.keepWords',
    method: 'POST',
    path: '/search/synonyms',
    body: synonymInput,
    reply: savedSynonym,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({ synonymId: await addSynonyms(work, body) })),
  }),
  apiRoute({
    name: 'search.endSynonyms',
    summary: '停用一组检索同义词',
    access: 'search.keepWords',
    method: 'POST',
    path: '/search/synonyms/:synonymId/end',
    params: z.object({ synonymId: idSchema }),
    handle: ({ app, actor, params }) => transact(app, actor, (work) => endSynonyms(work, params.synonymId)),
  }),
];

const indexRoutes = [
  apiRoute({
    name: 'search.listMisses',
    summary: '没有结果的检索（近90天，问过3次以上的）',
    access: 'search.readMisses',
    method: 'GET',
    path: '/search/misses',
    query: missQuery,
    reply: missPage,
    handle: ({ app, actor, query }) => {
      authorise(app, actor, 'search.readMisses');
      return listMissedQuestions(app.database.read, todayOf(app), query);
    },
  }),
  apiRoute({
    name: 'search.readIndex',
    summary: '检索索引的状态（本节点）',
    access: 'search.manageIndex',
    method: 'GET',
    path: '/search/index',
    reply: indexStateSchema,
    handle: ({ app, actor }) => {
      authorise(app, actor, 'search.manageIndex');
      return readIndexState(app);
    },
  }),
  apiRoute({
    name: 'search.rebuildIndex',
    summary: '重建检索索引（本节点），在后台进行',
    access: 'search.manageIndex',
    method: 'POST',
    path: '/search/index/rebuild',
    handle: ({ app, actor }) => startRebuild(app, actor),
  }),
];

export const searchDeskRoutes = [...wordRoutes, ...synonymRoutes, ...indexRoutes];
