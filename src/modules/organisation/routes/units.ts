/** The jurisdiction and its units over HTTP. No decisions in here. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  changeUnitSchema,
  createdSchema,
  createUnitSchema,
  deactivateUnitSchema,
  jurisdictionSchema,
  unitDetailSchema,
  unitPageSchema,
  unitQuerySchema,
  unitTreeSchema,
} from '../contract/register.ts';
import { findJurisdiction, listUnitNodes } from '../queries/register.ts';
import { findUnitDetail, listUnitRows } from '../queries/unit-screens.ts';
import { activateUnit, changeUnit, createUnit, deactivateUnit } from '../service/units.ts';
import { organisationRefusals } from '../words/register.ts';

const unitParams = z.object({ unitId: idSchema });

export const unitRoutes = [
  apiRoute({
    name: 'organisation.showJurisdiction',
    summary: '本行政区',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/jurisdiction',
    reply: jurisdictionSchema,
    handle: async ({ app, actor }) => {
      const found = await findJurisdiction(app.database.read, requireOfficer(actor).jurisdictionId);
      if (found === undefined) throw organisationRefusals.refuse('organisation.jurisdictionNotFound', {});
      return found;
    },
  }),
  apiRoute({
    name: 'organisation.listUnits',
    summary: '单位列表',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/units',
    query: unitQuerySchema,
    reply: unitPageSchema,
    handle: ({ app, actor, query }) =>
      listUnitRows(app.database.read, requireOfficer(actor).jurisdictionId, query),
  }),
  apiRoute({
    name: 'organisation.showUnitTree',
    summary: '单位树',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/unit-tree',
    reply: unitTreeSchema,
    handle: async ({ app, actor }) => ({
      units: await listUnitNodes(app.database.read, requireOfficer(actor).jurisdictionId),
    }),
  }),
  apiRoute({
    name: 'organisation.showUnit',
    summary: '单位详情',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/units/:unitId',
    params: unitParams,
    reply: unitDetailSchema,
    handle: async ({ app, actor, params }) => {
      const found = await findUnitDetail(
        app.database.read,
        requireOfficer(actor).jurisdictionId,
        params.unitId,
      );
      if (found === undefined) throw organisationRefusals.refuse('organisation.unitNotFound', {});
      return found;
    },
  }),
  apiRoute({
    name: 'organisation.createUnit',
    summary: '登记单位',
    access: 'organisation.createUnit',
    method: 'POST',
    path: '/organisation/units',
    body: createUnitSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({
        id: await createUnit(work, requireOfficer(actor).jurisdictionId, body),
      })),
  }),
  apiRoute({
    name: 'organisation.changeUnit',
    summary: '修改单位',
    access: 'organisation.changeUnit',
    method: 'PATCH',
    path: '/organisation/units/:unitId',
    params: unitParams,
    body: changeUnitSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => changeUnit(work, params.unitId, body)),
  }),
  apiRoute({
    name: 'organisation.deactivateUnit',
    summary: '停用单位',
    access: 'organisation.changeUnit',
    method: 'POST',
    path: '/organisation/units/:unitId/deactivate',
    params: unitParams,
    body: deactivateUnitSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => deactivateUnit(work, params.unitId, body)),
  }),
  apiRoute({
    name: 'organisation.activateUnit',
    summary: '恢复单位',
    access: 'organisation.changeUnit',
    method: 'POST',
    path: '/organisation/units/:unitId/activate',
    params: unitParams,
    handle: ({ app, actor, params }) => transact(app, actor, (work) => activateUnit(work, params.unitId)),
  }),
];
