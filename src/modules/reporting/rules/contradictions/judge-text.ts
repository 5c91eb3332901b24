/**
 * I7: numbers in the text against the tables. A claim is broken only when none of the figures its words may mean is the
 * one that is written; where the same paragraph says it right elsewhere, nothing is said.
 */
import type { AnnualReport, ReportParagraph } from '../annual-report.ts';
import type { ReportFinding } from '../report-finding.ts';
import { type ClaimContext, type ClaimRule, claimRules } from './claims.ts';
import { type CompactText, compactText, sentencesOfText, type TextSentence } from './compact-text.ts';
import { type ReadValue, valuesOfReadings } from './table-readings.ts';
import { quantityMatches, readQuantity } from './text-quantities.ts';

const sectionWords = ['开头', '第一部分', '第二部分', '第三部分', '第四部分', '第五部分', '第六部分'];

interface JudgedClaim {
  readonly rule: ClaimRule;
  /** Claims of one subject bear each other out. */
  readonly subject: string;
  readonly holds: boolean;
  readonly start: number;
  readonly end: number;
  readonly written: number;
  readonly readings: readonly ReadValue[];
}

/** The sentence speaks of another year than the report's. */
function isOtherYear(report: AnnualReport, before: string): boolean {
  const years = [...before.matchAll(/(20\d\d)年/gu)].map(([, year]) => Number(year));
  const last = years.at(-1);
  if (last !== undefined && report.year !== null && last !== report.year) return true;
  return /历年|累计|以来|同比|上年同期|去年同期|季度|上半年|下半年|\d月份/u.test(before);
}

function judgeMatch(
  rule: ClaimRule,
  match: RegExpMatchArray,
  sentence: TextSentence,
  surroundings: Omit<ClaimContext, 'lead'>,
): JudgedClaim | undefined {
  const at = match.index ?? 0;
  const lead = /[^，。；！？、]*$/u.exec(sentence.text.slice(0, at))?.[0] ?? '';
  const context: ClaimContext = { ...surroundings, lead };
  const groups = match.groups ?? {};
  if (isOtherYear(context.report, sentence.text.slice(0, at))) return undefined;
  const written = groups.number ?? groups.number2;
  const quantity =
    rule.isNone === true ? { value: 0, tolerance: 0, isVague: false } : readQuantity(written ?? '');
  if (quantity === undefined || quantity.isVague) return undefined;
  const readings = valuesOfReadings(context.report, rule.readings(groups, context));
  if (readings.length === 0) return undefined;
  return {
    rule,
    subject: `${rule.id} ${readings[0]?.name ?? ''}`,
    holds: readings.some(({ value }) => quantityMatches(quantity, value)),
    start: sentence.start + at + (groups.before?.length ?? 0),
    end: sentence.start + at + match[0].length,
    written: quantity.value,
    readings,
  };
}

function claimsOfParagraph(
  report: AnnualReport,
  section: number,
  compact: CompactText,
): readonly JudgedClaim[] {
  const isAboutRequests = /依申请|信息公开申请|申请公开/u.test(compact.text);
  return sentencesOfText(compact.text).flatMap((sentence) => {
    const context = { report, section, sentence: sentence.text, isAboutRequests };
    return claimRules.flatMap((rule) =>
      [...sentence.text.matchAll(rule.pattern)].flatMap((match) => {
        const judged = judgeMatch(rule, match, sentence, context);
        return judged === undefined ? [] : [judged];
      }),
    );
  });
}

function findingOfClaim(
  _report: AnnualReport,
  section: number,
  paragraph: ReportParagraph,
  { offsets }: CompactText,
  claim: JudgedClaim,
): ReportFinding {
  const start = offsets[claim.start] ?? 0;
  const end = (offsets[claim.end - 1] ?? paragraph.text.length - 1) + 1;
  const quotation = paragraph.text.slice(start, end).replace(/\s+/gu, '');
  const [first] = claim.readings;
  const readings = claim.readings.map(({ name, value }) => `${name}是${value}`).join('，');
  const said = claim.rule.isNone === true ? '说没有' : `写的是${claim.written}`;
  return {
    identity: 'I7',
    severity: 'warning',
    table: first?.cells[0]?.startsWith('disputes') === true ? 'disputes' : 'requests',
    row: null,
    column: null,
    left: { formula: `文字${claim.written}`, value: claim.written },
    right: first === undefined ? null : { formula: first.name, value: first.value },
    difference: first === undefined ? null : claim.written - first.value,
    sentence: `${sectionWords[section] ?? ''}文字“${quotation}”${said}，${readings}。`,
    cells: first?.cells ?? [],
    place: paragraph.place,
    quotation,
    span: { paragraph: paragraph.text, start, end },
  };
}

/** Claims inside a longer one of the same number are the same claim. */
function distinctClaims(claims: readonly JudgedClaim[]): readonly JudgedClaim[] {
  return claims.filter(
    (claim, index) =>
      !claims.some((other, at) => at < index && other.end === claim.end && other.written === claim.written),
  );
}

/** Every number of the text that none of the figures it can mean bears out. */
export function judgeText(report: AnnualReport): readonly ReportFinding[] {
  const isWhole = report.layouts.requests !== null || report.layouts.disputes !== null;
  if (!isWhole) return [];
  return report.sections.flatMap(({ number, paragraphs }) =>
    paragraphs.flatMap((paragraph) => {
      const compact = compactText(paragraph.text);
      const claims = claimsOfParagraph(report, number, compact);
      const borneOut = new Set(claims.filter(({ holds }) => holds).map(({ subject }) => subject));
      const broken = claims.filter(({ holds, subject }) => !holds && !borneOut.has(subject));
      return distinctClaims(broken).map((claim) => findingOfClaim(report, number, paragraph, compact, claim));
    }),
  );
}
