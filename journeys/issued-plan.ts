/** An issued plan as a Word document: our own wording, merged cells, one doubtful deadline, names the register must find. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType, WidthType } from 'docx';

export const issuedPlanTitle = '望澜县2026年基层便民公开提升行动任务分解表';

interface PrintedRow {
  readonly item: string;
  readonly requirement: string;
  readonly lead: string;
  readonly cooperating: string;
  readonly deadline: string;
}

/** What the table prints. `县交通运输管理局` is close to a name of the register, `各试点镇` a phrase it has never met. */
export const printedRows: readonly PrintedRow[] = [
  {
    item: '便民办事',
    requirement: '公开村级代办点的办事指南和办理流程图，方便群众就近办事。',
    lead: '县民政局',
    cooperating: '各试点镇',
    deadline: '2026年12月底前',
  },
  {
    item: '便民办事',
    requirement: '公开学生接送车辆的线路和停靠站点，开学前一周更新。',
    lead: '县教育局',
    cooperating: '县公安局、县交通运输管理局',
    deadline: '三季度前',
  },
  {
    item: '阵地建设',
    requirement: '清理停更的政务新媒体账号，公布保留账号清单。',
    lead: '县委网信办',
    cooperating: '县政府办公室',
    deadline: '2026年12月20日前',
  },
  {
    item: '阵地建设',
    requirement: '公布低空航线试点区域和飞行申请的办理方法。',
    lead: '县低空经济服务专班',
    cooperating: '县委网信办',
    deadline: '持续推进',
  },
];

const headings = ['序号', '工作事项', '具体要求', '牵头单位', '配合单位', '完成时限'];

function cell(
  text: string,
  verticalMerge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType],
): TableCell {
  return new TableCell({
    children: [new Paragraph(text)],
    ...(verticalMerge === undefined ? {} : { verticalMerge }),
  });
}

/** The bytes of the document. */
export function buildIssuedPlan(): Promise<Buffer> {
  const rows = printedRows.map((row, at) => {
    const begins = printedRows[at - 1]?.item !== row.item;
    return new TableRow({
      children: [
        cell(String(at + 1)),
        cell(begins ? row.item : '', begins ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE),
        ...[row.requirement, row.lead, row.cooperating, row.deadline].map((text) => cell(text)),
      ],
    });
  });
  const head = new TableRow({ children: headings.map((text) => cell(text)) });
  const table = new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...rows] });
  const document = new Document({
    sections: [{ children: [new Paragraph(issuedPlanTitle), new Paragraph(''), table] }],
  });
  return Packer.toBuffer(document);
}
