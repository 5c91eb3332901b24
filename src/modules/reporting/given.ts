/** Samples for the walk over all routes. */
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { givenCountyYear } from './testing/given-figures.ts';
import { givenReportPage } from './testing/report-pages.ts';
import { formTables } from './testing/report-tables.ts';

interface ReportingWalkGiven {
  readonly county: { readonly education: string };
}

export const reportingRouteSamples: RouteSamples<ReportingWalkGiven> = {
  'reporting.showLiveTables': async ({ county }) => ({
    unitId: county.education,
    params: { year: '2026' },
    query: { unitId: county.education },
  }),
  'reporting.listReportUnits': async () => ({ params: { year: '2026' } }),
  'reporting.listCellEvidence': async ({ county }) => ({
    unitId: county.education,
    params: { year: '2026' },
    query: { unitId: county.education, cell: 'requests.received.total' },
  }),
  'reporting.enterReportCells': async ({ county }) => ({
    unitId: county.education,
    params: { year: '2026', unitId: county.education },
    body: { cells: { 'proactive.licences.decisions': 3 }, note: '许可系统导出' },
  }),
  'reporting.checkReport': async () => ({
    body: {},
    files: [
      {
        field: 'file',
        name: '年报.html',
        mediaType: 'text/html',
        bytes: new TextEncoder().encode(givenReportPage(formTables(givenCountyYear()))),
      },
    ],
  }),
  'reporting.readReportSchema': async () => ({}),
};
