/** Labels of columns and their refusals. */
import { defineRefusals } from '#kernel/refusal.ts';
import type { ColumnKind, Freshness, StatutoryPart } from '../rules/columns.ts';
import type { StatutoryDuty } from '../rules/kinds/item-kind.ts';

export const columnKindTitles: Readonly<Record<ColumnKind, string>> = {
  news: '动态',
  notice: '公告',
  policy: '政策',
  statutory: '法定主动公开',
  topic: '专题',
  unitPage: '单位主页',
};

export const freshnessTitles: Readonly<Record<Freshness, string>> = {
  fresh: '按时更新',
  soonStale: '更新期限将到',
  stale: '逾期未更新',
  empty: '空栏目',
  noInterval: '没有设更新周期',
};

export const statutoryPartTitles: Readonly<Record<StatutoryPart, string>> = {
  guide: '政府信息公开指南',
  system: '政府信息公开制度',
  proactive: '法定主动公开内容',
  annualReport: '政府信息公开工作年度报告',
  onRequest: '依申请公开',
};

/** The contents of 政府信息公开条例第二十条, in short. */
export const statutoryDutyTitles: Readonly<Record<StatutoryDuty, string>> = {
  rules: '法规规章和规范性文件',
  organisation: '机构职能',
  planning: '规划计划',
  statistics: '统计信息',
  licensing: '行政许可和其他对外服务',
  penalties: '行政处罚和行政强制',
  budget: '财政预算决算',
  charges: '行政事业性收费',
  procurement: '政府集中采购',
  projects: '重大建设项目',
  livelihood: '扶贫、教育、医疗、社会保障、就业',
  emergency: '应急管理',
  inspection: '监督检查',
  recruitment: '公务员招考录用',
  otherByLaw: '其他法定公开信息',
};

export const columnRefusals = defineRefusals({
  'publishing.columnNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这个栏目',
      why: '地址有误，或者栏目已经关闭',
      todo: '请重新选择栏目，或从首页进入',
    }),
  },
  'publishing.unitPageNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这个单位',
      why: '地址有误，或者它没有自己的信息公开页面',
      todo: '请从“各单位”页面进入',
    }),
  },
  'publishing.columnParentUnfit': {
    status: 422,
    say: () => ({
      what: '不能放在这个上级栏目之下',
      why: '上级栏目已关闭，或者它就在这个栏目之下',
      todo: '请另选上级栏目',
    }),
  },
  'publishing.columnCodeTaken': {
    status: 409,
    say: (params: { code: string }) => ({
      what: `地址“${params.code}”已被使用`,
      why: '栏目地址一经使用不再改给别的栏目，以免旧链接指错',
      todo: '请换一个地址',
    }),
  },
  'publishing.contentIsThere': {
    status: 409,
    article: '政府信息公开条例第二十条',
    say: (params: { duty: StatutoryDuty; items: number }) => ({
      what: `不能写明没有“${statutoryDutyTitles[params.duty]}”`,
      why: `这项内容已经公开了${params.items}条信息`,
      todo: '请刷新页面核对；信息放错栏目的，先移到别的栏目',
    }),
  },
  'publishing.absenceNotDeclared': {
    status: 404,
    say: () => ({
      what: '没有可以撤回的说明',
      why: '这项内容没有写明“本单位没有”，或者已经撤回',
      todo: '请刷新页面后再看',
    }),
  },
  'publishing.columnNotEmpty': {
    status: 409,
    say: (params: { items: number; children: number }) => ({
      what: '这个栏目还不能关闭',
      why: `其中还有${params.items}份已发布的信息、${params.children}个下级栏目`,
      todo: '请先把信息移到其他栏目，关闭下级栏目',
    }),
  },
});
