/** Routes of the actions on a case; those that seal or digest something first have an address of their own. */
import { z } from 'zod';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import * as contract from '../contract/case-commands.ts';
import { caseStepSchema } from '../contract/case-steps.ts';
import { applicantSchema } from '../contract/requests.ts';
import { getSealedApplicant } from '../queries/requests.ts';
import * as answer from '../service/answer.ts';
import * as clarify from '../service/clarify.ts';
import * as intake from '../service/intake.ts';
import { digestContent, openApplicant, resealApplicant } from '../service/seal-applicant.ts';
import { takeCaseStep } from '../service/take-case-step.ts';
import { requestRefusals } from '../words/requests.ts';
import { requestParams } from './requests.ts';

export const caseCommandRoutes = [
  apiRoute({
    name: 'requests.takeStep',
    summary: '办理一个事项（限本件承办人和政府信息公开工作机构）；现在不能办的，说明原因',
    access: 'signedIn',
    method: 'POST',
    path: '/requests/:requestId/steps',
    params: requestParams,
    body: caseStepSchema,
    handle: async ({ app, actor, params, body }) => {
      await transact(app, actor, (work) => takeCaseStep(work, params.requestId, body));
    },
  }),
  apiRoute({
    name: 'requests.recordCorrection',
    summary: '收到补正的申请：以补正后的内容为准，答复期限重新计算',
    access: 'signedIn',
    method: 'POST',
    path: '/requests/:requestId/record-correction',
    params: requestParams,
    body: contract.recordCorrectionSchema,
    handle: ({ app, actor, params, body }) => {
      const contentDigest = digestContent(app.config, body.description);
      return transact(app, actor, (work) =>
        clarify.recordCorrection(work, { ...body, ...params, contentDigest }),
      );
    },
  }),
  apiRoute({
    name: 'requests.split',
    summary: '拆分（一事一申请）：各部分单独成件，收到之日不变',
    access: 'signedIn',
    method: 'POST',
    path: '/requests/:requestId/split',
    params: requestParams,
    body: contract.splitSchema,
    reply: z.object({ requestIds: z.array(idSchema) }),
    handle: async ({ app, actor, params, body }) => {
      const sealed = await getSealedApplicant(app.database.read, actor, params.requestId);
      const parts = body.parts.map((part) => {
        const applicant = resealApplicant(app.config, sealed);
        if (applicant === undefined) throw requestRefusals.refuse('requests.applicantErased', {});
        const contentDigest = digestContent(app.config, `${part.subject}${part.description}`);
        return { ...part, applicant, contentDigest };
      });
      const made = await transact(app, actor, (work) => intake.splitCase(work, { ...params, parts }));
      return { requestIds: [...made] };
    },
  }),
  apiRoute({
    name: 'requests.revealApplicant',
    summary: '查看申请人信息；理由记入日志',
    access: 'signedIn',
    method: 'POST',
    path: '/requests/:requestId/reveal-applicant',
    params: requestParams,
    body: contract.revealApplicantSchema,
    reply: applicantSchema.extend({ queryCode: z.string() }),
    handle: async ({ app, actor, params, body }) => {
      const sealed = await transact(app, actor, (work) =>
        answer.revealApplicant(work, { ...body, ...params }),
      );
      const opened = openApplicant(app.config, sealed);
      if (opened === undefined) throw requestRefusals.refuse('requests.applicantErased', {});
      return opened;
    },
  }),
];
