/** What happens to findings while their text is edited, and what a second check has solved. Pure; browser-safe. */
import type { Finding } from './finding.ts';

/** The part of a text an edit has changed, found from both ends. */
function changedSpan(before: string, after: string): { readonly start: number; readonly end: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let kept = 0;
  while (kept < shorter - start && before[before.length - 1 - kept] === after[after.length - 1 - kept])
    kept += 1;
  return { start, end: before.length - kept };
}

/** The findings an edit has not touched, moved to where they stand now; the next check brings the others. */
export function carryFindings<Kind extends Finding>(
  findings: readonly Kind[],
  before: string,
  after: string,
): readonly Kind[] {
  if (before === after) return findings;
  const { start, end } = changedSpan(before, after);
  const moved = after.length - before.length;
  return findings.flatMap((finding) => {
    if (finding.end <= start) return [finding];
    if (finding.start < end) return [];
    return [{ ...finding, start: finding.start + moved, end: finding.end + moved }];
  });
}

/** A text with one finding's suggestion put in; undefined where there is none or the text has moved on. */
export function applySuggestion(text: string, finding: Finding): string | undefined {
  const { start, end, suggestion } = finding;
  if (suggestion === null || text.slice(start, end) !== finding.text) return undefined;
  return text.slice(0, start) + suggestion + text.slice(end);
}

/** Characters of the line on either side that tell one place of a text from another. */
const placeReach = 24;

/** The marked text with what stands around it, without white space: the same as long as the text at that place is. */
export function placeOfFinding(text: string, { start, end }: Pick<Finding, 'start' | 'end'>): string {
  const bare = (part: string) => part.replace(/\s/gu, '');
  const head = text.slice(Math.max(0, start - placeReach * 2), start);
  const tail = text.slice(end, end + placeReach * 2);
  const before = bare(head.slice(head.lastIndexOf('\n') + 1)).slice(-placeReach);
  const after = bare(tail.split('\n', 1)[0] ?? '').slice(0, placeReach);
  return `${before}【${bare(text.slice(start, end))}】${after}`;
}

/** The place of each finding, in their order; of places of one kind that read alike each has its number. */
export function placesOfFindings(
  text: string,
  findings: readonly Pick<Finding, 'start' | 'end' | 'code' | 'severity'>[],
): readonly string[] {
  const met = new Map<string, number>();
  return findings.map((finding) => {
    const place = placeOfFinding(text, finding);
    const key = `${finding.severity} ${finding.code} ${place}`;
    const count = (met.get(key) ?? 0) + 1;
    met.set(key, count);
    return count === 1 ? place : `${place}（第${count}处）`;
  });
}

export interface CheckComparison<Kind extends Finding> {
  /** Found before and no longer. */
  readonly solved: readonly Kind[];
  readonly left: readonly Kind[];
  /** Found now and not before. */
  readonly fresh: readonly Kind[];
}

/** Compares two checks of a text that was mended in between: a finding is the same by its kind and its words. */
export function compareChecks<Kind extends Finding>(
  before: readonly Kind[],
  after: readonly Kind[],
): CheckComparison<Kind> {
  const keyOf = (finding: Kind) => `${finding.code} ${finding.text}`;
  const open = new Map<string, Kind[]>();
  for (const finding of before) open.set(keyOf(finding), [...(open.get(keyOf(finding)) ?? []), finding]);
  const left: Kind[] = [];
  const fresh: Kind[] = [];
  for (const finding of after) {
    const was = open.get(keyOf(finding))?.shift();
    if (was === undefined) fresh.push(finding);
    else left.push(finding);
  }
  return { solved: [...open.values()].flat(), left, fresh };
}
