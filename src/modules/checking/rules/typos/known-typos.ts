/**
 * Wrong forms that are known one by one (布署 for 部署): reads the dated list of `data/checking/typos` and finds them in a
 * text. Forms that also arise where two sound words meet are left to the language model. Pure; browser-safe.
 */
import { readDataRows } from '../csv-rows.ts';
import { type Severity, severities } from '../finding.ts';
import { PhraseAutomaton } from '../phrase-automaton.ts';

export interface KnownTypo {
  readonly wrong: string;
  readonly right: string;
  readonly severity: Severity;
  /** Judged wherever it stands, without a look at the words around it. */
  readonly standsAlone: boolean;
  /** Longer phrases in which the form is sound. */
  readonly unless: readonly string[];
}

/** A known form met in a text: half-open span. */
export interface KnownTypoMatch {
  readonly typo: KnownTypo;
  readonly start: number;
  readonly end: number;
}

const heading = 'wrong,right,severity,standing,unless';

/** The list as it lies in `known-typos.csv`. Throws with the line when a row is none: the file is ours. */
export function parseKnownTypos(csv: string): readonly KnownTypo[] {
  return readDataRows(csv, heading, ([wrong = '', right = '', named, standing, unless = '']) => {
    const severity = severities.find((one) => one === named);
    if (wrong === '' || right === '' || severity === undefined) return undefined;
    return {
      wrong,
      right,
      severity,
      standsAlone: standing === 'alone',
      unless: unless === '' ? [] : unless.split('、'),
    };
  });
}

/** Finds the known forms that stand alone; built once, used for many texts. */
export class KnownTypoFinder {
  readonly #typos: readonly KnownTypo[];
  readonly #forms: PhraseAutomaton;
  readonly #sound: PhraseAutomaton;

  constructor(typos: readonly KnownTypo[]) {
    this.#typos = typos.filter((typo) => typo.standsAlone);
    this.#forms = new PhraseAutomaton(this.#typos.map((typo) => typo.wrong));
    this.#sound = new PhraseAutomaton(this.#typos.flatMap((typo) => typo.unless));
  }

  /** By start, without overlaps: of two that meet the longer stands, of equals the earlier. */
  findKnownTypos(text: string): readonly KnownTypoMatch[] {
    const met: KnownTypoMatch[] = [];
    for (const { start, end, phrase } of this.#forms.matches(text)) {
      const typo = this.#typos[phrase];
      if (typo !== undefined) met.push({ typo, start, end });
    }
    if (met.length === 0) return met;
    const sound = this.#sound.coveredSpans(text);
    met.sort((left, right) => left.start - right.start || right.end - left.end);
    const kept: KnownTypoMatch[] = [];
    let soundIndex = 0;
    for (const match of met) {
      while ((sound[soundIndex]?.end ?? Number.POSITIVE_INFINITY) < match.end) soundIndex++;
      const span = sound[soundIndex];
      if (span !== undefined && span.start <= match.start && match.end <= span.end) continue;
      const last = kept.at(-1);
      if (last === undefined || last.end <= match.start) kept.push(match);
      else if (match.end - match.start > last.end - last.start) kept[kept.length - 1] = match;
    }
    return kept;
  }
}
