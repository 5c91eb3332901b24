/** Builders for tests: what the routes of search are asked with. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { addSearchWord, addSynonyms } from './service/words.ts';

const signs = '坞堰塅垅坪塘埠浦';
let made = 0;

/** A word no list knows, another one each time. */
function unknownWord(): string {
  made += 1;
  return `柒${Array.from(String(made), (figure) => signs[Number(figure) % signs.length]).join('')}${signs[made % 7]}堍`;
}

async function givenSearchWord(app: App): Promise<string> {
  const word = unknownWord();
  await transact(app, systemActor('test'), (work) => addSearchWord(work, { word }));
  return word;
}

/** A group of synonyms in force. */
export async function givenSynonyms(app: App, words: string[]): Promise<string> {
  return transact(app, systemActor('test'), (work) => addSynonyms(work, { words, fromDay: null }));
}

export const searchRouteSamples: RouteSamples<{ readonly app: App }> = {
  'search.page': async () => ({ query: { q: '公开' } }),
  'search.find': async () => ({ query: { q: '公开' } }),
  'search.suggest': async () => ({ query: { q: '公' } }),
  'search.listWords': async () => ({}),
  'search.addWord': async () => ({ body: { word: unknownWord() } }),
  'search.removeWord': async ({ app }) => ({ body: { word: await givenSearchWord(app) } }),
  'search.listSynonyms': async () => ({}),
  'search.addSynonyms': async () => ({ body: { words: ['低保', '最低生活保障'], fromDay: null } }),
  'search.endSynonyms': async ({ app }) => ({
    params: { synonymId: await givenSynonyms(app, ['社保', '社会保险']) },
  }),
  'search.listMisses': async () => ({}),
  'search.readIndex': async () => ({}),
  'search.rebuildIndex': async () => ({}),
};
