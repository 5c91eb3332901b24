/** Periods of administrative review and lawsuits, and the two days of the annual report. */
import { dayOf } from '#kernel/day.ts';
import { calendarDays, calendarMonths, dayOfEveryYear, type PeriodRule, workingDays } from './shapes.ts';

const review = {
  from: dayOf('2024-01-01'),
  source: '行政复议法（2023年9月1日修订，2024年1月1日起施行）',
} as const;
const reviewMoves = {
  kind: 'moves',
  ground: '行政复议法第八十八条第一款、民事诉讼法第八十五条',
} as const;
const litigation = {
  from: dayOf('2015-05-01'),
  source: '行政诉讼法（2014年11月1日修正，2015年5月1日起施行；2017年修正未改动本条）',
  lastDay: { kind: 'moves', ground: '行政诉讼法第一百零一条、民事诉讼法第八十五条' },
} as const;
const annualReport = {
  from: dayOf('2019-05-15'),
  source: '政府信息公开条例（国务院令第711号，2019年5月15日起施行）',
  verification: 'confirmed',
} as const;

export const disputePeriods = [
  {
    name: 'review-application',
    title: '申请行政复议',
    subject: 'disputes',
    startEvent: '知道或者应当知道行政行为',
    versions: [
      calendarDays({
        ...review,
        lastDay: reviewMoves,
        length: 60,
        article: '行政复议法第二十条第一款',
        says: '自知道或者应当知道行政行为之日起六十日内申请；决定未告知复议权利、机关和期限的，自知道之日起计算，最长一年',
      }),
    ],
  },
  {
    name: 'review-acceptance',
    title: '行政复议申请审查受理',
    subject: 'disputes',
    startEvent: '复议机关收到复议申请',
    versions: [
      workingDays({
        ...review,
        length: 5,
        article: '行政复议法第三十条第一款、第八十八条第二款',
        says: '复议机关收到申请后五日内审查；该法规定的“五日”是指工作日',
      }),
    ],
  },
  {
    name: 'review-reply',
    title: '行政复议答复（普通程序）',
    subject: 'disputes',
    startEvent: '收到复议申请书副本',
    versions: [
      workingDays({
        ...review,
        length: 10,
        article: '行政复议法第四十八条、第八十八条第二款',
        says: '被申请人自收到申请书副本之日起十日内书面答复并提交证据；该法规定的“十日”是指工作日',
      }),
    ],
  },
  {
    name: 'review-reply-simplified',
    title: '行政复议答复（简易程序）',
    subject: 'disputes',
    startEvent: '收到复议申请书副本',
    versions: [
      workingDays({
        ...review,
        length: 5,
        article: '行政复议法第五十四条第一款、第八十八条第二款',
        says: '适用简易程序的，被申请人自收到申请书副本之日起五日内书面答复；该法规定的“五日”是指工作日',
      }),
    ],
  },
  {
    name: 'review-decision',
    title: '行政复议决定（普通程序）',
    subject: 'disputes',
    startEvent: '受理复议申请',
    versions: [
      calendarDays({
        ...review,
        lastDay: reviewMoves,
        length: 60,
        extension: { upTo: 30, decidedBy: '行政复议机构负责人', article: '行政复议法第六十二条第一款' },
        article: '行政复议法第六十二条第一款',
        says: '适用普通程序的，自受理申请之日起六十日内作出复议决定',
      }),
    ],
  },
  {
    name: 'review-decision-simplified',
    title: '行政复议决定（简易程序）',
    subject: 'disputes',
    startEvent: '受理复议申请',
    versions: [
      calendarDays({
        ...review,
        lastDay: reviewMoves,
        length: 30,
        article: '行政复议法第六十二条第二款',
        says: '适用简易程序的，自受理申请之日起三十日内作出复议决定',
      }),
    ],
  },
  {
    name: 'lawsuit-after-review',
    title: '不服复议决定提起诉讼',
    subject: 'disputes',
    startEvent: '收到复议决定书',
    versions: [
      calendarDays({
        ...litigation,
        length: 15,
        article: '行政诉讼法第四十五条',
        says: '不服复议决定的，自收到复议决定书之日起十五日内向人民法院起诉',
      }),
    ],
  },
  {
    name: 'lawsuit-direct',
    title: '直接提起行政诉讼',
    subject: 'disputes',
    startEvent: '知道或者应当知道行政行为',
    versions: [
      calendarMonths({
        ...litigation,
        length: 6,
        article: '行政诉讼法第四十六条第一款',
        says: '自知道或者应当知道作出行政行为之日起六个月内向人民法院起诉',
      }),
    ],
  },
  {
    name: 'lawsuit-defence',
    title: '行政诉讼答辩和举证',
    subject: 'disputes',
    startEvent: '收到起诉状副本',
    versions: [
      calendarDays({
        ...litigation,
        length: 15,
        article: '行政诉讼法第六十七条第一款',
        says: '被告自收到起诉状副本之日起十五日内提交作出行政行为的证据和所依据的规范性文件，并提出答辩状',
      }),
    ],
  },
  {
    name: 'lawsuit-appeal',
    title: '对一审判决提起上诉',
    subject: 'disputes',
    startEvent: '判决书送达',
    versions: [
      calendarDays({
        ...litigation,
        length: 15,
        article: '行政诉讼法第八十五条',
        says: '不服一审判决的，自判决书送达之日起十五日内上诉；逾期不上诉的，一审判决生效',
      }),
    ],
  },
  {
    name: 'lawsuit-appeal-ruling',
    title: '对一审裁定提起上诉',
    subject: 'disputes',
    startEvent: '裁定书送达',
    versions: [
      calendarDays({
        ...litigation,
        length: 10,
        article: '行政诉讼法第八十五条',
        says: '不服一审裁定的，自裁定书送达之日起十日内上诉；逾期不上诉的，一审裁定生效',
      }),
    ],
  },
  {
    name: 'review-opinion-report',
    title: '行政复议意见书整改情况通报',
    subject: 'disputes',
    startEvent: '收到行政复议意见书',
    versions: [
      calendarDays({
        ...review,
        lastDay: reviewMoves,
        length: 60,
        article: '行政复议法第七十六条',
        says: '自收到行政复议意见书之日起六十日内，将纠正行政违法或者不当行为的情况报送复议机关',
      }),
    ],
  },
] as const satisfies readonly PeriodRule[];

export const reportPeriods = [
  {
    name: 'annual-report-unit',
    title: '部门政府信息公开工作年度报告',
    subject: 'report',
    startEvent: '起算',
    versions: [
      dayOfEveryYear({
        ...annualReport,
        length: 131,
        article: '政府信息公开条例第四十九条第一款',
        says: '部门在每年1月31日前提交并公布上一年度报告',
      }),
    ],
  },
  {
    name: 'annual-report-government',
    title: '本级政府信息公开工作年度报告',
    subject: 'report',
    startEvent: '起算',
    versions: [
      dayOfEveryYear({
        ...annualReport,
        length: 331,
        article: '政府信息公开条例第四十九条第二款',
        says: '政府信息公开工作主管部门在每年3月31日前公布本级政府上一年度报告',
      }),
    ],
  },
] as const satisfies readonly PeriodRule[];
