/** Who answers, the money, responsibility for sites and accounts and yearly minimums over HTTP. No decisions in here. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { yearOf } from '#kernel/day.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { createdSchema } from '../contract/register.ts';
import {
  budgetPageSchema,
  budgetQuerySchema,
  dropMinimumSchema,
  endDutySchema,
  nameDutyHolderSchema,
  noteBudgetSchema,
  outletPageSchema,
  outletQuerySchema,
  registerOutletSchema,
  safeguardsSchema,
  setMinimumSchema,
  signResponsibilitySchema,
  unitDutyPageSchema,
  unitDutyQuerySchema,
  yearQuerySchema,
} from '../contract/safeguards.ts';
import { cancelReasonSchema } from '../contract/training.ts';
import { evaluateSafeguards } from '../queries/minimums.ts';
import { listBudgetPage, listOutletPage, listUnitDutyPage } from '../queries/register-pages.ts';
import { endDuty, nameDutyHolder } from '../service/duties.ts';
import {
  closeOutlet,
  dropYearlyMinimum,
  noteBudget,
  registerOutlet,
  setYearlyMinimum,
  signResponsibility,
} from '../service/safeguards.ts';

const own = 'organisation.keepSafeguards';
const office = 'organisation.setMinimums';
const outletParams = z.object({ outletId: idSchema });

export const safeguardRoutes = [
  apiRoute({
    name: 'organisation.showSafeguards',
    summary: '年度保障：各项最低要求达到了没有',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/safeguards',
    query: yearQuerySchema,
    reply: safeguardsSchema,
    handle: async ({ app, actor, query }) => {
      const today = beijingDayOf(app.clock.now());
      return evaluateSafeguards({
        db: app.database.read,
        jurisdictionId: requireOfficer(actor).jurisdictionId,
        year: query.year ?? yearOf(today),
        today,
        calendar: await app.calendar(),
      });
    },
  }),
  apiRoute({
    name: 'organisation.setYearlyMinimum',
    summary: '定一项年度最低要求',
    access: office,
    method: 'PUT',
    path: '/organisation/yearly-minimums',
    body: setMinimumSchema,
    handle: ({ app, actor, body }) =>
      transact(app, actor, (work) => setYearlyMinimum(work, requireOfficer(actor).jurisdictionId, body)),
  }),
  apiRoute({
    name: 'organisation.dropYearlyMinimum',
    summary: '取消一项年度最低要求',
    access: office,
    method: 'POST',
    path: '/organisation/yearly-minimums/drop',
    body: dropMinimumSchema,
    handle: ({ app, actor, body }) =>
      transact(app, actor, (work) => dropYearlyMinimum(work, requireOfficer(actor).jurisdictionId, body)),
  }),
  apiRoute({
    name: 'organisation.listUnitDuties',
    summary: '各单位的分管领导、工作机构和人员',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/unit-duties',
    query: unitDutyQuerySchema,
    reply: unitDutyPageSchema,
    handle: ({ app, actor, query }) =>
      listUnitDutyPage(app.database.read, requireOfficer(actor).jurisdictionId, query),
  }),
  apiRoute({
    name: 'organisation.nameDutyHolder',
    summary: '登记分管领导、工作机构或工作人员',
    access: own,
    method: 'POST',
    path: '/organisation/unit-duties',
    body: nameDutyHolderSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({ id: await nameDutyHolder(work, body) })),
  }),
  apiRoute({
    name: 'organisation.endDuty',
    summary: '不再担任',
    access: own,
    method: 'POST',
    path: '/organisation/unit-duties/:holderId/end',
    params: z.object({ holderId: idSchema }),
    body: endDutySchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => endDuty(work, params.holderId, body)),
  }),
  apiRoute({
    name: 'organisation.listBudgetNotes',
    summary: '一年的经费保障登记',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/budget-notes',
    query: budgetQuerySchema,
    reply: budgetPageSchema,
    handle: ({ app, actor, query }) =>
      listBudgetPage(
        app.database.read,
        requireOfficer(actor).jurisdictionId,
        query.year ?? yearOf(beijingDayOf(app.clock.now())),
        query,
      ),
  }),
  apiRoute({
    name: 'organisation.noteBudget',
    summary: '登记本单位的经费保障',
    access: own,
    method: 'POST',
    path: '/organisation/budget-notes',
    body: noteBudgetSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({ id: await noteBudget(work, body) })),
  }),
  apiRoute({
    name: 'organisation.listOutlets',
    summary: '网络意识形态责任制台账',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/outlets',
    query: outletQuerySchema,
    reply: outletPageSchema,
    handle: ({ app, actor, query }) =>
      listOutletPage(
        app.database.read,
        requireOfficer(actor).jurisdictionId,
        query,
        beijingDayOf(app.clock.now()),
      ),
  }),
  apiRoute({
    name: 'organisation.registerOutlet',
    summary: '台账登记网站或账号',
    access: own,
    method: 'POST',
    path: '/organisation/outlets',
    body: registerOutletSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({ id: await registerOutlet(work, body) })),
  }),
  apiRoute({
    name: 'organisation.signResponsibility',
    summary: '登记签订的责任书',
    access: own,
    method: 'POST',
    path: '/organisation/outlets/:outletId/signings',
    params: outletParams,
    body: signResponsibilitySchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => signResponsibility(work, params.outletId, body)),
  }),
  apiRoute({
    name: 'organisation.closeOutlet',
    summary: '台账注销停办的网站或账号',
    access: own,
    method: 'POST',
    path: '/organisation/outlets/:outletId/close',
    params: outletParams,
    body: cancelReasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => closeOutlet(work, params.outletId, body)),
  }),
];
