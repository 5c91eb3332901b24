/**
 * Which findings stand where several meet. The rule: classes that judge characters compete, and where two of them
 * overlap one stands: first what is said about the matter (secrets, people, names, law) before what is said about its
 * spelling; then the more serious; then the class that comes first below; then the longer; then the earlier recogniser.
 * Classes that judge a structure (sums, numbering, remains …) stand beside all others and are only not said twice. Pure.
 */
import type { Finding, FindingClass, Severity } from './finding.ts';

const matterClasses: readonly FindingClass[] = [
  'secretMark',
  'personalData',
  'wording',
  'lawTitle',
  'agencyName',
  'documentNumber',
  'internalRouting',
];
const spellingClasses: readonly FindingClass[] = ['date', 'numeral', 'punctuation', 'typo'];
const severityRanks: Readonly<Record<Severity, number>> = { block: 0, confirm: 1, hint: 2 };
/** Findings of one code in one document; a person who has seen so many knows what is wrong. */
export const mostOfOneCode = 2_000;

const classRanks = new Map<FindingClass, number>([
  ...matterClasses.map((one, index): [FindingClass, number] => [one, index]),
  ...spellingClasses.map((one, index): [FindingClass, number] => [one, 100 + index]),
]);

const isMatter = (finding: Finding) => (classRanks.get(finding.class) ?? 0) < 100;

interface Ranked {
  readonly finding: Finding;
  /** Order in which the recognisers reported. */
  readonly order: number;
}

function compareStanding(left: Ranked, right: Ranked): number {
  const [one, other] = [left.finding, right.finding];
  return (
    Number(isMatter(other)) - Number(isMatter(one)) ||
    severityRanks[one.severity] - severityRanks[other.severity] ||
    (classRanks.get(one.class) ?? 0) - (classRanks.get(other.class) ?? 0) ||
    other.end - other.start - (one.end - one.start) ||
    left.order - right.order
  );
}

/** Counts taken places of a text; both questions cost the logarithm of its length (Fenwick 1994). */
class TakenPlaces {
  readonly #sums: Int32Array;

  constructor(length: number) {
    this.#sums = new Int32Array(length + 1);
  }

  isTaken(start: number, end: number): boolean {
    return this.#before(end) - this.#before(start) > 0;
  }

  take(start: number, end: number): void {
    for (let place = start; place < end; place++) {
      for (let at = place + 1; at < this.#sums.length; at += at & -at)
        this.#sums[at] = (this.#sums[at] ?? 0) + 1;
    }
  }

  #before(place: number): number {
    let sum = 0;
    for (let at = place; at > 0; at -= at & -at) sum += this.#sums[at] ?? 0;
    return sum;
  }
}

function settleCompeting(findings: readonly Ranked[], textLength: number): Ranked[] {
  const places = new TakenPlaces(textLength);
  return [...findings].sort(compareStanding).filter(({ finding: { start, end } }) => {
    if (places.isTaken(start, end)) return false;
    places.take(start, end);
    return true;
  });
}

function withoutRepetition(findings: readonly Ranked[]): Ranked[] {
  const seen = new Set<string>();
  return findings.filter(({ finding: { code, start, end, reason } }) => {
    const key = start === end ? `${code} ${start} ${reason}` : `${code} ${start} ${end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Keeps the first findings of each code and says how many more there are. */
function boundedFindings(findings: readonly Finding[], textLength: number): Finding[] {
  const counts = new Map<string, number>();
  const kept: Finding[] = [];
  const first = new Map<string, Finding>();
  for (const finding of findings) {
    const count = (counts.get(finding.code) ?? 0) + 1;
    counts.set(finding.code, count);
    if (count <= mostOfOneCode) kept.push(finding);
    else if (!first.has(finding.code)) first.set(finding.code, finding);
  }
  for (const [code, finding] of first) {
    const more = (counts.get(code) ?? 0) - mostOfOneCode;
    kept.push({
      ...finding,
      start: textLength,
      end: textLength,
      text: '',
      reason: `同类问题还有 ${more} 处，没有逐一列出。${finding.reason}`,
      suggestion: null,
    });
  }
  return kept;
}

/** The findings that stand, by place. `findings` come in the order of the recognisers. */
export function settleFindings(findings: readonly Finding[], textLength: number): readonly Finding[] {
  const ranked = findings.map((finding, order): Ranked => ({ finding, order }));
  const competes = ({ finding }: Ranked) => classRanks.has(finding.class) && finding.start < finding.end;
  const settled = [
    ...settleCompeting(ranked.filter(competes), textLength),
    ...withoutRepetition(ranked.filter((one) => !competes(one))),
  ];
  settled.sort(
    (left, right) =>
      left.finding.start - right.finding.start ||
      right.finding.end - left.finding.end ||
      left.order - right.order,
  );
  return boundedFindings(
    settled.map(({ finding }) => finding),
    textLength,
  );
}
