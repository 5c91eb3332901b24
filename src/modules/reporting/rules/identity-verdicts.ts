/** Each of I1–I9 with its verdict on a report: holds, broken with what was found, or not to be judged and why. Pure. */
import { layoutOfYear } from '../law/layouts.ts';
import { type AnnualReport, figureAt } from './annual-report.ts';
import type { IdentityCode, ReportFinding } from './report-finding.ts';

export type IdentityNumber = Exclude<IdentityCode, 'layout' | 'reading'>;
export const identityNumbers = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'I9'] as const;

export interface IdentityVerdict {
  readonly identity: IdentityNumber;
  readonly state: 'holds' | 'broken' | 'cannotTell';
  readonly findings: number;
  /** Why nothing can be said, or what was left out; empty otherwise. */
  readonly because: string;
}

export interface VerdictContext {
  readonly hasPrevious: boolean;
  readonly hasUnits: boolean;
  readonly hasText: boolean;
}

function missingCells(report: AnnualReport, table: string): number {
  const cells = report.year === null ? [] : (layoutOfYear(report.year)?.cells ?? []);
  return cells.filter((cell) => cell.table === table && figureAt(report, cell.key).value === null).length;
}

function reasonOf(identity: IdentityNumber, report: AnnualReport, context: VerdictContext): string {
  const gap = (table: string, name: string) =>
    missingCells(report, table) > 0 ? `${name}还有${missingCells(report, table)}格没有数` : '';
  switch (identity) {
    case 'I1':
    case 'I2':
    case 'I3':
      return gap('requests', '表3');
    case 'I4':
      return context.hasPrevious ? gap('requests', '表3') : '没有上一年的年报';
    case 'I5':
      return gap('disputes', '表4');
    case 'I6':
      return context.hasPrevious ? gap('proactive', '表2') : '没有上一年的年报';
    case 'I7':
      return context.hasText ? '' : '还没有文字';
    case 'I8':
      return context.hasUnits ? '' : '本单位没有下级汇总';
    case 'I9':
      return '';
  }
}

/** What the report's findings say of each identity. A gap leaves it open only where nothing is broken. */
export function judgeIdentityVerdicts(
  report: AnnualReport,
  findings: readonly ReportFinding[],
  context: VerdictContext,
): readonly IdentityVerdict[] {
  return identityNumbers.map((identity) => {
    const own = findings.filter((finding) => finding.identity === identity).length;
    const because = reasonOf(identity, report, context);
    const state = own > 0 ? 'broken' : because === '' ? 'holds' : 'cannotTell';
    return { identity, state, findings: own, because };
  });
}
