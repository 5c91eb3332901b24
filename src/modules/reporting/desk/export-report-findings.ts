/** The findings of a checked report as a workbook. */
import { saveFile } from '#desk/data/save-file.ts';
import { tableNumbers } from '../law/cells.ts';
import { type ReportFinding, reportPlaceInWords } from '../rules/report-finding.ts';
import { identityTitles, severityWords } from '../words.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function exportReportFindings(name: string, findings: readonly ReportFinding[]): Promise<void> {
  const { writeXlsx } = await import('#desk/components/data-table/write-table-file.ts');
  const bytes = writeXlsx({
    title: '年报核对结果',
    head: ['序号', '级别', '核对内容', '表', '问题', '左边', '左边的数', '右边', '右边的数', '相差', '位置'],
    rows: findings.map((finding, index) => [
      index + 1,
      severityWords[finding.severity],
      identityTitles[finding.identity],
      finding.table === null ? null : `表${tableNumbers[finding.table]}`,
      finding.sentence,
      finding.left?.formula ?? null,
      finding.left?.value ?? null,
      finding.right?.formula ?? null,
      finding.right?.value ?? null,
      finding.difference === null ? null : Math.abs(finding.difference),
      reportPlaceInWords(finding.place),
    ]),
  });
  saveFile(new Blob([bytes], { type: workbookType }), `${name.replace(/\.[^.]+$/u, '')}核对结果.xlsx`);
}
