/** The columns of 望澜县's portal: the statutory one with its fixed parts, daily ones, and topics that fill themselves. */
import type { ColumnKind, StatutoryPart } from '#modules/publishing/rules/columns.ts';
import type { StatutoryDuty } from '#modules/publishing/rules/kinds/item-kind.ts';

export interface SeedColumn {
  readonly code: string;
  readonly title: string;
  readonly kind: ColumnKind;
  /** Code of the unit that answers for it. */
  readonly unit: string;
  readonly parent?: string;
  readonly part?: StatutoryPart;
  readonly duty?: StatutoryDuty;
  readonly days?: number;
  readonly description?: string;
  /** Words by which a topic column takes items. */
  readonly words?: readonly string[];
}

const office = 'government-office';

export const siteColumnSeed: readonly SeedColumn[] = [
  {
    code: 'news',
    title: '望澜要闻',
    kind: 'news',
    unit: office,
    days: 14,
    description: '全县政务活动和重点工作进展。',
  },
  {
    code: 'notices',
    title: '通知公告',
    kind: 'notice',
    unit: office,
    days: 30,
    description: '面向社会的通知、公告和公示。',
  },
  { code: 'statutory-guide', title: '政府信息公开指南', kind: 'statutory', unit: office, part: 'guide' },
  { code: 'statutory-system', title: '政府信息公开制度', kind: 'statutory', unit: office, part: 'system' },
  { code: 'statutory', title: '法定主动公开内容', kind: 'statutory', unit: office, part: 'proactive' },
  {
    code: 'annual-reports',
    title: '政府信息公开工作年度报告',
    kind: 'statutory',
    unit: office,
    part: 'annualReport',
  },
  { code: 'on-request', title: '依申请公开', kind: 'statutory', unit: office, part: 'onRequest' },
  {
    code: 'rules',
    title: '行政规范性文件',
    kind: 'policy',
    unit: office,
    parent: 'statutory',
    duty: 'rules',
    days: 180,
  },
  {
    code: 'organisation',
    title: '机构职能',
    kind: 'statutory',
    unit: office,
    parent: 'statutory',
    duty: 'organisation',
    days: 365,
  },
  {
    code: 'planning',
    title: '规划计划',
    kind: 'statutory',
    unit: 'development-reform',
    parent: 'statutory',
    duty: 'planning',
    days: 180,
  },
  {
    code: 'statistics',
    title: '统计信息',
    kind: 'statutory',
    unit: 'statistics',
    parent: 'statutory',
    duty: 'statistics',
    days: 90,
  },
  {
    code: 'licensing',
    title: '行政许可和服务',
    kind: 'statutory',
    unit: 'administrative-approval',
    parent: 'statutory',
    duty: 'licensing',
    days: 180,
  },
  {
    code: 'penalties',
    title: '行政处罚和强制',
    kind: 'statutory',
    unit: 'law-enforcement',
    parent: 'statutory',
    duty: 'penalties',
    days: 90,
  },
  {
    code: 'budget',
    title: '财政预决算',
    kind: 'statutory',
    unit: 'finance',
    parent: 'statutory',
    duty: 'budget',
    days: 180,
  },
  {
    code: 'procurement',
    title: '政府采购',
    kind: 'statutory',
    unit: 'finance',
    parent: 'statutory',
    duty: 'procurement',
    days: 90,
  },
  {
    code: 'projects',
    title: '重大建设项目',
    kind: 'statutory',
    unit: 'development-reform',
    parent: 'statutory',
    duty: 'projects',
    days: 180,
  },
  {
    code: 'livelihood',
    title: '民生保障',
    kind: 'statutory',
    unit: 'civil-affairs',
    parent: 'statutory',
    duty: 'livelihood',
    days: 90,
  },
  {
    code: 'emergency',
    title: '应急管理',
    kind: 'statutory',
    unit: 'emergency',
    parent: 'statutory',
    duty: 'emergency',
    days: 180,
  },
  {
    code: 'inspection',
    title: '监督检查',
    kind: 'statutory',
    unit: 'market-supervision',
    parent: 'statutory',
    duty: 'inspection',
    days: 90,
  },
  {
    code: 'recruitment',
    title: '招考录用',
    kind: 'statutory',
    unit: 'human-resources',
    parent: 'statutory',
    duty: 'recruitment',
    days: 180,
  },
  { code: 'proposals', title: '建议提案办理', kind: 'notice', unit: office, days: 365 },
  {
    code: 'topic-employment',
    title: '稳就业',
    kind: 'topic',
    unit: 'human-resources',
    days: 60,
    words: ['就业', '招聘', '见习'],
  },
  {
    code: 'topic-business',
    title: '优化营商环境',
    kind: 'topic',
    unit: 'development-reform',
    days: 90,
    words: ['营商环境', '经营主体', '审批'],
  },
  {
    code: 'topic-environment',
    title: '生态环境',
    kind: 'topic',
    unit: 'ecology',
    days: 60,
    words: ['空气质量', '水质', '生态'],
  },
];
