/** Asks the index and makes of the answer what the page and the interface show: marks, excerpts, parts, counts. */
import type { App } from '#kernel/app.ts';
import { placeAfter, readPlace } from '#kernel/http/paging.ts';
import type { SearchClause, SearchDocument } from '#kernel/search/document.ts';
import { countMarks, excerptOf, markWords } from '#kernel/search/mark-words.ts';
import type { SearchAudience } from '#kernel/search/plan.ts';
import type { SearchEngineName } from '#kernel/search/search-index.ts';
import { ownFacets } from '#kernel/search/searchable.ts';
import { type AskedSearch, type FoundFacet, type FoundRow, type FoundView, placeKeys } from '../contract.ts';
import { ownFacetTitles } from '../words.ts';

type Place = Pick<App, 'modules' | 'search'>;

/** Signs of a document's text shown, and of a part of it. */
const excerptLength = 110;
const clauseLength = 60;
const shownClauses = 3;

/** Chinese names of the kinds. */
export function kindTitlesOf({ modules }: Pick<App, 'modules'>): Record<string, string> {
  return Object.assign({}, ...modules.map((module) => module.searchKinds));
}

/** Chinese names of the facets, in the order they are shown. */
function facetTitlesOf({ modules }: Pick<App, 'modules'>): Record<string, string> {
  return Object.assign({ ...ownFacetTitles }, ...modules.map((module) => module.searchFacets));
}

/** Values to narrow by, by facet; what names no facet of ours is left out. */
export function readNarrowing(
  given: readonly string[],
  titles: Readonly<Record<string, string>>,
): Record<string, string[]> {
  const filters: Record<string, string[]> = {};
  for (const text of given) {
    const border = text.indexOf(':');
    const facet = text.slice(0, border);
    const value = text.slice(border + 1);
    if (!Object.hasOwn(titles, facet) || value === '') continue;
    filters[facet] = [...new Set([...(filters[facet] ?? []), value])];
  }
  return filters;
}

const flat = (text: string) => text.replace(/\s+/gu, ' ').trim();

function clausesOf(document: SearchDocument, marks: readonly string[]): FoundRow['clauses'] {
  const met = (document.clauses ?? []).map((clause: SearchClause) => ({
    clause,
    count: countMarks(`${clause.heading}\n${clause.text}`, marks),
  }));
  const best = Math.max(0, ...met.map(({ count }) => count));
  return met
    .filter(({ count }) => count > 0 && count === best)
    .slice(0, shownClauses)
    .map(({ clause }) => ({
      address: `${document.address}#${encodeURIComponent(clause.anchor)}`,
      heading: clause.heading,
      excerpt: markWords(excerptOf(flat(clause.text), marks, clauseLength), marks),
    }));
}

function rowOf(document: SearchDocument, marks: readonly string[], kinds: Record<string, string>): FoundRow {
  return {
    kind: document.kind,
    kindTitle: kinds[document.kind] ?? '其他',
    objectId: document.objectId,
    title: markWords(document.title, marks),
    excerpt: markWords(excerptOf(flat(document.body), marks, excerptLength), marks),
    address: document.address,
    documentNumber: document.documentNumber ?? null,
    unitName: document.unitName ?? null,
    day: document.day ?? null,
    clauses: clausesOf(document, marks),
  };
}

/** Answers a question for somebody; words mended when nothing was found as asked. */
export async function askSearch(
  app: Place,
  asked: AskedSearch,
  audience: SearchAudience,
  engine?: SearchEngineName,
): Promise<FoundView> {
  const kinds = kindTitlesOf(app);
  const titles = facetTitlesOf(app);
  const filters = readNarrowing(asked.in, titles);
  const after = asked.after === undefined ? null : (placeKeys.safeParse(readPlace(asked.after)).data ?? null);
  const answer = await app.search.find(
    {
      text: asked.q,
      audience,
      filters,
      facets: Object.keys(titles),
      order: asked.sort,
      limit: asked.limit ?? 20,
      after,
    },
    engine,
  );
  const facets = Object.entries(titles).map(([name, title]): FoundFacet => {
    const chosen = new Set(filters[name] ?? []);
    const values = (answer.facets[name] ?? []).map(({ value, count }) => ({
      value,
      title: name === ownFacets.kind ? (kinds[value] ?? '其他') : value,
      count,
      isChosen: chosen.has(value),
    }));
    return { name, title, values };
  });
  return {
    total: answer.total,
    rows: answer.documents.map((document) => rowOf(document, answer.marks, kinds)),
    facets: facets.filter(({ values }) => values.length > 0),
    meant: answer.meant,
    isMeant: answer.isMeant,
    engine: answer.engine,
    next: answer.next === null ? null : placeAfter(answer.next),
  };
}
