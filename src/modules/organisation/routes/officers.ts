/** Officers and roles over HTTP. No decisions in here. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  changeOfficerSchema,
  createdSchema,
  createOfficerSchema,
  deactivateOfficerSchema,
  grantRoleSchema,
  officerDetailSchema,
  officerPageSchema,
  officerQuerySchema,
  revokeRoleSchema,
} from '../contract/register.ts';
import { findOfficerRow, listOfficerRows } from '../queries/officer-screens.ts';
import { listObjectHistory } from '../queries/unit-screens.ts';
import {
  activateOfficer,
  changeOfficer,
  createOfficer,
  deactivateOfficer,
  grantRole,
  revokeRole,
} from '../service/officers.ts';
import { organisationRefusals } from '../words/register.ts';

const officerParams = z.object({ officerId: idSchema });
const grantParams = z.object({ grantId: idSchema });

export const officerRoutes = [
  apiRoute({
    name: 'organisation.listOfficers',
    summary: '工作人员列表',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/officers',
    query: officerQuerySchema,
    reply: officerPageSchema,
    handle: ({ app, actor, query }) =>
      listOfficerRows(app.database.read, requireOfficer(actor).jurisdictionId, query),
  }),
  apiRoute({
    name: 'organisation.showOfficer',
    summary: '工作人员详情',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/officers/:officerId',
    params: officerParams,
    reply: officerDetailSchema,
    handle: async ({ app, actor, params }) => {
      const { read } = app.database;
      const row = await findOfficerRow(read, requireOfficer(actor).jurisdictionId, params.officerId);
      if (row === undefined) throw organisationRefusals.refuse('organisation.officerNotFound', {});
      return { ...row, history: await listObjectHistory(read, 'officer', row.id) };
    },
  }),
  apiRoute({
    name: 'organisation.createOfficer',
    summary: '登记工作人员',
    access: 'organisation.manageOfficers',
    method: 'POST',
    path: '/organisation/officers',
    body: createOfficerSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({
        id: await createOfficer(work, requireOfficer(actor).jurisdictionId, body),
      })),
  }),
  apiRoute({
    name: 'organisation.changeOfficer',
    summary: '修改工作人员',
    access: 'organisation.manageOfficers',
    method: 'PATCH',
    path: '/organisation/officers/:officerId',
    params: officerParams,
    body: changeOfficerSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => changeOfficer(work, params.officerId, body)),
  }),
  apiRoute({
    name: 'organisation.deactivateOfficer',
    summary: '停用工作人员',
    access: 'organisation.manageOfficers',
    method: 'POST',
    path: '/organisation/officers/:officerId/deactivate',
    params: officerParams,
    body: deactivateOfficerSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => deactivateOfficer(work, params.officerId, body)),
  }),
  apiRoute({
    name: 'organisation.activateOfficer',
    summary: '恢复工作人员',
    access: 'organisation.manageOfficers',
    method: 'POST',
    path: '/organisation/officers/:officerId/activate',
    params: officerParams,
    handle: ({ app, actor, params }) =>
      transact(app, actor, (work) => activateOfficer(work, params.officerId)),
  }),
  apiRoute({
    name: 'organisation.grantRole',
    summary: '授予角色',
    access: 'organisation.grantRoles',
    method: 'POST',
    path: '/organisation/officers/:officerId/roles',
    params: officerParams,
    body: grantRoleSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, async (work) => ({ id: await grantRole(work, params.officerId, body) })),
  }),
  apiRoute({
    name: 'organisation.revokeRole',
    summary: '收回角色',
    access: 'organisation.grantRoles',
    method: 'POST',
    path: '/organisation/grants/:grantId/revoke',
    params: grantParams,
    body: revokeRoleSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => revokeRole(work, params.grantId, body)),
  }),
];
