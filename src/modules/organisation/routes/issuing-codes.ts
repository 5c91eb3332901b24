/** Issuing codes over HTTP. No decisions in here. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  addIssuingCodeSchema,
  endIssuingCodeSchema,
  importedCodesSchema,
  importIssuingCodesSchema,
  issuingCodePageSchema,
  issuingCodeQuerySchema,
} from '../contract/issuing-codes.ts';
import { createdSchema } from '../contract/register.ts';
import { listIssuingCodeRows } from '../queries/issuing-codes.ts';
import { addIssuingCode, endIssuingCode, importIssuingCodes } from '../service/issuing-codes.ts';

export const issuingCodeRoutes = [
  apiRoute({
    name: 'organisation.listIssuingCodes',
    summary: '发文机关代字',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/issuing-codes',
    query: issuingCodeQuerySchema,
    reply: issuingCodePageSchema,
    handle: ({ app, actor, query }) =>
      listIssuingCodeRows(app.database.read, requireOfficer(actor).jurisdictionId, query),
  }),
  apiRoute({
    name: 'organisation.addIssuingCode',
    summary: '登记单位的发文机关代字',
    access: 'organisation.resolveNames',
    method: 'POST',
    path: '/organisation/units/:unitId/issuing-codes',
    params: z.object({ unitId: idSchema }),
    body: addIssuingCodeSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, async (work) => ({ id: await addIssuingCode(work, params.unitId, body) })),
  }),
  apiRoute({
    name: 'organisation.endIssuingCode',
    summary: '停用一个发文机关代字',
    access: 'organisation.resolveNames',
    method: 'POST',
    path: '/organisation/issuing-codes/:codeId/end',
    params: z.object({ codeId: idSchema }),
    body: endIssuingCodeSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => endIssuingCode(work, params.codeId, body)),
  }),
  apiRoute({
    name: 'organisation.importIssuingCodes',
    summary: '批量登记发文机关代字',
    access: 'organisation.resolveNames',
    method: 'POST',
    path: '/organisation/issuing-code-tables',
    body: importIssuingCodesSchema,
    reply: importedCodesSchema,
    handle: ({ app, actor, body }) =>
      transact(app, actor, (work) => importIssuingCodes(work, requireOfficer(actor).jurisdictionId, body)),
  }),
];
