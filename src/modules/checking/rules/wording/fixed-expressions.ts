/**
 * Expressions that have one form: finds the wrong forms listed in `data/checking/wording`. Quotation marks are looked
 * over, since they are often missing. Pure; browser-safe.
 */
import { type Day, parseDay } from '#kernel/day.ts';
import { readDataRows } from '../csv-rows.ts';
import { findDocumentDay } from '../document-day.ts';
import { type Finding, type FindingKind, type Severity, severities } from '../finding.ts';
import { PhraseAutomaton } from '../phrase-automaton.ts';
import { findingOf, type Recogniser } from '../recogniser.ts';

const source = '规范表述表，截至2026年3月20日';
const kinds: Readonly<Record<string, FindingKind>> = {
  'wording.fixedExpression': {
    class: 'wording',
    severity: 'block',
    title: '规定表述有误',
    remedy: '按规定表述改正。',
    source,
  },
};

export interface FixedExpression {
  readonly wrong: string;
  readonly right: string;
  readonly severity: Severity;
  /** First day from which it is ruled; null for always. */
  readonly from: Day | null;
  readonly unless: readonly string[];
  readonly reason: string;
}

/** The list as it lies in `fixed-expressions.csv`. Throws with the line when a row is malformed. */
export function parseFixedExpressions(csv: string): readonly FixedExpression[] {
  return readDataRows(csv, 'wrong,right,severity,from,unless,reason', (cells) => {
    const [wrong = '', right = '', named, from = '', unless = '', reason = ''] = cells;
    const severity = severities.find((one) => one === named);
    const day = from === '' ? null : parseDay(from);
    if (wrong === '' || severity === undefined || day === undefined) return undefined;
    return { wrong, right, severity, from: day, unless: unless === '' ? [] : unless.split('、'), reason };
  });
}

const quotes = /[“”"『』]/gu;

/** The text without quotation marks, and where each character stood. */
function withoutQuotes(text: string): { readonly plain: string; readonly placeOf: (at: number) => number } {
  const removed: number[] = [];
  const plain = text.replace(quotes, (_, offset: number) => {
    removed.push(offset);
    return '';
  });
  return {
    plain,
    placeOf(at) {
      // The k-th removed mark stands before every character whose plain place is at least its own minus k.
      let low = 0;
      let high = removed.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((removed[middle] ?? 0) - middle <= at) low = middle + 1;
        else high = middle;
      }
      return at + low;
    },
  };
}

/** A recogniser over a list of fixed expressions. */
export function fixedExpressionRecogniser(expressions: readonly FixedExpression[]): Recogniser {
  const forms = new PhraseAutomaton(expressions.map(({ wrong }) => wrong.replace(quotes, '')));
  const sound = new PhraseAutomaton(
    expressions.flatMap(({ unless }) => unless.map((one) => one.replace(quotes, ''))),
  );
  return {
    name: 'fixed-expressions',
    kinds,
    find(document, context) {
      const { text } = document;
      const { plain, placeOf } = withoutQuotes(text);
      const met = [...forms.matches(plain)];
      if (met.length === 0) return [];
      const day = findDocumentDay(document, context);
      const covered = sound.coveredSpans(plain);
      const found: Finding[] = [];
      for (const { start, end, phrase } of met) {
        const expression = expressions[phrase];
        if (expression === undefined) continue;
        if (expression.from !== null && (day === null || day < expression.from)) continue;
        if (covered.some((span) => span.start <= start && end <= span.end)) continue;
        const from = placeOf(start);
        // A quotation opened inside the span is closed inside it too.
        const last = placeOf(end - 1) + 1;
        const until = text.slice(from, last).includes('“') && text[last] === '”' ? last + 1 : last;
        found.push(
          findingOf(kinds, 'wording.fixedExpression', {
            text: text.slice(from, until),
            start: from,
            end: until,
            severity: expression.severity,
            reason: expression.reason,
            suggestion: expression.right,
          }),
        );
      }
      return found;
    },
  };
}
