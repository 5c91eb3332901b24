/**
 * Figures of table 2 of the annual report that items of publishing hold: decisions of enforcement and yearly charges.
 * Documents are counted where they are kept, in the library.
 */
import { and, asc, eq, gt, gte, inArray, lt, lte, type SQL, sql } from 'drizzle-orm';
import { type Day, dayOf } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { pageOfRows } from '#kernel/http/paging.ts';
import { fenOf, showFen } from '#kernel/money.ts';
import type { ReportFigure, ReportFigureAnswer, ReportFigureQuestion } from '#kernel/report-figure.ts';
import { itemRevisions, items } from './tables/items.ts';

type Place = Omit<ReportFigureQuestion, 'unitIds'> & { readonly unitIds: readonly string[] };

interface FigureRow {
  readonly id: string;
  readonly unitId: string;
  readonly title: string;
  readonly formedOn: Day | null;
  readonly standing: string;
  readonly sort: string | null;
  /** How many, or how much in fen, the item stands for. */
  readonly amount: number;
}

const field = (key: string) => sql<string | null>`${itemRevisions.content}->'fields'->>${key}`;

/** Items that were decided on and not withdrawn; one kept from the public is a decision all the same. */
async function listFigureRows(
  db: ReadDb,
  place: Place,
  chosen: { readonly where: SQL | undefined; readonly amount: string },
  page?: { readonly after: string | null; readonly limit: number },
): Promise<FigureRow[]> {
  if (place.unitIds.length === 0) return [];
  const rows = db
    .select({
      id: items.id,
      unitId: items.unitId,
      title: items.title,
      formedOn: items.formedOn,
      standing: items.standing,
      sort: field('sort'),
      amount: field(chosen.amount),
    })
    .from(items)
    .innerJoin(itemRevisions, eq(itemRevisions.id, items.publishedRevisionId))
    .where(
      and(
        eq(items.jurisdictionId, place.jurisdictionId),
        inArray(items.unitId, [...place.unitIds]),
        inArray(items.standing, ['published', 'kept']),
        lte(items.publishedOn, place.today),
        chosen.where,
        page === undefined || page.after === null ? undefined : gt(items.id, page.after),
      ),
    )
    .orderBy(asc(items.id));
  const found = await (page === undefined ? rows : rows.limit(page.limit + 1));
  return found.map((row) => ({ ...row, amount: Number(row.amount ?? 'NaN') }));
}

/** Items of the kind by the year in which what they tell of was decided. */
function decidedIn(kind: string, year: number): SQL | undefined {
  return and(
    eq(items.kind, kind),
    gte(items.formedOn, dayOf(`${year}-01-01`)),
    lt(items.formedOn, dayOf(`${year + 1}-01-01`)),
  );
}

interface Offered {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly cells: readonly string[];
  readonly amount: string;
  readonly caution: string;
  readonly nothing: string;
  readonly where: (year: number, cell: string | null) => SQL | undefined;
  readonly cellOf: (row: FigureRow) => string | undefined;
  readonly valueOf: (row: FigureRow) => number;
  readonly titleOf: (row: FigureRow) => string;
}

function offerFigure(offered: Offered): ReportFigure {
  const { id, title, description, cells, amount } = offered;
  return {
    id,
    title,
    description,
    cells,
    async answer(question) {
      const where = offered.where(question.year, null);
      const rows = await listFigureRows(question.db, question, { where, amount });
      return new Map(
        question.unitIds.map((unitId) => {
          const own = rows.filter((row) => row.unitId === unitId);
          return [unitId, new Map(cells.map((cell) => [cell, answerOf(offered, cell, own)]))];
        }),
      );
    },
    async listEvidence({ unitId, cell, ...question }, page) {
      const where = offered.where(question.year, cell);
      const place = { ...question, unitIds: [unitId] };
      const found = await listFigureRows(question.db, place, { where, amount }, page);
      const { rows, next } = pageOfRows(found, page.limit, (row) => [row.id]);
      return {
        next: next === null ? null : (rows.at(-1)?.id ?? null),
        rows: rows.map((row) => ({
          key: `item:${row.id}`,
          title: offered.titleOf(row),
          day: row.formedOn,
          unitId,
          address: `/publishing/items/${row.id}`,
          digest: `${row.sort ?? ''}|${row.amount}`,
          isPublic: row.standing === 'published',
        })),
      };
    },
  };
}

function answerOf(offered: Offered, cell: string, own: readonly FigureRow[]): ReportFigureAnswer {
  const counted = own.filter((row) => offered.cellOf(row) === cell);
  if (counted.length === 0) return { known: false, reason: offered.nothing };
  const value = counted.reduce((sum, row) => sum + offered.valueOf(row), 0);
  return { known: true, value, caution: offered.caution };
}

const cellOfSort: Readonly<Record<string, string>> = {
  licence: 'proactive.licences.decisions',
  penalty: 'proactive.penalties.decisions',
  coercion: 'proactive.coercion.decisions',
};

/** An item that names no number is one decision. */
const decisionsOf = ({ amount }: FigureRow) => (Number.isSafeInteger(amount) && amount > 0 ? amount : 1);

const decisions = offerFigure({
  id: 'publishing.decisions',
  title: '行政许可、处罚、强制的处理决定数量',
  description:
    '本年作出并已在平台登记的行政许可、行政处罚、行政强制决定，按作出决定的日期计入年度；成批公开的按写明的件数计，已撤回的不计。',
  cells: Object.values(cellOfSort),
  amount: 'decisions',
  caution: '只计已登记的决定；依法不公开而没有登记的，须另行加上',
  nothing: '本年没有登记过这类决定',
  where: (year, cell) => {
    const sorts = Object.entries(cellOfSort).flatMap(([sort, one]) =>
      cell === null || cell === one ? [sort] : [],
    );
    return and(decidedIn('enforcement', year), inArray(field('sort'), sorts));
  },
  cellOf: ({ sort }) => (sort === null ? undefined : cellOfSort[sort]),
  valueOf: decisionsOf,
  titleOf: (row) => (decisionsOf(row) === 1 ? row.title : `${row.title}（${decisionsOf(row)}件）`),
});

const chargedCell = 'proactive.fees.charged';

const charges = offerFigure({
  id: 'publishing.charges',
  title: '行政事业性收费金额',
  description: '公开的行政事业性收费信息中，收费年度是本年的收费金额之和；没有写金额的收费目录不计。',
  cells: [chargedCell],
  amount: 'charged',
  caution: '只计已公开的收费金额；没有公开金额的收费须另行加上',
  nothing: '没有公开过本年的收费金额',
  where: (year, _cell) =>
    and(
      eq(items.kind, 'charges'),
      eq(field('year'), String(year)),
      sql`${itemRevisions.content}->'fields'->>'charged' is not null`,
    ),
  cellOf: () => chargedCell,
  valueOf: ({ amount }) => (Number.isSafeInteger(amount) ? amount : 0),
  titleOf: (row) => `${row.title}（${showFen(fenOf(row.amount))}）`,
});

/** Cells of the annual report this module fills. */
export const publishingFigures: readonly ReportFigure[] = [decisions, charges];
