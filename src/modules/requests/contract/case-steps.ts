/** One action on a case with what it asks for: the body of the one address that takes them all. Browser-safe. */
import { z } from 'zod';
import type { CaseAction } from '../rules/case-actions.ts';
import * as asked from './case-commands.ts';

function stepOf<Action extends CaseAction, Input extends z.ZodType>(action: Action, input: Input) {
  return z.object({ action: z.literal(action), input });
}

export const caseStepSchema = z.discriminatedUnion('action', [
  stepOf('confirmReceipt', asked.confirmReceiptSchema),
  stepOf('recordContact', asked.recordContactSchema),
  stepOf('assign', asked.assignSchema),
  stepOf('transfer', asked.transferSchema),
  stepOf('forward', asked.forwardSchema),
  stepOf('merge', asked.mergeSchema),
  stepOf('noticeCorrection', asked.noticeCorrectionSchema),
  stepOf('abandon', asked.abandonSchema),
  stepOf('consult', asked.consultSchema),
  stepOf('recordConsultation', asked.recordConsultationSchema),
  stepOf('override', asked.overrideSchema),
  stepOf('proposeExtension', asked.proposeExtensionSchema),
  stepOf('consentExtension', asked.consentExtensionSchema),
  stepOf('noticeExtension', asked.noticeExtensionSchema),
  stepOf('noticeFee', asked.noticeFeeSchema),
  stepOf('settleFee', asked.settleFeeSchema),
  stepOf('askCounsel', asked.askCounselSchema),
  stepOf('recordCounsel', asked.recordCounselSchema),
  stepOf('holdMeeting', asked.holdMeetingSchema),
  stepOf('askReasons', asked.askReasonsSchema),
  stepOf('judgeReasons', asked.judgeReasonsSchema),
  stepOf('setLongerPeriod', asked.setLongerPeriodSchema),
  stepOf('reply', asked.replySchema),
  stepOf('dispatch', asked.dispatchSchema),
  stepOf('recordDelivery', asked.recordDeliverySchema),
  stepOf('withdraw', asked.withdrawSchema),
  stepOf('archive', asked.archiveSchema),
  stepOf('correctRecord', asked.correctRecordSchema),
  stepOf('sendMessage', asked.sendMessageSchema),
  stepOf('reopen', asked.reopenSchema),
  stepOf('convert', asked.convertSchema),
]);
export type CaseStep = z.output<typeof caseStepSchema>;
