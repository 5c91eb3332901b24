/** Forms of the actions that settle where a request belongs, and of contact with the applicant. */
import * as contract from '../../contract/case-commands.ts';
import { contactWays, recordCorrections } from '../../rules/case-events.ts';
import { contactWayTitles, recordCorrectionTitles } from '../../words/case-lines.ts';
import { type ActionForm, dayNamed, linesOf, on, optionsOf, reason } from './shapes.ts';

export const intakeForms = {
  confirmReceipt: {
    schema: contract.confirmReceiptSchema,
    fields: [dayNamed('签收或者双方确认之日'), { name: 'evidence', label: '凭据', kind: 'area' }],
    consequence: '这一天即为收到之日，答复期限从次日起算。',
  },
  recordContact: {
    schema: contract.recordContactSchema,
    fields: [
      on,
      { name: 'way', label: '方式', kind: 'choice', options: optionsOf(contactWays, contactWayTitles) },
      { name: 'reached', label: '已经联系上', kind: 'yesNo' },
      { name: 'note', label: '沟通内容', kind: 'area' },
    ],
    initial: { reached: true },
  },
  assign: {
    schema: contract.assignSchema,
    fields: [
      { name: 'unitId', label: '承办单位', kind: 'unit' },
      {
        name: 'officerIds',
        label: '承办人',
        kind: 'officers',
        hint: '只有承办人和政府信息公开工作机构能看到本件。',
      },
      { name: 'internalDue', label: '内部办理时限', kind: 'day', optional: true },
      { name: 'note', label: '交办意见', kind: 'area', optional: true },
    ],
  },
  transfer: {
    schema: contract.transferSchema,
    fields: [{ name: 'unitId', label: '转给', kind: 'unit' }, reason],
    consequence: '由该机关重新编号并答复，期限不中断。',
  },
  forward: {
    schema: contract.forwardSchema,
    fields: [
      { name: 'body', label: '机关', kind: 'text' },
      { name: 'contact', label: '联系方式', kind: 'text', optional: true },
      reason,
    ],
    consequence: '仍须答复申请人，告知负责公开的机关。',
  },
  split: {
    schema: contract.splitSchema,
    fields: [{ name: 'parts', label: '各件所需信息', kind: 'lines', hint: '一行一件，至少两行。' }],
    toInput: ({ parts }) => ({
      parts: linesOf(parts).map((line) => ({ subject: line.slice(0, 200), description: line })),
    }),
    consequence: '各件单独编号、答复和统计，收到之日不变；本件办结，不重复统计。',
  },
  merge: {
    schema: contract.mergeSchema,
    fields: [{ name: 'intoId', label: '并入', kind: 'alike' }, reason],
    consequence: '本件办结，不重复统计。',
  },
  sendMessage: {
    schema: contract.sendMessageSchema,
    fields: [{ name: 'text', label: '留言', kind: 'area' }],
    consequence: '申请人凭查询码可以看到。',
  },
  withdraw: {
    schema: contract.withdrawSchema,
    fields: [dayNamed('撤回之日'), { ...reason, label: '经过和凭据' }],
    consequence: '本件办结。',
  },
  correctRecord: {
    schema: contract.correctRecordSchema,
    fields: [
      on,
      {
        name: 'outcome',
        label: '结果',
        kind: 'choice',
        options: optionsOf(recordCorrections, recordCorrectionTitles),
      },
      { name: 'note', label: '办理情况', kind: 'area' },
    ],
  },
} as const satisfies Readonly<Record<string, ActionForm>>;
