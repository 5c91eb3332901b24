/**
 * The county's words as a database has them: the analyser that knows them, and what stands for what. Kept by their state, so
 * that asking again costs one small question.
 */
import { createHash } from 'node:crypto';
import { asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Day } from '../day.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { searchLexicon, searchSynonyms, searchWords } from './tables.ts';
import { Analyser } from './words/analyse-text.ts';
import { foldSigns } from './words/fold-signs.ts';
import { openWordTree } from './words/word-tree.ts';

export interface Lexicon {
  /** Changes with the county's words; what was cut with another state is cut anew. */
  readonly state: string;
  readonly analyser: Analyser;
}

/** Words of two states are kept: those in force, and those coming into force. */
const mostKept = 4;
const analysers = new Map<string, Promise<Analyser>>();

/** The analyser with these words of the county; `state` names the list. */
export function analyserOfWords(
  state: string,
  loadWords: () => Promise<readonly string[]>,
): Promise<Analyser> {
  const kept = analysers.get(state);
  if (kept !== undefined) return kept;
  const opened = loadWords().then(async (words) => new Analyser(await openWordTree(words)));
  opened.catch(() => analysers.delete(state));
  const [oldest] = analysers.keys();
  if (analysers.size >= mostKept && oldest !== undefined) analysers.delete(oldest);
  analysers.set(state, opened);
  return opened;
}

/** The county's words, in order. */
export async function listSearchWords(db: ReadDb): Promise<string[]> {
  const rows = await db.select({ word: searchWords.word }).from(searchWords).orderBy(asc(searchWords.word));
  return rows.map(({ word }) => word);
}

async function readStates(db: ReadDb): Promise<{ readonly words: string; readonly synonyms: string }> {
  const [row] = await db
    .select({ words: searchLexicon.wordsState, synonyms: searchLexicon.synonymsState })
    .from(searchLexicon);
  return row ?? { words: '', synonyms: '' };
}

/** The state of the county's words. */
export async function readWordsState(db: ReadDb): Promise<string> {
  return (await readStates(db)).words;
}

/** The words in force. */
export async function loadLexicon(db: ReadDb): Promise<Lexicon> {
  const { words } = await readStates(db);
  const analyser = await analyserOfWords(words, () =>
    words === '' ? Promise.resolve([]) : listSearchWords(db),
  );
  return { state: words, analyser };
}

/** Words in the form they are compared in: folded, without blanks. */
export function foldSearchWord(word: string): string {
  return foldSigns(word).replace(/\s+/gu, '');
}

/** Names the list of words as it is now; call it in the transaction that changed them. */
export async function noteWordsChanged(db: WriteDb): Promise<void> {
  const words = await listSearchWords(db);
  const state =
    words.length === 0 ? '' : createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 16);
  await db.update(searchLexicon).set({ wordsState: state }).where(eq(searchLexicon.singleton, true));
}

/** Names the list of synonyms anew; call it in the transaction that changed them. */
export async function noteSynonymsChanged(db: WriteDb, state: string): Promise<void> {
  await db.update(searchLexicon).set({ synonymsState: state }).where(eq(searchLexicon.singleton, true));
}

/** Groups of words that stand for each other, folded. */
export type SynonymGroups = readonly (readonly string[])[];

const synonymsKept = new Map<string, SynonymGroups>();

/** What stands for what on a day. */
export async function loadSynonyms(db: ReadDb, today: Day): Promise<SynonymGroups> {
  const { synonyms } = await readStates(db);
  if (synonyms === '') return [];
  const key = `${synonyms} ${today}`;
  const kept = synonymsKept.get(key);
  if (kept !== undefined) return kept;
  const rows = await db
    .select({ words: searchSynonyms.words })
    .from(searchSynonyms)
    .where(
      sql`${searchSynonyms.fromDay} <= ${today} and ${or(isNull(searchSynonyms.untilDay), sql`${searchSynonyms.untilDay} > ${today}`)}`,
    );
  const groups = rows.map(({ words }) => words.map(foldSearchWord));
  synonymsKept.clear();
  synonymsKept.set(key, groups);
  return groups;
}
