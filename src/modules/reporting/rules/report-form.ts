/**
 * The report's tables as the official form draws them: cells with spans, each either printed words or the place of a figure.
 * The desk, the exports and the test files all draw from here.
 */
import { cellKey, type FigureKind, type ReportTable } from '../law/cells.ts';
import { disputeColumns, disputeRows, type LayoutId, reportLayouts } from '../law/layouts.ts';
import { applicantColumns, outcomeGroups } from '../law/request-rows.ts';

export interface FormFigure {
  readonly key: string;
  readonly kind: FigureKind;
}

export interface FormCell {
  /** Printed words; empty for a figure. */
  readonly text: string;
  readonly figure?: FormFigure;
  readonly columns?: number;
  readonly rows?: number;
}
export type FormRow = readonly FormCell[];

export interface FormTable {
  readonly table: ReportTable;
  readonly heading: string;
  readonly columns: number;
  readonly rows: readonly FormRow[];
}

function figureCell(key: string, kind: FigureKind, columns = 1): FormCell {
  return { text: '', figure: { key, kind }, columns };
}

function proactiveForm(layout: LayoutId): FormTable {
  const rows = reportLayouts[layout].proactive.flatMap((block): FormRow[] => {
    const spanOf = (index: number) => {
      if (block.columns.length === 1) return 3;
      return block.columns.length === 2 && index === 1 ? 2 : 1;
    };
    return [
      [{ text: block.item, columns: 4 }],
      [
        { text: '信息内容' },
        ...block.columns.map(({ label }, index) => ({ text: label, columns: spanOf(index) })),
      ],
      ...block.rows.map((row) => [
        { text: row.label },
        ...block.columns.map(({ id, kind }, index) =>
          figureCell(cellKey('proactive', row.id, id), kind, spanOf(index)),
        ),
      ]),
    ];
  });
  return { table: 'proactive', heading: '二、主动公开政府信息情况', columns: 4, rows };
}

function requestFigures(row: string): FormCell[] {
  return applicantColumns.map(({ id }) => figureCell(cellKey('requests', row, id), 'count'));
}

function outcomeForm(layout: LayoutId): FormRow[] {
  const { outcomes } = reportLayouts[layout];
  return outcomes.map((row, index): FormRow => {
    const above = outcomes[index - 1];
    const size = outcomes.filter(({ group }) => group === row.group).length;
    const title = outcomeGroups.find(({ id }) => id === row.group)?.label ?? '';
    const outer: FormCell[] = index === 0 ? [{ text: '三、本年度办理结果', rows: outcomes.length + 1 }] : [];
    const group: FormCell[] = above?.group === row.group ? [] : [{ text: title, rows: size }];
    const inner: FormCell[] =
      size === 1 ? [{ text: row.printed, columns: 2 }] : [...group, { text: row.printed }];
    return [...outer, ...inner, ...requestFigures(row.id)];
  });
}

function requestForm(layout: LayoutId): FormTable {
  return {
    table: 'requests',
    heading: '三、收到和处理政府信息公开申请情况',
    columns: 10,
    rows: [
      [
        {
          text: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
          columns: 3,
          rows: 3,
        },
        { text: '申请人情况', columns: 7 },
      ],
      [
        { text: '自然人', rows: 2 },
        { text: '法人或其他组织', columns: 5 },
        { text: '总计', rows: 2 },
      ],
      applicantColumns.slice(1, 6).map(({ label }) => ({ text: label })),
      [{ text: '一、本年新收政府信息公开申请数量', columns: 3 }, ...requestFigures('received')],
      [{ text: '二、上年结转政府信息公开申请数量', columns: 3 }, ...requestFigures('carriedIn')],
      ...outcomeForm(layout),
      [{ text: '（七）总计', columns: 2 }, ...requestFigures('outcomeTotal')],
      [{ text: '四、结转下年度继续办理', columns: 3 }, ...requestFigures('carriedOut')],
    ],
  };
}

function disputeForm(): FormTable {
  const heads = disputeColumns.map(({ label }) => ({ text: label }));
  return {
    table: 'disputes',
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
        disputeColumns.map(({ id }) => figureCell(cellKey('disputes', row.id, id), 'count')),
      ),
    ],
  };
}

/** The form of one table in one layout. */
export function reportForm(table: ReportTable, layout: LayoutId): FormTable {
  switch (table) {
    case 'proactive':
      return proactiveForm(layout);
    case 'requests':
      return requestForm(layout);
    case 'disputes':
      return disputeForm();
  }
}
