/** What 望澜县 had out on its former site: three years of lists in our own words, as rows an old site exports. */

import { type Day, dayOf } from '#kernel/day.ts';
import type { ImportRow } from '#modules/publishing/rules/import-rows.ts';

interface Pattern {
  readonly column: string;
  readonly kind: string;
  readonly units: readonly string[];
  /** Month and day of publication in each year. */
  readonly on: readonly string[];
  readonly title: (year: number, round: number, unit: string) => string;
  readonly body: (year: number, round: number, unit: string) => string;
}

const quarters = ['04-18', '07-18', '10-20'] as const;
const towns = [
  '澜城街道',
  '东浦街道',
  '石桥镇',
  '双河镇',
  '云岭镇',
  '白鹭镇',
  '柳溪镇',
  '枫林镇',
  '大坪镇',
  '南湾镇',
];

const patterns: readonly Pattern[] = [
  {
    column: 'statistics',
    kind: 'statistics',
    units: ['县统计局'],
    on: quarters,
    title: (year, round) => `${year}年${['一季度', '上半年', '前三季度'][round]}全县经济运行情况`,
    body: (year, round) =>
      `${year}年${['一季度', '上半年', '前三季度'][round]}，全县经济运行总体平稳，农业、工业和服务业主要指标在合理区间。\n数据由县统计局根据各专业报表整理，最终数以统计年鉴为准。\n咨询电话见本局公开指南。`,
  },
  {
    column: 'budget',
    kind: 'budget',
    units: ['县财政局', '县教育局', '县卫健局', '县民政局', '县农业农村局', '县住建局'],
    on: ['02-20', '09-10'],
    title: (year, round, unit) => (round === 0 ? `${unit}${year}年部门预算` : `${unit}${year - 1}年部门决算`),
    body: (year, round, unit) =>
      `${unit}${round === 0 ? `${year}年部门预算` : `${year - 1}年部门决算`}已经批复，现予公开。\n内容包括部门职责、收支总体情况、财政拨款支出情况、“三公”经费情况和有关说明，详见表格。\n对公开内容有疑问的，可以向本单位财务部门咨询。`,
  },
  {
    column: 'inspection',
    kind: 'enforcement',
    units: ['县市场监管局', '县应急局', '市生态环境局望澜分局'],
    on: ['03-28', '06-27', '11-28'],
    title: (year, round, unit) => `${unit}${year}年第${['一', '二', '三'][round]}批“双随机、一公开”抽查结果`,
    body: (_year, round, unit) =>
      `${unit}随机抽取检查对象和检查人员，开展第${['一', '二', '三'][round]}批抽查。\n抽查结果分为未发现问题、责令改正、立案查处三类，已按规定归集。\n经营主体对结果有异议的，可以在十五日内书面提出。`,
  },
  {
    column: 'topic-environment',
    kind: 'news',
    units: ['市生态环境局望澜分局'],
    on: ['01-12', '03-12', '05-12', '07-12', '09-12', '11-12'],
    title: (year, round) => `${year}年${round * 2 + 1}月望澜县城区空气质量状况`,
    body: (year, round) =>
      `${year}年${round * 2 + 1}月，城区空气质量以优良为主，首要污染物为细颗粒物。\n监测数据来自城区两个自动监测点，每日数据可以在本栏目查询。`,
  },
  {
    column: 'topic-employment',
    kind: 'notice',
    units: ['县人社局'],
    on: ['02-18', '05-20', '08-22'],
    title: (year, round) => `${year}年${['春季', '夏季', '秋季'][round]}就业招聘活动公告`,
    body: (_year, round) =>
      `本次${['春季', '夏季', '秋季'][round]}招聘活动在县人力资源市场举行，设就业指导、技能培训和见习报名窗口。\n求职人员带本人证件即可入场，活动不收取任何费用。\n用人单位应当如实提供岗位信息。`,
  },
  {
    column: 'recruitment',
    kind: 'personnel',
    units: ['县人社局'],
    on: ['04-08', '08-30'],
    title: (year, round) => `${year}年望澜县事业单位公开招聘${round === 0 ? '公告' : '拟聘用人员公示'}`,
    body: (_year, round) =>
      round === 0
        ? '招聘岗位、条件、报名和考试安排见附表。报名在网上进行，不收取报名费以外的费用。\n本次招聘不指定辅导用书，不举办培训班。'
        : '经报名、考试、体检、考察等程序，拟聘用人员名单现予公示，公示期为七个工作日。\n对拟聘用人员有异议的，可以在公示期内向县人社局反映。',
  },
  {
    column: 'emergency',
    kind: 'emergencyPlan',
    units: ['县应急局', '县水利局', '县卫健局'],
    on: ['05-08'],
    title: (year, _round, unit) => `${unit}${year}年应急预案和演练安排`,
    body: (year, _round, unit) =>
      `${unit}修订了${year}年应急预案，明确预警级别、响应措施和责任分工。\n本年度计划演练两次，演练期间会提前公告，请周边群众不必惊慌。`,
  },
  {
    column: 'licensing',
    kind: 'serviceGuide',
    units: ['县审批局'],
    on: ['03-05', '09-15'],
    title: (year, round) => `${round === 0 ? '食品经营许可' : '建设工程施工许可'}办事指南（${year}年版）`,
    body: (_year, round) =>
      `${round === 0 ? '食品经营许可' : '建设工程施工许可'}由县政务服务中心综合窗口受理，可以网上申报，也可以现场办理。\n材料齐全的当场受理；需要补正的，一次告知全部内容。\n办理不收费。`,
  },
  {
    column: 'livelihood',
    kind: 'list',
    units: ['县民政局', '县医保局', '县教育局'],
    on: ['01-20', '07-20'],
    title: (year, round, unit) => `${unit}${year}年${round === 0 ? '上' : '下'}半年惠民政策和资金发放情况`,
    body: (_year, _round, unit) =>
      `${unit}负责的惠民政策、补助标准、发放人次和资金总额见表格。\n个人明细在村（社区）公示栏公示，不在网上公开。`,
  },
  {
    column: 'projects',
    kind: 'project',
    units: ['县发改局', '县交通运输局', '县水利局'],
    on: ['04-25', '10-28'],
    title: (year, round, unit) => `${unit}${year}年重点项目${round === 0 ? '批准结果' : '施工进展'}信息`,
    body: (_year, round) =>
      round === 0
        ? '项目已取得可行性研究报告批复，建设地点、规模、投资和工期见附表。'
        : '项目按计划推进，主体工程、质量安全监督和资金到位情况见附表。\n施工影响出行的路段已设置绕行标志。',
  },
  {
    column: 'news',
    kind: 'news',
    units: towns,
    on: ['03-15', '08-15'],
    title: (year, round, unit) => `${unit}${round === 0 ? '春季' : '秋季'}便民服务进村活动情况（${year}年）`,
    body: (_year, round, unit) =>
      `${unit}组织便民服务队到村（社区）${round === 0 ? '办理社保认证、解答补贴政策' : '开展健康检查、讲解防灾知识'}，现场回应群众提出的问题。\n未能当场答复的事项已登记，由有关单位限期答复。`,
  },
  {
    column: 'notices',
    kind: 'notice',
    units: ['县住建局', '县公安局', '县文广旅体局'],
    on: ['01-08', '06-06', '12-05'],
    title: (year, round, unit) =>
      `${unit}关于${['春节期间便民安排', '夏季安全提示', '岁末服务安排'][round]}的公告（${year}年）`,
    body: (_year, round, unit) =>
      `${unit}就${['春节期间便民安排', '夏季安全提示', '岁末服务安排'][round]}公告如下。\n一、服务窗口照常开放，具体时间见张贴的告示。\n二、需要帮助的群众可以拨打公开的咨询电话。`,
  },
];

function dayIn(year: number, monthDay: string): Day {
  return dayOf(`${year}-${monthDay}`);
}

/** The rows of the years up to the day, oldest first. */
export function formerSiteRows(until: Day): readonly ImportRow[] {
  const rows: ImportRow[] = [];
  for (const year of [2024, 2025, 2026]) {
    for (const pattern of patterns) {
      for (const [round, monthDay] of pattern.on.entries()) {
        const publishedOn = dayIn(year, monthDay);
        if (publishedOn > until) continue;
        for (const unitName of pattern.units) {
          rows.push({
            line: rows.length + 2,
            title: pattern.title(year, round, unitName),
            columnCode: pattern.column,
            unitName,
            kind: pattern.kind,
            publishedOn,
            formedOn: publishedOn,
            body: pattern.body(year, round, unitName),
            indexNumber: null,
            sourceName: null,
            oldAddress: null,
            openness: 'proactive',
            reason: null,
          });
        }
      }
    }
  }
  return rows.sort((left, right) =>
    left.publishedOn < right.publishedOn ? -1 : left.publishedOn > right.publishedOn ? 1 : 0,
  );
}
