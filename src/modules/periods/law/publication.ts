/** Periods within which information must be public, or withdrawn, or stay on show. */
import { dayOf } from '#kernel/day.ts';
import { calendarDays, type PeriodRule, workingDays } from './shapes.ts';

const enforcementPublicity =
  '关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见（国办发〔2018〕118号）';
const landRegulation = '土地管理法实施条例（国务院令第743号，2021年9月1日起施行）';
const procurementRegulation = '政府采购法实施条例（国务院令第658号，2015年3月1日起施行）';

export const publicationPeriods = [
  {
    name: 'proactive-publication',
    title: '主动公开',
    subject: 'publication',
    startEvent: '信息形成或者变更',
    versions: [
      workingDays({
        from: dayOf('2019-05-15'),
        length: 20,
        article: '政府信息公开条例第二十六条',
        says: '属于主动公开范围的，自信息形成或者变更之日起20个工作日内公开；法律、法规另有规定的从其规定',
        source: '政府信息公开条例（国务院令第711号，2019年5月15日起施行）',
        verification: 'confirmed',
      }),
    ],
  },
  {
    name: 'budget-publication',
    title: '预算、决算公开',
    subject: 'publication',
    startEvent: '预算、决算经批准（部门为批复）',
    versions: [
      calendarDays({
        from: dayOf('2015-01-01'),
        length: 20,
        article: '预算法第十四条',
        says: '政府预算、预算调整、决算在批准后20日内公开，部门预算、决算在批复后20日内公开',
        source: '预算法（2014年8月31日修正，2015年1月1日起施行）',
      }),
    ],
  },
  {
    name: 'licence-publication',
    title: '行政许可决定公开',
    subject: 'publication',
    startEvent: '作出行政许可决定',
    versions: [
      workingDays({
        from: dayOf('2018-12-05'),
        length: 7,
        article: '国办发〔2018〕118号',
        says: '行政许可决定自作出之日起7个工作日内公开',
        source: enforcementPublicity,
        verification: 'singleSource',
      }),
    ],
  },
  {
    name: 'penalty-publication',
    title: '行政处罚决定公开',
    subject: 'publication',
    startEvent: '作出行政处罚决定',
    versions: [
      workingDays({
        from: dayOf('2018-12-05'),
        length: 7,
        article: '国办发〔2018〕118号',
        says: '应当公开的行政处罚决定自作出之日起7个工作日内公开',
        source: enforcementPublicity,
        verification: 'singleSource',
      }),
    ],
  },
  {
    name: 'penalty-withdrawal',
    title: '撤回已公开的行政处罚决定',
    subject: 'publication',
    startEvent: '处罚决定被变更、撤销、确认违法或者确认无效',
    versions: [
      workingDays({
        from: dayOf('2021-07-15'),
        length: 3,
        article: '行政处罚法第四十八条第二款、第八十五条',
        says: '三日内撤回处罚决定信息并公开说明理由；该法规定的“三日”是指工作日',
        source: '行政处罚法（2021年1月22日修订，2021年7月15日起施行）',
      }),
    ],
  },
  {
    name: 'enforcement-publication',
    title: '其他行政执法决定公开',
    subject: 'publication',
    startEvent: '作出行政执法决定',
    versions: [
      workingDays({
        from: dayOf('2018-12-05'),
        length: 20,
        article: '国办发〔2018〕118号',
        says: '许可、处罚以外的行政执法决定自作出之日起20个工作日内公开',
        source: enforcementPublicity,
        verification: 'singleSource',
      }),
    ],
  },
  {
    name: 'land-pre-announcement',
    title: '征收土地预公告',
    subject: 'land',
    startEvent: '发布预公告',
    versions: [
      workingDays({
        from: dayOf('2021-09-01'),
        length: 10,
        bound: 'earliest',
        article: '土地管理法实施条例第二十六条',
        says: '征收土地预公告时间不少于10个工作日',
        source: landRegulation,
      }),
    ],
  },
  {
    name: 'compensation-plan',
    title: '征地补偿安置方案公告',
    subject: 'land',
    startEvent: '发布方案公告',
    versions: [
      calendarDays({
        from: dayOf('2020-01-01'),
        length: 30,
        bound: 'earliest',
        article: '土地管理法第四十七条第二款',
        says: '征地补偿安置方案公告至少三十日（2021年9月起并见土地管理法实施条例第二十八条）',
        source: '土地管理法（2019年8月26日修正，2020年1月1日起施行）',
      }),
    ],
  },
  {
    name: 'land-approval-announcement',
    title: '征收土地批准后公告',
    subject: 'land',
    startEvent: '收到批准文件',
    versions: [
      workingDays({
        from: dayOf('2021-09-01'),
        length: 15,
        article: '土地管理法实施条例第三十一条',
        says: '自收到征收土地批准文件之日起15个工作日内公告',
        source: landRegulation,
      }),
    ],
  },
  {
    name: 'procurement-result',
    title: '中标、成交结果公告',
    subject: 'procurement',
    startEvent: '确定中标、成交供应商',
    versions: [
      workingDays({
        from: dayOf('2015-03-01'),
        length: 2,
        article: '政府采购法实施条例第四十三条',
        says: '自中标、成交供应商确定之日起2个工作日内公告结果',
        source: procurementRegulation,
      }),
    ],
  },
  {
    name: 'procurement-contract',
    title: '政府采购合同公告',
    subject: 'procurement',
    startEvent: '签订政府采购合同',
    versions: [
      workingDays({
        from: dayOf('2015-03-01'),
        length: 2,
        article: '政府采购法实施条例第五十条',
        says: '自合同签订之日起2个工作日内公告合同，涉及国家秘密、商业秘密的内容除外',
        source: procurementRegulation,
      }),
    ],
  },
] as const satisfies readonly PeriodRule[];
