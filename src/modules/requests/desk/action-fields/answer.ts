/** Forms of weighing, delivery, archive and what follows; the reply has a dialog of its own. */
import * as contract from '../../contract/case-commands.ts';
import { abuseCriteria, abuseCriterionNames } from '../../rules/abuse.ts';
import { deliveryWays } from '../../rules/case-events.ts';
import { deliveryWayTitles } from '../../words/requests.ts';
import { type ActionForm, dayNamed, on, optionsOf, reason } from './shapes.ts';

export const answerForms = {
  askCounsel: {
    schema: contract.askCounselSchema,
    fields: [
      on,
      { name: 'counsel', label: '法律顾问、公职律师', kind: 'text' },
      { name: 'question', label: '问题', kind: 'area' },
    ],
  },
  recordCounsel: {
    schema: contract.recordCounselSchema,
    fields: [
      on,
      { name: 'counsel', label: '提出意见的人', kind: 'text' },
      { name: 'opinion', label: '意见', kind: 'area' },
    ],
  },
  holdMeeting: {
    schema: contract.holdMeetingSchema,
    fields: [
      on,
      { name: 'bodies', label: '参加单位', kind: 'text' },
      { name: 'conclusion', label: '会商结论', kind: 'area' },
    ],
  },
  askReasons: { schema: contract.askReasonsSchema, fields: [dayNamed('要求说明理由之日')] },
  judgeReasons: {
    schema: contract.judgeReasonsSchema,
    fields: [
      {
        name: 'criteria',
        label: '存在的情形',
        kind: 'several',
        options: optionsOf(abuseCriterionNames, abuseCriteria),
        optional: true,
      },
      { name: 'reasonable', label: '申请理由合理', kind: 'yesNo' },
      { name: 'statement', label: '申请人说明的理由和认定意见', kind: 'area' },
    ],
    initial: { criteria: [], reasonable: true },
  },
  setLongerPeriod: {
    schema: contract.setLongerPeriodSchema,
    fields: [dayNamed('告知申请人之日'), { name: 'until', label: '延迟到', kind: 'day' }, reason],
  },
  dispatch: {
    schema: contract.dispatchSchema,
    fields: [
      { name: 'way', label: '送达方式', kind: 'choice', options: optionsOf(deliveryWays, deliveryWayTitles) },
      dayNamed('送出之日', '邮寄的以交邮之日为准，须用邮政企业。'),
      {
        name: 'signedOn',
        label: '签收之日',
        kind: 'day',
        optional: true,
        when: ({ way }) => way === 'direct' || way === 'entrusted',
      },
      { name: 'proof', label: '凭据', kind: 'area', hint: '邮件号、签收回证号、收件地址。' },
    ],
  },
  recordDelivery: {
    schema: contract.recordDeliverySchema,
    fields: [
      {
        name: 'outcome',
        label: '情况',
        kind: 'choice',
        options: [
          { value: 'signed', label: '已签收' },
          { value: 'returned', label: '退回' },
        ],
      },
      on,
      { name: 'proof', label: '凭据或者退回原因', kind: 'area' },
    ],
  },
  archive: {
    schema: contract.archiveSchema,
    fields: [],
    consequence: '案卷编号归档；此后的复议、诉讼仍记入本卷。',
  },
  convert: {
    schema: contract.convertSchema,
    fields: [
      { name: 'title', label: '标题', kind: 'text' },
      { name: 'columnId', label: '栏目', kind: 'column' },
    ],
    toInput: (values) => ({ ...values, itemKind: 'notice' }),
    consequence: '在“信息发布”里起草一份主动公开的信息，与本件相连，照常审核后发布。',
  },
  reopen: {
    schema: contract.reopenSchema,
    fields: [
      dayNamed('收到复议决定或者判决之日'),
      { name: 'due', label: '限定的答复日期', kind: 'day', optional: true },
      { ...reason, label: '依据' },
    ],
    consequence: '重新办理，答复期限重新计算。',
  },
} as const satisfies Readonly<Record<string, ActionForm>>;
