/**
 * In which row of table 3 a request counts, once, when its pieces are answered differently. Pure.
 * 国办公开办函〔2021〕30号: 区分处理的，只计“部分公开”这一情形，不计其他情形.
 */
import type { ReportRow } from './leaf-shape.ts';
import { type DispositionLeafId, getDispositionLeaf } from './leaves.ts';

export type ReportRowVerdict =
  | { readonly kind: 'row'; readonly row: ReportRow; readonly because: string }
  /** Nothing was given out and the pieces belong to different rows: a person names the main one. */
  | { readonly kind: 'choose'; readonly rows: readonly ReportRow[] }
  | { readonly kind: 'none' };

/**
 * The one row for the answers to all pieces of a request. Something given and something not is 部分公开 and counts only
 * there; several rows without anything given need a person, who names `main`.
 */
export function judgeReportRow(
  answers: readonly DispositionLeafId[],
  main?: DispositionLeafId,
): ReportRowVerdict {
  const rows = [...new Set(answers.map((id) => getDispositionLeaf(id).row))];
  const [only, ...others] = rows;
  if (only === undefined) return { kind: 'none' };
  if (others.length === 0) return { kind: 'row', row: only, because: '各部分答复属于同一情形' };
  if (rows.includes('granted') || rows.includes('partial')) {
    return { kind: 'row', row: 'partial', because: '区分处理的，只计部分公开，不计其他情形' };
  }
  if (main !== undefined && answers.includes(main)) {
    return {
      kind: 'row',
      row: getDispositionLeaf(main).row,
      because: '没有公开的内容，按经办人指明的主要情形计一次',
    };
  }
  return { kind: 'choose', rows };
}
