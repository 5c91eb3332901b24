/** Routes of requests for the desk: the register and lists. A case is reached by its office and assigned officers alone. */
import { z } from 'zod';
import type { App } from '#kernel/app.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import {
  caseDetailSchema,
  type RegisterRequestInput,
  registeredRequestSchema,
  registerRequestSchema,
  requestListSchema,
  requestQuerySchema,
} from '../contract/requests.ts';
import { findCaseDetail } from '../queries/case-detail.ts';
import { listAssignable, listRequests } from '../queries/requests.ts';
import { type PreparedRequest, registerRequest } from '../service/register-request.ts';
import { digestContent, sealApplicant } from '../service/seal-applicant.ts';
import { requestRefusals } from '../words/requests.ts';

export const requestParams = z.object({ requestId: idSchema });

/** Seals the applicant before anything else sees the request. */
export function prepareRequest(app: App, input: RegisterRequestInput): PreparedRequest {
  const { unitId, applicant, content, arrival } = input;
  return {
    unitId,
    content,
    arrival,
    applicant: sealApplicant(app.config, applicant),
    contentDigest: digestContent(app.config, `${content.subject}${content.description}`),
  };
}

export const requestRoutes = [
  apiRoute({
    name: 'requests.listRequests',
    summary: '政府信息公开申请列表：待办按下一法定日期，其余按登记先后',
    access: 'requests.handle',
    method: 'GET',
    path: '/requests',
    query: requestQuerySchema,
    reply: requestListSchema,
    handle: async ({ app, actor, query }) => {
      const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
      return listRequests(app.database.read, actor, jurisdictionId, query);
    },
  }),
  apiRoute({
    name: 'requests.viewCase',
    summary: '一件申请：内容、期限和算法、经过、现在可以办理的事项及不能办理的原因',
    access: 'signedIn',
    method: 'GET',
    path: '/requests/:requestId',
    params: requestParams,
    reply: caseDetailSchema,
    handle: async ({ app, actor, params }) => {
      const detail = await findCaseDetail(app, actor, params.requestId);
      if (detail === undefined) throw requestRefusals.refuse('requests.notFound', {});
      return detail;
    },
  }),
  apiRoute({
    name: 'requests.listAssignable',
    summary: '一个单位可以承办申请的人员',
    access: 'requests.handle',
    method: 'GET',
    path: '/request-officers/:unitId',
    params: z.object({ unitId: idSchema }),
    reply: z.object({ rows: z.array(z.object({ id: idSchema, name: z.string() })) }),
    handle: async ({ app, params }) => ({ rows: await listAssignable(app.database.read, params.unitId) }),
  }),
  apiRoute({
    name: 'requests.registerRequest',
    summary: '登记一件政府信息公开申请，按收到方式确定收到之日',
    access: 'requests.register',
    method: 'POST',
    path: '/requests',
    body: registerRequestSchema,
    reply: registeredRequestSchema,
    creates: true,
    handle: ({ app, actor, body }) => {
      const prepared = prepareRequest(app, body);
      return transact(app, actor, (work) => registerRequest(work, prepared));
    },
  }),
];
