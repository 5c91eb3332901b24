/**
 * The search in the database itself: works from the first moment, on both databases, inside any transaction. Title matches
 * first, then the newest. Stands in while the index in memory loads, and is what that index is compared with.
 */
import { and, asc, desc, eq, not, or, type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '../../db/database.ts';
import { mergeFacetCounts } from '../facet-counts.ts';
import type { PlanAlternative, PlanAnswer, PlanHit, PlanTerm, SearchPlan } from '../plan.ts';
import { facetSeparator, facetValue } from '../searchable.ts';
import { mayBeSeen } from '../stored-documents.ts';
import { searchTexts } from '../tables.ts';
import { atomsText } from './write-texts.ts';

/** A word as the database's query language has it. */
function quotedWord(word: string): string {
  return `'${word.replace(/[\\']/g, (sign) => sign + sign)}'`;
}

function allWords({ tokens }: PlanAlternative): string {
  return tokens.map(quotedWord).join(' & ');
}

function anyAlternative({ alternatives }: PlanTerm): string {
  return alternatives.map((alternative) => `(${allWords(alternative)})`).join(' | ');
}

const nothing = sql`false`;

function holdsWords(column: SQL, query: string): SQL {
  return sql`${column} @@ ${query}::tsquery`;
}

const wordsColumn = sql`${searchTexts.words}`;
const titleColumn = sql`${searchTexts.titleWords}`;

/** Documents with the words of an alternative, one after the other where it is a phrase. */
function satisfies(alternative: PlanAlternative): SQL {
  const words = holdsWords(wordsColumn, allWords(alternative));
  if (!alternative.isPhrase || alternative.tokens.length < 2) return words;
  return sql`(${words} and strpos(${searchTexts.atoms}, ${atomsText(alternative.tokens)}) > 0)`;
}

function satisfiesTerm(term: PlanTerm): SQL {
  if (term.alternatives.length === 0) return nothing;
  if (term.alternatives.every(({ isPhrase, tokens }) => !isPhrase || tokens.length < 2))
    return holdsWords(wordsColumn, anyAlternative(term));
  return or(...term.alternatives.map(satisfies)) ?? nothing;
}

/** One value of a facet at least. */
function hasValue(facet: string, values: readonly string[]): SQL {
  const wanted = values.map((value) => facetValue(facet, value));
  return sql`${searchTexts.facetValues} && ${sql.param(wanted)}::text[]`;
}

/** All conditions but those on one facet. */
function conditionOf(plan: SearchPlan, butFacet?: string): SQL | undefined {
  return and(
    mayBeSeen(searchTexts, plan.audience),
    ...plan.must.map(satisfiesTerm),
    ...plan.mustNot.map((term) => not(satisfiesTerm(term))),
    ...Object.entries(plan.filters)
      .filter(([facet]) => facet !== butFacet)
      .map(([facet, values]) => hasValue(facet, values)),
  );
}

async function countFacetValues(
  db: ReadDb,
  condition: SQL | undefined,
  facets: readonly string[],
): Promise<{ facet: string; value: string; count: number }[]> {
  if (facets.length === 0) return [];
  const value = sql<string>`v.v`;
  const rows = await db
    .select({ value, count: sql<string>`count(*)` })
    .from(sql`${searchTexts}, unnest(${searchTexts.facetValues}) as v(v)`)
    .where(condition)
    .groupBy(value);
  return rows.flatMap((row) => {
    const border = row.value.indexOf(facetSeparator);
    const facet = row.value.slice(0, border);
    if (!facets.includes(facet)) return [];
    return [{ facet, value: row.value.slice(border + 1), count: Number(row.count) }];
  });
}

/** Stands for no day in a place: before all days. */
const noDayText = '';

interface HitRow {
  readonly kind: string;
  readonly objectId: string;
  readonly day: string | null;
}

/** Rows newest first behind a place; those without a day last. */
async function listNewest(
  db: ReadDb,
  condition: SQL | undefined,
  after: readonly [day: string, kind: string, objectId: string] | null,
  limit: number,
): Promise<HitRow[]> {
  if (limit <= 0) return [];
  const dayKey = sql`coalesce(${searchTexts.day}::text, ${noDayText})`;
  const behind =
    after === null
      ? undefined
      : sql`(${dayKey} < ${after[0]} or (${dayKey} = ${after[0]} and (${searchTexts.kind}, ${searchTexts.objectId}) > (${after[1]}, ${after[2]})))`;
  return db
    .select({ kind: searchTexts.kind, objectId: searchTexts.objectId, day: searchTexts.day })
    .from(searchTexts)
    .where(and(condition, behind))
    .orderBy(desc(dayKey), asc(searchTexts.kind), asc(searchTexts.objectId))
    .limit(limit);
}

type Tier = 'title' | 'text' | 'any';

function hitOfRow(tier: Tier, row: HitRow): PlanHit {
  const { kind, objectId, day } = row;
  return { kind, objectId, place: ['s', tier, day ?? noDayText, kind, objectId] };
}

/** The place of an earlier page of this engine; undefined for that of another. */
function readSqlPlace(
  after: SearchPlan['after'],
): { tier: Tier; keys: [string, string, string] } | undefined {
  const [engine, tier, day, kind, objectId] = after ?? [];
  if (engine !== 's' || (tier !== 'title' && tier !== 'text' && tier !== 'any')) return undefined;
  return { tier, keys: [String(day), String(kind), String(objectId)] };
}

async function listHits(db: ReadDb, plan: SearchPlan): Promise<PlanHit[]> {
  const condition = conditionOf(plan);
  const place = readSqlPlace(plan.after);
  if (plan.order === 'day' || plan.must.length === 0) {
    const rows = await listNewest(db, condition, place?.keys ?? null, plan.limit);
    return rows.map((row) => hitOfRow('any', row));
  }
  // First those that hold everything in the title: few, and what is mostly meant.
  const inTitle = and(...plan.must.map((term) => holdsWords(titleColumn, anyAlternative(term)))) ?? nothing;
  const isBehindTitles = place?.tier === 'text';
  const titles = isBehindTitles
    ? []
    : await listNewest(db, and(condition, inTitle), place?.keys ?? null, plan.limit);
  const texts = await listNewest(
    db,
    and(condition, not(inTitle)),
    isBehindTitles ? place.keys : null,
    plan.limit - titles.length,
  );
  return [...titles.map((row) => hitOfRow('title', row)), ...texts.map((row) => hitOfRow('text', row))];
}

/** Answers a plan from the database. */
export async function findBySql(db: ReadDb, plan: SearchPlan): Promise<PlanAnswer> {
  const hits = await listHits(db, plan);
  const [counted] = await db
    .select({ total: sql<string>`count(*)` })
    .from(searchTexts)
    .where(conditionOf(plan));
  const narrowed = plan.facets.filter((facet) => facet in plan.filters);
  const others = plan.facets.filter((facet) => !narrowed.includes(facet));
  const counts = await countFacetValues(db, conditionOf(plan), others);
  for (const facet of narrowed)
    counts.push(...(await countFacetValues(db, conditionOf(plan, facet), [facet])));
  return { hits, total: Number(counted?.total ?? 0), facets: mergeFacetCounts(plan.facets, counts) };
}

/** Documents with their words in the database. */
export async function countSearchTexts(db: ReadDb, lexicon: string): Promise<number> {
  const [row] = await db
    .select({ count: sql<string>`count(*)` })
    .from(searchTexts)
    .where(eq(searchTexts.lexicon, lexicon));
  return Number(row?.count ?? 0);
}
