/** Chinese names of what the annual report's check says. Browser-safe. */
import type { LayoutId } from './law/layouts.ts';
import type { IdentityCode, ReportFinding } from './rules/report-finding.ts';

export const identityTitles: Readonly<Record<IdentityCode, string>> = {
  I1: '勾稽关系1（新收＋上年结转＝办理结果总计＋结转下年）',
  I2: '勾稽关系2（办理结果总计＝各项之和）',
  I3: '勾稽关系3（总计＝各类申请人之和）',
  I4: '勾稽关系4（本年“上年结转”＝上年“结转下年度”）',
  I5: '勾稽关系5（复议、诉讼总计＝四种结果之和）',
  I6: '勾稽关系6（现行有效＝上年有效＋制发－废止）',
  I7: '勾稽关系7（文字中的数字与表格一致）',
  I8: '勾稽关系8（汇总＝各单位之和）',
  I9: '勾稽关系9（各格为不小于0的整数）',
  layout: '报告格式',
  reading: '没有读出',
};

export const severityWords: Readonly<Record<ReportFinding['severity'], string>> = {
  error: '错误',
  warning: '请核对',
};

export const layoutTitles: Readonly<Record<LayoutId | 'mixed', string>> = {
  '2019': '2019—2020年（国办公开办函〔2019〕60号）',
  '2021': '2021年起（国办公开办函〔2021〕30号）',
  mixed: '新旧混用',
};

/** The six sections of a report (国办公开办函〔2021〕30号), by number. */
export const sectionTitles: Readonly<Record<number, string>> = {
  1: '一、总体情况',
  2: '二、主动公开政府信息情况',
  3: '三、收到和处理政府信息公开申请情况',
  4: '四、政府信息公开行政复议、行政诉讼情况',
  5: '五、存在的主要问题及改进情况',
  6: '六、其他需要报告的事项',
};

export const reportTableTitles = {
  proactive: '表2 主动公开',
  requests: '表3 申请',
  disputes: '表4 复议诉讼',
} as const;

export const cellSourceTitles = {
  registers: '由平台登记的案件、事项得出',
  entered: '由单位填报',
  summed: '由各格相加',
  none: '还没有数',
} as const;
