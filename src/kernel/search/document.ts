/** Search documents: what a module lets search find. Types only; written through `work`, found through `app.search`. */
import type { Day } from '../day.ts';

export interface SearchDocumentKey {
  /** Kind declared by the module's manifest: `task`, `unit`. */
  readonly kind: string;
  readonly objectId: string;
}

/** A part of a document that has an address of its own: an article, a question with its answer. */
export interface SearchClause {
  /** Fragment of the document's address, without `#`. */
  readonly anchor: string;
  /** 第三条, or the question. */
  readonly heading: string;
  readonly text: string;
}

export interface SearchDocument extends SearchDocumentKey {
  readonly title: string;
  readonly body: string;
  readonly unitId?: string;
  readonly unitName?: string;
  readonly day?: Day;
  /** Address on the portal, or on the desk when the document is not public. */
  readonly address: string;
  readonly isPublic: boolean;
  /** 望政办发〔2024〕3号; found exactly and by its parts. */
  readonly documentNumber?: string;
  /** Words it should be found by though they do not stand in it; they count as much as the title. */
  readonly keywords?: readonly string[];
  /** Values to narrow by, beside kind, unit and year: `{ theme: ['就业'], validity: ['有效'] }`. */
  readonly facets?: Readonly<Record<string, readonly string[]>>;
  /** Parts that hits lead to; their text need not be in the body again. */
  readonly clauses?: readonly SearchClause[];
}
