/** Samples for the walk over all routes. */
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { givenCountyYear } from './testing/given-figures.ts';
import { givenReportPage } from './testing/report-pages.ts';
import { formTables } from './testing/report-tables.ts';

export const reportingRouteSamples: RouteSamples<unknown> = {
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
