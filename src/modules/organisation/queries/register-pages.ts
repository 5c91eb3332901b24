/** Pages of liaisons, of who answers, budget notes and the responsibility ledger, as they are narrowed and sorted. */
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfComputed } from '#kernel/http/paging.ts';
import type { LiaisonQuery, LiaisonRow, LiaisonSummary } from '../contract/liaison.ts';
import type {
  BudgetNote,
  BudgetQuery,
  OutletQuery,
  OutletView,
  UnitDutyQuery,
  UnitDutyRow,
} from '../contract/safeguards.ts';
import { findLiaisonFigure, listLiaisonRows } from './liaisons.ts';
import { listBudgetNotes, listOutlets, listUnitDuties } from './safeguards.ts';

const holdsText = (words: readonly (string | undefined)[], text: string | undefined) =>
  text === undefined || words.join('\n').includes(text);

/** The register as it is narrowed and sorted; in customary order unless told. */
export async function listLiaisonPage(
  db: ReadDb,
  jurisdictionId: string,
  query: LiaisonQuery,
  today: Day,
): Promise<PageOfRows<LiaisonRow>> {
  const { text, standing, late, sort } = query;
  const rows = await listLiaisonRows(db, jurisdictionId, today);
  const found = rows.filter(
    (row) =>
      (standing === undefined || row.standing === standing) &&
      (late === undefined || row.late === late) &&
      holdsText([row.unitName, row.liaison?.name, row.substitute?.name], text),
  );
  const openDue = (row: LiaisonRow) => (row.standing === 'accepted' ? null : row.filingDue);
  return pageOfComputed(found, query, (row) => [
    sort === 'from' ? row.from : sort === 'due' ? openDue(row) : null,
    row.position,
    row.unitId,
  ]);
}

/** How many units have what they should, and the county's figure. */
export async function summariseLiaisons(
  db: ReadDb,
  jurisdictionId: string,
  today: Day,
): Promise<LiaisonSummary> {
  const rows = await listLiaisonRows(db, jurisdictionId, today);
  const expected = rows.filter((row) => row.expected);
  const figure = await findLiaisonFigure(db, jurisdictionId);
  return {
    expected: expected.length,
    accepted: expected.filter((row) => row.standing === 'accepted').length,
    lacking: expected.filter((row) => row.standing === 'none').length,
    filingDays: figure.filingDays,
    filingBasis: figure.basis,
  };
}

/** Units with those who answer in them, in customary order. */
export async function listUnitDutyPage(
  db: ReadDb,
  jurisdictionId: string,
  query: UnitDutyQuery,
): Promise<PageOfRows<UnitDutyRow>> {
  const { text, hasLeader } = query;
  const rows = (await listUnitDuties(db, jurisdictionId)).filter(
    (row) =>
      (hasLeader === undefined || (row.leader !== null) === hasLeader) &&
      holdsText(
        [row.unitName, row.leader?.name, row.office?.name, ...row.staff.map(({ name }) => name)],
        text,
      ),
  );
  return pageOfComputed(rows, query, (row) => [row.position]);
}

/** Budget notes of a year, in customary order of the units unless sorted. */
export async function listBudgetPage(
  db: ReadDb,
  jurisdictionId: string,
  year: number,
  query: BudgetQuery,
): Promise<PageOfRows<BudgetNote>> {
  const { text, unitId, sort } = query;
  const rows = (await listBudgetNotes(db, jurisdictionId, year)).filter(
    (row) =>
      (unitId === undefined || row.unitId === unitId) &&
      holdsText([row.unitName, row.source, row.note], text),
  );
  return pageOfComputed(rows, query, (row) => [sort === undefined ? null : row.amountFen, row.position]);
}

/** Sites and accounts, open ones first unless sorted by the day their letter ends. */
export async function listOutletPage(
  db: ReadDb,
  jurisdictionId: string,
  query: OutletQuery,
  today: Day,
): Promise<PageOfRows<OutletView>> {
  const { text, kind, state, sort } = query;
  const rows = (await listOutlets(db, jurisdictionId, today)).filter(
    (row) =>
      (kind === undefined || row.kind === kind) &&
      (state === undefined || (row.closedOn === null ? row.state : 'closed') === state) &&
      holdsText([row.name, row.unitName, row.address, row.signings[0]?.name], text),
  );
  const openFirst = (row: OutletView) => (row.closedOn === null ? 'open' : 'shut');
  return pageOfComputed(rows, query, (row) => [
    sort === undefined ? openFirst(row) : (row.signings[0]?.validThrough ?? null),
    row.position,
    row.id,
  ]);
}
