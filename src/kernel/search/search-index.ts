/**
 * The port of search: a question in, documents, exact total, counts, marks and corrections out. Asks the index in memory, and
 * the database while that one is not there; what is shown is read from the database for the person who asks.
 */
import type { Logger } from 'pino';
import { beijingDayOf, type Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { FileStore } from '../files/file-store.ts';
import type { SearchDocument } from './document.ts';
import { loadLexicon, loadSynonyms } from './lexicon.ts';
import { type EngineState, MemoryEngine } from './memory/memory-engine.ts';
import type { FacetCount, PlanAnswer, SearchAudience, SearchOrder, SearchPlan } from './plan.ts';
import { type ReadQuestion, readQuestion } from './question.ts';
import { findBySql } from './sql/sql-engine.ts';
import { findVisibleDocuments } from './stored-documents.ts';
import type { Analyser } from './words/analyse-text.ts';
import { foldSigns } from './words/fold-signs.ts';

export interface SearchQuestion {
  readonly text: string;
  readonly audience: SearchAudience;
  /** Facet to wanted values. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  /** Facets to be counted; narrowed ones are counted in any case. */
  readonly facets?: readonly string[];
  readonly order?: SearchOrder;
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: readonly (string | number)[] | null;
}

export type SearchEngineName = 'memory' | 'sql';

export interface SearchAnswer {
  readonly documents: readonly SearchDocument[];
  /** Of all pages. */
  readonly total: number;
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>;
  /** Folded words to be marked. */
  readonly marks: readonly string[];
  readonly next: readonly (string | number)[] | null;
  readonly engine: SearchEngineName;
  /** The question as it was probably meant; null when it was understood or nothing is better. */
  readonly meant: string | null;
  /** Nothing was found as asked: what is shown answers `meant`. */
  readonly isMeant: boolean;
}

export interface SearchSuggestions {
  readonly words: readonly string[];
  readonly documents: readonly Pick<SearchDocument, 'kind' | 'title' | 'address'>[];
}

export interface SearchIndex {
  readonly find: (question: SearchQuestion, engine?: SearchEngineName) => Promise<SearchAnswer>;
  /** While typing: words that go on from here, and documents. */
  readonly suggest: (text: string, audience: SearchAudience) => Promise<SearchSuggestions>;
  readonly state: () => EngineState;
  /** Loads or builds the index in memory and follows changes; a serving node calls it once. */
  readonly start: () => Promise<void>;
  /** Something was committed here or elsewhere; resolves when it can be found. */
  readonly changed: () => Promise<void>;
  readonly rebuild: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const usualLimit = 20;
/** Fewer hits than these may come from a slip of the hand. */
const fewHits = 3;
const suggestedWords = 5;
const suggestedDocuments = 5;

/** Opens the port; the index in memory stays off until `start`. */
export function openSearchIndex(place: {
  readonly database: Database;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly log: Logger;
}): SearchIndex {
  const { database, clock } = place;
  const memory = new MemoryEngine(place);

  async function readText(text: string, analyser: Analyser): Promise<ReadQuestion> {
    const synonyms = await loadSynonyms(database.read, beijingDayOf(clock.now()));
    return readQuestion(text, analyser, synonyms);
  }

  async function answerPlan(
    question: SearchQuestion,
    engine: SearchEngineName | undefined,
  ): Promise<{
    readonly read: ReadQuestion;
    readonly answer: PlanAnswer;
    readonly engine: SearchEngineName;
  }> {
    // Each engine is asked in the words it was cut with.
    const lexicon = engine === 'sql' ? undefined : memory.lexicon;
    if (lexicon !== undefined) {
      const read = await readText(question.text, lexicon.analyser);
      const answer = await memory.find(planOf(question, read));
      if (answer !== undefined) return { read, answer, engine: 'memory' };
    }
    const { analyser } = await loadLexicon(database.read);
    const read = await readText(question.text, analyser);
    return { read, answer: await findBySql(database.read, planOf(question, read)), engine: 'sql' };
  }

  async function findAsAsked(question: SearchQuestion, wanted: SearchEngineName | undefined) {
    const { read, answer, engine } = await answerPlan(question, wanted);
    const { hits } = answer;
    const visible = await findVisibleDocuments(database.read, hits, question.audience);
    const byKey = new Map(visible.map((document) => [`${document.kind} ${document.objectId}`, document]));
    const documents = hits.flatMap(({ kind, objectId }) => byKey.get(`${kind} ${objectId}`) ?? []);
    const isWhole = hits.length < (question.limit ?? usualLimit);
    const found = {
      documents,
      total: answer.total - (hits.length - documents.length),
      facets: answer.facets,
      marks: read.marks,
      next: isWhole ? null : (hits.at(-1)?.place ?? null),
      engine,
    };
    return { read, found };
  }

  /** The question with mistyped words mended; null when there is nothing to mend. */
  async function mend(text: string, { words }: ReadQuestion): Promise<string | null> {
    const corrections = await memory.correct(words);
    const mended = words.reduce((rest, word, index) => {
      const correction = corrections[index] ?? null;
      return correction === null ? rest : rest.replace(word, correction);
    }, foldSigns(text));
    return mended === foldSigns(text) ? null : mended;
  }

  async function suggestDocuments(
    asked: string,
    audience: SearchAudience,
  ): Promise<readonly SearchDocument[]> {
    const ask = (text: string, limit: number) => findAsAsked({ text, audience, limit }, undefined);
    const { found } = await ask(asked, suggestedDocuments);
    if (found.documents.length > 0 || asked.length < 3) return found.documents;
    // The last word is half typed: without its last sign, in titles that go on as typed.
    const { found: wider } = await ask(asked.slice(0, -1), suggestedDocuments * 4);
    const typed = foldSigns(asked);
    return wider.documents
      .filter(({ title }) => foldSigns(title).includes(typed))
      .slice(0, suggestedDocuments);
  }

  return {
    async find(question, wanted) {
      const { read, found } = await findAsAsked(question, wanted);
      const asAsked = { ...found, meant: null, isMeant: false };
      const isFirstPage = (question.after ?? null) === null;
      if (wanted === 'sql' || !isFirstPage || found.total >= fewHits) return asAsked;
      const meant = await mend(question.text, read);
      if (meant === null) return asAsked;
      const { found: other } = await findAsAsked({ ...question, text: meant }, wanted);
      if (other.total <= found.total) return asAsked;
      return found.total === 0 ? { ...other, meant, isMeant: true } : { ...found, meant, isMeant: false };
    },
    async suggest(text, audience) {
      const asked = text.trim();
      if (asked === '') return { words: [], documents: [] };
      const last = foldSigns(/\S+$/u.exec(asked)?.[0] ?? '');
      const before = asked.slice(0, asked.length - last.length);
      const words = await memory.suggest(last, suggestedWords);
      const documents = await suggestDocuments(asked, audience);
      return {
        words: words.map((word) => `${before}${word}`),
        documents: documents.map(({ kind, title, address }) => ({ kind, title, address })),
      };
    },
    state: () => memory.state,
    start: () => memory.start(),
    changed: () => memory.changed(),
    rebuild: () => memory.rebuild(),
    close: () => memory.close(),
  };
}

function planOf(question: SearchQuestion, read: ReadQuestion): SearchPlan {
  const filters = Object.fromEntries(
    Object.entries(question.filters ?? {}).filter(([, values]) => values.length > 0),
  );
  const isNothing = read.must.length === 0 && question.text.trim() !== '';
  return {
    // Only marks and dashes: nothing can be meant, so nothing is found.
    must: isNothing ? [{ alternatives: [] }] : read.must,
    mustNot: read.mustNot,
    filters,
    facets: [...new Set([...(question.facets ?? []), ...Object.keys(filters)])],
    audience: question.audience,
    order: question.order ?? 'relevance',
    limit: question.limit ?? usualLimit,
    after: question.after ?? null,
  };
}
