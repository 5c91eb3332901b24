/** The task table of the demonstration plan: banner rows for sections, one merged cell per group, repeated heading row. */
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import {
  type MergedColumn,
  type NumberedSeedTask,
  numberedSeedTasks,
  type SeedPlan,
  type SeedPlanGroup,
} from './plan-2026/seed-plan.ts';

const headings = ['序号', '工作任务', '具体要求', '牵头单位', '责任单位', '配合单位', '完成时限'] as const;
/** Twips, together the width between the margins of an A4 page in landscape. */
const widths = [680, 1500, 5700, 1560, 1960, 1680, 1490] as const;
const sectionNumerals = '一二三四五六七八九十';
const tableTextSize = 21;

interface CellForm {
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  readonly bold?: boolean;
  readonly left?: boolean;
}

function cell(
  text: string,
  width: number,
  { rowSpan = 1, columnSpan = 1, bold = false, left = false }: CellForm = {},
) {
  const eastAsia = bold ? '黑体' : '仿宋_GB2312';
  const font = { eastAsia, ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' };
  return new TableCell({
    rowSpan,
    columnSpan,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        alignment: left ? AlignmentType.LEFT : AlignmentType.CENTER,
        spacing: { line: 320, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text, font, size: tableTextSize, bold })],
      }),
    ],
  });
}

function printedUnits(units: readonly string[] | undefined): string {
  return (units ?? []).join('、');
}

const cellTexts: Readonly<Record<MergedColumn, (task: NumberedSeedTask) => string>> = {
  lead: (task) => printedUnits(task.lead),
  responsible: (task) => printedUnits(task.responsible),
  cooperating: (task) => printedUnits(task.cooperating),
  deadline: (task) => task.deadline,
};
const lastColumns = ['lead', 'responsible', 'cooperating', 'deadline'] as const;

/** Rows the cell covers from `index` on; 0 when the row above covers it. */
function rowsCovered(
  group: SeedPlanGroup,
  tasks: readonly NumberedSeedTask[],
  column: MergedColumn,
  index: number,
) {
  const textAt = (at: number) => {
    const task = tasks[at];
    return task === undefined ? '' : cellTexts[column](task);
  };
  const text = textAt(index);
  if (text === '' || group.merged?.includes(column) !== true) return 1;
  if (textAt(index - 1) === text) return 0;
  let covered = 1;
  while (textAt(index + covered) === text) covered += 1;
  return covered;
}

function groupRows(group: SeedPlanGroup, tasks: readonly NumberedSeedTask[]): TableRow[] {
  return tasks.map((task, index) => {
    const cells = [cell(String(task.no), widths[0])];
    if (index === 0) cells.push(cell(group.item, widths[1], { rowSpan: tasks.length }));
    cells.push(cell(task.requirement, widths[2], { left: true }));
    for (const [offset, column] of lastColumns.entries()) {
      const rowSpan = rowsCovered(group, tasks, column, index);
      if (rowSpan > 0) cells.push(cell(cellTexts[column](task), widths[offset + 3] ?? 0, { rowSpan }));
    }
    return new TableRow({ cantSplit: true, children: cells });
  });
}

/** The table of the plan's annex 1. */
export function planTable(plan: SeedPlan): Table {
  const tasks = numberedSeedTasks(plan);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: headings.map((heading, index) => cell(heading, widths[index] ?? 0, { bold: true })),
  });
  const body = plan.sections.flatMap((section, index) => {
    const banner = `${sectionNumerals.charAt(index)}、${section.title}`;
    return [
      new TableRow({
        cantSplit: true,
        children: [cell(banner, whole, { columnSpan: headings.length, bold: true, left: true })],
      }),
      ...section.groups.flatMap((group) =>
        groupRows(
          group,
          tasks.filter((task) => task.section === section.title && task.item === group.item),
        ),
      ),
    ];
  });
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    rows: [head, ...body],
  });
}
