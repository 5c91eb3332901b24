/**
 * The one table of what may be done with a request: at which stage, by whom. It draws the buttons and the document,
 * and the server refuses the rest with the reason given here. Pure; browser-safe.
 */
import type { CaseStage, CaseState } from './case-state.ts';
import { caseStageTitles } from './stage-titles.ts';

/**
 * Who takes an action: `handler` an officer the case is assigned to, `office` the FOI office of the jurisdiction,
 * `head` who leads the FOI office or the answering organ. The office may do what handlers may.
 */
export type CaseRole = 'handler' | 'office' | 'head';

export const caseActions = {
  confirmReceipt: { title: '确认收到', by: 'handler', article: '第三十一条' },
  recordContact: { title: '记录联系', by: 'handler', article: null },
  assign: { title: '分派承办', by: 'handler', article: '第四条' },
  transfer: { title: '转本级其他机关', by: 'office', article: '第三十六条第五项' },
  forward: { title: '转其他机关', by: 'office', article: '第三十六条第五项' },
  split: { title: '拆分（一事一申请）', by: 'handler', article: null },
  merge: { title: '并入另一件', by: 'handler', article: null },
  noticeCorrection: { title: '告知补正', by: 'handler', article: '第三十条' },
  recordCorrection: { title: '收到补正', by: 'handler', article: '第三十条' },
  abandon: { title: '不再处理', by: 'handler', article: '第三十条' },
  consult: { title: '征求意见', by: 'handler', article: '第三十二条、第三十四条' },
  recordConsultation: { title: '登记征求意见情况', by: 'handler', article: '第三十二条、第三十四条' },
  override: { title: '因公共利益予以公开', by: 'head', article: '第三十二条' },
  proposeExtension: { title: '提请延期', by: 'handler', article: '第三十三条' },
  consentExtension: { title: '同意延期', by: 'head', article: '第三十三条' },
  noticeExtension: { title: '告知延期', by: 'handler', article: '第三十三条' },
  noticeFee: { title: '告知收费', by: 'handler', article: '第四十二条' },
  settleFee: { title: '登记缴费或者减免', by: 'handler', article: '第四十二条' },
  askCounsel: { title: '送法律顾问', by: 'handler', article: null },
  recordCounsel: { title: '登记法律意见', by: 'handler', article: null },
  holdMeeting: { title: '会商', by: 'handler', article: null },
  askReasons: { title: '要求说明理由', by: 'handler', article: '第三十五条' },
  judgeReasons: { title: '判断理由是否合理', by: 'head', article: '第三十五条' },
  setLongerPeriod: { title: '确定延迟答复期限', by: 'head', article: '第三十五条' },
  issueLetter: { title: '制发文书', by: 'handler', article: null },
  reply: { title: '作出答复', by: 'handler', article: '第三十六条至第三十九条' },
  dispatch: { title: '送达', by: 'handler', article: '国办公开办函〔2016〕235号' },
  recordDelivery: { title: '登记签收或者退回', by: 'handler', article: '国办公开办函〔2016〕235号' },
  withdraw: { title: '登记撤回申请', by: 'handler', article: null },
  archive: { title: '归档', by: 'handler', article: '第四十五条' },
  convert: { title: '转为主动公开', by: 'handler', article: '第四十四条' },
  correctRecord: { title: '更正本人信息', by: 'handler', article: '第四十一条' },
  sendMessage: { title: '给申请人留言', by: 'handler', article: null },
  openDispute: { title: '登记复议、诉讼', by: 'handler', article: '第五十一条' },
  reopen: { title: '重新办理', by: 'office', article: null },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly by: CaseRole; readonly article: string | null }>
>;
export type CaseAction = keyof typeof caseActions;
export const caseActionNames = [
  'confirmReceipt',
  'recordContact',
  'assign',
  'transfer',
  'forward',
  'split',
  'merge',
  'noticeCorrection',
  'recordCorrection',
  'abandon',
  'consult',
  'recordConsultation',
  'override',
  'proposeExtension',
  'consentExtension',
  'noticeExtension',
  'noticeFee',
  'settleFee',
  'askCounsel',
  'recordCounsel',
  'holdMeeting',
  'askReasons',
  'judgeReasons',
  'setLongerPeriod',
  'issueLetter',
  'reply',
  'dispatch',
  'recordDelivery',
  'withdraw',
  'archive',
  'convert',
  'correctRecord',
  'sendMessage',
  'openDispute',
  'reopen',
] as const satisfies readonly CaseAction[];

const always = ['recordContact', 'assign', 'issueLetter', 'sendMessage'] as const;

/** What may be done at which stage. */
export const actionsAtStage = {
  registered: [...always, 'confirmReceipt', 'transfer', 'merge', 'withdraw', 'correctRecord'],
  handling: [
    ...always,
    'transfer',
    'forward',
    'split',
    'merge',
    'noticeCorrection',
    'consult',
    'recordConsultation',
    'override',
    'proposeExtension',
    'consentExtension',
    'noticeExtension',
    'noticeFee',
    'askCounsel',
    'recordCounsel',
    'holdMeeting',
    'askReasons',
    'judgeReasons',
    'setLongerPeriod',
    'reply',
    'withdraw',
    'correctRecord',
    'openDispute',
  ],
  awaitingCorrection: [...always, 'recordCorrection', 'abandon', 'withdraw', 'correctRecord', 'openDispute'],
  awaitingPayment: [...always, 'settleFee', 'abandon', 'withdraw', 'openDispute'],
  replied: [...always, 'dispatch', 'recordDelivery', 'openDispute'],
  closed: [
    ...always,
    'dispatch',
    'recordDelivery',
    'archive',
    'convert',
    'correctRecord',
    'openDispute',
    'reopen',
  ],
  archived: ['convert', 'openDispute', 'reopen', 'recordContact', 'sendMessage', 'issueLetter'],
} as const satisfies Readonly<Record<CaseStage, readonly CaseAction[]>>;

export type ActionVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: string };

const yes: ActionVerdict = { allowed: true };
const no = (because: string): ActionVerdict => ({ allowed: false, because });

/** What the course of the case adds to its stage. */
function judgeCourse(state: CaseState, action: CaseAction): ActionVerdict {
  switch (action) {
    case 'noticeCorrection':
      return state.correction === null ? yes : no('补正应当一次性告知，已经告知过');
    case 'recordConsultation':
      return state.consultations.length > 0 ? yes : no('没有发出过征求意见书');
    case 'override':
      return state.consultations.some(({ whom, opinion }) => whom === 'thirdParty' && opinion !== null)
        ? yes
        : no('没有第三方提出意见');
    case 'proposeExtension':
      if (state.extension !== null) return no('已经延长过一次，不能再次延长');
      return state.proposedExtension === null ? yes : no('已经提请延期，正在等待同意或者告知');
    case 'consentExtension':
      if (state.proposedExtension === null) return no('没有提请延期');
      return state.proposedExtension.consentedOn === null ? yes : no('已经同意，尚待告知申请人');
    case 'noticeExtension':
      return state.proposedExtension?.consentedOn == null ? no('尚未经政府信息公开工作机构负责人同意') : yes;
    case 'noticeFee':
      return state.fee === null ? yes : no('已经告知过收费');
    case 'recordCounsel':
      return state.counselAsked ? yes : no('没有送过法律顾问');
    case 'judgeReasons':
      return state.reasonsAskedOn === null ? no('应当先要求申请人说明理由') : yes;
    case 'setLongerPeriod':
      return state.reasonsJudged?.reasonable === true ? yes : no('尚未认定申请理由合理');
    case 'dispatch':
      if (state.reply === null) return no('没有答复可以送达');
      return state.stage === 'replied' || state.bounced ? yes : no('已经送达');
    case 'recordDelivery':
      return state.dispatch === null ? no('尚未送出') : yes;
    case 'archive':
      return state.ending === 'merged' || state.ending === 'split' ? no('已并入或者拆分，随那一件归档') : yes;
    case 'reopen':
      if (state.ending === 'merged' || state.ending === 'split')
        return no('已并入或者拆分，请重新办理那一件');
      return state.receivedOn === null ? no('没有收到之日就已办结，不需要重新答复') : yes;
    case 'convert':
      return state.conversionItemId === null ? yes : no('已经转为主动公开');
    default:
      return yes;
  }
}

/** Whether an action may be taken on a request in this state, by anybody at all; else why not. */
export function judgeCaseAction(state: CaseState, action: CaseAction): ActionVerdict {
  const atStage: readonly CaseAction[] = actionsAtStage[state.stage];
  if (!atStage.includes(action)) return no(`本件${caseStageTitles[state.stage]}`);
  return judgeCourse(state, action);
}

/** The step that brings a case on, stage by stage: the one button drawn as the next. */
export const nextActions: Readonly<Record<CaseStage, CaseAction | null>> = {
  registered: 'confirmReceipt',
  handling: 'reply',
  awaitingCorrection: 'recordCorrection',
  awaitingPayment: 'settleFee',
  replied: 'dispatch',
  closed: 'archive',
  archived: null,
};
