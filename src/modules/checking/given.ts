/** Builders of the checks for tests, and the samples for the walk over all routes. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { type WordInput, wordInputSchema } from './contract.ts';
import { addWord } from './service/words.ts';

const builder = systemActor('test');

/** The input of a wrong word of a unit, or of the county. */
export function givenWordInput(given: Partial<WordInput> & Pick<WordInput, 'phrase'>): WordInput {
  return wordInputSchema.parse({
    unitId: null,
    kind: 'wrong',
    replacement: null,
    reason: '本县统一用语',
    ...given,
  });
}

/** A word in the dictionary; returns its identifier. */
export async function givenWord(
  app: App,
  given: Partial<WordInput> & Pick<WordInput, 'phrase'>,
): Promise<string> {
  return transact(app, builder, (work) => addWord(work, givenWordInput(given)));
}

interface CheckingWalkGiven {
  readonly app: App;
  readonly county: { readonly education: string };
}

let walked = 0;
/** A phrase of its own for every sender: a second one like it would be refused. */
const freshPhrase = () => {
  walked += 1;
  return `试行说法第${walked}种`;
};

export const checkingRouteSamples: RouteSamples<CheckingWalkGiven> = {
  'checking.checkText': async () => ({ body: { text: '身份证号11010519491231002X' } }),
  'checking.checkFile': async ({ county }) => ({
    unitId: county.education,
    body: { unitId: county.education },
    files: [
      {
        field: 'file',
        name: '公告.txt',
        mediaType: 'text/plain',
        bytes: new TextEncoder().encode('关于做好汛期值守工作的公告'),
      },
    ],
  }),
  'checking.showProgress': async () => ({
    params: { progressId: '0123456789abcdef0123456789abcdef' },
  }),
  'checking.maskText': async () => ({ body: { text: '联系电话13800138000' } }),
  'checking.listOverrides': async () => ({}),
  'checking.recordOverride': async ({ county }) => ({
    unitId: county.education,
    body: {
      unitId: county.education,
      code: 'wording.office',
      severity: 'confirm',
      span: '试行说法',
      place: '来信说【试行说法】已经实行',
      documentName: '公告.txt',
      reason: '引用来信原文',
    },
  }),
  'checking.listWords': async () => ({}),
  'checking.addWord': async ({ county }) => ({
    unitId: county.education,
    body: { unitId: county.education, kind: 'wrong', phrase: freshPhrase(), reason: '统一用语' },
  }),
  'checking.tryWord': async ({ county }) => ({
    unitId: county.education,
    body: {
      word: { unitId: county.education, kind: 'wrong', phrase: freshPhrase(), reason: '统一用语' },
      text: '',
    },
  }),
  'checking.changeWord': async ({ app, county }) => {
    const phrase = freshPhrase();
    const wordId = await givenWord(app, { unitId: county.education, phrase });
    return {
      unitId: county.education,
      params: { wordId },
      body: { unitId: county.education, kind: 'wrong', phrase, reason: '统一用语，修改' },
    };
  },
  'checking.endWord': async ({ app, county }) => ({
    unitId: county.education,
    params: { wordId: await givenWord(app, { unitId: county.education, phrase: freshPhrase() }) },
    body: { reason: '不再使用' },
  }),
};
