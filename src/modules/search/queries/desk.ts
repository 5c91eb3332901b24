/** Read models of the desk: the county's words, synonyms, questions without an answer, the state of the index. */
import { and, asc, desc, gt, ilike, lt } from 'drizzle-orm';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { addDays, type Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { loadLexicon } from '#kernel/search/lexicon.ts';
import { listMisses } from '#kernel/search/misses.ts';
import { countSearchTexts } from '#kernel/search/sql/sql-engine.ts';
import { findLastSearchChange } from '#kernel/search/stored-documents.ts';
import { searchGenerations, searchSynonyms, searchWords } from '#kernel/search/tables.ts';
import type { IndexStateView, MissView, SearchWordView, SynonymView } from '../contract.ts';

/** The county's words in order. */
export async function listCountyWords(
  db: ReadDb,
  page: {
    readonly after?: readonly [string] | undefined;
    readonly limit: number;
    readonly text?: string | undefined;
  },
): Promise<PageOfRows<SearchWordView>> {
  const rows = await db
    .select()
    .from(searchWords)
    .where(
      and(
        page.after === undefined ? undefined : gt(searchWords.word, page.after[0]),
        page.text === undefined
          ? undefined
          : ilike(searchWords.word, `%${page.text.replace(/[\\%_]/g, '\\$&')}%`),
      ),
    )
    .orderBy(asc(searchWords.word))
    .limit(page.limit + 1);
  return pageOfRows(rows, page.limit, ({ word }) => [word]);
}

function stateOfSynonym(from: Day, until: Day | null, today: Day): SynonymView['state'] {
  if (until !== null && until <= today) return 'ended';
  return from > today ? 'coming' : 'inForce';
}

/** Synonyms, newest first, ended ones too. */
export async function listSynonyms(
  db: ReadDb,
  today: Day,
  page: { readonly after?: readonly [string] | undefined; readonly limit: number },
): Promise<PageOfRows<SynonymView>> {
  const rows = await db
    .select()
    .from(searchSynonyms)
    .where(page.after === undefined ? undefined : lt(searchSynonyms.id, page.after[0]))
    .orderBy(desc(searchSynonyms.id))
    .limit(page.limit + 1);
  const { rows: shown, next } = pageOfRows(rows, page.limit, ({ id }) => [id]);
  return {
    rows: shown.map((row) => ({ ...row, state: stateOfSynonym(row.fromDay, row.untilDay, today) })),
    next,
  };
}

/** How far back questions without an answer are shown. */
const missDays = 90;

/** Questions that found nothing, most often asked first. */
export async function listMissedQuestions(
  db: ReadDb,
  today: Day,
  page: { readonly after?: readonly [number, string] | undefined; readonly limit: number },
): Promise<PageOfRows<MissView>> {
  const rows = await listMisses(db, addDays(today, -missDays), { after: page.after, limit: page.limit });
  return pageOfRows(rows, page.limit, ({ times, question }) => [times, question]);
}

/** The index of this node. */
export async function readIndexState(app: Pick<App, 'database' | 'search'>): Promise<IndexStateView> {
  const { read } = app.database;
  const { standing, size, throughSeq, lastLag } = app.search.state();
  const [saved] = await read
    .select({ madeAt: searchGenerations.madeAt, documents: searchGenerations.docCount })
    .from(searchGenerations)
    .orderBy(desc(searchGenerations.id))
    .limit(1);
  const lexicon = await loadLexicon(read);
  return {
    standing,
    documents: size?.documents ?? 0,
    deleted: size?.deleted ?? 0,
    segments: size?.segments.length ?? 0,
    megabytes: Math.round((size?.bytes ?? 0) / 100_000) / 10,
    throughSeq,
    lastSeq: await findLastSearchChange(read),
    lastLag: lastLag === null ? null : Math.round(lastLag),
    inDatabase: await countSearchTexts(read, lexicon.state),
    saved: saved === undefined ? null : { madeAt: saved.madeAt.toISOString(), documents: saved.documents },
  };
}

/** Today in Beijing. */
export function todayOf(app: Pick<App, 'clock'>): Day {
  return beijingDayOf(app.clock.now());
}
