/** Routes of the statutory contents by unit. */
import { apiRoute } from '#kernel/http/route.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { absenceParams, coverageListSchema, declareAbsenceSchema } from '../contract/statutory.ts';
import { listUnitCoverage } from '../queries/statutory.ts';
import { declareAbsence, takeBackAbsence } from '../service/statutory.ts';

export const statutoryRoutes = [
  apiRoute({
    name: 'publishing.listStatutoryCoverage',
    summary: '各单位法定主动公开内容：已公开的条数、缺项、写明没有的',
    access: 'public',
    method: 'GET',
    path: '/statutory-coverage',
    reply: coverageListSchema,
    handle: async ({ app, actor }) => ({
      rows: await listUnitCoverage(app.database.read, {
        jurisdictionId: await getHomeJurisdictionId(app.database.read, actor),
      }),
    }),
  }),
  apiRoute({
    name: 'publishing.declareAbsence',
    summary: '写明本单位没有某项法定公开内容',
    access: 'publishing.declareContents',
    method: 'PUT',
    path: '/statutory-coverage/:unitId/:duty/absence',
    params: absenceParams,
    body: declareAbsenceSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => declareAbsence(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'publishing.takeBackAbsence',
    summary: '撤回没有某项法定公开内容的说明',
    access: 'publishing.declareContents',
    method: 'DELETE',
    path: '/statutory-coverage/:unitId/:duty/absence',
    params: absenceParams,
    handle: ({ app, actor, params }) => transact(app, actor, (work) => takeBackAbsence(work, params)),
  }),
];
