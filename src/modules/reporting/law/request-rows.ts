/**
 * Rows and columns of table 3 收到和处理政府信息公开申请情况, by layout.
 * 国办公开办函〔2021〕30号 (reports since 2021), 国办公开办函〔2019〕60号 (reports for 2019 and 2020).
 */
import type { LayoutColumn, LayoutRow } from './cells.ts';

/** Kinds of applicants; the last column is the sum of the others. */
export const applicantColumns = [
  { id: 'naturalPerson', label: '自然人' },
  { id: 'enterprise', label: '商业企业' },
  { id: 'research', label: '科研机构' },
  { id: 'publicInterest', label: '社会公益组织' },
  { id: 'legalService', label: '法律服务机构' },
  { id: 'otherOrganisation', label: '其他' },
  { id: 'total', label: '总计' },
] as const satisfies readonly LayoutColumn[];

export type ApplicantColumn = (typeof applicantColumns)[number]['id'];

export const outcomeGroups = [
  { id: 'granted', label: '（一）予以公开' },
  { id: 'partial', label: '（二）部分公开' },
  { id: 'withheld', label: '（三）不予公开' },
  { id: 'unavailable', label: '（四）无法提供' },
  { id: 'notHandled', label: '（五）不予处理' },
  { id: 'otherwise', label: '（六）其他处理' },
] as const satisfies readonly LayoutRow[];

export type OutcomeGroup = (typeof outcomeGroups)[number]['id'];

export interface OutcomeRow extends LayoutRow {
  readonly group: OutcomeGroup;
  /** As the form prints it inside its group. */
  readonly printed: string;
}

function leaf(group: OutcomeGroup, id: string, printed: string): OutcomeRow {
  const title = outcomeGroups.find((one) => one.id === group)?.label ?? '';
  return { group, id, printed, label: printed === title ? printed : `${title}${printed}` };
}

/** Outcomes that both layouts have, in the order of the form. */
const commonOutcomes: readonly OutcomeRow[] = [
  leaf('granted', 'granted', '（一）予以公开'),
  {
    group: 'partial',
    id: 'partial',
    printed: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    label: '（二）部分公开',
  },
  leaf('withheld', 'stateSecret', '1.属于国家秘密'),
  leaf('withheld', 'otherLaw', '2.其他法律行政法规禁止公开'),
  leaf('withheld', 'threeSecurities', '3.危及“三安全一稳定”'),
  leaf('withheld', 'thirdParty', '4.保护第三方合法权益'),
  leaf('withheld', 'internalAffairs', '5.属于三类内部事务信息'),
  leaf('withheld', 'process', '6.属于四类过程性信息'),
  leaf('withheld', 'enforcementFile', '7.属于行政执法案卷'),
  leaf('withheld', 'administrativeQuery', '8.属于行政查询事项'),
  leaf('unavailable', 'notHeld', '1.本机关不掌握相关政府信息'),
  leaf('unavailable', 'needsMaking', '2.没有现成信息需要另行制作'),
  leaf('unavailable', 'stillUnclear', '3.补正后申请内容仍不明确'),
  leaf('notHandled', 'petition', '1.信访举报投诉类申请'),
  leaf('notHandled', 'repeated', '2.重复申请'),
  leaf('notHandled', 'publication', '3.要求提供公开出版物'),
  leaf('notHandled', 'excessive', '4.无正当理由大量反复申请'),
  leaf('notHandled', 'confirmation', '5.要求行政机关确认或重新出具已获取信息'),
];

/** Since the report for 2021 the last group has three rows of its own. */
export const outcomes2021: readonly OutcomeRow[] = [
  ...commonOutcomes,
  leaf('otherwise', 'notCorrected', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'),
  leaf('otherwise', 'feeNotPaid', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'),
  leaf('otherwise', 'otherwise', '3.其他'),
];

/** In the reports for 2019 and 2020 it is one undivided row. */
export const outcomes2019: readonly OutcomeRow[] = [
  ...commonOutcomes,
  leaf('otherwise', 'otherwise', '（六）其他处理'),
];

export const requestHead = [
  { id: 'received', label: '一、本年新收政府信息公开申请数量' },
  { id: 'carriedIn', label: '二、上年结转政府信息公开申请数量' },
] as const satisfies readonly LayoutRow[];

export const requestTail = [
  { id: 'outcomeTotal', label: '三、本年度办理结果（七）总计' },
  { id: 'carriedOut', label: '四、结转下年度继续办理' },
] as const satisfies readonly LayoutRow[];
