/**
 * Table 3 of the annual report from the register of requests: one statement counts every unit, and the cases behind a cell
 * are read a page at a time. Merged and split cases live on in others and are not counted themselves.
 */
import { and, asc, eq, gt, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { pageOfRows } from '#kernel/http/paging.ts';
import type { EvidenceRow } from '#kernel/measure.ts';
import type { ReportFigure, ReportFigureAnswer, ReportFigureQuestion } from '#kernel/report-figure.ts';
import { type ApplicantKind, applicantKinds } from '../rules/applicants.ts';
import type { CaseEvent } from '../rules/case-events.ts';
import { foldCase } from '../rules/case-state.ts';
import { reportRows } from '../rules/dispositions/leaf-shape.ts';
import { dispositionLeaves, findDispositionLeaf } from '../rules/dispositions/leaves.ts';
import { type RequestCellRow, reportRowOf, requestCellRows, requestCellsOf } from '../rules/report-cells.ts';
import { requestEvents, requests } from '../tables/requests.ts';

const columns = [...applicantKinds, 'total'] as const;
type Column = (typeof columns)[number];

const cellOf = (row: RequestCellRow, column: Column) => `requests.${row}.${column}`;

type Place = Omit<ReportFigureQuestion, 'unitIds'> & { readonly unitIds: readonly string[] };

/** Lawful receipt; of a case that ended before it (withdrawn, abandoned), the day it came. */
const cameOn = sql<Day | null>`coalesce(${requests.receivedOn}, case when ${requests.closedOn} is not null then ${requests.arrivedOn} end)`;
const closedOn = sql<Day | null>`case when ${requests.closedOn} is not null then greatest(${requests.closedOn}, ${cameOn}) end`;

const isReopened = sql`exists (select 1 from ${requestEvents} where ${requestEvents.requestId} = ${requests.id} and ${requestEvents.kind} = 'reopened')`;

function countedCases({ jurisdictionId, unitIds }: Place): SQL | undefined {
  return and(
    eq(requests.jurisdictionId, jurisdictionId),
    inArray(requests.unitId, [...unitIds]),
    sql`${requests.ending} is distinct from 'merged' and ${requests.ending} is distinct from 'split'`,
  );
}

/** The conditions of `requestCellsOf` in the database's words. */
function conditionOf(row: RequestCellRow, { year, today }: Place): SQL {
  const from = sql`${`${year}-01-01`}::date`;
  const until = sql`${`${year + 1}-01-01`}::date`;
  const day = sql`${today}::date`;
  const known = sql`${cameOn} < ${until} and ${cameOn} <= ${day}`;
  const ended = sql`${known} and ${closedOn} >= ${from} and ${closedOn} < ${until} and ${closedOn} <= ${day}`;
  switch (row) {
    case 'received':
      return sql`${known} and ${cameOn} >= ${from}`;
    case 'carriedIn':
      return sql`${known} and ${cameOn} < ${from} and (${closedOn} is null or ${closedOn} >= ${from})`;
    case 'carriedOut':
      return sql`${known} and (${closedOn} is null or ${closedOn} >= ${until} or ${closedOn} > ${day})`;
    case 'outcomeTotal':
      return ended;
    default: {
      const leaves = [row, ...dispositionLeaves.filter((leaf) => leaf.row === row).map(({ id }) => id)];
      const named = sql`${requests.leaf} in (${sql.join(
        [...new Set<string>(leaves)].map((leaf) => sql`${leaf}`),
        sql`, `,
      )})`;
      return row === 'otherwise'
        ? sql`${ended} and (${requests.leaf} is null or ${named})`
        : sql`${ended} and ${named}`;
    }
  }
}

interface CountedCell {
  readonly unitId: string;
  readonly kind: ApplicantKind;
  readonly row: RequestCellRow;
  readonly count: number;
}

/** One pass over the cases: what came and went, and the results by leaf. */
async function countPlainCases(place: Place): Promise<CountedCell[]> {
  const filtered = (row: 'received' | 'carriedIn' | 'carriedOut' | 'outcomeTotal') =>
    sql<number>`count(*) filter (where ${conditionOf(row, place)})`.mapWith(Number);
  const rows = await place.db
    .select({
      unitId: requests.unitId,
      kind: requests.applicantKind,
      leaf: requests.leaf,
      received: filtered('received'),
      carriedIn: filtered('carriedIn'),
      outcomeTotal: filtered('outcomeTotal'),
      carriedOut: filtered('carriedOut'),
    })
    .from(requests)
    .where(and(countedCases(place), sql`not ${isReopened}`))
    .groupBy(requests.unitId, requests.applicantKind, requests.leaf);
  return rows.flatMap(({ unitId, kind, leaf, received, carriedIn, outcomeTotal, carriedOut }) => [
    { unitId, kind, row: 'received', count: received },
    { unitId, kind, row: 'carriedIn', count: carriedIn },
    { unitId, kind, row: reportRowOf(leaf), count: outcomeTotal },
    { unitId, kind, row: 'outcomeTotal', count: outcomeTotal },
    { unitId, kind, row: 'carriedOut', count: carriedOut },
  ]);
}

interface ReopenedCase {
  readonly id: string;
  readonly number: string;
  readonly unitId: string;
  readonly kind: ApplicantKind;
  readonly leaf: string | null;
  readonly cameOn: Day;
  readonly rows: readonly RequestCellRow[];
}

/** Cases a review body or court ordered to be answered anew, as they stood before: few, so their events are read. */
async function listReopenedCases(place: Place): Promise<ReopenedCase[]> {
  const found = await place.db
    .select()
    .from(requests)
    .where(and(countedCases(place), isReopened));
  if (found.length === 0) return [];
  const stored = await place.db
    .select({ requestId: requestEvents.requestId, content: requestEvents.content })
    .from(requestEvents)
    .where(
      inArray(
        requestEvents.requestId,
        found.map(({ id }) => id),
      ),
    )
    .orderBy(asc(requestEvents.requestId), asc(requestEvents.number));
  const events = new Map<string, CaseEvent[]>();
  for (const { requestId, content } of stored)
    events.set(requestId, [...(events.get(requestId) ?? []), content]);
  return found.map(({ id, number, unitId, applicantKind, arrivedOn }) => {
    const all = events.get(id) ?? [];
    const first = foldCase(
      all.slice(
        0,
        all.findIndex(({ kind }) => kind === 'reopened'),
      ),
    );
    const came = first.receivedOn ?? arrivedOn;
    const rows = requestCellsOf(
      { cameOn: came, closedOn: first.closedOn, leaf: first.leaf },
      place.year,
      place.today,
    );
    return { id, number, unitId, kind: applicantKind, leaf: first.leaf, cameOn: came, rows };
  });
}

async function findUnitsWithCases(db: ReadDb, place: Place): Promise<ReadonlySet<string>> {
  const rows = await db.selectDistinct({ unitId: requests.unitId }).from(requests).where(countedCases(place));
  return new Set(rows.map(({ unitId }) => unitId));
}

/** Requests over the net that nobody confirmed yet: not received, so in no row. */
async function countUnconfirmed(place: Place): Promise<ReadonlyMap<string, number>> {
  const rows = await place.db
    .select({ unitId: requests.unitId, count: sql<number>`count(*)`.mapWith(Number) })
    .from(requests)
    .where(and(countedCases(place), eq(requests.stage, 'registered'), isNotNull(requests.arrivedOn)))
    .groupBy(requests.unitId);
  return new Map(rows.map(({ unitId, count }) => [unitId, count]));
}

async function answerRequests(
  question: ReportFigureQuestion,
): Promise<ReadonlyMap<string, ReadonlyMap<string, ReportFigureAnswer>>> {
  const place: Place = question;
  if (question.unitIds.length === 0) return new Map();
  const known = await findUnitsWithCases(question.db, place);
  const unconfirmed = await countUnconfirmed(place);
  const sums = new Map<string, number>();
  const add = (unitId: string, row: RequestCellRow, kind: ApplicantKind, count: number) => {
    for (const cell of [cellOf(row, kind), cellOf(row, 'total')]) {
      const key = `${unitId}|${cell}`;
      sums.set(key, (sums.get(key) ?? 0) + count);
    }
  };
  for (const { unitId, kind, row, count } of await countPlainCases(place)) add(unitId, row, kind, count);
  for (const { unitId, kind, rows } of await listReopenedCases(place)) {
    for (const row of rows) add(unitId, row, kind, 1);
  }
  const cells = requestFigureCells;
  return new Map(
    question.unitIds.map((unitId) => {
      const waiting = unconfirmed.get(unitId) ?? 0;
      const answers = cells.map((cell): readonly [string, ReportFigureAnswer] => {
        if (!known.has(unitId))
          return [cell, { known: false, reason: '本平台没有登记过该单位收到的申请；确实没有的填0' }];
        const isReceived = cell.startsWith('requests.received.');
        const caution = isReceived && waiting > 0 ? `另有${waiting}件尚未确认收到，确认后计入` : null;
        return [cell, { known: true, value: sums.get(`${unitId}|${cell}`) ?? 0, caution }];
      });
      return [unitId, new Map(answers)];
    }),
  );
}

const requestFigureCells = requestCellRows.flatMap((row) => columns.map((column) => cellOf(row, column)));

function evidenceOf(row: {
  readonly id: string;
  readonly number: string;
  readonly unitId: string;
  readonly leaf: string | null;
  readonly day: Day | null;
}): EvidenceRow {
  const result = row.leaf === null ? undefined : findDispositionLeaf(row.leaf)?.title;
  return {
    key: `request:${row.id}`,
    // Neither who asks nor what for: the table is read by people who do not reach the case.
    title: result === undefined ? `申请${row.number}` : `申请${row.number}（${result}）`,
    day: row.day,
    unitId: row.unitId,
    address: `/requests/${row.id}`,
    digest: `${row.day ?? ''}|${row.leaf ?? ''}`,
    isPublic: false,
  };
}

async function listRequestEvidence(
  question: Parameters<ReportFigure['listEvidence']>[0],
  page: Parameters<ReportFigure['listEvidence']>[1],
) {
  const [, rowName, columnName] = question.cell.split('.');
  const row = requestCellRows.find((one) => one === rowName);
  const column = columns.find((one) => one === columnName);
  if (row === undefined || column === undefined) return { rows: [], next: null };
  const place: Place = { ...question, unitIds: [question.unitId] };
  const { after, limit } = page;
  const plain = await question.db
    .select({
      id: requests.id,
      number: requests.number,
      unitId: requests.unitId,
      leaf: requests.leaf,
      received: requests.receivedOn,
      arrived: requests.arrivedOn,
      closed: requests.closedOn,
    })
    .from(requests)
    .where(
      and(
        countedCases(place),
        sql`not ${isReopened}`,
        column === 'total' ? undefined : eq(requests.applicantKind, column),
        conditionOf(row, place),
        after === null ? undefined : gt(requests.id, after),
      ),
    )
    .orderBy(asc(requests.id))
    .limit(limit + 1);
  const byResult = row !== 'received' && row !== 'carriedIn' && row !== 'carriedOut';
  const reopened = (await listReopenedCases(place)).filter(
    (one) =>
      one.rows.includes(row) &&
      (column === 'total' || one.kind === column) &&
      (after === null || one.id > after),
  );
  const rows = [
    ...plain.map(({ received, arrived, closed, ...one }) => ({
      ...one,
      day: byResult ? closed : (received ?? arrived),
    })),
    ...reopened.map(({ cameOn: day, ...one }) => ({ ...one, day })),
  ].sort((left, right) => (left.id < right.id ? -1 : 1));
  const cut = pageOfRows(rows, limit, ({ id }) => [id]);
  return {
    rows: cut.rows.map(evidenceOf),
    next: cut.next === null ? null : (cut.rows.at(-1)?.id ?? null),
  };
}

/** Table 3 from the register. */
export const requestsFigure: ReportFigure = {
  id: 'requests.cases',
  title: '收到和处理政府信息公开申请情况',
  description: `本年收到（按收到申请之日）、上年结转、按${reportRows.length}种结果办结（按答复送达之日）和结转下年的申请；并案、拆分的原件不计，复议、诉讼后重新答复的不重复计。`,
  cells: requestFigureCells,
  answer: answerRequests,
  listEvidence: listRequestEvidence,
};
