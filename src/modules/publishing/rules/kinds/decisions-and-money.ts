/** Kinds of items with limits of their own or with figures of the annual report: decisions, budgets, purchases, land, charges. */
import { general, type ItemKind } from './item-kind.ts';

export const budgetKind: ItemKind = {
  ...general,
  id: 'budget',
  title: '预算决算和资金',
  description: '预算、决算、“三公”经费、专项资金分配和使用',
  period: 'budget-publication',
  formedOnTitle: '批准或批复日期',
  duty: 'budget',
  fields: [
    { key: 'fiscalYear', title: '预算年度', type: 'number', isRequired: true },
    { key: 'total', title: '总额', type: 'money' },
  ],
};

export const enforcementKind: ItemKind = {
  ...general,
  id: 'enforcement',
  title: '执法和监督结果',
  description: '行政许可、处罚、检查、抽查的结果',
  // The shortest limit of the sorts, so that one whose sort nobody named is not late unseen.
  period: 'penalty-publication',
  periodBySort: {
    licence: 'licence-publication',
    penalty: 'penalty-publication',
    coercion: 'enforcement-publication',
    inspection: 'enforcement-publication',
    other: 'enforcement-publication',
  },
  formedOnTitle: '作出决定日期',
  duty: 'penalties',
  fields: [
    {
      key: 'sort',
      title: '决定种类',
      type: 'choice',
      isRequired: true,
      hint: '公开期限和年报数字按种类计算',
      choices: [
        { value: 'licence', title: '行政许可' },
        { value: 'penalty', title: '行政处罚' },
        { value: 'coercion', title: '行政强制' },
        { value: 'inspection', title: '行政检查、抽查' },
        { value: 'other', title: '其他执法决定' },
      ],
    },
    { key: 'decisions', title: '决定件数', type: 'number', hint: '一批公开的，写明共几件；不填按1件计' },
    { key: 'decisionNumber', title: '决定书文号', type: 'text' },
    { key: 'party', title: '当事人', type: 'text', isRequired: true, hint: '自然人只写姓氏' },
    { key: 'matter', title: '事由', type: 'longText', isRequired: true },
    { key: 'ground', title: '法律依据', type: 'longText', isRequired: true },
    { key: 'result', title: '结果', type: 'longText', isRequired: true },
  ],
};

export const procurementKind: ItemKind = {
  ...general,
  id: 'procurement',
  title: '政府采购',
  description: '采购目录、公告、结果、合同',
  period: 'procurement-result',
  periodBySort: {
    result: 'procurement-result',
    contract: 'procurement-contract',
    other: 'proactive-publication',
  },
  formedOnTitle: '中标成交或签订日期',
  duty: 'procurement',
  fields: [
    {
      key: 'sort',
      title: '公告种类',
      type: 'choice',
      isRequired: true,
      hint: '结果和合同的公告期限是2个工作日',
      choices: [
        { value: 'result', title: '中标、成交结果' },
        { value: 'contract', title: '采购合同' },
        { value: 'other', title: '采购目录、意向、采购公告' },
      ],
    },
    { key: 'projectName', title: '采购项目', type: 'text', isRequired: true },
    { key: 'amount', title: '金额', type: 'money' },
    { key: 'supplier', title: '中标成交供应商', type: 'text' },
  ],
};

export const landKind: ItemKind = {
  ...general,
  id: 'landExpropriation',
  title: '征收土地公告',
  description: '征收土地批准文件和批准后的公告',
  period: 'land-approval-announcement',
  formedOnTitle: '收到批准文件日期',
  duty: 'otherByLaw',
  fields: [
    { key: 'approvalNumber', title: '批准文号', type: 'text', isRequired: true },
    { key: 'place', title: '征收范围', type: 'longText', isRequired: true },
    { key: 'area', title: '面积', type: 'text', hint: '写明单位，例：2.6公顷' },
  ],
};

export const chargesKind: ItemKind = {
  ...general,
  id: 'charges',
  title: '行政事业性收费',
  description: '收费目录、标准和一个年度的收费情况',
  isBodyRequired: false,
  duty: 'charges',
  fields: [
    { key: 'year', title: '收费年度', type: 'number', hint: '公开一个年度的收费金额时填写' },
    { key: 'charged', title: '本年收费金额', type: 'money', hint: '汇入年报第二部分的表格' },
    {
      key: 'rows',
      title: '收费项目',
      type: 'rows',
      columns: [
        { key: 'name', title: '项目名称' },
        { key: 'standard', title: '收费标准' },
        { key: 'basis', title: '依据' },
      ],
    },
  ],
};
