/**
 * The documented JSON form of an annual report: what `gongkai report schema` prints, what a file of figures is checked by
 * and what an edition is exported as. Browser-safe. Counts are whole numbers; amounts are in fen; null: not filled in.
 */
import { z } from 'zod';
import type { FigureKind } from '../law/cells.ts';
import { disputeColumns, disputeRows, type LayoutId, reportLayouts } from '../law/layouts.ts';
import { applicantColumns } from '../law/request-rows.ts';

/** Named in every file, so that a later form can be told apart. */
export const reportFormat = 'gongkai.annual-report/1';

const amountNote = '单位：分（1万元＝1000000分）';

function figureSchema(kind: FigureKind, label: string) {
  const note = kind === 'amount' ? `${label}，${amountNote}` : label;
  return z
    .number()
    .nullable()
    .meta({ description: `${note}；null 表示没有填` });
}

function namedFigures(
  columns: readonly { readonly id: string; readonly label: string; readonly kind?: FigureKind }[],
) {
  return z.strictObject(
    Object.fromEntries(columns.map(({ id, label, kind }) => [id, figureSchema(kind ?? 'count', label)])),
  );
}

function proactiveSchema(layout: LayoutId) {
  return z.strictObject(
    Object.fromEntries(
      reportLayouts[layout].proactive.flatMap(({ rows, columns, item }) =>
        rows.map(({ id, label }) => [id, namedFigures(columns).meta({ description: `${item}：${label}` })]),
      ),
    ),
  );
}

function requestsSchema(layout: LayoutId) {
  return z.strictObject(
    Object.fromEntries(
      reportLayouts[layout].requestRows.map(({ id, label }) => [
        id,
        namedFigures(applicantColumns).meta({ description: label }),
      ]),
    ),
  );
}

const disputesSchema = z.strictObject(
  Object.fromEntries(
    disputeRows.map(({ id, label }) => [id, namedFigures(disputeColumns).meta({ description: label })]),
  ),
);

const sectionSchema = z.strictObject({
  number: z
    .number()
    .int()
    .min(0)
    .max(6)
    .meta({ description: '第几部分（1—6；0 是标题之后、第一部分之前的文字）' }),
  text: z.string().meta({ description: '文字部分，段落之间用换行分开' }),
});

function reportSchemaOf(layout: LayoutId) {
  const { fromYear, untilYear, source } = reportLayouts[layout];
  return z
    .strictObject({
      format: z.literal(reportFormat),
      layout: z.literal(layout).meta({ description: source }),
      year: z
        .number()
        .int()
        .min(fromYear)
        .max(untilYear ?? 2100)
        .meta({ description: '报告的年度' }),
      unit: z.string().min(1).max(200).meta({ description: '编制报告的单位' }),
      proactive: proactiveSchema(layout).meta({ description: '表2 主动公开政府信息情况' }),
      requests: requestsSchema(layout).meta({ description: '表3 收到和处理政府信息公开申请情况' }),
      disputes: disputesSchema.meta({ description: '表4 政府信息公开行政复议、行政诉讼情况' }),
      sections: z.array(sectionSchema).default([]).meta({ description: '六个部分的文字' }),
    })
    .meta({
      title: `政府信息公开工作年度报告（${fromYear}年${untilYear === null ? '起' : `—${untilYear}年`}）`,
    });
}

export const reportFileSchema = z.discriminatedUnion('layout', [
  reportSchemaOf('2021'),
  reportSchemaOf('2019'),
]);
export type ReportFile = z.infer<typeof reportFileSchema>;

/** The JSON Schema (draft 2020-12) of a report, as an object ready to be printed. */
export function printReportSchema(): Record<string, unknown> {
  return z.toJSONSchema(reportFileSchema, { io: 'input' });
}
