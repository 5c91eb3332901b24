/**
 * 卷内目录: which papers a case leaves, in the order of their days, numbered without gaps (条例第四十五条: 归档). Pure;
 * browser-safe.
 */
import type { Day } from '#kernel/day.ts';
import type { CaseEvent, CaseEventKind } from './case-events.ts';

/** A paper that lies in the file beside the events: an issued letter, a proof of identity, a released copy. */
export interface FiledPaper {
  readonly title: string;
  readonly on: Day;
  readonly documentNumber: string | null;
}

export interface FileIndexEntry extends FiledPaper {
  readonly no: number;
}

/** What each event leaves in the file; what a letter of its own tells is not counted twice. */
const papersOfEvents: Readonly<Partial<Record<CaseEventKind, string>>> = {
  registered: '政府信息公开申请登记表',
  received: '收到申请的凭据',
  contacted: '与申请人联系记录',
  assigned: '分派承办记录',
  transferred: '转办记录',
  forwarded: '转送其他机关的函',
  splitInto: '拆分记录',
  splitFrom: '拆分记录',
  mergedInto: '并案记录',
  absorbed: '并案记录',
  corrected: '补正后的申请',
  consultationReceived: '征求意见书送达凭据',
  consultationAnswered: '对征求意见书的答复',
  overridden: '因公共利益予以公开的决定',
  extensionProposed: '延期答复审批表',
  extended: '延期告知的凭据',
  feePaid: '信息处理费缴费凭据',
  feeWaived: '减免信息处理费的记录',
  counselAdvised: '法律意见',
  meetingHeld: '会商纪要',
  reasonsJudged: '申请理由认定意见',
  longerPeriodSet: '延迟答复的决定',
  dispatched: '送达凭据',
  deliverySigned: '送达回证',
  deliveryReturned: '退回的邮件',
  withdrawn: '撤回申请的凭据',
  recordCorrected: '更正本人信息的记录',
  reopened: '重新办理的依据',
};

/** The index of the whole file: papers of the events and those that lie beside them, by day. */
export function indexCaseFile(events: readonly CaseEvent[], beside: readonly FiledPaper[]): FileIndexEntry[] {
  const own = events.flatMap((event): FiledPaper[] => {
    const title = papersOfEvents[event.kind];
    return title === undefined ? [] : [{ title, on: event.on, documentNumber: null }];
  });
  return [...own, ...beside]
    .map((paper, place) => ({ paper, place }))
    .sort((left, right) =>
      left.paper.on === right.paper.on ? left.place - right.place : left.paper.on < right.paper.on ? -1 : 1,
    )
    .map(({ paper }, index) => ({ no: index + 1, ...paper }));
}
