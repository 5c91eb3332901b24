/** Commands on the county's words and on words that stand for each other. Nothing is found differently without an audit row. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { type Actor, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import {
  foldSearchWord,
  loadLexicon,
  noteSynonymsChanged,
  noteWordsChanged,
  readWordsState,
} from '#kernel/search/lexicon.ts';
import { searchSynonyms, searchWords } from '#kernel/search/tables.ts';
import { transact, type Work } from '#kernel/work.ts';
import { listJurisdictions, listNamedUnits } from '#modules/organisation/index.ts';
import type { SearchWordInput, synonymInput } from '../contract.ts';
import { searchRefusals } from '../words.ts';

/** Cuts everything anew with the words in force. */
export const recutJobKind = 'search.recut';

const nameOf = (actor: Actor) => (actor.kind === 'visitor' ? '访客' : actor.name);

async function wordsChanged(work: Work): Promise<void> {
  await noteWordsChanged(work.db);
  const state = await readWordsState(work.db);
  work.enqueue({ kind: recutJobKind, payload: {}, uniqueKey: `${recutJobKind} ${state} ${work.newId()}` });
}

/** Adds a word the shipped list does not know. */
export async function addSearchWord(work: Work, input: SearchWordInput): Promise<void> {
  work.authorise('search.keepWords');
  const word = foldSearchWord(input.word);
  const { analyser } = await loadLexicon(work.db);
  if (analyser.isWord(word)) throw searchRefusals.refuse('search.wordKnown', { word });
  await work.db
    .insert(searchWords)
    .values({ word, origin: 'office', addedByName: nameOf(work.actor), addedOn: work.today });
  await wordsChanged(work);
  work.audit({
    action: 'search.addWord',
    objectKind: 'searchWord',
    objectId: word,
    summary: `检索词库添加“${word}”`,
    after: { word },
  });
}

/** Takes a word of the office out again. */
export async function removeSearchWord(work: Work, input: SearchWordInput): Promise<void> {
  work.authorise('search.keepWords');
  const word = foldSearchWord(input.word);
  const [row] = await work.db.select().from(searchWords).where(eq(searchWords.word, word));
  if (row === undefined) throw searchRefusals.refuse('search.wordMissing', { word });
  if (row.origin === 'register') throw searchRefusals.refuse('search.wordOfRegister', { word });
  await work.db.delete(searchWords).where(eq(searchWords.word, word));
  await wordsChanged(work);
  work.audit({
    action: 'search.removeWord',
    objectKind: 'searchWord',
    objectId: word,
    summary: `检索词库删除“${word}”`,
    before: { word, addedByName: row.addedByName, addedOn: row.addedOn },
  });
}

/** Lets words stand for each other from a day on. */
export async function addSynonyms(work: Work, input: z.output<typeof synonymInput>): Promise<string> {
  work.authorise('search.keepWords');
  const words = [...new Map(input.words.map((word) => [foldSearchWord(word), word])).values()];
  if (words.length < 2) throw searchRefusals.refuse('search.synonymsAlike', {});
  const fromDay = input.fromDay ?? work.today;
  if (fromDay < work.today)
    throw searchRefusals.refuse('search.synonymInPast', {}, [
      { path: 'fromDay', message: '启用日期不能早于今天' },
    ]);
  const id = work.newId();
  await work.db
    .insert(searchSynonyms)
    .values({ id, words, fromDay, untilDay: null, addedByName: nameOf(work.actor), endedByName: null });
  await noteSynonymsChanged(work.db, id);
  work.audit({
    action: 'search.addSynonyms',
    objectKind: 'searchSynonym',
    objectId: id,
    summary: `检索同义词添加“${words.join('、')}”`,
    after: { words, fromDay },
  });
  return id;
}

/** Ends a group of synonyms today; one that has not begun is ended before it begins. */
export async function endSynonyms(work: Work, synonymId: string): Promise<void> {
  work.authorise('search.keepWords');
  const [row] = await work.db.select().from(searchSynonyms).where(eq(searchSynonyms.id, synonymId));
  if (row === undefined) throw searchRefusals.refuse('search.synonymMissing', {});
  if (row.untilDay !== null) throw searchRefusals.refuse('search.synonymEnded', {});
  // A period has at least a day: what began today or later is moved to have never spoken.
  if (row.fromDay >= work.today) await work.db.delete(searchSynonyms).where(eq(searchSynonyms.id, synonymId));
  else
    await work.db
      .update(searchSynonyms)
      .set({ untilDay: work.today, endedByName: nameOf(work.actor) })
      .where(and(eq(searchSynonyms.id, synonymId), isNull(searchSynonyms.untilDay)));
  await noteSynonymsChanged(work.db, work.newId());
  work.audit({
    action: 'search.endSynonyms',
    objectKind: 'searchSynonym',
    objectId: synonymId,
    summary: `检索同义词停用“${row.words.join('、')}”`,
    before: { words: row.words, fromDay: row.fromDay },
  });
}

const hanName = /^[\u3400-\u9fff]{2,30}$/u;

/** Names of the county and its units, in the form words are kept. */
async function listRegisterNames(app: Pick<App, 'database'>): Promise<Set<string>> {
  const { read } = app.database;
  const names = new Set<string>();
  for (const jurisdiction of await listJurisdictions(read)) {
    const units = await listNamedUnits(read, jurisdiction.id);
    const all = [jurisdiction.name, ...units.flatMap(({ name, shortNames }) => [name, ...shortNames])];
    for (const name of all.map(foldSearchWord)) if (hanName.test(name)) names.add(name);
  }
  return names;
}

/** Takes over the names of the register as words; writes only when they changed. Returns whether they did. */
export async function keepRegisterWords(app: App): Promise<boolean> {
  const names = await listRegisterNames(app);
  const known = await app.database.read.select().from(searchWords);
  const words = new Set(known.map(({ word }) => word));
  const added = [...names].filter((name) => !words.has(name));
  const gone = known
    .filter(({ word, origin }) => origin === 'register' && !names.has(word))
    .map(({ word }) => word);
  if (added.length + gone.length === 0) return false;
  await transact(app, systemActor('search.keepRegisterWords'), async (work) => {
    if (gone.length > 0) await work.db.delete(searchWords).where(inArray(searchWords.word, gone));
    const rows = added.map((word) => ({
      word,
      origin: 'register' as const,
      addedByName: '机构名录',
      addedOn: work.today,
    }));
    if (rows.length > 0) await work.db.insert(searchWords).values(rows).onConflictDoNothing();
    await wordsChanged(work);
    work.audit({
      action: 'search.keepRegisterWords',
      objectKind: 'searchWord',
      objectId: 'register',
      summary: `检索词库按机构名录更新：新增${added.length}个，减少${gone.length}个`,
      affectsPortal: false,
    });
  });
  return true;
}
