/**
 * The papers a request can bring forth: title, whom they address, who signs them, in which series they are numbered, and
 * which fields a template may not leave out. Data only; the texts stand in `shipped/`.
 */
import type { LetterFieldName } from './letter-fields.ts';

/** Who has to see a letter before it goes out; never one person twice. */
export type SignOff =
  /** The officer who drafts it issues it: receipts and proofs of service. */
  | 'drafter'
  /** Drafted and reviewed by two people. */
  | 'reviewer'
  /** Drafted, reviewed and signed by the head: whatever decides. */
  | 'head';

/** Numbering series, as it stands after the issuing code in the document number. */
export const letterSeries = {
  receipt: '公开收',
  notice: '公开告',
  inquiry: '公开征',
  reply: '公开复',
} as const;
export type LetterSeries = keyof typeof letterSeries;

interface LetterKindShape {
  /** Without the name of the organ: 政府信息公开申请登记回执. */
  readonly title: string;
  readonly addressee: 'applicant' | 'thirdParty' | 'agency';
  readonly series: LetterSeries;
  readonly signOff: SignOff;
  /** How the letter names itself in the paragraph on remedies; null when it carries none. */
  readonly act: string | null;
  /** Whether it is the answer that a leaf of the disposition tree calls for. */
  readonly replies: boolean;
  /** Fields every template of this kind must print. */
  readonly must: readonly LetterFieldName[];
}

const step = {
  addressee: 'applicant',
  series: 'notice',
  signOff: 'reviewer',
  act: null,
  replies: false,
} as const;
const answer = {
  addressee: 'applicant',
  series: 'reply',
  signOff: 'head',
  act: '本答复书',
  replies: true,
} as const;
const notice = { ...answer, act: '本告知书' } as const;
const answerMust = ['requestNumber', 'receivedOn', 'legalBasis', 'remedy'] as const;

export const letterKinds = {
  registrationReceipt: {
    title: '政府信息公开申请登记回执',
    addressee: 'applicant',
    series: 'receipt',
    signOff: 'drafter',
    act: null,
    replies: false,
    must: ['requestNumber', 'receivedOn', 'replyDue'],
  },
  correctionNotice: {
    ...step,
    title: '政府信息公开申请补正告知书',
    must: ['requestNumber', 'receivedOn', 'correctionPoints', 'correctionUntil'],
  },
  thirdPartyConsultation: {
    ...step,
    title: '政府信息公开征求第三方意见书',
    addressee: 'thirdParty',
    series: 'inquiry',
    must: ['consultedInformation', 'opinionDays'],
  },
  jointAgencyConsultation: {
    ...step,
    title: '政府信息公开征求意见函',
    addressee: 'agency',
    series: 'inquiry',
    must: ['consultedInformation', 'opinionDays'],
  },
  assistanceRequest: {
    ...step,
    title: '政府信息公开协助函',
    addressee: 'agency',
    series: 'inquiry',
    must: ['assistance', 'assistUntil'],
  },
  extensionNotice: {
    ...step,
    title: '政府信息公开延期答复告知书',
    must: ['requestNumber', 'receivedOn', 'extensionDays', 'extensionReason', 'extendedDue'],
  },
  reasonsRequest: {
    ...step,
    title: '政府信息公开申请说明理由通知书',
    must: ['requestNumber', 'requestCount', 'reasonsUntil'],
  },
  longerPeriodNotice: {
    ...step,
    title: '政府信息公开延迟答复告知书',
    must: ['requestNumber', 'longerReason', 'longerUntil'],
  },
  feeNotice: {
    ...step,
    title: '政府信息公开信息处理费收费通知书',
    must: ['requestNumber', 'feeStandard', 'feeCalculation', 'feeAmount', 'feeDays', 'payWay'],
  },
  alreadyPublicReply: {
    ...answer,
    title: '政府信息公开申请答复书',
    must: [...answerMust, 'information', 'whereabouts'],
  },
  disclosureReply: { ...answer, title: '政府信息公开申请答复书', must: [...answerMust, 'information'] },
  partialReply: {
    ...answer,
    title: '政府信息部分公开答复书',
    must: [...answerMust, 'information', 'withheldPart', 'groundWords', 'reasons'],
  },
  refusal: {
    ...answer,
    title: '政府信息不予公开答复书',
    must: [...answerMust, 'information', 'groundWords', 'reasons'],
  },
  specialRegimeReply: {
    ...answer,
    title: '政府信息公开申请答复书',
    must: [...answerMust, 'information', 'queryRegime'],
  },
  nonExistenceReply: {
    ...answer,
    title: '政府信息不存在答复书',
    must: [...answerMust, 'information', 'searchRecord'],
  },
  notResponsibleReply: {
    ...answer,
    title: '非本机关政府信息告知书',
    act: '本告知书',
    must: [...answerMust, 'information', 'reasons', 'rightBody'],
  },
  processingReply: {
    ...answer,
    title: '政府信息公开申请答复书',
    must: [...answerMust, 'information', 'processing'],
  },
  stillUnclearReply: {
    ...answer,
    title: '政府信息公开申请答复书',
    must: [...answerMust, 'correctionNoticedOn', 'correctionOutcome'],
  },
  notInformationReply: {
    ...answer,
    title: '政府信息公开申请答复书',
    must: [...answerMust, 'information', 'reasons'],
  },
  petitionNotice: {
    ...notice,
    title: '不作为政府信息公开申请处理告知书',
    must: [...answerMust, 'reasons', 'properChannel'],
  },
  repeatedNotice: {
    ...notice,
    title: '重复申请不予重复处理告知书',
    must: [...answerMust, 'information', 'earlierReply'],
  },
  publicationNotice: {
    ...notice,
    title: '公开出版物获取途径告知书',
    must: [...answerMust, 'publicationSource'],
  },
  excessiveNotice: {
    ...notice,
    title: '政府信息公开申请不予处理告知书',
    must: [...answerMust, 'requestCount', 'reasonsAskedOn', 'reasonsGiven'],
  },
  confirmationNotice: {
    ...notice,
    title: '政府信息公开申请不予处理告知书',
    must: [...answerMust, 'information', 'earlierReply'],
  },
  notCorrectedNotice: {
    ...notice,
    title: '逾期未补正不再处理告知书',
    must: [...answerMust, 'correctionNoticedOn', 'correctionDueOn'],
  },
  feeNotPaidNotice: {
    ...notice,
    title: '逾期未缴费不再处理告知书',
    must: [...answerMust, 'feeNoticedOn', 'feeDueOn'],
  },
  withdrawalConfirmation: {
    ...notice,
    title: '撤回政府信息公开申请确认书',
    act: null,
    must: ['requestNumber', 'receivedOn', 'withdrawnOn'],
  },
  thirdPartyPublicationNotice: {
    ...step,
    title: '政府信息公开决定告知书',
    addressee: 'thirdParty',
    signOff: 'head',
    act: '本告知书',
    must: ['consultedInformation', 'publicInterest', 'legalBasis', 'remedy'],
  },
  transferNotice: {
    ...step,
    title: '政府信息公开申请移送告知书',
    must: ['requestNumber', 'transferBody', 'transferReason'],
  },
  transferLetter: {
    ...step,
    title: '政府信息公开申请转办函',
    addressee: 'agency',
    series: 'inquiry',
    must: ['requestNumber', 'transferReason'],
  },
  serviceReceipt: {
    ...step,
    title: '送达回证',
    series: 'receipt',
    signOff: 'drafter',
    must: ['deliveredLetter', 'deliveryWay'],
  },
} as const satisfies Readonly<Record<string, LetterKindShape>>;

export type LetterKind = keyof typeof letterKinds;
export type LetterKindRecord = LetterKindShape;

/** Whether this word names a kind of letter. */
export function isLetterKind(word: string): word is LetterKind {
  return Object.hasOwn(letterKinds, word);
}

/** The kind as one shape, whatever it is. */
export function letterKindOf(kind: LetterKind): LetterKindShape {
  return letterKinds[kind];
}
