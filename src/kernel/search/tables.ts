/** The tables of search: documents, their words for the database's own search, and what the index in memory is kept by. */
import {
  bigint,
  boolean,
  customType,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { day, instant } from '../db/columns.ts';
import type { SearchClause } from './document.ts';

/** Words as the database indexes them; written by `array_to_tsvector` only. */
const wordVector = customType<{ data: string; driverData: string }>({ dataType: () => 'tsvector' });

export const searchDocuments = pgTable(
  'search_document',
  {
    kind: text().notNull(),
    objectId: text('object_id').notNull(),
    title: text().notNull(),
    body: text().notNull(),
    unitId: uuid('unit_id'),
    unitName: text('unit_name'),
    day: day(),
    address: text().notNull(),
    isPublic: boolean('is_public').notNull(),
    changedSeq: bigint('changed_seq', { mode: 'number' }).notNull(),
    documentNumber: text('document_number'),
    keywords: text().array().notNull(),
    facets: jsonb().$type<Record<string, readonly string[]>>().notNull(),
    clauses: jsonb().$type<readonly SearchClause[]>().notNull(),
  },
  (table) => [primaryKey({ name: 'search_document_pk', columns: [table.kind, table.objectId] })],
);

export const searchTexts = pgTable(
  'search_text',
  {
    kind: text().notNull(),
    objectId: text('object_id').notNull(),
    titleWords: wordVector('title_words').notNull(),
    words: wordVector().notNull(),
    atoms: text().notNull(),
    facetValues: text('facet_values').array().notNull(),
    day: day(),
    unitId: uuid('unit_id'),
    isPublic: boolean('is_public').notNull(),
    lexicon: text().notNull(),
  },
  (table) => [primaryKey({ name: 'search_text_pk', columns: [table.kind, table.objectId] })],
);

export const searchRemovals = pgTable(
  'search_removal',
  {
    kind: text().notNull(),
    objectId: text('object_id').notNull(),
    changedSeq: bigint('changed_seq', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ name: 'search_removal_pk', columns: [table.kind, table.objectId] })],
);

export const searchLexicon = pgTable('search_lexicon', {
  singleton: boolean().primaryKey(),
  wordsState: text('words_state').notNull(),
  synonymsState: text('synonyms_state').notNull(),
});

export const searchWords = pgTable('search_word', {
  word: text().primaryKey(),
  origin: text().$type<'register' | 'office'>().notNull(),
  addedByName: text('added_by_name').notNull(),
  addedOn: day('added_on').notNull(),
});

export const searchSynonyms = pgTable('search_synonym', {
  id: uuid().primaryKey(),
  words: text().array().notNull(),
  fromDay: day('from_day').notNull(),
  untilDay: day('until_day'),
  addedByName: text('added_by_name').notNull(),
  endedByName: text('ended_by_name'),
});

/** A saved segment: its bytes in the file store, and which of its documents are gone. */
export interface SavedSegment {
  readonly sha256: string;
  /** One bit a document, base64. */
  readonly deleted: string;
}

export const searchGenerations = pgTable('search_generation', {
  id: uuid().primaryKey(),
  lexicon: text().notNull(),
  throughSeq: bigint('through_seq', { mode: 'number' }).notNull(),
  docCount: integer('doc_count').notNull(),
  segments: jsonb().$type<readonly SavedSegment[]>().notNull(),
  madeAt: instant('made_at').notNull(),
});

export const searchMisses = pgTable(
  'search_miss',
  {
    day: day().notNull(),
    questionHash: text('question_hash').notNull(),
    question: text(),
    times: integer().notNull(),
  },
  (table) => [primaryKey({ name: 'search_miss_pk', columns: [table.day, table.questionHash] })],
);
