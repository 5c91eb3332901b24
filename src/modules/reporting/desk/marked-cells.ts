/** Which cells of the form a list of findings marks, and by which of them. Pure. */
import type { ReportFinding } from '../rules/report-finding.ts';

/** The cells a finding is shown at: a total that is wrong, both sides of a balance, the cell itself. */
export function cellsToMark({ identity, cells }: ReportFinding): readonly string[] {
  switch (identity) {
    case 'I2':
    case 'I3':
    case 'I5':
      return cells.slice(-1);
    case 'I7':
      return [];
    default:
      return cells;
  }
}

export interface CellMark {
  /** Numbers of the findings, from 1. */
  readonly numbers: readonly number[];
  /** One of them is an error; else somebody must look. */
  readonly isError: boolean;
}

/** What is shown at each cell. */
export function findingsByCell(findings: readonly ReportFinding[]): ReadonlyMap<string, CellMark> {
  const marked = new Map<string, CellMark>();
  for (const [index, finding] of findings.entries()) {
    for (const key of cellsToMark(finding)) {
      const known = marked.get(key);
      marked.set(key, {
        numbers: [...(known?.numbers ?? []), index + 1],
        isError: known?.isError === true || finding.severity === 'error',
      });
    }
  }
  return marked;
}
