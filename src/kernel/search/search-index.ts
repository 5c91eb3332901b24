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
}

export interface SearchIndex {
  readonly find: (question: SearchQuestion, engine?: SearchEngineName) => Promise<SearchAnswer>;
  readonly state: () => EngineState;
  /** Loads or builds the index in memory and follows changes; a serving node calls it once. */
  readonly start: () => Promise<void>;
  /** Something was committed here or elsewhere; resolves when it can be found. */
  readonly changed: () => Promise<void>;
  readonly rebuild: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const usualLimit = 20;

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

  return {
    async find(question, wanted) {
      const { read, answer, engine } = await answerPlan(question, wanted);
      const { hits } = answer;
      const visible = await findVisibleDocuments(database.read, hits, question.audience);
      const byKey = new Map(visible.map((document) => [`${document.kind} ${document.objectId}`, document]));
      const documents = hits.flatMap(({ kind, objectId }) => byKey.get(`${kind} ${objectId}`) ?? []);
      const isWhole = hits.length < (question.limit ?? usualLimit);
      return {
        documents,
        total: answer.total - (hits.length - documents.length),
        facets: answer.facets,
        marks: read.marks,
        next: isWhole ? null : (hits.at(-1)?.place ?? null),
        engine,
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
