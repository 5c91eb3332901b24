/** Keeps the words of documents in the database, in the transaction that writes the document, and makes them again. */
import { sql } from 'drizzle-orm';
import type { Database, WriteDb } from '../../db/database.ts';
import type { SearchDocument } from '../document.ts';
import { type Lexicon, loadLexicon } from '../lexicon.ts';
import { analyseSearchDocument, facetsOfDocument, facetValue } from '../searchable.ts';
import { listStaleDocuments } from '../stored-documents.ts';
import { searchTexts } from '../tables.ts';
import type { AnalysedText } from '../words/analyse-text.ts';

/** The largest word vector of the database is a megabyte; a text of more words than this is searched by its first. */
const mostWords = 40_000;
/** Words the database refuses to index are of no use to anybody. */
const longestWord = 200;

function vectorOf(texts: readonly AnalysedText[]): ReturnType<typeof sql<string>> {
  const words = new Set(texts.flatMap(({ atoms, longer }) => [...atoms, ...longer]));
  words.delete('');
  const kept = [...words].filter((word) => word.length <= longestWord).slice(0, mostWords);
  return sql<string>`array_to_tsvector(${sql.param(kept)}::text[])`;
}

/** The smallest words in a form in which a phrase is a part of the text. */
export function atomsText(atoms: readonly string[]): string {
  return ` ${atoms.join(' ')} `;
}

/** Writes the words of a document that is already there. */
export async function writeSearchText(
  db: WriteDb,
  document: SearchDocument,
  { state, analyser }: Lexicon,
): Promise<void> {
  const { title, body } = analyseSearchDocument(analyser, document);
  const row = {
    titleWords: vectorOf([title]),
    words: vectorOf([title, body]),
    atoms: atomsText([...title.atoms, '', ...body.atoms]),
    facetValues: Object.entries(facetsOfDocument(document)).flatMap(([facet, values]) =>
      values.map((value) => facetValue(facet, value)),
    ),
    day: document.day ?? null,
    unitId: document.unitId ?? null,
    isPublic: document.isPublic,
    lexicon: state,
  };
  await db
    .insert(searchTexts)
    .values({ kind: document.kind, objectId: document.objectId, ...row })
    .onConflictDoUpdate({ target: [searchTexts.kind, searchTexts.objectId], set: row });
}

const pageSize = 200;

/**
 * Cuts the documents that were cut with other words of the county, or never, page by page; returns how many. Safe beside
 * commands: what they write meanwhile is met by a later page or the next call.
 */
export async function refreshSearchTexts(database: Database): Promise<number> {
  let refreshed = 0;
  for (;;) {
    const lexicon = await loadLexicon(database.read);
    const count = await database.inTransaction(async (db) => {
      const stale = await listStaleDocuments(db, lexicon.state, pageSize);
      for (const document of stale) await writeSearchText(db, document, lexicon);
      return stale.length;
    });
    refreshed += count;
    if (count < pageSize) return refreshed;
  }
}
