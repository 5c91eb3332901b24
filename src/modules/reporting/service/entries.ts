/** Entering the tables of a unit by form, where the registers of this platform do not hold them. */
import { and, eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import type { Work } from '#kernel/work.ts';
import { findUnit } from '#modules/organisation/index.ts';
import type { ReportEntryInput } from '../contract/live-tables.ts';
import { layoutOfYear } from '../law/layouts.ts';
import { reportingRefusals } from '../refusals.ts';
import { judgeIdentities } from '../rules/identities.ts';
import {
  type LiveCells,
  listEnterableCells,
  mayOverrideRegister,
  mergeLiveCells,
  type RegisterAnswer,
  reportOfLiveCells,
} from '../rules/live-report.ts';
import { reportEntries } from '../tables.ts';

export interface EntryCheck {
  /** What the registers answer for this unit, read beside the transaction. */
  readonly answers: ReadonlyMap<string, RegisterAnswer>;
}

function refuseUnfitCells(input: ReportEntryInput, year: number, answers: EntryCheck['answers']): void {
  const layout = layoutOfYear(year);
  if (layout === undefined) throw reportingRefusals.refuse('reporting.yearUnknown', { year });
  const enterable = new Map(listEnterableCells(layout.id).map((cell) => [cell.key, cell]));
  for (const [key, value] of Object.entries(input.cells)) {
    const cell = enterable.get(key);
    const fault = [{ path: `cells.${key}`, message: '这一格不能填写' }];
    if (cell === undefined) throw reportingRefusals.refuse('reporting.cellUnknown', {}, fault);
    const place = `“${cell.row.label}”行“${cell.column.label}”列`;
    if (answers.get(key)?.known === true && !mayOverrideRegister(cell.table)) {
      throw reportingRefusals.refuse('reporting.cellFromCases', { place }, fault);
    }
    if (cell.kind !== 'change' && value < 0) {
      throw reportingRefusals.refuse('reporting.cellNegative', { place }, [
        { path: `cells.${key}`, message: '不能小于0' },
      ]);
    }
  }
}

/** Errors the entered tables would have; the form is checked at once and not in January. */
function refuseBrokenTables(year: number, unit: string, cells: LiveCells): void {
  const layout = layoutOfYear(year);
  if (layout === undefined) return;
  const report = reportOfLiveCells({ layout: layout.id, year, unit, cells, sections: [] });
  const [first] = judgeIdentities(report).filter(({ severity }) => severity === 'error');
  if (first === undefined) return;
  const fields = first.cells.map((key) => ({ path: `cells.${key}`, message: first.sentence }));
  throw reportingRefusals.refuse('reporting.tablesBroken', { sentence: first.sentence }, fields);
}

/** Puts what a unit entered for a year in the place of what it entered before. Tables that break an identity are refused. */
export async function enterReportCells(
  work: Work,
  target: { readonly unitId: string; readonly year: number },
  input: ReportEntryInput,
  { answers }: EntryCheck,
): Promise<void> {
  const unit = await findUnit(work.db, target.unitId);
  work.authorise('reporting.enter', {
    unitId: target.unitId,
    ...(unit === undefined ? {} : { jurisdictionId: unit.jurisdictionId }),
  });
  if (unit === undefined) throw reportingRefusals.refuse('reporting.unitUnknown', {});
  refuseUnfitCells(input, target.year, answers);
  const layout = layoutOfYear(target.year);
  if (layout === undefined) throw reportingRefusals.refuse('reporting.yearUnknown', { year: target.year });
  refuseBrokenTables(target.year, unit.name, mergeLiveCells(layout.id, answers, input.cells));
  const [before] = await work.db
    .select()
    .from(reportEntries)
    .where(and(eq(reportEntries.unitId, unit.id), eq(reportEntries.year, target.year)))
    .for('update');
  const row = {
    unitId: unit.id,
    year: target.year,
    jurisdictionId: unit.jurisdictionId,
    cells: input.cells,
    note: input.note,
    enteredByName: signatureOf(work.actor).name,
    enteredAt: work.now,
  };
  await work.db
    .insert(reportEntries)
    .values(row)
    .onConflictDoUpdate({ target: [reportEntries.unitId, reportEntries.year], set: row });
  work.audit({
    action: 'reporting.enter',
    objectKind: 'reportEntry',
    objectId: `${unit.id}:${target.year}`,
    unitId: unit.id,
    summary: `填报${unit.shortName}${target.year}年度报告数据${Object.keys(input.cells).length}格`,
    before: before === undefined ? null : { cells: before.cells, note: before.note },
    after: { cells: input.cells, note: input.note },
    affectsPortal: false,
  });
}
