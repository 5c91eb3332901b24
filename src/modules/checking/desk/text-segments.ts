/** Cuts a text at its findings, for showing marks; where findings overlap, the first one has the span. Pure. */
import type { FindingView } from '../contract.ts';

export interface TextSegment {
  readonly start: number;
  readonly text: string;
  readonly finding: FindingView | undefined;
}

/** Segments of `text.slice(start, end)` in order; findings by start. A finding without width marks nothing. */
export function segmentsOf(
  text: string,
  findings: readonly FindingView[],
  span: { readonly start: number; readonly end: number } = { start: 0, end: text.length },
): readonly TextSegment[] {
  const segments: TextSegment[] = [];
  let at = span.start;
  const plainUntil = (end: number) => {
    if (end > at) segments.push({ start: at, text: text.slice(at, end), finding: undefined });
    at = Math.max(at, end);
  };
  for (const finding of findings) {
    const start = Math.max(finding.start, at);
    const end = Math.min(finding.end, span.end);
    if (start >= end) continue;
    plainUntil(start);
    segments.push({ start, text: text.slice(start, end), finding });
    at = end;
  }
  plainUntil(span.end);
  return segments;
}

/** Findings whose span meets the given one; `findings` by start. */
export function findingsWithin(
  findings: readonly FindingView[],
  span: { readonly start: number; readonly end: number },
): readonly FindingView[] {
  return findings.filter((finding) => finding.start < span.end && finding.end > span.start);
}

/** Names a finding within one check. */
export function keyOfFinding(finding: FindingView): string {
  return `${finding.start}-${finding.end}-${finding.code}`;
}
