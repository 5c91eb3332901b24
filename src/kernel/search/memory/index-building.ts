/** Builds the segments of an index from the database, page by page, in whatever thread is told to. */
import type { ReadDb } from '../../db/database.ts';
import type { OrderThread } from '../../threads/order-thread.ts';
import { type Lexicon, listSearchWords } from '../lexicon.ts';
import { type ChangeKey, findLastSearchChange, listChangedDocuments } from '../stored-documents.ts';
import type { IndexOrder, IndexReply, SharedSegment } from './index-orders.ts';

/** Documents read at once. */
export const pageSize = 500;
/** Documents of a segment; more make a merge of everything slow. */
const segmentSize = 100_000;
/** Stands before every document of a change. */
export const firstKey: Omit<ChangeKey, 'seq'> = { kind: '', objectId: '' };

/** Carries out an order, or throws when its thread could not. `timeLimit` is in seconds. */
export async function runIndexOrder(
  thread: OrderThread<IndexOrder, IndexReply>,
  order: IndexOrder,
  timeLimit: number,
): Promise<IndexReply> {
  const end = await thread.run(order, { timeLimit });
  if (end.ended !== 'done') throw new Error(`the thread of the search index ${end.ended}`);
  return end.result;
}

/** Tells a thread the county's words. */
export async function wordsOrderOf(db: ReadDb, lexicon: Lexicon): Promise<IndexOrder> {
  return {
    kind: 'words',
    state: lexicon.state,
    words: lexicon.state === '' ? [] : await listSearchWords(db),
  };
}

/** All documents as segments, and the last change they hold. What changes meanwhile is left to the following. */
export async function buildFromDatabase(
  db: ReadDb,
  words: IndexOrder,
  run: (order: IndexOrder) => Promise<readonly SharedSegment[]>,
): Promise<{ readonly through: number; readonly segments: readonly SharedSegment[] }> {
  const through = await findLastSearchChange(db);
  const segments: SharedSegment[] = [];
  await run(words);
  let inSegment = 0;
  let after: ChangeKey = { ...firstKey, seq: 0 };
  for (;;) {
    const page = await listChangedDocuments(db, { after, through, limit: pageSize });
    if (page.length > 0) await run({ kind: 'build', documents: page.map(({ document }) => document) });
    inSegment += page.length;
    const isLast = page.length < pageSize;
    if (inSegment > 0 && (isLast || inSegment >= segmentSize)) {
      segments.push(...(await run({ kind: 'finish', id: `${through}-${segments.length}` })));
      inSegment = 0;
    }
    if (isLast) return { through, segments };
    after = page.at(-1)?.key ?? after;
  }
}
