/** The text, the editions and the comparison of reports over HTTP. No decisions in here. */
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { reportFileLimit } from '../contract/checked-report.ts';
import * as contract from '../contract/editions.ts';
import { reportScopeQuery, reportYearParams } from '../contract/live-tables.ts';
import { editionMediaTypes, writeEdition } from '../exports/edition-files.ts';
import { compareYears } from '../queries/comparison.ts';
import { computeDraftedReport, viewReportDraft } from '../queries/drafts.ts';
import { findEdition, listEditions, viewEdition } from '../queries/editions.ts';
import { resolveReportScope } from '../queries/live-tables.ts';
import { readReportFile } from '../reader/read-report-file.ts';
import { reportingRefusals } from '../refusals.ts';
import {
  editReportText,
  importEdition,
  publishEdition,
  signEdition,
  withdrawEdition,
} from '../service/editions.ts';

const createdSchema = z.object({ id: idSchema });

/** An edition of a report the actor may see; refused as if it were not there otherwise. */
async function getReachableEdition(app: App, actor: Actor, id: string) {
  const record = await findEdition(app.database.read, id);
  if (record === undefined) throw reportingRefusals.refuse('reporting.editionUnknown', {});
  const { year, scopeId, jurisdictionId } = record;
  await resolveReportScope(app, actor, scopeId === jurisdictionId ? { year } : { year, unitId: scopeId });
  return record;
}

export const editionRoutes = [
  apiRoute({
    name: 'reporting.showDraft',
    summary: '年报六个部分的文字：起草、数字的来源、签发前还缺什么',
    access: 'reporting.view',
    method: 'GET',
    path: '/reports/years/:year/draft',
    params: reportYearParams,
    query: reportScopeQuery,
    reply: contract.reportDraftSchema,
    handle: async ({ app, actor, params, query }) =>
      viewReportDraft(app, actor, await resolveReportScope(app, actor, { ...params, ...query })),
  }),
  apiRoute({
    name: 'reporting.editText',
    summary: '修改年报一个部分的文字；改成空的恢复自动起草',
    access: 'reporting.enter',
    method: 'PUT',
    path: '/reports/years/:year/texts/:section',
    params: contract.reportTextParams,
    body: contract.reportTextSchema,
    handle: async ({ app, actor, params, body }) => {
      const scope = await resolveReportScope(app, actor, {
        year: params.year,
        unitId: body.unitId ?? undefined,
      });
      await transact(app, actor, (work) => editReportText(work, scope, params.section, body.text));
    },
  }),
  apiRoute({
    name: 'reporting.signEdition',
    summary: '签发年报：数据和文字随即固定，以后各种格式都从它生成',
    access: 'reporting.sign',
    method: 'POST',
    path: '/reports/years/:year/editions',
    params: reportYearParams,
    body: contract.signEditionSchema,
    reply: createdSchema,
    creates: true,
    handle: async ({ app, actor, params, body }) => {
      const scope = await resolveReportScope(app, actor, { ...params, unitId: body.unitId ?? undefined });
      const computed = await computeDraftedReport(app, scope);
      return transact(app, actor, async (work) => ({
        id: await signEdition(work, scope, computed, body.explanation),
      }));
    },
  }),
  apiRoute({
    name: 'reporting.importEdition',
    summary: '导入以前已经公布的年报，用于核对上年结转和比较',
    access: 'reporting.sign',
    method: 'POST',
    path: '/reports/years/:year/editions/import',
    params: reportYearParams,
    query: contract.importEditionQuery,
    reply: createdSchema,
    uploadLimit: reportFileLimit,
    creates: true,
    handle: async ({ app, actor, params, query, files, request }) => {
      const scope = await resolveReportScope(app, actor, { ...params, ...query });
      const [upload] = files;
      if (upload === undefined || upload.bytes.byteLength === 0) {
        throw reportingRefusals.refuse('reporting.fileMissing', {});
      }
      const name = upload.name.normalize('NFC');
      const report = await readReportFile(upload.bytes, name, { signal: request.signal });
      return transact(app, actor, async (work) => ({ id: await importEdition(work, scope, report) }));
    },
  }),
  apiRoute({
    name: 'reporting.listEditions',
    summary: '签发、公布和导入过的年报',
    access: 'reporting.view',
    method: 'GET',
    path: '/reports/years/:year/editions',
    params: reportYearParams,
    query: reportScopeQuery,
    reply: contract.editionListSchema,
    handle: async ({ app, actor, params, query }) => {
      const scope = await resolveReportScope(app, actor, { ...params, ...query });
      return { rows: (await listEditions(app.database.read, scope.scopeId)).map(viewEdition) };
    },
  }),
  apiRoute({
    name: 'reporting.downloadEdition',
    summary: '下载签发的年报：Word、PDF、网页、数据',
    access: 'signedIn',
    method: 'GET',
    path: '/reports/editions/:editionId/files/:format',
    params: contract.editionFileParams,
    handle: async ({ app, actor, params }) => {
      const record = await getReachableEdition(app, actor, params.editionId);
      const { format } = params;
      const bytes = await writeEdition(record, format);
      return downloadReply(`${record.title}.${format}`, editionMediaTypes[format], bytes);
    },
  }),
  apiRoute({
    name: 'reporting.publishEdition',
    summary: '登记签发的年报已经公布',
    access: 'signedIn',
    method: 'POST',
    path: '/reports/editions/:editionId/publish',
    params: contract.editionParams,
    body: contract.publishEditionSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => publishEdition(work, params.editionId, body)),
  }),
  apiRoute({
    name: 'reporting.withdrawEdition',
    summary: '撤下签发或者公布的年报，写明原因',
    access: 'signedIn',
    method: 'POST',
    path: '/reports/editions/:editionId/withdraw',
    params: contract.editionParams,
    body: contract.withdrawEditionSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => withdrawEdition(work, params.editionId, body.reason)),
  }),
  apiRoute({
    name: 'reporting.compareYears',
    summary: '历年年报的主要数字；没有签发的年度用现在的数',
    access: 'reporting.view',
    method: 'GET',
    path: '/reports/years/:year/comparison',
    params: reportYearParams,
    query: reportScopeQuery,
    reply: contract.comparisonSchema,
    handle: async ({ app, actor, params, query }) =>
      compareYears(app, await resolveReportScope(app, actor, { ...params, ...query })),
  }),
];
