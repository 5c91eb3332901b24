/** Table 4 of the annual report from the reviews and lawsuits kept here. The rule itself is `rules/disputes/report-cell.ts`. */
import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { ReportFigure, ReportFigureAnswer } from '#kernel/report-figure.ts';
import { disputeCellOf } from '../rules/disputes/report-cell.ts';
import { disputeOutcomes, disputeWays } from '../rules/disputes/shapes.ts';
import { type DisputeRecord, disputes } from '../tables/disputes.ts';
import { requests } from '../tables/requests.ts';
import { disputeOutcomeTitles, disputeWayTitles } from '../words/disputes.ts';

const columns = [...disputeOutcomes, 'pending', 'total'] as const;

const cells = disputeWays.flatMap((row) => columns.map((column) => `disputes.${row}.${column}`));

interface Place {
  readonly db: ReadDb;
  readonly jurisdictionId: string;
  readonly unitIds: readonly string[];
  readonly year: number;
  readonly today: Day;
}

/** Cells a dispute counts in: its own and the total of its row. What happened after `today` has not happened. */
function cellsOf(record: DisputeRecord, { year, today }: Place): readonly string[] {
  const isOver = record.closedOn !== null && record.closedOn <= today;
  const seen = isOver ? record : { ...record, closedOn: null, outcome: null };
  const cell = record.openedOn > today ? null : disputeCellOf(seen, year);
  return cell === null ? [] : [`disputes.${cell.row}.${cell.column}`, `disputes.${cell.row}.total`];
}

async function listCountable(place: Place): Promise<DisputeRecord[]> {
  const { db, jurisdictionId, unitIds, year } = place;
  if (unitIds.length === 0) return [];
  return db
    .select()
    .from(disputes)
    .where(
      and(
        eq(disputes.jurisdictionId, jurisdictionId),
        inArray(disputes.unitId, [...unitIds]),
        sql`${disputes.openedOn} < ${`${year + 1}-01-01`}::date`,
        or(isNull(disputes.closedOn), sql`${disputes.closedOn} >= ${`${year}-01-01`}::date`),
      ),
    )
    .orderBy(asc(disputes.id));
}

/** Units that keep their requests or disputes here: of the others nothing can be said. */
async function listKnownUnits({ db, jurisdictionId, unitIds }: Place): Promise<ReadonlySet<string>> {
  if (unitIds.length === 0) return new Set();
  const wanted = [...unitIds];
  const ofDisputes = await db
    .selectDistinct({ unitId: disputes.unitId })
    .from(disputes)
    .where(and(eq(disputes.jurisdictionId, jurisdictionId), inArray(disputes.unitId, wanted)));
  const ofRequests = await db
    .selectDistinct({ unitId: requests.unitId })
    .from(requests)
    .where(and(eq(requests.jurisdictionId, jurisdictionId), inArray(requests.unitId, wanted)));
  return new Set([...ofDisputes, ...ofRequests].map(({ unitId }) => unitId));
}

/** Table 4 from the register of disputes. */
export const disputesFigure: ReportFigure = {
  id: 'requests.disputes',
  title: '政府信息公开行政复议、行政诉讼情况',
  description:
    '本年审结的按结果计，年末尚未审结的计入“尚未审结”；复议机关作共同被告的，只计原行为机关（国办公开办函〔2016〕201号）。',
  cells,
  async answer(question) {
    const found = await listCountable(question);
    const known = await listKnownUnits(question);
    return new Map(
      question.unitIds.map((unitId) => {
        if (!known.has(unitId)) {
          const reason = '本平台没有登记过该单位的申请、复议和诉讼；确实没有的填0';
          return [unitId, new Map(cells.map((cell) => [cell, { known: false as const, reason }]))];
        }
        const own = found
          .filter((record) => record.unitId === unitId)
          .flatMap((one) => cellsOf(one, question));
        const answers = cells.map((cell): readonly [string, ReportFigureAnswer] => [
          cell,
          { known: true, value: own.filter((one) => one === cell).length, caution: null },
        ]);
        return [unitId, new Map(answers)];
      }),
    );
  },
  async listEvidence({ cell, unitId, ...question }, { after, limit }) {
    const place = { ...question, unitIds: [unitId] };
    const found = (await listCountable(place)).filter(
      (record) => cellsOf(record, place).includes(cell) && (after === null || record.id > after),
    );
    const rows = found.slice(0, limit);
    return {
      rows: rows.map((record) => {
        const result = record.outcome === null ? '尚未审结' : disputeOutcomeTitles[record.outcome];
        return {
          key: `dispute:${record.id}`,
          title: `${record.number}（${disputeWayTitles[record.way]}，${result}）`,
          day: record.closedOn ?? record.openedOn,
          unitId,
          address: `/requests/disputes/${record.id}`,
          digest: `${record.status}|${record.closedOn ?? ''}|${record.outcome ?? ''}`,
          isPublic: false,
        };
      }),
      next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
    };
  },
};
