/** The tables of a running year for one unit or the whole county, with every identity judged on them. */
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { authorise } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { type Day, yearOf } from '#kernel/day.ts';
import {
  findJurisdiction,
  getHomeJurisdictionId,
  listUnits,
  type UnitRecord,
} from '#modules/organisation/index.ts';
import type { CellEvidence, LiveTables, ReportUnitRow } from '../contract/live-tables.ts';
import { type LayoutId, layoutOfYear } from '../law/layouts.ts';
import { reportingRefusals } from '../refusals.ts';
import type { AnnualReport } from '../rules/annual-report.ts';
import { checkReport } from '../rules/check-report.ts';
import { judgeIdentityVerdicts } from '../rules/identity-verdicts.ts';
import {
  type LiveCells,
  listMissingTables,
  mergeLiveCells,
  reportOfLiveCells,
  sumLiveCells,
} from '../rules/live-report.ts';
import { findEditionBefore } from './editions.ts';
import { gatherAnswers, listCellEvidence, mapEntries } from './figures.ts';
import { listSections } from './texts.ts';

/** Bodies that report under 条例第四十九条; villages, communities and enterprises under their own rules do not. */
const reportingKinds = [
  'government',
  'department',
  'partyOffice',
  'branch',
  'institution',
  'town',
  'street',
] as const;

export interface ReportScope {
  readonly jurisdictionId: string;
  readonly year: number;
  readonly layout: LayoutId;
  /** Null for the whole county. */
  readonly unit: UnitRecord | null;
  readonly units: readonly UnitRecord[];
  /** The unit, or the jurisdiction itself. */
  readonly scopeId: string;
  readonly name: string;
  readonly today: Day;
}

/** Lets the actor pass for the unit or the county, and finds what the report is of. */
export async function resolveReportScope(
  app: App,
  actor: Actor,
  asked: { readonly year: number; readonly unitId?: string | undefined },
): Promise<ReportScope> {
  const db = app.database.read;
  const layout = layoutOfYear(asked.year);
  if (layout === undefined) throw reportingRefusals.refuse('reporting.yearUnknown', { year: asked.year });
  authorise(app, actor, 'reporting.view');
  const jurisdictionId = await getHomeJurisdictionId(db, actor);
  const units = await listUnits(db, jurisdictionId, reportingKinds);
  const shared = {
    jurisdictionId,
    year: asked.year,
    layout: layout.id,
    today: beijingDayOf(app.clock.now()),
  };
  if (asked.unitId === undefined) {
    authorise(app, actor, 'reporting.compile', { jurisdictionId });
    const name = (await findJurisdiction(db, jurisdictionId))?.name ?? '';
    return { ...shared, unit: null, units, scopeId: jurisdictionId, name };
  }
  const unit = units.find(({ id }) => id === asked.unitId);
  authorise(app, actor, 'reporting.view', { jurisdictionId, unitId: asked.unitId });
  if (unit === undefined) throw reportingRefusals.refuse('reporting.unitUnknown', {});
  return { ...shared, unit, units: [unit], scopeId: unit.id, name: unit.name };
}

export interface LiveReport {
  readonly cells: LiveCells;
  readonly report: AnnualReport;
  readonly unitCells: ReadonlyMap<string, LiveCells>;
  readonly findings: ReturnType<typeof checkReport>;
  readonly previous: Awaited<ReturnType<typeof findEditionBefore>>;
}

/** Everything computed afresh from the registers, the forms and the text. */
export async function computeLiveReport(app: App, scope: ReportScope): Promise<LiveReport> {
  const db = app.database.read;
  const { jurisdictionId, year, layout, units, today, scopeId } = scope;
  const unitIds = units.map(({ id }) => id);
  const answers = await gatherAnswers(app, { db, jurisdictionId, unitIds, year, today });
  const entries = await mapEntries(db, unitIds, year);
  const unitCells = new Map(
    unitIds.map((id) => [
      id,
      mergeLiveCells(layout, answers.get(id) ?? new Map(), entries.get(id)?.cells ?? {}),
    ]),
  );
  const cells =
    scope.unit === null
      ? sumLiveCells(layout, [...unitCells.values()])
      : (unitCells.get(scope.unit.id) ?? {});
  const sections = await listSections(db, scopeId, year);
  const report = reportOfLiveCells({ layout, year, unit: scope.name, cells, sections });
  const previous = await findEditionBefore(db, scopeId, year);
  const findings = checkReport(report, previous === undefined ? {} : { previous: previous.report });
  return { cells, report, unitCells, findings, previous };
}

/** The tables with their verdicts, as the screen shows them. */
export async function viewLiveTables(app: App, scope: ReportScope): Promise<LiveTables> {
  const live = await computeLiveReport(app, scope);
  const { report, findings, previous, cells, unitCells } = live;
  const entry =
    scope.unit === null
      ? undefined
      : (await mapEntries(app.database.read, [scope.unit.id], scope.year)).get(scope.unit.id);
  const hasText = report.sections.some(({ paragraphs }) => paragraphs.length > 0);
  return {
    year: scope.year,
    unitId: scope.unit?.id ?? null,
    unitName: scope.name,
    isOver: yearOf(scope.today) > scope.year,
    report: JSON.parse(JSON.stringify(report)),
    cells: { ...cells },
    findings: JSON.parse(JSON.stringify(findings)),
    verdicts: judgeIdentityVerdicts(report, findings, {
      hasPrevious: previous !== undefined,
      hasUnits: scope.unit === null,
      hasText,
    }).map((verdict) => ({ ...verdict })),
    previous: previous === undefined ? null : { editionId: previous.id, title: previous.title },
    entry:
      entry === undefined
        ? null
        : {
            cells: { ...entry.cells },
            note: entry.note,
            byName: entry.enteredByName,
            at: entry.enteredAt.toISOString(),
          },
    missing:
      scope.unit === null
        ? scope.units.flatMap(({ id, shortName }) => {
            const tables = listMissingTables(scope.layout, unitCells.get(id) ?? {});
            return tables.length === 0 ? [] : [{ unitId: id, unitName: shortName, tables: [...tables] }];
          })
        : [],
  };
}

/** Every reporting unit of the county with where its tables come from and what is wrong with them. */
export async function listReportUnits(app: App, scope: ReportScope): Promise<ReportUnitRow[]> {
  const { unitCells } = await computeLiveReport(app, scope);
  return scope.units.map((unit) => {
    const cells = unitCells.get(unit.id) ?? {};
    const { layout, year } = scope;
    const report = reportOfLiveCells({ layout, year, unit: unit.name, cells, sections: [] });
    const findings = checkReport(report);
    const source = cells['requests.received.total']?.source ?? 'none';
    return {
      unitId: unit.id,
      unitName: unit.shortName,
      source: source === 'summed' ? 'entered' : source,
      missing: [...listMissingTables(layout, cells)],
      received: cells['requests.received.total']?.value ?? null,
      ended: cells['requests.outcomeTotal.total']?.value ?? null,
      carriedOut: cells['requests.carriedOut.total']?.value ?? null,
      disputes: sumOfDisputes(cells),
      errors: findings.filter(({ severity }) => severity === 'error').length,
      warnings: findings.filter(({ severity }) => severity === 'warning').length,
    };
  });
}

function sumOfDisputes(cells: LiveCells): number | null {
  const totals = ['review', 'directLawsuit', 'lawsuitAfterReview'].map(
    (row) => cells[`disputes.${row}.total`]?.value ?? null,
  );
  return totals.every((total): total is number => total !== null)
    ? totals.reduce((sum, total) => sum + total, 0)
    : null;
}

/** A page of the cases and items behind a cell. */
export async function viewCellEvidence(
  app: App,
  scope: ReportScope,
  cell: string,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<CellEvidence> {
  const { jurisdictionId, units, year, today } = scope;
  const place = { db: app.database.read, jurisdictionId, unitIds: units.map(({ id }) => id), year, today };
  const found = await listCellEvidence(app, place, cell, page);
  const names = new Map(units.map(({ id, shortName }) => [id, shortName]));
  return {
    rows: found.rows.map(({ key, title, day, unitId, address }) => ({
      key,
      title,
      day,
      unitName: unitId === null ? '' : (names.get(unitId) ?? ''),
      address,
    })),
    next: found.next,
  };
}
