/** What the modules' manifests answer for cells of the report, and the rows behind a cell. Knows no module by name. */
import { and, eq, inArray } from 'drizzle-orm';
import type { App } from '#kernel/app.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { placeAfter, readPlace } from '#kernel/http/paging.ts';
import type { EvidenceRow } from '#kernel/measure.ts';
import type { RegisterAnswer } from '../rules/live-report.ts';
import { reportEntries } from '../tables.ts';

export interface FigurePlace {
  readonly db: ReadDb;
  readonly jurisdictionId: string;
  readonly unitIds: readonly string[];
  readonly year: number;
  readonly today: Day;
}

/** Every answer of every offer, by unit and cell. */
export async function gatherAnswers(
  app: Pick<App, 'modules'>,
  place: FigurePlace,
): Promise<ReadonlyMap<string, ReadonlyMap<string, RegisterAnswer>>> {
  const gathered = new Map(place.unitIds.map((unitId) => [unitId, new Map<string, RegisterAnswer>()]));
  for (const figure of app.modules.flatMap(({ reportFigures }) => reportFigures)) {
    for (const [unitId, cells] of await figure.answer(place)) {
      for (const [cell, answer] of cells) gathered.get(unitId)?.set(cell, answer);
    }
  }
  return gathered;
}

type StoredEntry = typeof reportEntries.$inferSelect;

/** What the units entered for the year. */
export async function mapEntries(
  db: ReadDb,
  unitIds: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, StoredEntry>> {
  if (unitIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(reportEntries)
    .where(and(inArray(reportEntries.unitId, [...unitIds]), eq(reportEntries.year, year)));
  return new Map(rows.map((row) => [row.unitId, row]));
}

export interface EvidencePage {
  readonly rows: readonly EvidenceRow[];
  readonly next: string | null;
}

/** The unit and row a page ended at; the start for a text that is none of ours. */
function readEvidencePlace(
  after: string | undefined,
): { readonly unitId: string; readonly row: string | null } | null {
  const keys = after === undefined ? undefined : readPlace(after);
  const [unitId, row] = keys ?? [];
  return typeof unitId === 'string' ? { unitId, row: typeof row === 'string' ? row : null } : null;
}

/**
 * A page of the rows behind a cell of these units together, unit by unit. Units whose answer is nothing are not asked for
 * rows: a county has a hundred units and most cells are empty.
 */
export async function listCellEvidence(
  app: Pick<App, 'modules'>,
  place: FigurePlace,
  cell: string,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<EvidencePage> {
  const figure = app.modules
    .flatMap(({ reportFigures }) => reportFigures)
    .find(({ cells }) => cells.includes(cell));
  if (figure === undefined) return { rows: [], next: null };
  const answers = await figure.answer(place);
  const filled = place.unitIds
    .filter((unitId) => {
      const answer = answers.get(unitId)?.get(cell);
      return answer?.known === true && answer.value !== 0;
    })
    .sort();
  const start = readEvidencePlace(page.after);
  const { unitIds: _unitIds, ...asked } = place;
  const rows: EvidenceRow[] = [];
  for (const unitId of filled) {
    if (start !== null && unitId < start.unitId) continue;
    let after = start !== null && unitId === start.unitId ? start.row : null;
    if (start !== null && unitId === start.unitId && after === null) continue;
    for (;;) {
      const left = page.limit - rows.length;
      if (left === 0) return { rows, next: placeAfter([unitId, after ?? '']) };
      const found = await figure.listEvidence({ ...asked, unitId, cell }, { after, limit: left });
      rows.push(...found.rows);
      if (found.next === null) break;
      after = found.next;
    }
    if (rows.length === page.limit && unitId !== filled.at(-1)) {
      return { rows, next: placeAfter([unitId, null]) };
    }
  }
  return { rows, next: null };
}
