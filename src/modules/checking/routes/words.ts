/** The office's words over HTTP. No decisions in here. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  endWordSchema,
  savedWordSchema,
  triedWordSchema,
  tryWordSchema,
  wordInputSchema,
  wordPageSchema,
  wordQuerySchema,
} from '../contract.ts';
import { listWords } from '../queries/words.ts';
import { tryWord } from '../service/try-word.ts';
import { addWord, changeWord, endWord } from '../service/words.ts';

const access = 'checking.keepUnitWords';
const wordParams = z.object({ wordId: idSchema });

export const wordRoutes = [
  apiRoute({
    name: 'checking.listWords',
    summary: '检测词库',
    access: 'signedIn',
    method: 'GET',
    path: '/checks/words',
    query: wordQuerySchema,
    reply: wordPageSchema,
    handle: ({ app, actor, query }) =>
      listWords(
        app.database.read,
        {
          actor,
          jurisdictionId: requireOfficer(actor).jurisdictionId,
          today: beijingDayOf(app.clock.now()),
        },
        query,
      ),
  }),
  apiRoute({
    name: 'checking.addWord',
    summary: '添加一条词',
    access,
    method: 'POST',
    path: '/checks/words',
    body: wordInputSchema,
    reply: savedWordSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({ wordId: await addWord(work, body) })),
  }),
  apiRoute({
    name: 'checking.tryWord',
    summary: '试用一条词：已公开的内容中会增减多少检测结果',
    access,
    method: 'POST',
    path: '/checks/words/trial',
    body: tryWordSchema,
    reply: triedWordSchema,
    handle: ({ app, actor, body }) => tryWord(app, actor, body),
  }),
  apiRoute({
    name: 'checking.changeWord',
    summary: '修改一条词（新的一条代替原来的）',
    access,
    method: 'PUT',
    path: '/checks/words/:wordId',
    params: wordParams,
    body: wordInputSchema,
    reply: savedWordSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, async (work) => ({ wordId: await changeWord(work, params.wordId, body) })),
  }),
  apiRoute({
    name: 'checking.endWord',
    summary: '停用一条词',
    access,
    method: 'POST',
    path: '/checks/words/:wordId/end',
    params: wordParams,
    body: endWordSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => endWord(work, params.wordId, body)),
  }),
];
