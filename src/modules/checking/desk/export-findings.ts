/** The list of findings as a workbook. */
import { saveFile } from '#desk/data/save-file.ts';
import type { FindingView } from '../contract.ts';
import { findingClassTitles, placeInWords, severityTitles } from '../words.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function exportFindings(name: string, findings: readonly FindingView[]): Promise<void> {
  const { writeXlsx } = await import('#desk/components/data-table/write-table-file.ts');
  const bytes = writeXlsx({
    title: '检测结果',
    head: ['序号', '级别', '类别', '位置', '原文', '问题', '建议', '依据'],
    rows: findings.map((finding, index) => [
      index + 1,
      severityTitles[finding.severity],
      findingClassTitles[finding.class],
      placeInWords(finding.place),
      finding.text,
      finding.reason,
      finding.suggestion,
      finding.source,
    ]),
  });
  saveFile(new Blob([bytes], { type: workbookType }), `${name.replace(/\.[^.]+$/u, '')}检测结果.xlsx`);
}
