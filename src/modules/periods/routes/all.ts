/** The periods over HTTP. No decisions in here. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  changePageSchema,
  changeQuerySchema,
  dueQuerySchema,
  dueSchema,
  endTargetSchema,
  movePageSchema,
  moveQuerySchema,
  periodRulesSchema,
  savedTargetSchema,
  setTargetSchema,
} from '../contract.ts';
import { lawVersion } from '../law/register.ts';
import { listPeriodChanges, listPeriodMoves } from '../queries/changes.ts';
import { computeDue, listPeriodRuleViews, viewOfDerivation } from '../queries/rules.ts';
import { endTarget, setTarget } from '../service/targets.ts';

const access = 'periods.setTarget';

export const periodRoutes = [
  apiRoute({
    name: 'periods.listRules',
    summary: '法定期限清单',
    access: 'public',
    method: 'GET',
    path: '/periods',
    cached: true,
    reply: periodRulesSchema,
    handle: async ({ app }) => ({ rows: await listPeriodRuleViews(app), lawVersion }),
  }),
  apiRoute({
    name: 'periods.computeDue',
    summary: '计算一个期限到哪一天为止，附推算过程',
    access: 'public',
    method: 'GET',
    path: '/periods/due',
    query: dueQuerySchema,
    reply: dueSchema,
    handle: async ({ app, query }) => viewOfDerivation(await computeDue(app, query)),
  }),
  apiRoute({
    name: 'periods.setTarget',
    summary: '设定短于法定期限的本地承诺时限',
    access,
    method: 'POST',
    path: '/periods/targets',
    body: setTargetSchema,
    reply: savedTargetSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({
        targetId: await setTarget(work, requireOfficer(actor).jurisdictionId, body),
      })),
  }),
  apiRoute({
    name: 'periods.endTarget',
    summary: '停用一条本地承诺时限',
    access,
    method: 'POST',
    path: '/periods/targets/:targetId/end',
    params: z.object({ targetId: idSchema }),
    body: endTargetSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => endTarget(work, params.targetId, body.untilDay)),
  }),
  apiRoute({
    name: 'periods.listChanges',
    summary: '影响期限的变动',
    access: 'signedIn',
    method: 'GET',
    path: '/periods/changes',
    query: changeQuerySchema,
    reply: changePageSchema,
    handle: ({ app, query }) =>
      listPeriodChanges(app.database.read, { after: query.after?.[0], limit: query.limit }),
  }),
  apiRoute({
    name: 'periods.listMoves',
    summary: '一次变动中有变化的期限（本人经办的；主管部门可见全部）',
    access: 'signedIn',
    method: 'GET',
    path: '/periods/changes/:changeId/moves',
    params: z.object({ changeId: idSchema }),
    query: moveQuerySchema,
    reply: movePageSchema,
    handle: ({ app, actor, params, query }) =>
      listPeriodMoves(app.database.read, requireOfficer(actor), params.changeId, {
        after: query.after?.[0],
        limit: query.limit,
      }),
  }),
];
