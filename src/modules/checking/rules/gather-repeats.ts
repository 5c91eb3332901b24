/**
 * Says once what a sentence repeated word for word would say again and again: a paragraph copied into twenty rows has one
 * fault, not twenty. What must be covered or cut out everywhere is told everywhere. Pure.
 */
import type { Finding, FindingClass } from './finding.ts';

const toldEverywhere: ReadonlySet<FindingClass> = new Set<FindingClass>([
  'personalData',
  'secretMark',
  'internalRouting',
  'remains',
  'unreadable',
  'attachment',
  'numbering',
]);
const sentenceEnd = new Set('。！？；\n');
/** Longer ones are no sentences, and are told one by one. */
const sentenceReach = 120;
/** 无。and other short cells repeat by nature. */
const shortestSentence = 8;

/** The sentence a finding stands in; undefined where it has no end within reach. */
function sentenceAround(
  text: string,
  { start, end }: Finding,
): { readonly from: number; readonly to: number } | undefined {
  let from = start;
  while (from > 0 && !sentenceEnd.has(text[from - 1] ?? '')) {
    from--;
    if (start - from > sentenceReach) return undefined;
  }
  let to = end;
  while (to < text.length && !sentenceEnd.has(text[to] ?? '')) {
    to++;
    if (to - end > sentenceReach) return undefined;
  }
  return { from, to };
}

/** The findings without repeats; the first of each says how many alike follow. They come by place. */
export function gatherRepeats<Kind extends Finding>(
  text: string,
  findings: readonly Kind[],
): readonly Kind[] {
  const firstAt = new Map<string, number>();
  const more = new Map<number, number>();
  const kept = findings.filter((finding, index) => {
    if (toldEverywhere.has(finding.class) || finding.start === finding.end) return true;
    const sentence = sentenceAround(text, finding);
    if (sentence === undefined || sentence.to - sentence.from < shortestSentence) return true;
    const { from, to } = sentence;
    const key = `${finding.code} ${finding.start - from} ${text.slice(from, to)}`;
    const first = firstAt.get(key);
    if (first === undefined) {
      firstAt.set(key, index);
      return true;
    }
    more.set(first, (more.get(first) ?? 0) + 1);
    return false;
  });
  if (more.size === 0) return findings;
  const indexes = new Map(findings.map((finding, index) => [finding, index]));
  return kept.map((finding) => {
    const others = more.get(indexes.get(finding) ?? -1);
    return others === undefined
      ? finding
      : { ...finding, reason: `${finding.reason}（同样的句子另有${others}处，请一并处理）` };
  });
}
