/** Further items of 望澜县's former site: statutory contents with typed fields, and what is not proactively disclosed. */
import { dayOf } from '#kernel/day.ts';
import type { ImportRow } from '#modules/publishing/rules/import-rows.ts';

interface Given {
  readonly column: string;
  readonly unit: string;
  readonly kind: string;
  readonly on: string;
  /** Day it was formed; null where the former site had none. The day of publication unless said. */
  readonly formed?: string | null;
  readonly title: string;
  readonly body: string;
  readonly fields?: ImportRow['fields'];
  readonly openness?: ImportRow['openness'];
  readonly reason?: string;
}

const departments = [
  '县发改局',
  '县教育局',
  '县公安局',
  '县民政局',
  '县财政局',
  '县人社局',
  '县住建局',
  '县交通运输局',
  '县水利局',
  '县农业农村局',
  '县卫健局',
  '县应急局',
  '县市场监管局',
  '县统计局',
];

const functions = departments.map(
  (unit): Given => ({
    column: 'organisation',
    unit,
    kind: 'notice',
    on: '2026-03-10',
    title: `${unit}机构职能和联系方式`,
    body: `${unit}的职能、内设机构、办公地址、办公时间和负责人见本单位政府信息公开指南。\n办公时间：法定工作日上午八时三十分至十二时，下午二时三十分至六时。`,
  }),
);

function decided(sort: string, decisions: number, result: string) {
  return { sort, decisions, party: '见附表', matter: '见附表', ground: '见附表所列法律条款', result };
}

const decisions: readonly Given[] = [2025, 2026].flatMap((year): Given[] => [
  {
    column: 'penalties',
    unit: '县综合执法局',
    kind: 'enforcement',
    on: `${year}-06-16`,
    formed: `${year}-06-10`,
    title: `县综合执法局${year}年第二季度行政处罚决定公示`,
    body: '本季度作出的行政处罚决定按案由分类公示，当事人为自然人的只写姓氏。',
    fields: decided('penalty', year - 1983, '罚款、责令改正'),
  },
  {
    column: 'penalties',
    unit: '县市场监管局',
    kind: 'enforcement',
    on: `${year}-08-20`,
    formed: `${year}-08-06`,
    title: `县市场监管局${year}年8月行政处罚决定公示`,
    body: '食品安全、计量和广告方面的行政处罚决定，按统一格式公示。',
    fields: decided('penalty', year - 2008, '罚款、没收违法所得'),
  },
  {
    column: 'licensing',
    unit: '县审批局',
    kind: 'enforcement',
    on: `${year}-07-03`,
    formed: `${year}-06-30`,
    title: `县审批局${year}年上半年行政许可决定公示`,
    body: '上半年作出的行政许可决定按事项分类公示，可以在县政务服务中心查询全文。',
    fields: decided('licence', (year - 2000) * 49, '准予许可'),
  },
  {
    column: 'budget',
    unit: '县自然资源局',
    kind: 'charges',
    on: `${year}-02-26`,
    title: `县自然资源局${year - 1}年行政事业性收费情况`,
    body: '不动产登记费按国家规定的标准收取，小微企业和个体工商户免收。',
    fields: { year: year - 1, charged: (year - 1990) * 1_730_500 },
  },
  {
    column: 'procurement',
    unit: '县财政局',
    kind: 'procurement',
    on: `${year}-05-15`,
    formed: `${year}-05-14`,
    title: `${year}年学校课桌椅采购项目中标结果公告`,
    body: '中标供应商、中标金额和主要标的信息见附表。对结果有异议的，可以依法提出质疑。',
    fields: { projectName: '学校课桌椅采购', sort: 'result', amount: 86_400_000 },
  },
  {
    column: 'planning',
    unit: '县发改局',
    kind: 'progress',
    on: `${year}-07-28`,
    title: `${year}年上半年国民经济和社会发展计划执行情况`,
    body: '主要指标完成情况、重点项目进展和下半年措施见正文。',
    fields: { subject: `${year}年国民经济和社会发展计划`, done: '主要指标过半', next: '推进重点项目' },
  },
]);

const kept: readonly Given[] = (
  [
    ['县教育局', '教职工考勤和值班安排', 'withheld', '属于内部工作流程'],
    ['县住建局', '老旧小区改造方案讨论记录', 'withheld', '讨论记录，方案尚未确定'],
    ['县住建局', '老旧小区改造项目个人申报材料汇总', 'onRequest', '涉及申报人个人信息，向本人提供'],
    ['县市场监管局', '抽查检查对象名录库', 'onRequest', '公开后影响抽查效果，检查结果另行公示'],
    ['县民政局', '社会救助家庭经济状况核对情况', 'withheld', '涉及个人隐私'],
    ['县水利局', '水库调度方案征求意见稿', 'withheld', '过程性信息，方案印发后公开'],
    ['县水利局', '取水户用水计划', 'onRequest', '涉及企业经营信息'],
    ['县应急局', '危险化学品企业应急物资储备点位', 'onRequest', '公开后可能影响公共安全'],
  ] as const
).map(
  ([unit, title, openness, reason]): Given => ({
    column: 'notices',
    unit,
    kind: 'notice',
    on: '2025-09-22',
    title: `${unit}${title}`,
    body: `${title}，按规定管理。`,
    openness,
    reason,
  }),
);

/** Brought over without the day it was formed: it stands in the list of what cannot be counted. */
const undated: Given = {
  column: 'notices',
  unit: '县文广旅体局',
  kind: 'notice',
  on: '2025-10-08',
  formed: null,
  title: '县文化馆场馆开放安排',
  body: '县文化馆全年免费开放，周一闭馆。团体参观请提前一天电话预约。',
};

/** The rows, in the order of their days. */
export function statutoryRows(): readonly ImportRow[] {
  return [...functions, ...decisions, ...kept, undated]
    .toSorted((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0))
    .map((given, index) => ({
      line: index + 2,
      title: given.title,
      columnCode: given.column,
      unitName: given.unit,
      kind: given.kind,
      publishedOn: dayOf(given.on),
      formedOn: given.formed === null ? null : dayOf(given.formed ?? given.on),
      body: given.body,
      indexNumber: null,
      sourceName: null,
      oldAddress: null,
      openness: given.openness ?? 'proactive',
      reason: given.reason ?? null,
      ...(given.fields === undefined ? {} : { fields: given.fields }),
    }));
}
