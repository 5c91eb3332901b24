/** Periods of decision making, of messages from the public, and of interpreting and responding. */
import { dayOf } from '#kernel/day.ts';
import { calendarDays, clockHours, type PeriodRule, workingDays } from './shapes.ts';

const decisions = {
  from: dayOf('2019-09-01'),
  source: '重大行政决策程序暂行条例（国务院令第713号，2019年9月1日起施行）',
} as const;
const siteGuidelines = {
  from: dayOf('2017-05-15'),
  source: '政府网站发展指引（国办发〔2017〕47号）',
} as const;
const implementingRules = {
  from: dayOf('2016-11-10'),
  source: '《关于全面推进政务公开工作的意见》实施细则（国办发〔2016〕80号）',
} as const;

export const participationPeriods = [
  {
    name: 'decision-consultation',
    title: '重大行政决策公开征求意见',
    subject: 'decisions',
    startEvent: '公布决策草案',
    versions: [
      calendarDays({
        ...decisions,
        length: 30,
        bound: 'earliest',
        article: '重大行政决策程序暂行条例第十五条',
        says: '公开征求意见一般不少于30日；因情况紧急等原因缩短的，公开征求意见时应当说明',
        shortening: '因情况紧急等原因需要缩短的，应当在公开征求意见时说明理由',
      }),
    ],
  },
  {
    name: 'legality-review',
    title: '重大行政决策合法性审查',
    subject: 'decisions',
    startEvent: '送请合法性审查',
    versions: [
      workingDays({
        ...decisions,
        length: 7,
        bound: 'earliest',
        article: '重大行政决策程序暂行条例第二十六条',
        says: '合法性审查时间一般不少于7个工作日',
      }),
    ],
  },
  {
    name: 'hearing-papers',
    title: '听证会材料送达',
    subject: 'decisions',
    startEvent: '召开听证会',
    versions: [
      calendarDays({
        ...decisions,
        length: 7,
        direction: 'before',
        lastDay: { kind: 'stays', ground: '期限向前倒算，遇休息日顺延就会不足7日，应当提前' },
        article: '重大行政决策程序暂行条例第十六条第三款',
        says: '听证会材料于召开听证会7日前送达听证参加人',
      }),
    ],
  },
  {
    name: 'message-reply',
    title: '网上留言答复',
    subject: 'interaction',
    startEvent: '收到留言',
    versions: [
      workingDays({
        ...siteGuidelines,
        length: 7,
        article: '国办发〔2017〕47号',
        says: '有价值、有意义的留言自收到之日起7个工作日内答复',
        verification: 'confirmed',
      }),
    ],
  },
  {
    name: 'message-reply-complex',
    title: '复杂留言答复',
    subject: 'interaction',
    startEvent: '收到留言',
    versions: [
      workingDays({
        ...siteGuidelines,
        length: 15,
        article: '国办发〔2017〕47号',
        says: '情况复杂的留言自收到之日起15个工作日内答复，确实无法答复的说明理由',
        verification: 'confirmed',
      }),
    ],
  },
  {
    name: 'simple-inquiry',
    title: '简单咨询答复',
    subject: 'interaction',
    startEvent: '收到咨询',
    versions: [
      workingDays({
        ...siteGuidelines,
        length: 1,
        article: '年度政务公开工作要点的答复承诺（地方）',
        says: '简单常见的咨询在1个工作日内答复；这是地方工作要点的承诺，不是全国统一规定',
        source: '地方年度政务公开工作要点',
        verification: 'singleSource',
      }),
    ],
  },
  {
    name: 'interpretation',
    title: '政策解读发布',
    subject: 'response',
    startEvent: '公开政策文件',
    versions: [
      workingDays({
        ...implementingRules,
        length: 3,
        article: '国办发〔2016〕80号',
        says: '解读材料至迟在政策文件公开后3个工作日内发布',
        verification: 'practice',
      }),
    ],
  },
  {
    name: 'emergency-information',
    title: '特别重大、重大突发事件发布信息',
    subject: 'response',
    startEvent: '获知突发事件',
    versions: [
      clockHours({
        ...implementingRules,
        length: 5,
        article: '国办发〔2016〕80号',
        says: '特别重大、重大突发事件最迟在5小时内发布权威信息',
        verification: 'confirmed',
      }),
    ],
  },
  {
    name: 'emergency-press-conference',
    title: '特别重大、重大突发事件举行发布会',
    subject: 'response',
    startEvent: '获知突发事件',
    versions: [
      clockHours({
        ...implementingRules,
        length: 24,
        article: '国办发〔2016〕80号',
        says: '特别重大、重大突发事件在24小时内举行新闻发布会，其后持续发布',
        verification: 'confirmed',
      }),
    ],
  },
  {
    name: 'opinion-response',
    title: '政务舆情回应',
    subject: 'response',
    startEvent: '发现政务舆情',
    versions: [
      clockHours({
        from: dayOf('2016-07-30'),
        length: 48,
        article: '国办发〔2016〕61号',
        says: '特别重大、重大突发事件以外的政务舆情在48小时内予以回应',
        source: '关于在政务公开工作中进一步做好政务舆情回应的通知（国办发〔2016〕61号）',
        verification: 'confirmed',
      }),
    ],
  },
] as const satisfies readonly PeriodRule[];
