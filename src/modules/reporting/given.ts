/** Samples for the walk over all routes. */
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { givenCountyYear } from './testing/given-figures.ts';
import { givenReportPage } from './testing/report-pages.ts';
import { formTables } from './testing/report-tables.ts';

/** Who may is told that there is none; who may not is stopped before. */
const noEdition = '00000000-0000-7000-8000-000000000000';

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
  'reporting.showDraft': async ({ county }) => ({
    unitId: county.education,
    params: { year: '2026' },
    query: { unitId: county.education },
  }),
  'reporting.editText': async ({ county }) => ({
    unitId: county.education,
    params: { year: '2026', section: '5' },
    body: { unitId: county.education, text: '主要问题是检索不够细。' },
  }),
  'reporting.signEdition': async ({ county }) => ({
    unitId: county.education,
    params: { year: '2026' },
    body: { unitId: county.education },
    // Nothing is filled in yet: who may sign is told what is missing.
    status: 409,
  }),
  'reporting.importEdition': async ({ county }) => ({
    unitId: county.education,
    params: { year: '2025' },
    query: { unitId: county.education },
    files: [
      {
        field: 'file',
        name: '年报.html',
        mediaType: 'text/html',
        bytes: new TextEncoder().encode(
          givenReportPage(formTables(givenCountyYear()), {
            title: '青禾县教育局2025年政府信息公开工作年度报告',
          }),
        ),
      },
    ],
  }),
  'reporting.listEditions': async ({ county }) => ({
    unitId: county.education,
    params: { year: '2026' },
    query: { unitId: county.education },
  }),
  'reporting.compareYears': async ({ county }) => ({
    unitId: county.education,
    params: { year: '2026' },
    query: { unitId: county.education },
  }),
  'reporting.downloadEdition': async () => ({ params: { editionId: noEdition, format: 'json' } }),
  'reporting.publishEdition': async () => ({
    params: { editionId: noEdition },
    body: { publishedOn: '2026-05-06' },
  }),
  'reporting.withdrawEdition': async () => ({ params: { editionId: noEdition }, body: { reason: '有误' } }),
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
