/**
 * Questions of the public that found nothing. Words are kept only when they were asked several times and hold nothing like
 * personal data; before that a keyed fingerprint counts. Nothing of who asked is ever kept.
 */
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Config } from '../config.ts';
import type { Day } from '../day.ts';
import type { Database, ReadDb } from '../db/database.ts';
import { fingerprintText, keyFor } from '../secret.ts';
import { searchMisses } from './tables.ts';
import { foldSigns } from './words/fold-signs.ts';

/** Asked so often, words belong to nobody in particular. */
const leastTimes = 3;
/** Longer ones are sentences about somebody's own case. */
const longestKept = 30;
/** Fingerprints of a day; beyond, somebody is filling the list. */
const mostOfDay = 2000;
/** A run of figures as in numbers of people, telephones and cards, or a mail address. */
const looksPersonal = /\d{5,}|[@＠]/;

/** Counts a question that found nothing. */
export async function noteMiss(
  place: { readonly database: Database; readonly config: Config },
  text: string,
  today: Day,
): Promise<void> {
  const question = foldSigns(text).trim().replace(/\s+/gu, ' ');
  if (question === '' || question.length > longestKept || looksPersonal.test(question)) return;
  const questionHash = fingerprintText(keyFor(place.config, 'search.misses'), question);
  await place.database.inTransaction(async (db) => {
    const [ofDay] = await db
      .select({ count: sql<string>`count(*)` })
      .from(searchMisses)
      .where(eq(searchMisses.day, today));
    if (Number(ofDay?.count ?? 0) >= mostOfDay) return;
    await db
      .insert(searchMisses)
      .values({ day: today, questionHash, question: null, times: 1 })
      .onConflictDoUpdate({
        target: [searchMisses.day, searchMisses.questionHash],
        set: { times: sql`${searchMisses.times} + 1` },
      });
    const [met] = await db
      .select({ times: sql<string>`sum(${searchMisses.times})` })
      .from(searchMisses)
      .where(eq(searchMisses.questionHash, questionHash));
    if (Number(met?.times ?? 0) < leastTimes) return;
    await db
      .update(searchMisses)
      .set({ question })
      .where(and(eq(searchMisses.day, today), eq(searchMisses.questionHash, questionHash)));
  });
}

export interface MissedQuestion {
  readonly question: string;
  readonly times: number;
  readonly lastDay: string;
}

/** What was asked in vain since a day, most often first; `after` is the last row of the page before. */
export async function listMisses(
  db: ReadDb,
  since: Day,
  page: { readonly after: readonly [times: number, question: string] | undefined; readonly limit: number },
): Promise<MissedQuestion[]> {
  const times = sql<string>`sum(${searchMisses.times})`;
  const question = sql<string>`max(${searchMisses.question})`;
  const rows = await db
    .select({ question, times, lastDay: sql<string>`max(${searchMisses.day})::text` })
    .from(searchMisses)
    .where(sql`${searchMisses.day} >= ${since}`)
    .groupBy(searchMisses.questionHash)
    .having(
      and(
        sql`${question} is not null`,
        page.after === undefined
          ? undefined
          : sql`(-${times}, ${question}) > (${-page.after[0]}::bigint, ${page.after[1]})`,
      ),
    )
    .orderBy(sql`-${times}`, question)
    .limit(page.limit + 1);
  return rows.map((row) => ({ ...row, times: Number(row.times) }));
}

/** Forgets what was asked before a day. */
export async function forgetMisses(database: Database, before: Day): Promise<void> {
  await database.inTransaction(async (db) => {
    await db.delete(searchMisses).where(lt(searchMisses.day, before));
  });
}
