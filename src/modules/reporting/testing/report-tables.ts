/**
 * A report's tables as cells with spans, in the official form of each layout: the one source of the test files in HTML,
 * Word and Excel.
 */

import type { FigureKind } from '../law/cells.ts';
import { cellKey } from '../law/cells.ts';
import { disputeColumns, disputeRows, type LayoutId, reportLayouts } from '../law/layouts.ts';
import { applicantColumns, outcomeGroups } from '../law/request-rows.ts';
import { amountDigits } from '../rules/figure-words.ts';
import type { FigureValues } from './given-figures.ts';

export interface FormCell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}
export type FormRow = readonly FormCell[];
export interface FormTable {
  readonly heading: string;
  readonly columns: number;
  readonly rows: readonly FormRow[];
}

/** How a figure is written. */
export type FigureWriter = (value: number, kind: FigureKind) => string;

export const plainWriter: FigureWriter = (value, kind) =>
  kind === 'amount' ? amountDigits(value) : String(value);

function proactiveTable(values: FigureValues, layout: LayoutId, write: FigureWriter): FormTable {
  const rows = reportLayouts[layout].proactive.flatMap((block): FormRow[] => {
    const span = block.columns.length === 1 ? 3 : 1;
    const lastSpan = block.columns.length === 2 ? 2 : span;
    const spanned = (text: string, index: number): FormCell => ({
      text,
      columns: index === block.columns.length - 1 ? lastSpan : span,
    });
    return [
      [{ text: block.item, columns: 4 }],
      [{ text: '信息内容' }, ...block.columns.map(({ label }, index) => spanned(label, index))],
      ...block.rows.map((row) => [
        { text: row.label },
        ...block.columns.map(({ id, kind }, index) =>
          spanned(write(values[cellKey('proactive', row.id, id)] ?? 0, kind), index),
        ),
      ]),
    ];
  });
  return { heading: '二、主动公开政府信息情况', columns: 4, rows };
}

function requestTable(values: FigureValues, layout: LayoutId, write: FigureWriter): FormTable {
  const { outcomes } = reportLayouts[layout];
  const figures = (row: string): FormCell[] =>
    applicantColumns.map(({ id }) => ({ text: write(values[cellKey('requests', row, id)] ?? 0, 'count') }));
  const outcomeRows = outcomes.map((row, index): FormRow => {
    const isFirst = index === 0;
    const above = outcomes[index - 1];
    const size = outcomes.filter(({ group }) => group === row.group).length;
    const title = outcomeGroups.find(({ id }) => id === row.group)?.label ?? '';
    const outer: FormCell[] = isFirst ? [{ text: '三、本年度办理结果', rows: outcomes.length + 1 }] : [];
    const isWhole = size === 1;
    const inner: FormCell[] = isWhole
      ? [{ text: row.printed, columns: 2 }]
      : [...(above?.group === row.group ? [] : [{ text: title, rows: size }]), { text: row.printed }];
    return [...outer, ...inner, ...figures(row.id)];
  });
  return {
    heading: '三、收到和处理政府信息公开申请情况',
    columns: 10,
    rows: [
      [
        { text: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', columns: 3, rows: 3 },
        { text: '申请人情况', columns: 7 },
      ],
      [
        { text: '自然人', rows: 2 },
        { text: '法人或其他组织', columns: 5 },
        { text: '总计', rows: 2 },
      ],
      applicantColumns.slice(1, 6).map(({ label }) => ({ text: label })),
      [{ text: '一、本年新收政府信息公开申请数量', columns: 3 }, ...figures('received')],
      [{ text: '二、上年结转政府信息公开申请数量', columns: 3 }, ...figures('carriedIn')],
      ...outcomeRows,
      [{ text: '（七）总计', columns: 2 }, ...figures('outcomeTotal')],
      [{ text: '四、结转下年度继续办理', columns: 3 }, ...figures('carriedOut')],
    ],
  };
}

function disputeTable(values: FigureValues, write: FigureWriter): FormTable {
  const heads = disputeColumns.map(({ label }) => ({ text: label }));
  return {
    heading: '四、政府信息公开行政复议、行政诉讼情况',
    columns: 15,
    rows: [
      [
        { text: '行政复议', columns: 5 },
        { text: '行政诉讼', columns: 10 },
      ],
      [
        ...heads.map((head) => ({ ...head, rows: 2 })),
        { text: '未经复议直接起诉', columns: 5 },
        { text: '复议后起诉', columns: 5 },
      ],
      [...heads, ...heads],
      disputeRows.flatMap((row) =>
        disputeColumns.map(({ id }) => ({
          text: write(values[cellKey('disputes', row.id, id)] ?? 0, 'count'),
        })),
      ),
    ],
  };
}

/** The three tables as the form prints them. */
export function formTables(
  values: FigureValues,
  layout: LayoutId = '2021',
  write: FigureWriter = plainWriter,
): readonly FormTable[] {
  return [
    proactiveTable(values, layout, write),
    requestTable(values, layout, write),
    disputeTable(values, write),
  ];
}
