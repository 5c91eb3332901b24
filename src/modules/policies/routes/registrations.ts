/** Routes of the three-unity registration. */
import { z } from 'zod';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import {
  registrationsQuerySchema,
  registrationsSchema,
  reviewLegalitySchema,
  unifiedCodeSchema,
  unifiedCodesSchema,
} from '../contract/registration.ts';
import { listRegistrations, listUnifiedCodes } from '../queries/registrations.ts';
import { giveUnifiedNumber, recordLegalityReview, setUnifiedCode } from '../service/registration/review.ts';
import { deskScope } from './documents.ts';

const itemParams = z.object({ itemId: idSchema });

export const registrationRoutes = [
  apiRoute({
    name: 'policies.listRegistrations',
    summary: '行政规范性文件三统一登记：送审、合法性审核、统一编号、印发',
    access: 'policies.view',
    method: 'GET',
    path: '/policies/registrations',
    query: registrationsQuerySchema,
    reply: registrationsSchema,
    handle: async ({ app, actor, query }) => {
      const scope = await deskScope(app, actor);
      const seesAll = actor.kind === 'officer' && actor.grants.some(({ role }) => role === 'legalOffice');
      return listRegistrations(app.database.read, seesAll ? { ...scope, reach: null } : scope, query);
    },
  }),
  apiRoute({
    name: 'policies.reviewLegality',
    summary: '提出合法性审核意见；少于通常时间的写明原因',
    access: 'policies.reviewLegality',
    method: 'PUT',
    path: '/policies/registrations/:itemId/legality',
    params: itemParams,
    body: reviewLegalitySchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => recordLegalityReview(work, { ...body, ...params })),
  }),
  apiRoute({
    name: 'policies.giveUnifiedNumber',
    summary: '给通过合法性审核的文件统一编号',
    access: 'policies.numberNormative',
    method: 'POST',
    path: '/policies/registrations/:itemId/number',
    params: itemParams,
    reply: z.object({ unifiedNumber: z.string() }),
    creates: true,
    handle: ({ app, actor, params }) => transact(app, actor, (work) => giveUnifiedNumber(work, params)),
  }),
  apiRoute({
    name: 'policies.listUnifiedCodes',
    summary: '各单位的统一编号代码',
    access: 'policies.view',
    method: 'GET',
    path: '/policies/unified-codes',
    reply: unifiedCodesSchema,
    handle: async ({ app, actor }) => ({
      rows: await listUnifiedCodes(app.database.read, await getHomeJurisdictionId(app.database.read, actor)),
    }),
  }),
  apiRoute({
    name: 'policies.setUnifiedCode',
    summary: '设置单位的统一编号代码',
    access: 'policies.numberNormative',
    method: 'PUT',
    path: '/policies/unified-codes/:unitId',
    params: z.object({ unitId: idSchema }),
    body: unifiedCodeSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => setUnifiedCode(work, { ...body, ...params })),
  }),
];
