/** The main figures of a report over five years: from the edition that stands, else as the registers have them today. */
import type { App } from '#kernel/app.ts';
import type { Comparison } from '../contract/editions.ts';
import { comparedFigures } from '../law/compared-figures.ts';
import { layoutOfYear } from '../law/layouts.ts';
import { type AnnualReport, figureAt } from '../rules/annual-report.ts';
import { findStandingEdition, reportOfEdition } from './editions.ts';
import { computeLiveReport, type ReportScope } from './live-tables.ts';

const yearsBack = 4;

function figuresOf(report: AnnualReport): Record<string, number | null> {
  return Object.fromEntries(
    comparedFigures.map(({ id, cells }) => {
      const values = cells.map((key) => figureAt(report, key).value);
      const known = values.every((value): value is number => value !== null);
      return [id, known ? values.reduce((sum: number, value) => sum + (value ?? 0), 0) : null];
    }),
  );
}

export async function compareYears(app: App, scope: ReportScope): Promise<Comparison> {
  const years: Comparison['years'] = [];
  for (let year = scope.year - yearsBack; year <= scope.year; year += 1) {
    const layout = layoutOfYear(year);
    if (layout === undefined) continue;
    const edition = await findStandingEdition(app.database.read, scope.scopeId, year);
    if (edition !== undefined) {
      years.push({ year, source: 'edition', figures: figuresOf(reportOfEdition(edition)) });
      continue;
    }
    const live = await computeLiveReport(app, { ...scope, year, layout: layout.id });
    years.push({ year, source: 'live', figures: figuresOf(live.report) });
  }
  return { years };
}
