/** The findings of checked reports as lines for a person at a terminal. */
import { type AnnualReport, layoutOfReport } from './rules/annual-report.ts';
import { type ReportFinding, reportPlaceInWords } from './rules/report-finding.ts';
import { identityTitles, layoutTitles, severityWords } from './words.ts';

export interface CheckedReportFile {
  /** As the person named it. */
  readonly file: string;
  readonly report: AnnualReport;
  readonly findings: readonly ReportFinding[];
}

/** Control characters of a file must not reach a terminal. */
function safeLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

function headLine({ file, report }: CheckedReportFile): string {
  const layout = layoutOfReport(report);
  return [
    `${file}：`,
    report.unit ?? '单位没有读出',
    report.year === null ? '，年度没有读出' : `，${report.year}年`,
    `，格式${layout === null ? '没有认出' : layoutTitles[layout]}`,
  ].join('');
}

function findingLines(finding: ReportFinding): string {
  const place = reportPlaceInWords(finding.place);
  const lines = [
    `【${severityWords[finding.severity]}】${identityTitles[finding.identity]}  ${finding.sentence}`,
    finding.left === null || finding.right === null
      ? ''
      : `    左边 ${finding.left.formula}＝${finding.left.value}；右边 ${finding.right.formula}＝${finding.right.value}`,
    finding.quotation === undefined ? '' : `    原文：${finding.quotation}`,
    place === '' ? '' : `    位置：${place}`,
  ];
  return lines
    .filter((line) => line !== '')
    .map((line) => `  ${line.startsWith('    ') ? `    ${safeLine(line)}` : safeLine(line)}`)
    .join('\n');
}

/** One block of lines per file. */
export function printReportFindings(files: readonly CheckedReportFile[]): string {
  return files
    .map((checked) => {
      const { findings } = checked;
      const notes = checked.report.remarks
        .filter(({ hinders, code }) => !hinders && code !== 'layoutMixed')
        .map(({ sentence }) => `  说明：${safeLine(sentence)}`);
      const summary =
        findings.length === 0 ? '  勾稽关系全部成立，文字与表格没有矛盾。' : `  共${findings.length}处问题：`;
      return [headLine(checked), ...notes, summary, ...findings.map(findingLines)].join('\n');
    })
    .join('\n\n');
}
