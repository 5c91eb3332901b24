/**
 * The text of the six sections drafted from the tables and from recorded facts: each number with the words it stands in and
 * the cell or record it comes from. What nobody recorded is left as a gap that somebody has to fill. Pure.
 */
import { cellKey } from '../law/cells.ts';
import { outcomeGroups } from '../law/request-rows.ts';
import { type AnnualReport, figureAt, layoutOfTable } from './annual-report.ts';
import { amountDigits } from './figure-words.ts';

/** A gap in the text; nothing with one is signed. */
export const gapMark = '〔请填写';

/** A recorded fact of the year: a measure that a module offers, with the rows that prove it. */
export interface RecordedFact {
  readonly title: string;
  readonly value: number;
  readonly unit: string;
  readonly rows: readonly { readonly title: string; readonly address: string }[];
}

export interface DraftNumber {
  readonly section: number;
  /** The words with the number, as they stand in the draft. */
  readonly quote: string;
  readonly cells: readonly string[];
  readonly rows: RecordedFact['rows'];
}

export interface DraftedText {
  readonly sections: Readonly<Record<number, string>>;
  readonly numbers: readonly DraftNumber[];
}

/** Collects sentences and where their numbers come from. */
class Drafting {
  readonly numbers: DraftNumber[] = [];
  readonly report: AnnualReport;
  constructor(report: AnnualReport) {
    this.report = report;
  }

  /** `新收政府信息公开申请12件`, or a gap where a cell has no value. */
  count(section: number, before: string, unit: string, ...cells: readonly string[]): string {
    const values = cells.map((key) => figureAt(this.report, key).value);
    if (!values.every((value): value is number => value !== null)) return `${before}${gapMark}〕${unit}`;
    const quote = `${before}${values.reduce((sum, value) => sum + value, 0)}${unit}`;
    this.numbers.push({ section, quote, cells, rows: [] });
    return quote;
  }

  amount(section: number, before: string, cell: string): string {
    const { value } = figureAt(this.report, cell);
    if (value === null) return `${before}${gapMark}〕万元`;
    const quote = `${before}${amountDigits(value)}万元`;
    this.numbers.push({ section, quote, cells: [cell], rows: [] });
    return quote;
  }

  fact(section: number, fact: RecordedFact): string {
    const quote = `${fact.title}${fact.value}${fact.unit}`;
    this.numbers.push({ section, quote, cells: [], rows: fact.rows });
    return quote;
  }
}

const total = (row: string) => cellKey('requests', row, 'total');

function draftProactive(drafting: Drafting): string {
  const cell = (row: string, column: string) => cellKey('proactive', row, column);
  const documents = ['issued', 'repealed', 'inForce'] as const;
  const words = { issued: '制发行政规范性文件', repealed: '废止', inForce: '现行有效' };
  const lines = [
    documents
      .map((column) => drafting.count(1, words[column], '件', cell('normativeDocuments', column)))
      .join('，'),
    [
      drafting.count(1, '作出行政许可决定', '件', cell('licences', 'decisions')),
      drafting.count(1, '行政处罚决定', '件', cell('penalties', 'decisions')),
      drafting.count(1, '行政强制决定', '件', cell('coercion', 'decisions')),
    ].join('、'),
    drafting.amount(1, '收取行政事业性收费', cell('fees', 'charged')),
  ];
  return `（一）主动公开。本年${lines.join('；')}。`;
}

function draftRequests(drafting: Drafting): string {
  const outcomes = layoutOfTable(drafting.report, 'requests')?.outcomes ?? [];
  const groups = outcomeGroups.map(({ id, label }) =>
    drafting.count(
      1,
      label.replace(/^（.）/u, ''),
      '件',
      ...outcomes.filter(({ group }) => group === id).map((row) => total(row.id)),
    ),
  );
  return [
    '（二）依申请公开。本年',
    drafting.count(1, '新收政府信息公开申请', '件', total('received')),
    '，',
    drafting.count(1, '上年结转', '件', total('carriedIn')),
    '；',
    drafting.count(1, '办结', '件', total('outcomeTotal')),
    `，其中${groups.join('、')}；`,
    drafting.count(1, '结转下年度继续办理', '件', total('carriedOut')),
    '。',
  ].join('');
}

function draftSupport(drafting: Drafting, facts: readonly RecordedFact[]): string[] {
  const told = facts.map((fact) => drafting.fact(1, fact));
  return [
    `（三）政府信息管理。${gapMark}政府信息管理的情况〕`,
    `（四）政府信息公开平台建设。${gapMark}平台建设的情况〕`,
    told.length === 0
      ? `（五）监督保障。${gapMark}监督保障的情况〕`
      : `（五）监督保障。本年${told.join('，')}。`,
  ];
}

function draftDisputes(drafting: Drafting): string {
  const cell = (row: string, column: string) => cellKey('disputes', row, column);
  const results = (row: string) =>
    [
      drafting.count(4, '结果维持', '件', cell(row, 'upheld')),
      drafting.count(4, '结果纠正', '件', cell(row, 'corrected')),
      drafting.count(4, '其他结果', '件', cell(row, 'other')),
      drafting.count(4, '尚未审结', '件', cell(row, 'pending')),
    ].join('、');
  return [
    `本年${drafting.count(4, '政府信息公开行政复议', '件', cell('review', 'total'))}，其中${results('review')}。`,
    `${drafting.count(4, '未经复议直接起诉', '件', cell('directLawsuit', 'total'))}，其中${results('directLawsuit')}。`,
    `${drafting.count(4, '复议后起诉', '件', cell('lawsuitAfterReview', 'total'))}，其中${results('lawsuitAfterReview')}。`,
  ].join('');
}

/** Drafts every section that has text of its own; sections two and three are their tables. */
export function draftReportText(report: AnnualReport, facts: readonly RecordedFact[]): DraftedText {
  const drafting = new Drafting(report);
  const sections: Record<number, string> = {
    1: [draftProactive(drafting), draftRequests(drafting), ...draftSupport(drafting, facts)].join('\n'),
    4: draftDisputes(drafting),
    5: `${gapMark}存在的主要问题〕\n${gapMark}改进情况〕`,
    6: `${gapMark}收取信息处理费的情况，没有收取的也要写明〕`,
  };
  return { sections, numbers: drafting.numbers };
}
