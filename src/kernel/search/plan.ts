/**
 * What an engine is asked and what it answers: words already analysed, who asks, what to count. Both engines give the same
 * documents, totals and counts for a plan; their order may differ. Pure.
 */
import type { SearchDocumentKey } from './document.ts';

/** Words that must all be in a document, or stand in it one after the other. */
export interface PlanAlternative {
  readonly tokens: readonly string[];
  readonly isPhrase: boolean;
  /** 1 for what was asked; less for what merely stands for it. */
  readonly weight: number;
}

/** Satisfied by any of its alternatives. */
export interface PlanTerm {
  readonly alternatives: readonly PlanAlternative[];
}

/** Visitors see what is public; officers also what belongs to units they may look into. */
export type SearchAudience =
  | { readonly kind: 'public' }
  | { readonly kind: 'officer'; readonly unitIds: readonly string[] };

export type SearchOrder = 'relevance' | 'day';

export interface SearchPlan {
  readonly must: readonly PlanTerm[];
  readonly mustNot: readonly PlanTerm[];
  /** Facet to values of which a document must have one. Narrowed facets must be among `facets`. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Facets whose values are counted. */
  readonly facets: readonly string[];
  readonly audience: SearchAudience;
  readonly order: SearchOrder;
  readonly limit: number;
  /** Sort keys of the last row of the page before. */
  readonly after: readonly (string | number)[] | null;
}

export interface PlanHit extends SearchDocumentKey {
  /** Hand back as `after` for the page behind this hit. */
  readonly place: readonly (string | number)[];
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface PlanAnswer {
  readonly hits: readonly PlanHit[];
  readonly total: number;
  /** Counts by facet, largest first, then by value. */
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>;
}
