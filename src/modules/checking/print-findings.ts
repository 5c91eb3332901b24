/** Findings as lines for a person at a terminal: by file, with place, severity, quotation, reason and suggestion. */
import type { PartKind } from './rules/checked-document.ts';
import type { PlacedFinding } from './rules/finding.ts';
import { findingClassTitles, partKindTitles, placeInWords, severityTitles } from './words.ts';

export interface FileFindings {
  /** As the person named it. */
  readonly file: string;
  readonly findings: readonly PlacedFinding[];
}

/** Parts whose place says all. */
const plainParts: ReadonlySet<PartKind> = new Set<PartKind>(['body', 'heading', 'cell']);
const quotedAtMost = 60;

/** On one line; control characters of a file must not reach a terminal. */
function flatText(text: string): string {
  return text.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

function quoteSpan(text: string): string {
  const flat = flatText(text);
  return flat.length <= quotedAtMost ? flat : `${flat.slice(0, quotedAtMost)}……`;
}

function printFinding(finding: PlacedFinding): string {
  const head = [
    `【${severityTitles[finding.severity]}】${findingClassTitles[finding.class]}`,
    flatText(placeInWords(finding.place)),
    finding.part === undefined || plainParts.has(finding.part) ? '' : partKindTitles[finding.part],
    finding.text === '' ? '' : `“${quoteSpan(finding.text)}”`,
  ];
  const advice = finding.suggestion === null ? '' : `    建议改为：${quoteSpan(finding.suggestion)}`;
  const lines = [head.filter((word) => word !== '').join('  '), `    ${flatText(finding.reason)}`, advice];
  return lines
    .filter((line) => line !== '')
    .map((line) => `  ${line}`)
    .join('\n');
}

function countInWords(findings: readonly PlacedFinding[]): string {
  const count = (severity: PlacedFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return `不得发布 ${count('block')} 处，须说明理由 ${count('confirm')} 处，提示 ${count('hint')} 处`;
}

/** One block of lines per file. */
export function printFindings(files: readonly FileFindings[]): string {
  return files
    .map(({ file, findings }) =>
      findings.length === 0
        ? `${file}：没有发现问题`
        : [`${file}：${countInWords(findings)}`, ...findings.map(printFinding)].join('\n'),
    )
    .join('\n\n');
}
