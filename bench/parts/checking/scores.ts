/** Counts what the checks find of planted faults, and what they mark on clean text. */
import { checkDocument } from '#modules/checking/rules/check-document.ts';
import { documentOfText } from '#modules/checking/rules/checked-document.ts';
import type { FindingClass, PlacedFinding } from '#modules/checking/rules/finding.ts';
import { bareContext } from '#modules/checking/rules/recogniser.ts';
import { loadShippedRecognisers } from '#modules/checking/shipped-recognisers.ts';
import type { CleanTexts } from './clean-texts.ts';
import type { PlantedCase, PlantedSet } from './planted-set.ts';

const recognisers = await loadShippedRecognisers();

export interface Score {
  readonly planted: number;
  readonly found: number;
  readonly missed: number;
  readonly false: number;
  /** UTF-16 units checked. */
  readonly units: number;
  /** Up to a few texts of what was missed and what was marked in vain. */
  readonly examples: readonly string[];
}

const mostExamples = 12;

function quoteAround(text: string, start: number, end: number): string {
  const flat = (piece: string) => piece.replace(/\s+/gu, ' ');
  return `${flat(text.slice(Math.max(0, start - 10), start))}【${flat(text.slice(start, end))}】${flat(text.slice(end, end + 10))}`;
}

const overlaps = (one: { start: number; end: number }, other: { start: number; end: number }) =>
  one.start < other.end && other.start < one.end;

function findingsOfCase(planted: PlantedCase, classes: ReadonlySet<FindingClass>): readonly PlacedFinding[] {
  const context = { ...bareContext, ...planted.context };
  return checkDocument(planted.document ?? documentOfText(planted.text), context, recognisers, { classes });
}

/** The score of a set, per class it judges. */
export function scoreSet(set: PlantedSet): ReadonlyMap<FindingClass, Score> {
  const wanted = new Set(set.classes);
  const tally = new Map(
    set.classes.map((one) => [one, { planted: 0, found: 0, missed: 0, false: 0, examples: [] as string[] }]),
  );
  let units = 0;
  for (const planted of set.cases) {
    units += planted.text.length;
    const findings = findingsOfCase(planted, wanted);
    for (const [one, score] of tally) {
      const expected = planted.expected.filter((fault) => fault.class === one);
      const reported = findings.filter((finding) => finding.class === one);
      score.planted += expected.length;
      for (const fault of expected) {
        if (reported.some((finding) => overlaps(finding, fault))) score.found++;
        else {
          score.missed++;
          score.examples.push(`漏 ${quoteAround(planted.text, fault.start, fault.end)}`);
        }
      }
      for (const finding of reported) {
        if (expected.some((fault) => overlaps(finding, fault))) continue;
        score.false++;
        score.examples.push(`误 ${finding.code} ${quoteAround(planted.text, finding.start, finding.end)}`);
      }
    }
  }
  return new Map(
    [...tally].map(([one, score]) => [
      one,
      { ...score, units, examples: score.examples.slice(0, mostExamples) },
    ]),
  );
}

export interface CleanScore {
  readonly units: number;
  readonly block: number;
  readonly confirm: number;
  readonly hint: number;
  /** Marks that stop a release, per code, most first. */
  readonly byCode: readonly (readonly [string, number])[];
  readonly examples: readonly string[];
}

/** What is marked on text that has no planted faults. */
export function scoreClean({ texts }: CleanTexts): CleanScore {
  const counts = { block: 0, confirm: 0, hint: 0 };
  const byCode = new Map<string, number>();
  const examples: string[] = [];
  let units = 0;
  for (const { name, text } of texts) {
    units += text.length;
    for (const finding of checkDocument(documentOfText(text), bareContext, recognisers)) {
      counts[finding.severity]++;
      if (finding.severity === 'hint') continue;
      byCode.set(finding.code, (byCode.get(finding.code) ?? 0) + 1);
      const line = finding.place.line ?? 0;
      examples.push(
        `${finding.severity} ${finding.code} ${quoteAround(text, finding.start, finding.end)} → ${finding.suggestion ?? ''}（${finding.reason}）${name}:${line}`,
      );
    }
  }
  return { units, ...counts, byCode: [...byCode].sort((left, right) => right[1] - left[1]), examples };
}
