/**
 * Runs the case tables of recognisers: 原文 is checked, 种类 lists the codes (without their class) in order of place, 片段 the
 * spans parted by ` | `; 级别 and 建议 bind all findings of the row where given. For tests only.
 */
import type { CaseRow } from '#kernel/testing/case-table.ts';
import { documentOfText } from '../rules/checked-document.ts';
import { bareContext, type CheckContext, type Recogniser } from '../rules/recogniser.ts';

const listOf = (cell: string | undefined, sign: string) =>
  (cell ?? '').split(sign).filter((one) => one !== '');

/** What a row of a case table wants, in the form of `foundOfCase`. */
export function wantedOfCase(row: CaseRow): readonly string[] {
  const spans = listOf(row.cells.片段, ' | ');
  const more = [row.cells.级别, row.cells.建议].filter((cell) => cell !== undefined && cell !== '');
  return listOf(row.cells.种类, ' ').map((code, index) => [code, spans[index] ?? '', ...more].join(' · '));
}

/** What the recogniser finds in the row's text; severity and proposal only where the row binds them. */
export function foundOfCase(
  row: CaseRow,
  recogniser: Recogniser,
  context: CheckContext = bareContext,
): readonly string[] {
  const found = recogniser.find(documentOfText(row.cells.原文 ?? ''), context);
  return found
    .toSorted((left, right) => left.start - right.start)
    .map((finding) =>
      [
        finding.code.slice(finding.class.length + 1),
        finding.text,
        ...(row.cells.级别 === '' ? [] : [finding.severity]),
        ...(row.cells.建议 === '' ? [] : [finding.suggestion ?? '']),
      ].join(' · '),
    );
}
