/** What of a document is searched and counted: one decision for both engines. Pure. */
import type { SearchDocument } from './document.ts';
import type { AnalysedText, Analyser } from './words/analyse-text.ts';

/** Facets every document has by itself. */
export const ownFacets = { kind: 'kind', unit: 'unit', year: 'year' } as const;
/** Stands between a facet and its value; no text of ours holds it. */
export const facetSeparator = '\u001f';

export interface SearchableText {
  readonly title: AnalysedText;
  readonly body: AnalysedText;
}

/** The words of a document: what names it counts as title, all else as body. A phrase reaches over no border. */
export function analyseSearchDocument(
  analyser: Analyser,
  document: Pick<SearchDocument, 'title' | 'body' | 'unitName' | 'documentNumber' | 'keywords' | 'clauses'>,
): SearchableText {
  const naming = [document.title, document.documentNumber ?? '', ...(document.keywords ?? [])];
  const clauses = (document.clauses ?? []).flatMap(({ heading, text }) => [heading, text]);
  const telling = [document.body, ...clauses, document.unitName ?? ''];
  return { title: analyser.analyse(naming.join('\n')), body: analyser.analyse(telling.join('\n')) };
}

/** Values by facet, each once. */
export function facetsOfDocument(
  document: Pick<SearchDocument, 'kind' | 'unitName' | 'day' | 'facets'>,
): Record<string, string[]> {
  const given = Object.entries(document.facets ?? {}).map(
    ([facet, values]) => [facet, [...new Set(values)]] as const,
  );
  return {
    ...Object.fromEntries(given),
    [ownFacets.kind]: [document.kind],
    ...(document.unitName === undefined ? {} : { [ownFacets.unit]: [document.unitName] }),
    ...(document.day === undefined ? {} : { [ownFacets.year]: [document.day.slice(0, 4)] }),
  };
}

/** A facet and its value as one text. */
export function facetValue(facet: string, value: string): string {
  return `${facet}${facetSeparator}${value}`;
}
