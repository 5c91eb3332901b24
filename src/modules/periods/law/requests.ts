/** Periods of 政府信息公开条例 on requests, and of the measures on the fee. */
import { dayOf } from '#kernel/day.ts';
import { calendarDays, type PeriodRule, type PeriodVersion, workingDays } from './shapes.ts';

const regulation = {
  from: dayOf('2019-05-15'),
  source: '政府信息公开条例（国务院令第711号，2019年5月15日起施行）',
} as const satisfies Partial<PeriodVersion>;

export const requestPeriods = [
  {
    name: 'foi-reply',
    title: '政府信息公开申请答复',
    subject: 'requests',
    startEvent: '收到申请',
    versions: [
      workingDays({
        ...regulation,
        length: 20,
        article: '政府信息公开条例第三十三条第二款',
        says: '不能当场答复的，自收到申请之日起20个工作日内答复',
        extension: {
          upTo: 20,
          decidedBy: '政府信息公开工作机构负责人',
          article: '政府信息公开条例第三十三条第二款',
        },
        suspension: { reason: '征求意见，不计入期限', article: '政府信息公开条例第三十三条第三款' },
        restart: '收到补正的申请之日起重新计算（第三十条）；缴清信息处理费的次日起重新计算',
        verification: 'confirmed',
      }),
    ],
  },
  {
    name: 'foi-correction-notice',
    title: '补正告知',
    subject: 'requests',
    startEvent: '收到申请',
    versions: [
      workingDays({
        ...regulation,
        length: 7,
        article: '政府信息公开条例第三十条',
        says: '申请内容不明确的，自收到申请之日起7个工作日内一次性告知补正',
      }),
    ],
  },
  {
    name: 'foi-third-party',
    title: '第三方提出意见',
    subject: 'requests',
    startEvent: '第三方收到征求意见书',
    versions: [
      workingDays({
        ...regulation,
        length: 15,
        article: '政府信息公开条例第三十二条',
        says: '第三方自收到征求意见书之日起15个工作日内提出意见；逾期未提出的，由行政机关依条例决定是否公开',
      }),
    ],
  },
  {
    name: 'foi-joint-agency',
    title: '共同制作机关提出意见',
    subject: 'requests',
    startEvent: '被征求意见机关收到征求意见书',
    versions: [
      workingDays({
        ...regulation,
        length: 15,
        article: '政府信息公开条例第三十四条',
        says: '共同制作的机关自收到征求意见书之日起15个工作日内提出意见；逾期未提出的，视为同意公开',
      }),
    ],
  },
  {
    name: 'foi-fee-payment',
    title: '缴纳信息处理费',
    subject: 'requests',
    startEvent: '收到收费通知',
    versions: [
      calendarDays({
        from: dayOf('2021-01-01'),
        length: 30,
        article: '政府信息公开信息处理费管理办法',
        says: '申请人自收到收费通知次日起30日内缴纳；逾期未缴的，视为放弃申请，不再处理',
        source: '政府信息公开信息处理费管理办法（国办函〔2020〕109号，2021年1月1日起施行）',
        verification: 'practice',
      }),
    ],
  },
] as const satisfies readonly PeriodRule[];
