/** Names, collective phrases and matching over HTTP. No decisions in here. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  addAliasSchema,
  collectiveMembersSchema,
  collectivesSchema,
  createCollectiveSchema,
  createdSchema,
  endAliasSchema,
  matchNamesSchema,
  nameMatchesSchema,
  rememberAliasSchema,
  setCollectiveAliasesSchema,
} from '../contract/register.ts';
import { listCollectives, matchUnits } from '../queries/register.ts';
import {
  addUnitAlias,
  createCollective,
  endUnitAlias,
  rememberAlias,
  setCollectiveAliases,
  setCollectiveMembers,
} from '../service/names.ts';

const unitParams = z.object({ unitId: idSchema });
const aliasParams = z.object({ aliasId: idSchema });
const collectiveParams = z.object({ collectiveId: idSchema });

export const nameRoutes = [
  apiRoute({
    name: 'organisation.addAlias',
    summary: '登记单位的其他名称',
    access: 'organisation.resolveNames',
    method: 'POST',
    path: '/organisation/units/:unitId/aliases',
    params: unitParams,
    body: addAliasSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, async (work) => ({ id: await addUnitAlias(work, params.unitId, body) })),
  }),
  apiRoute({
    name: 'organisation.endAlias',
    summary: '停用一个名称',
    access: 'organisation.resolveNames',
    method: 'POST',
    path: '/organisation/aliases/:aliasId/end',
    params: aliasParams,
    body: endAliasSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => endUnitAlias(work, params.aliasId, body)),
  }),
  apiRoute({
    name: 'organisation.listCollectives',
    summary: '集合性责任单位',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/collectives',
    reply: collectivesSchema,
    handle: async ({ app, actor }) => ({
      rows: await listCollectives(app.database.read, requireOfficer(actor).jurisdictionId),
    }),
  }),
  apiRoute({
    name: 'organisation.createCollective',
    summary: '登记集合性责任单位',
    access: 'organisation.resolveNames',
    method: 'POST',
    path: '/organisation/collectives',
    body: createCollectiveSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({
        id: await createCollective(work, requireOfficer(actor).jurisdictionId, body),
      })),
  }),
  apiRoute({
    name: 'organisation.setCollectiveMembers',
    summary: '修改集合性责任单位的成员',
    access: 'organisation.resolveNames',
    method: 'PUT',
    path: '/organisation/collectives/:collectiveId/members',
    params: collectiveParams,
    body: collectiveMembersSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => setCollectiveMembers(work, params.collectiveId, body)),
  }),
  apiRoute({
    name: 'organisation.setCollectiveAliases',
    summary: '修改集合性责任单位的其他写法',
    access: 'organisation.resolveNames',
    method: 'PUT',
    path: '/organisation/collectives/:collectiveId/aliases',
    params: collectiveParams,
    body: setCollectiveAliasesSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => setCollectiveAliases(work, params.collectiveId, body)),
  }),
  apiRoute({
    name: 'organisation.matchNames',
    summary: '匹配文件中的单位名称',
    access: 'signedIn',
    method: 'POST',
    path: '/organisation/matches',
    body: matchNamesSchema,
    reply: nameMatchesSchema,
    handle: async ({ app, actor, body }) => {
      const matches = await matchUnits(app.database.read, requireOfficer(actor).jurisdictionId, body.names);
      return { matches: [...matches].map(([printedName, match]) => ({ printedName, match })) };
    },
  }),
  apiRoute({
    name: 'organisation.rememberName',
    summary: '记住一个名称指哪个单位',
    access: 'organisation.resolveNames',
    method: 'POST',
    path: '/organisation/remembered-names',
    body: rememberAliasSchema,
    handle: ({ app, actor, body }) => transact(app, actor, (work) => rememberAlias(work, body)),
  }),
];
