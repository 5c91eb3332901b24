/** Builds the index in memory from documents and times questions on it, in this thread. */
import type { SearchDocument } from '#kernel/search/document.ts';
import { indexedDocumentOf } from '#kernel/search/memory/indexed-document.ts';
import { holdSegment, MemoryIndex } from '#kernel/search/memory/memory-index.ts';
import { SegmentBuilder } from '#kernel/search/memory/segment-builder.ts';
import type { PlanTerm, SearchPlan } from '#kernel/search/plan.ts';
import { analyseSearchDocument } from '#kernel/search/searchable.ts';
import { Analyser } from '#kernel/search/words/analyse-text.ts';
import { openWordTree } from '#kernel/search/words/word-tree.ts';
import { randomOfSeed } from '../checking/planted-set.ts';

export const benchFacets = ['kind', 'unit', 'year', 'theme'];
const segmentSize = 100_000;
const questionsOfKind = 150;

export interface BuiltIndex {
  readonly index: MemoryIndex;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly signs: number;
  readonly megabytes: number;
}

/** Cuts and indexes documents; a segment for every hundred thousand. */
export async function buildIndex(documents: Iterable<SearchDocument>): Promise<BuiltIndex> {
  const analyser = new Analyser(await openWordTree([]));
  const index = new MemoryIndex();
  const begun = performance.now();
  const processor = process.cpuUsage();
  let builder = new SegmentBuilder();
  let signs = 0;
  const finish = () => {
    index.add(holdSegment(`s${index.segments.length}`, builder.finish()));
    builder = new SegmentBuilder();
  };
  for (const document of documents) {
    const { title, body } = analyseSearchDocument(analyser, document);
    builder.add(indexedDocumentOf(document), title, body);
    signs += document.title.length + document.body.length;
    if (builder.docCount === segmentSize) finish();
  }
  if (builder.docCount > 0) finish();
  const { user, system } = process.cpuUsage(processor);
  const bytes = index.segments.reduce((sum, { segment }) => sum + segment.byteLength, 0);
  return {
    index,
    seconds: (performance.now() - begun) / 1000,
    processorSeconds: (user + system) / 1e6,
    signs,
    megabytes: bytes / 1e6,
  };
}

export interface WordPools {
  /** In more than a fifth of all documents. */
  readonly frequent: readonly string[];
  /** In one of 200 to one of 20. */
  readonly selective: readonly string[];
}

/** Words of the index by how many documents hold them. */
export function poolWords(index: MemoryIndex): WordPools {
  const [first] = index.segments;
  const frequent: string[] = [];
  const selective: string[] = [];
  for (let term = 0; term < (first?.segment.terms.count ?? 0); term++) {
    const word = first?.segment.terms.at(term) ?? '';
    if (!/^[\u4e00-\u9fff]{2,}$/u.test(word)) continue;
    const share = (first?.segment.arrays.docCounts[term] ?? 0) / (first?.segment.docCount ?? 1);
    if (share > 0.2) frequent.push(word);
    else if (share > 0.005 && share < 0.05) selective.push(word);
  }
  return { frequent, selective };
}

export const questionKinds = ['frequent', 'mixed', 'selective'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Questions of two or three words, the same every time. */
export function askedWords(kind: QuestionKind, pools: WordPools): string[][] {
  const random = randomOfSeed(questionKinds.indexOf(kind) + 1);
  return Array.from({ length: questionsOfKind }, (_, number) =>
    Array.from({ length: 2 + (number % 2) }, (_word, place) => {
      const isRare = kind === 'selective' || (kind === 'mixed' && place === 0);
      return random.pick(isRare ? pools.selective : pools.frequent);
    }),
  );
}

const termOf = (tokens: readonly string[], isPhrase = false): PlanTerm => ({
  alternatives: [{ tokens, isPhrase, weight: 1 }],
});

/** The best twenty with exact total and all facets. */
export function planOfWords(words: readonly string[]): SearchPlan {
  return {
    must: words.map((word) => termOf([word])),
    mustNot: [],
    filters: {},
    facets: benchFacets,
    audience: { kind: 'public' },
    order: 'relevance',
    limit: 20,
    after: null,
  };
}

export interface Timed {
  readonly p50: number;
  readonly p99: number;
  /** Documents found on average. */
  readonly hits: number;
}

/** Milliseconds of each question, after one round to warm up. */
export async function timeQuestions(
  questions: readonly SearchPlan[],
  ask: (plan: SearchPlan) => number | Promise<number>,
  rounds = 3,
): Promise<Timed> {
  const times: number[] = [];
  let hits = 0;
  for (const plan of questions) hits += await ask(plan);
  for (let round = 1; round < rounds; round++)
    for (const plan of questions) {
      const begun = performance.now();
      await ask(plan);
      times.push(performance.now() - begun);
    }
  times.sort((left, right) => left - right);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
  return { p50: at(0.5), p99: at(0.99), hits: Math.round(hits / questions.length) };
}
