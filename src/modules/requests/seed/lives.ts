/**
 * The requests of the fictional county as plain data: who asks for what, how it came in, what became of it and after how many
 * working days. Deterministic; nobody in it exists.
 */
import type { ApplicantKind } from '../rules/applicants.ts';
import type { IntakeWay } from '../rules/case-events.ts';

/** What happens between receipt and reply. */
export type LifeCourse =
  | 'plain'
  | 'corrected'
  | 'notCorrected'
  | 'thirdParty'
  | 'extended'
  | 'withdrawn'
  | 'fee';

export interface SeededLife {
  readonly no: number;
  /** Days after the first of January 2024. */
  readonly arrivedAfter: number;
  readonly unitCode: string;
  readonly way: IntakeWay;
  readonly applicantKind: ApplicantKind;
  /** The same number is the same person. */
  readonly person: number;
  readonly subject: string;
  readonly description: string;
  readonly course: LifeCourse;
  readonly leaf: string;
  /** Working days from receipt (or its restart) to the reply. */
  readonly replyAfter: number;
  readonly byPost: boolean;
}

/** Each subject with the organ that keeps it. */
const subjects: readonly (readonly [unitCode: string, subject: string, detail: string])[] = [
  ['education', '义务教育学校划片招生方案', '申请公开城区义务教育学校划片范围和调整依据。'],
  ['education', '农村学校教师招聘结果', '申请公开农村学校教师招聘的岗位、成绩和录用结果。'],
  ['education', '学校食堂大宗食材采购合同', '申请公开城区中小学食堂大宗食材采购的合同。'],
  ['natural-resources', '石桥镇土地征收批准文件', '申请公开石桥镇上坊村土地征收的批准文件和补偿方案。'],
  ['natural-resources', '宅基地使用权登记情况', '申请公开本人宅基地使用权的登记情况。'],
  ['natural-resources', '城南片区控制性详细规划', '申请公开城南片区控制性详细规划的图则和批准文件。'],
  ['housing', '老旧小区改造项目清单', '申请公开老旧小区改造项目清单、预算和进度。'],
  ['housing', '物业维修资金使用情况', '申请公开滨河花园小区维修资金的使用情况。'],
  ['housing', '房屋征收补偿协议', '申请公开旧城改造房屋征收补偿协议的文本。'],
  ['finance', '部门预算和决算', '申请公开县级部门上一年度的预算和决算。'],
  ['finance', '惠农补贴发放明细', '申请公开白鹭镇耕地地力保护补贴的发放明细。'],
  ['agriculture', '高标准农田建设项目验收报告', '申请公开高标准农田建设项目的验收报告。'],
  ['human-resources', '事业单位公开招聘结果', '申请公开事业单位公开招聘的资格审查和录用结果。'],
  ['human-resources', '劳动监察处理决定', '申请公开某建筑公司欠薪案件的劳动监察处理决定。'],
  ['health', '医疗机构处罚决定', '申请公开对某诊所的行政处罚决定书。'],
  ['market-supervision', '食品抽检结果', '申请公开集贸市场食品抽检的批次和结果。'],
  ['market-supervision', '企业登记档案', '申请公开某商贸有限公司的登记档案。'],
  ['transport', '公交线路调整方案', '申请公开3路公交线路调整的论证材料。'],
  ['water', '河道采砂许可', '申请公开南湾河段采砂许可的决定和期限。'],
  ['civil-affairs', '低保审核确认结果', '申请公开本村低保审核确认的结果和公示情况。'],
  ['public-security', '交通监控录像', '申请公开某路口当日的监控录像。'],
  ['ecology', '建设项目环评批复', '申请公开新型建材厂的环境影响评价批复。'],
  ['emergency', '安全生产事故调查报告', '申请公开某厂房坍塌事故的调查报告。'],
  ['government-office', '县政府常务会议纪要', '申请公开讨论供水价格的县政府常务会议纪要。'],
  ['government-office', '重大建设项目批准文件', '申请公开县人民医院迁建项目的批准文件。'],
];

const places = [
  '石桥镇',
  '双河镇',
  '云岭镇',
  '白鹭镇',
  '柳溪镇',
  '枫林镇',
  '大坪镇',
  '南湾镇',
  '澜城街道',
  '东浦街道',
];

/** The same sequence on every machine. */
function sequenceFrom(start: number): (below: number) => number {
  let state = start >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
}

/** A value by weight; the weights are shares of a hundred. */
function weighed<Value>(pick: number, shares: readonly (readonly [share: number, value: Value])[]): Value {
  let sum = 0;
  for (const [share, value] of shares) {
    sum += share;
    if (pick < sum) return value;
  }
  const last = shares.at(-1);
  if (last === undefined) throw new Error('nothing to choose from');
  return last[1];
}

const ways: readonly (readonly [number, IntakeWay])[] = [
  [52, 'online'],
  [20, 'registeredMail'],
  [13, 'counter'],
  [5, 'ordinaryMail'],
  [5, 'email'],
  [3, 'fax'],
  [2, 'oral'],
];

const kinds: readonly (readonly [number, ApplicantKind])[] = [
  [84, 'naturalPerson'],
  [7, 'enterprise'],
  [2, 'research'],
  [1, 'publicInterest'],
  [4, 'legalService'],
  [2, 'otherOrganisation'],
];

const courses: readonly (readonly [number, LifeCourse])[] = [
  [74, 'plain'],
  [8, 'corrected'],
  [3, 'notCorrected'],
  [5, 'thirdParty'],
  [6, 'extended'],
  [3, 'withdrawn'],
  [1, 'fee'],
];

const leaves: readonly (readonly [number, string])[] = [
  [24, 'disclosed'],
  [18, 'alreadyPublic'],
  [8, 'partial'],
  [17, 'notExisting'],
  [11, 'notOurs'],
  [3, 'needsMaking'],
  [4, 'process'],
  [3, 'enforcementFile'],
  [2, 'internalAffairs'],
  [3, 'administrativeQuery'],
  [4, 'petition'],
  [2, 'repeated'],
  [1, 'publication'],
];

/** So many requests, spread over the given number of days. */
export function listSeededLives(count: number, days: number): SeededLife[] {
  const next = sequenceFrom(20_240_101);
  return Array.from({ length: count }, (_, index) => {
    const subject = subjects[next(subjects.length)] ?? subjects[0];
    if (subject === undefined) throw new Error('no subject');
    const [unitCode, what, description] = subject;
    const year = 2018 + next(8);
    const course = weighed(next(100), courses);
    return {
      no: index + 1,
      arrivedAfter: Math.floor((index * days) / count) + next(2),
      unitCode,
      way: weighed(next(100), ways),
      applicantKind: weighed(next(100), kinds),
      person: next(240),
      subject: `${year}年${what}`,
      description: `${description}涉及年份：${year}年；涉及地点：${places[next(places.length)] ?? ''}。`,
      course,
      leaf:
        course === 'thirdParty'
          ? weighed(next(100), [
              [60, 'tradeSecret'],
              [40, 'disclosedWithConsent'],
            ])
          : weighed(next(100), leaves),
      replyAfter: 3 + next(15) + (next(60) === 0 ? 6 : 0),
      byPost: next(3) === 0,
    };
  });
}
