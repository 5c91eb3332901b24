/** What belongs to an event of a case, in lines for the timeline. Names of units are looked up by the caller. */
import { longDay } from '#kernel/day-words.ts';
import { abuseCriteria } from '../rules/abuse.ts';
import type {
  CaseEvent,
  ConsultedBody,
  ConsultedOpinion,
  ContactWay,
  RecordCorrection,
} from '../rules/case-events.ts';
import { findDispositionLeaf } from '../rules/dispositions/leaves.ts';
import { deliveryWayTitles, intakeWayTitles } from './requests.ts';

export const contactWayTitles: Readonly<Record<ContactWay, string>> = {
  phone: '电话',
  visit: '当面',
  message: '短信',
  mail: '信函',
  electronic: '电子邮件',
};

export const consultedBodyTitles: Readonly<Record<ConsultedBody, string>> = {
  thirdParty: '第三方',
  jointAgency: '共同制作机关',
};

export const consultedOpinionTitles: Readonly<Record<ConsultedOpinion, string>> = {
  agrees: '同意公开',
  objects: '不同意公开',
  partly: '同意部分公开',
};

export const recordCorrectionTitles: Readonly<Record<RecordCorrection, string>> = {
  corrected: '已更正',
  transferred: '转送有权更正的机关',
  redirected: '告知向有权更正的机关提出',
};

export interface LineNames {
  readonly unit: (unitId: string) => string;
  readonly request: (requestId: string) => string;
}

function yuan(fen: number): string {
  return `${(fen / 100).toLocaleString('zh-CN')}元`;
}

const told = (...lines: readonly (string | null | false)[]) =>
  lines.filter((line): line is string => typeof line === 'string' && line !== '');

/** The lines of an event; empty for those whose title says it all. */
export function linesOfCaseEvent(event: CaseEvent, names: LineNames): string[] {
  switch (event.kind) {
    case 'registered':
      return told(intakeWayTitles[event.way], event.misdirected && '误投到本机关其他机构');
    case 'received':
      return told(`${event.because}（${event.article}）`, event.evidence);
    case 'contacted':
      return told(`${contactWayTitles[event.way]}，${event.reached ? '已联系上' : '没有联系上'}`, event.note);
    case 'assigned':
      return told(
        `${names.unit(event.unitId)}，${event.officerIds.length}人承办`,
        event.internalDue !== null && `内部办理时限${longDay(event.internalDue)}`,
        event.note,
      );
    case 'transferred':
      return told(`${names.unit(event.unitId)}，原编号${event.formerNumber}`, event.reason);
    case 'forwarded':
      return told(event.body, event.contact, event.reason);
    case 'splitInto':
      return told(`拆成${event.requestIds.length}件：${event.requestIds.map(names.request).join('、')}`);
    case 'splitFrom':
    case 'absorbed':
      return told(names.request(event.requestId));
    case 'mergedInto':
      return told(names.request(event.requestId), event.reason);
    case 'correctionNoticed':
      return told(...event.points, `补正期限到${longDay(event.until)}`);
    case 'corrected':
      return told(event.description);
    case 'consulted':
      return told(`${consultedBodyTitles[event.whom]}：${event.name}`);
    case 'consultationReceived':
      return [];
    case 'consultationAnswered':
      return told(
        consultedOpinionTitles[event.opinion],
        event.reasonable !== null && (event.reasonable ? '认定理由合理' : '认定理由不合理'),
        event.note,
      );
    case 'extensionProposed':
      return told(`${event.days}个工作日`, event.reason);
    case 'extended':
      return told(`${event.days}个工作日`, event.reason, event.proof);
    case 'feeNoticed': {
      const basis = event.basis === 'byPages' ? `按量，${event.count}页` : `按件，当月第${event.count}件`;
      return told(`${basis}，${yuan(event.amountFen)}`);
    }
    case 'feePaid':
      return told(yuan(event.amountFen), `票据${event.receiptNumber}`);
    case 'counselAsked':
      return told(event.counsel, event.question);
    case 'counselAdvised':
      return told(event.counsel, event.opinion);
    case 'meetingHeld':
      return told(event.bodies, event.conclusion);
    case 'reasonsJudged':
      return told(
        event.reasonable ? '理由合理' : '理由不合理',
        ...event.criteria.flatMap((name) =>
          Object.entries(abuseCriteria)
            .filter(([key]) => key === name)
            .map(([, words]) => words),
        ),
        event.statement,
      );
    case 'longerPeriodSet':
      return told(`到${longDay(event.until)}`, event.reason);
    case 'letterIssued':
      return told(event.documentNumber);
    case 'replied':
      return told(findDispositionLeaf(event.leaf)?.title ?? event.leaf);
    case 'dispatched':
      return told(
        deliveryWayTitles[event.way],
        event.signedOn !== null && `${longDay(event.signedOn)}签收`,
        event.proof,
      );
    case 'deliverySigned':
      return told(event.proof);
    case 'overridden':
    case 'feeWaived':
    case 'deliveryReturned':
    case 'withdrawn':
      return told(event.reason);
    case 'abandoned':
      return told(event.because === 'feeNotPaid' ? '逾期未缴纳费用' : '逾期不补正', event.note);
    case 'archived':
      return told(event.fileNumber);
    case 'recordCorrected':
      return told(recordCorrectionTitles[event.outcome], event.note);
    case 'message':
      return told(event.from === 'applicant' ? '申请人' : '本机关', event.text);
    case 'disputeOpened':
      return told(event.disputeKind === 'review' ? '行政复议' : '行政诉讼');
    case 'disputeClosed':
      return told(event.outcome);
    case 'reopened':
      return told(event.reason, event.due !== null && `限${longDay(event.due)}前`);
    case 'extensionConsented':
    case 'reasonsAsked':
    case 'conversionProposed':
      return [];
  }
}
