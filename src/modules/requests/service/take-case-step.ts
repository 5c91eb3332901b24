/** Leads each action on a case to its command. What may be done is decided by the table of actions, for everybody alike. */
import type { Work } from '#kernel/work.ts';
import type { CaseStep } from '../contract/case-steps.ts';
import * as answer from './answer.ts';
import * as clarify from './clarify.ts';
import * as intake from './intake.ts';

/** Takes the step; what a command gives back beyond the case itself is not answered. */
export function takeCaseStep(work: Work, requestId: string, step: CaseStep): Promise<unknown> {
  switch (step.action) {
    case 'confirmReceipt':
      return intake.confirmReceipt(work, { ...step.input, requestId });
    case 'recordContact':
      return intake.recordContact(work, { ...step.input, requestId });
    case 'assign':
      return intake.assignCase(work, { ...step.input, requestId });
    case 'transfer':
      return intake.transferCase(work, { ...step.input, requestId });
    case 'forward':
      return intake.forwardCase(work, { ...step.input, requestId });
    case 'merge':
      return intake.mergeCase(work, { ...step.input, requestId });
    case 'noticeCorrection':
      return clarify.noticeCorrection(work, { ...step.input, requestId });
    case 'abandon':
      return clarify.abandonCase(work, { ...step.input, requestId });
    case 'consult':
      return clarify.consultOn(work, { ...step.input, requestId });
    case 'recordConsultation':
      return clarify.recordConsultation(work, { ...step.input, requestId });
    case 'override':
      return clarify.overrideObjection(work, { ...step.input, requestId });
    case 'proposeExtension':
      return clarify.proposeExtension(work, { ...step.input, requestId });
    case 'consentExtension':
      return clarify.consentExtension(work, { ...step.input, requestId });
    case 'noticeExtension':
      return clarify.noticeExtension(work, { ...step.input, requestId });
    case 'noticeFee':
      return clarify.noticeFee(work, { ...step.input, requestId });
    case 'settleFee':
      return clarify.settleFee(work, { ...step.input, requestId });
    case 'askCounsel':
      return answer.askCounsel(work, { ...step.input, requestId });
    case 'recordCounsel':
      return answer.recordCounsel(work, { ...step.input, requestId });
    case 'holdMeeting':
      return answer.holdCaseMeeting(work, { ...step.input, requestId });
    case 'askReasons':
      return answer.askReasons(work, { ...step.input, requestId });
    case 'judgeReasons':
      return answer.judgeReasons(work, { ...step.input, requestId });
    case 'setLongerPeriod':
      return answer.setLongerPeriod(work, { ...step.input, requestId });
    case 'reply':
      return answer.replyToCase(work, { ...step.input, requestId });
    case 'dispatch':
      return answer.dispatchReply(work, { ...step.input, requestId });
    case 'recordDelivery':
      return answer.recordDelivery(work, { ...step.input, requestId });
    case 'withdraw':
      return answer.withdrawCase(work, { ...step.input, requestId });
    case 'archive':
      return answer.archiveCase(work, { ...step.input, requestId });
    case 'correctRecord':
      return answer.correctOwnRecord(work, { ...step.input, requestId });
    case 'sendMessage':
      return answer.messageApplicant(work, { ...step.input, requestId });
    case 'reopen':
      return answer.reopenCase(work, { ...step.input, requestId });
    case 'convert':
      return answer.convertCase(work, { ...step.input, requestId });
  }
}
