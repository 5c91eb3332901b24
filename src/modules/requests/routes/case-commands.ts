/** One route for each action on a case; what may be done is decided by the table of actions, for everybody alike. */
import { z } from 'zod';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact, type Work } from '#kernel/work.ts';
import * as contract from '../contract/case-commands.ts';
import { applicantSchema } from '../contract/requests.ts';
import { getSealedApplicant } from '../queries/requests.ts';
import { type CaseAction, caseActions } from '../rules/case-actions.ts';
import * as answer from '../service/answer.ts';
import * as clarify from '../service/clarify.ts';
import * as intake from '../service/intake.ts';
import { digestContent, openApplicant, resealApplicant } from '../service/seal-applicant.ts';
import { requestRefusals } from '../words/requests.ts';
import { requestParams } from './requests.ts';

/** Address part of an action: `noticeCorrection` → `notice-correction`. */
function pathOfAction(action: string): string {
  return action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function actionRoute<Input extends object>(
  action: CaseAction,
  body: z.ZodType<Input>,
  command: (work: Work, input: Input & { readonly requestId: string }) => Promise<unknown>,
) {
  return apiRoute({
    name: `requests.${action}`,
    summary: `${caseActions[action].title}（限本件承办人和政府信息公开工作机构）`,
    access: 'signedIn',
    method: 'POST',
    path: `/requests/:requestId/${pathOfAction(action)}`,
    params: requestParams,
    body,
    handle: async ({ app, actor, params, body: given }) => {
      await transact(app, actor, (work) => command(work, { ...given, ...params }));
    },
  });
}

export const caseCommandRoutes = [
  actionRoute('confirmReceipt', contract.confirmReceiptSchema, intake.confirmReceipt),
  actionRoute('recordContact', contract.recordContactSchema, intake.recordContact),
  actionRoute('assign', contract.assignSchema, intake.assignCase),
  actionRoute('transfer', contract.transferSchema, intake.transferCase),
  actionRoute('forward', contract.forwardSchema, intake.forwardCase),
  actionRoute('merge', contract.mergeSchema, intake.mergeCase),
  actionRoute('noticeCorrection', contract.noticeCorrectionSchema, clarify.noticeCorrection),
  actionRoute('abandon', contract.abandonSchema, clarify.abandonCase),
  actionRoute('consult', contract.consultSchema, clarify.consultOn),
  actionRoute('recordConsultation', contract.recordConsultationSchema, clarify.recordConsultation),
  actionRoute('override', contract.overrideSchema, clarify.overrideObjection),
  actionRoute('proposeExtension', contract.proposeExtensionSchema, clarify.proposeExtension),
  actionRoute('consentExtension', contract.consentExtensionSchema, clarify.consentExtension),
  actionRoute('noticeExtension', contract.noticeExtensionSchema, clarify.noticeExtension),
  actionRoute('noticeFee', contract.noticeFeeSchema, clarify.noticeFee),
  actionRoute('settleFee', contract.settleFeeSchema, clarify.settleFee),
  actionRoute('askCounsel', contract.askCounselSchema, answer.askCounsel),
  actionRoute('recordCounsel', contract.recordCounselSchema, answer.recordCounsel),
  actionRoute('holdMeeting', contract.holdMeetingSchema, answer.holdCaseMeeting),
  actionRoute('askReasons', contract.askReasonsSchema, answer.askReasons),
  actionRoute('judgeReasons', contract.judgeReasonsSchema, answer.judgeReasons),
  actionRoute('setLongerPeriod', contract.setLongerPeriodSchema, answer.setLongerPeriod),
  actionRoute('reply', contract.replySchema, answer.replyToCase),
  actionRoute('dispatch', contract.dispatchSchema, answer.dispatchReply),
  actionRoute('recordDelivery', contract.recordDeliverySchema, answer.recordDelivery),
  actionRoute('withdraw', contract.withdrawSchema, answer.withdrawCase),
  actionRoute('archive', contract.archiveSchema, answer.archiveCase),
  actionRoute('correctRecord', contract.correctRecordSchema, answer.correctOwnRecord),
  actionRoute('sendMessage', contract.sendMessageSchema, answer.messageApplicant),
  actionRoute('reopen', contract.reopenSchema, answer.reopenCase),
  actionRoute('convert', contract.convertSchema, answer.convertCase),
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
