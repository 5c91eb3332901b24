/** The tables of a running year over HTTP: tables, units, the rows behind a cell, the form. No decisions in here. */
import { apiRoute } from '#kernel/http/route.ts';
import { transact } from '#kernel/work.ts';
import {
  cellEvidenceQuery,
  cellEvidenceSchema,
  liveTablesSchema,
  reportEntryParams,
  reportEntrySchema,
  reportScopeQuery,
  reportUnitsSchema,
  reportYearParams,
} from '../contract/live-tables.ts';
import { gatherAnswers } from '../queries/figures.ts';
import {
  listReportUnits,
  resolveReportScope,
  viewCellEvidence,
  viewLiveTables,
} from '../queries/live-tables.ts';
import { enterReportCells } from '../service/entries.ts';

/** Whose tables: a unit's by its reach, the county's by who compiles it; judged where the scope is resolved. */
const access = 'reporting.view';

export const liveTableRoutes = [
  apiRoute({
    name: 'reporting.showLiveTables',
    summary: '一年的年报表格：由登记的案件随时得出，逐项核对勾稽关系；不传单位即全县（区、市）',
    access,
    method: 'GET',
    path: '/reports/years/:year/tables',
    params: reportYearParams,
    query: reportScopeQuery,
    reply: liveTablesSchema,
    handle: async ({ app, actor, params, query }) =>
      viewLiveTables(app, await resolveReportScope(app, actor, { ...params, ...query })),
  }),
  apiRoute({
    name: 'reporting.listReportUnits',
    summary: '各单位一年的年报数据从哪里来、缺什么、有什么问题',
    access: 'reporting.compile',
    method: 'GET',
    path: '/reports/years/:year/units',
    params: reportYearParams,
    reply: reportUnitsSchema,
    handle: async ({ app, actor, params }) => ({
      rows: await listReportUnits(app, await resolveReportScope(app, actor, params)),
    }),
  }),
  apiRoute({
    name: 'reporting.listCellEvidence',
    summary: '年报一格背后的案件和事项',
    access,
    method: 'GET',
    path: '/reports/years/:year/evidence',
    params: reportYearParams,
    query: cellEvidenceQuery,
    reply: cellEvidenceSchema,
    handle: async ({ app, actor, params, query }) => {
      const { cell, after, limit, unitId } = query;
      const scope = await resolveReportScope(app, actor, { ...params, unitId });
      return viewCellEvidence(app, scope, cell, { after, limit });
    },
  }),
  apiRoute({
    name: 'reporting.enterReportCells',
    summary: '填报一个单位一年的年报数据，替换原来填报的',
    access: 'reporting.enter',
    method: 'PUT',
    path: '/reports/years/:year/entries/:unitId',
    params: reportEntryParams,
    body: reportEntrySchema,
    handle: async ({ app, actor, params, body }) => {
      const scope = await resolveReportScope(app, actor, params);
      const { jurisdictionId, year, today } = scope;
      const place = { db: app.database.read, jurisdictionId, unitIds: [params.unitId], year, today };
      const answers = (await gatherAnswers(app, place)).get(params.unitId) ?? new Map();
      await transact(app, actor, (work) => enterReportCells(work, params, body, { answers }));
    },
  }),
];
