/** The text that publishes the results of a clean-up: opening, and a table for each verdict. Pure; browser-safe. */
import { escapeRichText } from '#kernel/rich-text/write-body.ts';
import { type CleanupVerdict, cleanupVerdicts } from './cleanup.ts';

export interface CleanupListRow {
  readonly title: string;
  readonly documentNumber: string | null;
  readonly unitName: string;
  readonly verdict: CleanupVerdict;
  readonly reason: string;
}

const numerals = ['一', '二', '三', '四'] as const;

const headings: Readonly<Record<CleanupVerdict, string>> = {
  keep: '继续有效的文件',
  amend: '继续有效、拟作修改的文件',
  repeal: '废止的文件',
  lapse: '宣布失效的文件',
};

function cells(tag: 'th' | 'td', texts: readonly string[]): string {
  return `<tr>${texts.map((text) => `<${tag}>${escapeRichText(text)}</${tag}>`).join('')}</tr>`;
}

/** The body of the list; a verdict nobody got has no part. The reasons stand with what ends or changes. */
export function composeCleanupList(
  opening: { readonly scope: string; readonly count: number },
  rows: readonly CleanupListRow[],
): string {
  const used = cleanupVerdicts.filter((verdict) => rows.some((row) => row.verdict === verdict));
  const parts = used.map((verdict, at) => {
    const own = rows.filter((row) => row.verdict === verdict);
    const withReason = verdict !== 'keep';
    const head = ['序号', '文件名称', '发文字号', '起草单位', ...(withReason ? ['理由'] : [])];
    const lines = own.map(({ title, documentNumber, unitName, reason }, index) =>
      cells('td', [
        String(index + 1),
        title,
        documentNumber ?? '无',
        unitName,
        ...(withReason ? [reason] : []),
      ]),
    );
    const heading = `<h2>${numerals[at] ?? ''}、${headings[verdict]}（${own.length}件）</h2>`;
    return `${heading}<table><thead>${cells('th', head)}</thead><tbody>${lines.join('')}</tbody></table>`;
  });
  const intro = `${opening.scope}，共清理文件${opening.count}件，现将结果公布如下。列入废止、宣布失效目录的，自本文件公布之日起不再作为行政管理的依据。`;
  return `<p>${escapeRichText(intro)}</p>${parts.join('')}`;
}
