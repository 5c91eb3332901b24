/** `gongkai report check` and `gongkai report schema`: reports checked and the schema printed, without a database or a running server. */
import type { CommandInput, CommandOutput, PureCommandLine } from '#kernel/cli/command-line.ts';
import { printReportSchema } from './contract/report-schema.ts';
import { type CheckedReportFile, printReportFindings } from './print-findings.ts';
import { readReportFile } from './reader/read-report-file.ts';
import { layoutOfReport } from './rules/annual-report.ts';
import { checkReport } from './rules/check-report.ts';
import { fileOfReport } from './rules/report-file.ts';

function namedFiles(given: CommandInput['options'][string] | undefined): readonly string[] {
  if (given === undefined || typeof given === 'boolean') return [];
  return typeof given === 'string' ? [given] : given;
}

/** The same as data: the report as it was read, and every finding. */
function dataOf({ file, report, findings }: CheckedReportFile) {
  const layout = layoutOfReport(report);
  const { proactive, requests, disputes } = fileOfReport(report, layout === '2019' ? '2019' : '2021');
  return {
    file,
    year: report.year,
    unit: report.unit,
    layout,
    layouts: report.layouts,
    isClean: findings.length === 0,
    findings,
    remarks: report.remarks,
    tables: { proactive, requests, disputes },
  };
}

async function checkReports(input: CommandInput): Promise<CommandOutput> {
  const open = async (file: string) => {
    const { bytes, name } = await input.readFile(file);
    return readReportFile(bytes, name, { signal: input.signal });
  };
  const [previousFile] = namedFiles(input.options.previous);
  const previous = previousFile === undefined ? {} : { previous: await open(previousFile) };
  const units = [];
  for (const file of namedFiles(input.options.units)) units.push(await open(file));
  const checked: CheckedReportFile[] = [];
  for (const file of input.operands) {
    const report = await open(file);
    const findings = checkReport(report, { ...previous, ...(units.length === 0 ? {} : { units }) });
    checked.push({ file, report, findings });
  }
  const isClean = checked.every(({ findings }) => findings.length === 0);
  return {
    text: printReportFindings(checked),
    data: checked.map(dataOf),
    exitCode: isClean ? 0 : 2,
  };
}

export const checkReportCommand: PureCommandLine = {
  name: 'report check',
  summary: '核对政府信息公开工作年度报告：勾稽关系、上年结转、文字与表格',
  operands: ['<file...>'],
  options: [
    { flags: '--previous <file>', description: '上一年度的年报，核对“上年结转”和现行有效件数' },
    { flags: '--units <files...>', description: '所属各单位的年报，核对汇总数' },
  ],
  help: `可读 .json（格式见 gongkai report schema）、.xlsx .xls .docx .doc .pdf .ofd .html .txt .md；2019、2020年的旧格式和2021年起的格式自动识别。
空白、“—”、“/”按没有（0）计算并注明“未填”；读不出来的格子如实列出，不作猜测。
退出码：0 没有问题，2 有问题、文件不是年度报告或者读不出来，1 程序出错。

例：
  gongkai report check 2025年年报.docx
  gongkai report check 2025年年报.html --previous 2024年年报.html --json
  gongkai report check 全县汇总.xlsx --units 教育局.docx 民政局.docx`,
  needs: 'nothing',
  run: checkReports,
};

export const reportSchemaCommand: PureCommandLine = {
  name: 'report schema',
  summary: '打印年度报告数据文件的格式（JSON Schema）',
  operands: [],
  options: [],
  help: `格式名称写在文件的 format 里，改变时换新的名称。

例：
  gongkai report schema > annual-report.schema.json`,
  needs: 'nothing',
  run: async () => {
    const schema = printReportSchema();
    return { text: JSON.stringify(schema, null, 2), data: schema };
  },
};
