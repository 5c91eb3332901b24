/** Forms of the actions that stop, lengthen or restart the clock. */
import * as contract from '../../contract/case-commands.ts';
import { consultedBodies, consultedOpinions } from '../../rules/case-events.ts';
import { consultedBodyTitles, consultedOpinionTitles } from '../../words/case-lines.ts';
import { type ActionForm, dayNamed, linesOf, on, optionsOf, reason } from './shapes.ts';

export const clarifyForms = {
  noticeCorrection: {
    schema: contract.noticeCorrectionSchema,
    fields: [
      dayNamed('告知之日'),
      { name: 'points', label: '补正事项', kind: 'lines', hint: '一行一项；只能告知一次，请写全。' },
      { name: 'until', label: '补正期限', kind: 'day' },
    ],
    toInput: (values) => ({ ...values, points: linesOf(values.points) }),
    consequence: '补正期间不计入答复期限，收到补正之日起重新计算。',
  },
  recordCorrection: {
    schema: contract.recordCorrectionSchema,
    fields: [dayNamed('收到补正之日'), { name: 'description', label: '补正后的申请内容', kind: 'area' }],
  },
  abandon: {
    schema: contract.abandonSchema,
    fields: [{ name: 'note', label: '说明', kind: 'area', optional: true }],
    consequence: '期限届满，视为放弃申请，本件办结。',
  },
  consult: {
    schema: contract.consultSchema,
    fields: [
      dayNamed('发出之日'),
      {
        name: 'whom',
        label: '征求',
        kind: 'choice',
        options: optionsOf(consultedBodies, consultedBodyTitles),
      },
      { name: 'name', label: '名称', kind: 'text' },
    ],
    consequence: '征求意见的时间不计入答复期限。',
  },
  recordConsultation: {
    schema: contract.recordConsultationSchema,
    fields: [
      { name: 'letter', label: '征求意见书', kind: 'letter' },
      {
        name: 'what',
        label: '情况',
        kind: 'choice',
        options: [
          { value: 'received', label: '对方签收' },
          { value: 'answered', label: '对方提出意见' },
        ],
      },
      on,
      {
        name: 'opinion',
        label: '意见',
        kind: 'choice',
        options: optionsOf(consultedOpinions, consultedOpinionTitles),
        when: ({ what }) => what === 'answered',
      },
      {
        name: 'reasonable',
        label: '理由合理',
        kind: 'yesNo',
        when: ({ what, opinion }) => what === 'answered' && opinion !== null && opinion !== 'agrees',
      },
      { name: 'note', label: '摘要', kind: 'area', optional: true },
    ],
  },
  override: {
    schema: contract.overrideSchema,
    fields: [{ name: 'letter', label: '征求意见书', kind: 'letter' }, reason],
    consequence: '决定和理由须书面告知第三方。',
  },
  proposeExtension: {
    schema: contract.proposeExtensionSchema,
    fields: [{ name: 'days', label: '延长的工作日', kind: 'number', hint: '最多20个工作日。' }, reason],
    consequence: '经负责人同意、并在期限届满前告知申请人后才生效。',
  },
  consentExtension: {
    schema: contract.consentExtensionSchema,
    fields: [],
    consequence: '同意后还须在期限届满前告知申请人。',
  },
  noticeExtension: {
    schema: contract.noticeExtensionSchema,
    fields: [dayNamed('告知申请人之日'), { name: 'proof', label: '告知方式和凭据', kind: 'area' }],
    consequence: '自此延期生效。',
  },
  noticeFee: {
    schema: contract.noticeFeeSchema,
    fields: [
      dayNamed('申请人收到收费通知之日'),
      {
        name: 'basis',
        label: '标准',
        kind: 'choice',
        options: [
          { value: 'byRequest', label: '按件' },
          { value: 'byPages', label: '按量' },
        ],
        hint: '只能选一种，金额由系统按标准计算。',
      },
      { name: 'pages', label: '页数', kind: 'number', when: ({ basis }) => basis === 'byPages' },
    ],
    toInput: (values) => ({ ...values, pages: values.pages === '' ? 0 : values.pages }),
    consequence: '缴清之日起重新计算答复期限。',
  },
  settleFee: {
    schema: contract.settleFeeSchema,
    fields: [
      {
        name: 'how',
        label: '情况',
        kind: 'choice',
        options: [
          { value: 'paid', label: '已缴清' },
          { value: 'waived', label: '减免' },
        ],
      },
      on,
      { name: 'receiptNumber', label: '财政票据号码', kind: 'text', when: ({ how }) => how === 'paid' },
      { ...reason, label: '减免理由', when: ({ how }) => how === 'waived' },
    ],
  },
} as const satisfies Readonly<Record<string, ActionForm>>;
