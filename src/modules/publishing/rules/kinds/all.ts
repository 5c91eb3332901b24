/** The kinds of items, in the order the desk offers them. */
import {
  budgetKind,
  chargesKind,
  enforcementKind,
  landKind,
  procurementKind,
} from './decisions-and-money.ts';
import { general, type ItemKind } from './item-kind.ts';

/** Classes of a major project's file (重大建设项目批准和实施信息，国办发〔2017〕94号). */
export const projectParts = [
  { value: 'approvalServices', title: '批准服务信息' },
  { value: 'approvalResult', title: '批准结果信息' },
  { value: 'tendering', title: '招标投标信息' },
  { value: 'landAcquisition', title: '征收土地信息' },
  { value: 'designChange', title: '重大设计变更信息' },
  { value: 'construction', title: '施工有关信息' },
  { value: 'qualitySafety', title: '质量安全监督信息' },
  { value: 'completion', title: '竣工有关信息' },
] as const;

export const itemKinds: readonly ItemKind[] = [
  { ...general, id: 'news', title: '工作动态', description: '会议、活动、工作进展等动态消息', fields: [] },
  {
    ...general,
    id: 'notice',
    title: '通知公告',
    description: '面向社会的通知、公告、公示、通告',
    fields: [
      { key: 'effectiveUntil', title: '公示或有效截止日期', type: 'day' },
      { key: 'contact', title: '联系人和联系方式', type: 'text', hint: '公示期内提出意见的渠道' },
    ],
  },
  {
    ...general,
    id: 'policyDocument',
    title: '政策文件',
    description: '有发文字号的公文、行政规范性文件',
    formedOnTitle: '成文日期',
    duty: 'rules',
    fields: [
      { key: 'documentNumber', title: '发文字号', type: 'text', hint: '例：望政办发〔2026〕12号' },
      { key: 'effectiveOn', title: '施行日期', type: 'day' },
      { key: 'lapsesOn', title: '失效日期', type: 'day' },
      {
        key: 'nature',
        title: '文件性质',
        type: 'choice',
        choices: [
          { value: 'normative', title: '行政规范性文件' },
          { value: 'other', title: '其他公文' },
        ],
      },
    ],
  },
  {
    ...general,
    id: 'interpretation',
    title: '政策解读',
    description: '解释一份政策文件的文字、图表、视频、问答等材料',
    fields: [
      {
        key: 'form',
        title: '解读形式',
        type: 'choice',
        isRequired: true,
        choices: [
          { value: 'text', title: '文字' },
          { value: 'chart', title: '图表图解' },
          { value: 'video', title: '视频动画' },
          { value: 'questionsAnswers', title: '问答' },
          { value: 'process', title: '流程演示' },
        ],
      },
      { key: 'interpreter', title: '解读人', type: 'text', hint: '主要负责人解读的，写明职务' },
    ],
  },
  {
    ...general,
    id: 'project',
    title: '重大建设项目',
    description: '一个项目的批准、招标、征地、施工、质量安全、竣工等信息',
    duty: 'projects',
    fields: [
      { key: 'projectName', title: '项目名称', type: 'text', isRequired: true },
      { key: 'projectCode', title: '项目代码', type: 'text' },
      { key: 'part', title: '信息类别', type: 'choice', isRequired: true, choices: projectParts },
    ],
  },
  budgetKind,
  enforcementKind,
  {
    ...general,
    id: 'serviceGuide',
    title: '办事指南',
    description: '政务服务事项的条件、材料、流程、时限、收费、投诉渠道',
    duty: 'licensing',
    fields: [
      { key: 'conditions', title: '办理条件', type: 'longText', isRequired: true },
      {
        key: 'materials',
        title: '申请材料',
        type: 'rows',
        columns: [
          { key: 'name', title: '材料名称' },
          { key: 'form', title: '形式和份数' },
        ],
      },
      { key: 'days', title: '承诺办结工作日', type: 'number' },
      { key: 'fee', title: '收费标准和依据', type: 'text', isRequired: true, hint: '不收费的写“不收费”' },
      { key: 'place', title: '办理地点', type: 'text', isRequired: true },
      { key: 'phone', title: '咨询和投诉电话', type: 'phone', isRequired: true },
    ],
  },
  {
    ...general,
    id: 'proposalReply',
    title: '建议提案办理结果',
    description: '人大代表建议、政协委员提案的答复',
    formedOnTitle: '答复日期',
    fields: [
      {
        key: 'body',
        title: '类别',
        type: 'choice',
        isRequired: true,
        choices: [
          { value: 'congress', title: '人大代表建议' },
          { value: 'conference', title: '政协委员提案' },
        ],
      },
      { key: 'number', title: '编号', type: 'text', isRequired: true },
    ],
  },
  {
    ...general,
    id: 'emergencyPlan',
    title: '应急预案',
    description: '突发事件应急预案、预警信息、应对情况',
    duty: 'emergency',
    fields: [{ key: 'level', title: '预案级别', type: 'text' }],
  },
  {
    ...general,
    id: 'progress',
    title: '执行情况',
    description: '战略、规划、计划、民生实事的进展、成效和下一步措施',
    duty: 'planning',
    fields: [
      { key: 'subject', title: '规划或任务名称', type: 'text', isRequired: true },
      { key: 'done', title: '已完成', type: 'longText' },
      { key: 'next', title: '下一步', type: 'longText' },
    ],
  },
  {
    ...general,
    id: 'statistics',
    title: '统计信息',
    description: '国民经济和社会发展统计信息',
    duty: 'statistics',
    fields: [{ key: 'period', title: '统计期间', type: 'text', isRequired: true }],
  },
  {
    ...general,
    id: 'personnel',
    title: '人事信息',
    description: '任免、公务员和事业单位招考录用',
    duty: 'recruitment',
    fields: [],
  },
  procurementKind,
  landKind,
  chargesKind,
  {
    ...general,
    id: 'list',
    title: '清单和表格',
    description: '权责清单、收费目录、名录等以表格为主的信息',
    isBodyRequired: false,
    fields: [
      {
        key: 'rows',
        title: '表格',
        type: 'rows',
        columns: [
          { key: 'name', title: '名称' },
          { key: 'content', title: '内容' },
          { key: 'basis', title: '依据' },
        ],
      },
    ],
  },
];

/** A kind by its id; undefined for one that is not declared. */
export function findItemKind(id: string): ItemKind | undefined {
  return itemKinds.find((kind) => kind.id === id);
}
