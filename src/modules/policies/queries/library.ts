/** The public library: documents by facets, newest first, and the counts beside them. */
import { and, desc, eq, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { placeAfter } from '#kernel/http/paging.ts';
import { type LibraryChoice, type LibraryFacet, libraryFacets } from '../rules/facets.ts';
import { type DocumentGap, documentGaps } from '../rules/gaps.ts';
import type { DocumentValidity } from '../rules/validity.ts';
import { documentClauses, documentRelations, officialDocuments } from '../tables/documents.ts';

export interface LibraryQuery {
  readonly jurisdictionId: string;
  readonly today: Day;
  readonly chosen: LibraryChoice;
  /** Words that stand in the title or the number. */
  readonly text?: string;
  readonly after?: readonly [string, string];
  readonly limit: number;
  /** Units whose documents are seen though they are not public; null for all units. Left out for the public. */
  readonly reach?: readonly string[] | null;
  /** Only documents that lack this. */
  readonly gap?: DocumentGap;
}

export interface LibraryRow {
  readonly itemId: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly issuers: readonly string[];
  readonly writtenOn: Day;
  readonly publishedOn: Day | null;
  readonly validity: DocumentValidity;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** Public documents for everybody; beside them, on the desk, what the officer's units keep. */
function isInReach(reach: LibraryQuery['reach']): SQL | undefined {
  if (reach === null) return undefined;
  const open = eq(officialDocuments.isPublic, true);
  return reach === undefined || reach.length === 0
    ? open
    : or(open, inArray(officialDocuments.unitId, [...reach]));
}

/** Whether a public document that acts on this one by the day stands behind it. */
function isActedOn(today: Day, how: SQL): SQL {
  return sql`exists (
    select 1 from ${documentRelations} as acting
    join ${officialDocuments} as acted on acted.item_id = acting.from_item_id and acted.is_public
    where acting.to_item_id = ${officialDocuments.itemId}
      and acting.dismissed_on is null
      and (acting.on_day is null or acting.on_day <= ${today}) and ${how})`;
}

/** The SQL twin of `judgeValidity`; a test holds the two against each other. */
export function validityOn(today: Day): SQL<DocumentValidity> {
  const ended = sql`(acting.kind = 'replaces' or (acting.kind = 'repeals' and acting.part is null))`;
  const changed = sql`(acting.kind = 'amends' or (acting.kind = 'repeals' and acting.part is not null))`;
  return sql<DocumentValidity>`case
    when ${officialDocuments.writtenOn} > ${today} then 'notYet'
    when ${isActedOn(today, ended)} then 'repealed'
    when ${isActedOn(today, sql`acting.kind = 'lapses'`)} then 'lapsed'
    when ${officialDocuments.lapsesOn} < ${today} then 'lapsed'
    when ${officialDocuments.effectiveOn} > ${today} then 'notYet'
    when ${isActedOn(today, changed)} then 'amended'
    else 'inForce' end`;
}

/** The SQL twin of `findDocumentGaps`; a test holds the two together. */
function gapConditions(today: Day): Readonly<Record<DocumentGap, SQL>> {
  const ended = sql`acting.kind in ('replaces', 'repeals', 'lapses') and acting.part is null and acting.on_day is null`;
  return {
    documentNumber: isNull(officialDocuments.documentNumber),
    theme: isNull(officialDocuments.theme),
    kind: isNull(officialDocuments.kind),
    publishedOn: isNull(officialDocuments.publishedOn),
    effectiveOn: sql`${officialDocuments.isNormative} and ${officialDocuments.effectiveOn} is null`,
    body: sql`not exists (select 1 from ${documentClauses} as clause
      where clause.item_id = ${officialDocuments.itemId})`,
    endDay: isActedOn(today, ended),
  };
}

/** What the document lacks, as names of gaps. */
export function gapsIn(today: Day): SQL<string[]> {
  const conditions = gapConditions(today);
  const parts = documentGaps.map((gap) => sql`case when ${conditions[gap]} then ${gap}::text end`);
  return sql<string[]>`array_remove(array[${sql.join(parts, sql`, `)}], null)`;
}

const issuer = sql<string>`${officialDocuments.issuers}[1]`;
const year = sql<string>`extract(year from ${officialDocuments.writtenOn})::int::text`;

function facetValue(facet: LibraryFacet, today: Day): SQL<string | null> {
  switch (facet) {
    case 'issuer':
      return issuer;
    case 'year':
      return year;
    case 'theme':
      return sql<string | null>`${officialDocuments.theme}`;
    case 'kind':
      return sql<string | null>`${officialDocuments.kind}`;
    case 'validity':
      return validityOn(today);
  }
}

export function libraryConditions(query: LibraryQuery, without?: LibraryFacet): SQL | undefined {
  const { chosen, today, text } = query;
  const pattern = text === undefined ? undefined : `%${text.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
  return and(
    eq(officialDocuments.jurisdictionId, query.jurisdictionId),
    isInReach(query.reach),
    ...libraryFacets
      .filter((facet) => facet !== without && chosen[facet] !== undefined)
      .map((facet) => sql`${facetValue(facet, today)} = ${chosen[facet]}`),
    pattern === undefined
      ? undefined
      : or(
          sql`${officialDocuments.title} like ${pattern}`,
          sql`${officialDocuments.documentNumber} like ${pattern}`,
        ),
    query.gap === undefined ? undefined : gapConditions(today)[query.gap],
  );
}

/** A page of the library, newest written day first. */
export async function listLibrary(
  db: ReadDb,
  query: LibraryQuery,
): Promise<{ readonly rows: LibraryRow[]; readonly next: string | null }> {
  const { after } = query;
  const beyond =
    after === undefined
      ? undefined
      : or(
          sql`${officialDocuments.writtenOn} < ${after[0]}`,
          and(sql`${officialDocuments.writtenOn} = ${after[0]}`, lt(officialDocuments.itemId, after[1])),
        );
  const found = await db
    .select({
      itemId: officialDocuments.itemId,
      title: officialDocuments.title,
      documentNumber: officialDocuments.documentNumber,
      issuers: officialDocuments.issuers,
      writtenOn: officialDocuments.writtenOn,
      publishedOn: officialDocuments.publishedOn,
      validity: validityOn(query.today),
    })
    .from(officialDocuments)
    .where(and(libraryConditions(query), beyond))
    .orderBy(desc(officialDocuments.writtenOn), desc(officialDocuments.itemId))
    .limit(query.limit + 1);
  const rows = found.slice(0, query.limit);
  const last = rows.at(-1);
  return {
    rows,
    next: found.length > query.limit && last !== undefined ? placeAfter([last.writtenOn, last.itemId]) : null,
  };
}

/** How many documents each value of a facet would leave, with the other choices kept. */
export async function countLibraryFacet(
  db: ReadDb,
  query: LibraryQuery,
  facet: LibraryFacet,
): Promise<readonly FacetValue[]> {
  const counted = db
    .select({ value: facetValue(facet, query.today).as('value') })
    .from(officialDocuments)
    .where(libraryConditions(query, facet))
    .as('counted');
  const rows = await db
    .select({ value: counted.value, count: sql<number>`count(*)::int` })
    .from(counted)
    .where(sql`${counted.value} is not null`)
    .groupBy(counted.value);
  const byYear = (left: FacetValue, right: FacetValue) => Number(right.value) - Number(left.value);
  const byCount = (left: FacetValue, right: FacetValue) =>
    right.count - left.count || (left.value < right.value ? -1 : 1);
  return rows
    .flatMap(({ value, count }) => (value === null ? [] : [{ value, count }]))
    .sort(facet === 'year' ? byYear : byCount);
}
