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
