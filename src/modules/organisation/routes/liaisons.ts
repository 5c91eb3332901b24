/** Liaison officers and their filing over HTTP. No decisions in here. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  appointLiaisonSchema,
  changeLiaisonSchema,
  changeSubstituteSchema,
  endLiaisonSchema,
  fileLiaisonSchema,
  liaisonFigureSchema,
  liaisonPageSchema,
  liaisonQuerySchema,
  liaisonSummarySchema,
  startHandoverSchema,
  unitLiaisonSchema,
} from '../contract/liaison.ts';
import { createdSchema } from '../contract/register.ts';
import { cancelReasonSchema } from '../contract/training.ts';
import { findLeaver, gatherHandoverOffers } from '../queries/handovers.ts';
import { getUnitLiaison } from '../queries/liaisons.ts';
import { listLiaisonPage, summariseLiaisons } from '../queries/register-pages.ts';
import { startHandover } from '../service/handover/start.ts';
import { appointLiaison, changeLiaison, changeSubstitute, endLiaison } from '../service/liaison/appoint.ts';
import {
  acceptLiaisonFiling,
  fileLiaison,
  returnLiaisonFiling,
  setLiaisonFigure,
} from '../service/liaison/filing.ts';

const own = 'organisation.appointLiaison';
const office = 'organisation.acceptLiaison';
const appointmentParams = z.object({ appointmentId: idSchema });

export const liaisonRoutes = [
  apiRoute({
    name: 'organisation.listLiaisons',
    summary: '各单位联络员及备案情况',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/liaisons',
    query: liaisonQuerySchema,
    reply: liaisonPageSchema,
    handle: ({ app, actor, query }) =>
      listLiaisonPage(
        app.database.read,
        requireOfficer(actor).jurisdictionId,
        query,
        beijingDayOf(app.clock.now()),
      ),
  }),
  apiRoute({
    name: 'organisation.summariseLiaisons',
    summary: '联络员应配多少、备案多少，交接和报备的期限',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/liaison-summary',
    reply: liaisonSummarySchema,
    handle: ({ app, actor }) =>
      summariseLiaisons(
        app.database.read,
        requireOfficer(actor).jurisdictionId,
        beijingDayOf(app.clock.now()),
      ),
  }),
  apiRoute({
    name: 'organisation.showUnitLiaison',
    summary: '一个单位的联络员、备案经过和历任',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/units/:unitId/liaison',
    params: z.object({ unitId: idSchema }),
    reply: unitLiaisonSchema,
    handle: async ({ app, actor, params }) =>
      getUnitLiaison(app.database.read, requireOfficer(actor).jurisdictionId, params.unitId, {
        today: beijingDayOf(app.clock.now()),
        calendar: await app.calendar(),
      }),
  }),
  apiRoute({
    name: 'organisation.appointLiaison',
    summary: '指定联络员',
    access: own,
    method: 'POST',
    path: '/organisation/liaisons',
    body: appointLiaisonSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({ id: await appointLiaison(work, body) })),
  }),
  apiRoute({
    name: 'organisation.changeLiaison',
    summary: '变更联络员，并发起逐项交接',
    access: own,
    method: 'POST',
    path: '/organisation/liaison-changes',
    body: changeLiaisonSchema,
    reply: z.object({ appointmentId: idSchema, handoverId: idSchema }),
    creates: true,
    handle: async ({ app, actor, body }) => {
      const leaver = await findLeaver(app.database.read, { unitId: body.unitId });
      const offers = await gatherHandoverOffers(app, leaver);
      return transact(app, actor, (work) => changeLiaison(work, body, offers));
    },
  }),
  apiRoute({
    name: 'organisation.startHandover',
    summary: '为一次变更补办逐项交接',
    access: own,
    method: 'POST',
    path: '/organisation/liaison-appointments/:appointmentId/handover',
    params: appointmentParams,
    body: startHandoverSchema,
    reply: createdSchema,
    creates: true,
    handle: async ({ app, actor, params, body }) => {
      const leaver = await findLeaver(app.database.read, params);
      const offers = await gatherHandoverOffers(app, leaver);
      return transact(app, actor, async (work) => ({
        id: await startHandover(work, params.appointmentId, body, offers),
      }));
    },
  }),
  apiRoute({
    name: 'organisation.changeSubstitute',
    summary: '调整备用联络员',
    access: own,
    method: 'PUT',
    path: '/organisation/liaison-appointments/:appointmentId/substitute',
    params: appointmentParams,
    body: changeSubstituteSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => changeSubstitute(work, params.appointmentId, body)),
  }),
  apiRoute({
    name: 'organisation.endLiaison',
    summary: '联络员不再担任，暂无接任人',
    access: own,
    method: 'POST',
    path: '/organisation/liaison-appointments/:appointmentId/end',
    params: appointmentParams,
    body: endLiaisonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => endLiaison(work, params.appointmentId, body)),
  }),
  apiRoute({
    name: 'organisation.fileLiaison',
    summary: '向政府办公室报备联络员',
    access: own,
    method: 'POST',
    path: '/organisation/liaison-appointments/:appointmentId/file',
    params: appointmentParams,
    body: fileLiaisonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => fileLiaison(work, params.appointmentId, body)),
  }),
  apiRoute({
    name: 'organisation.acceptLiaisonFiling',
    summary: '受理联络员备案',
    access: office,
    method: 'POST',
    path: '/organisation/liaison-appointments/:appointmentId/accept',
    params: appointmentParams,
    handle: ({ app, actor, params }) =>
      transact(app, actor, (work) => acceptLiaisonFiling(work, params.appointmentId)),
  }),
  apiRoute({
    name: 'organisation.returnLiaisonFiling',
    summary: '退回联络员报备',
    access: office,
    method: 'POST',
    path: '/organisation/liaison-appointments/:appointmentId/return',
    params: appointmentParams,
    body: cancelReasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => returnLiaisonFiling(work, params.appointmentId, body)),
  }),
  apiRoute({
    name: 'organisation.setLiaisonFigure',
    summary: '定联络员变动的交接和报备期限',
    access: office,
    method: 'PUT',
    path: '/organisation/liaison-figure',
    body: liaisonFigureSchema,
    handle: ({ app, actor, body }) =>
      transact(app, actor, (work) => setLiaisonFigure(work, requireOfficer(actor).jurisdictionId, body)),
  }),
];
