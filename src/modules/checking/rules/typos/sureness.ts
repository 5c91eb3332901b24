/**
 * How sure the model's corrections are: weighs what speaks for and against each, in its sentence and in its document. The
 * weights were fitted on development data (half of the public sets, and statutes the model has not seen). Pure.
 */
import { PhraseAutomaton } from '../phrase-automaton.ts';
import { nearness } from './confusions.ts';
import { isInPersonName } from './person-names.ts';
import type { Correction } from './run-correction.ts';
import type { TypoModel } from './typo-model.ts';

/** A correction with the logarithm of the odds that it is right. */
export interface WeighedCorrection {
  readonly correction: Correction;
  readonly logOdds: number;
}

/** What speaks for (positive) or against (negative) a correction, each times its evidence. */
const weights = {
  constant: -2.67,
  margin: 0.17,
  lead: 0.43,
  singleSign: 0.57,
  threeSigns: 0.85,
  fourSigns: 1.23,
  twoOfTwo: -1.19,
  onlyNearSound: -0.87,
  onlyAlike: 1.1,
  alikeAndSame: 1.56,
  standing: -0.57,
  standingInStatutes: -0.06,
  inStatutes: 0.02,
  fitsBefore: -0.14,
  fitsAfter: -0.01,
  standingFitsBefore: -0.07,
  standingFitsAfter: -0.42,
  nearPlaceName: -2.89,
  nearPersonName: -2.5,
  quoted: -2.58,
  repeated: -1.71,
  company: 0.19,
} as const;

export type Evidence = Readonly<Record<keyof typeof weights, number>>;

const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const quoteReach = 12;
const opensQuote = /[“‘《][^”’》]{0,12}$/u;
const closesQuote = /^[^“‘《]{0,12}[”’》]/u;
const placeEnding = /^.?[县市区镇乡村路街巷河湖山]/u;
const endsSentence = /[。！？；!?\n]/u;

function isQuoted(text: string, { start, end }: Correction): boolean {
  return (
    opensQuote.test(text.slice(Math.max(0, start - quoteReach), start)) &&
    closesQuote.test(text.slice(end, end + quoteReach + 1))
  );
}

/** A character changed right before what ends the name of a place: names are not in any list. */
function isNearPlaceName(text: string, { start, replacement }: Correction): boolean {
  const last = replacement.changes.at(-1)?.at ?? replacement.start;
  const after = start - replacement.start + last + 1;
  return placeEnding.test(text.slice(after, after + 2));
}

/** How often each corrected form stands in the text: a word used again and again is a term, not a slip. */
function countForms(text: string, corrections: readonly Correction[]): ReadonlyMap<string, number> {
  const forms = [...new Set(corrections.map(({ start, end }) => text.slice(start, end)))].filter(
    (form) => form.length > 1,
  );
  const counts = new Map<string, number>();
  for (const { phrase } of new PhraseAutomaton(forms).matches(text)) {
    const form = forms[phrase] ?? '';
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return counts;
}

/** For each correction the strength of the strongest other one in its sentence: slips come in company. */
function companyOf(text: string, corrections: readonly Correction[]): readonly number[] {
  const strengths = corrections.map(({ margin, lead }) => Math.min(margin, lead));
  const isNewSentence = corrections.map(
    ({ start }, index) =>
      index === 0 || endsSentence.test(text.slice(corrections[index - 1]?.end ?? 0, start)),
  );
  const company = corrections.map(() => 0);
  let first = 0;
  for (let index = 1; index <= corrections.length; index++) {
    if (index < corrections.length && !isNewSentence[index]) continue;
    for (let one = first; one < index; one++)
      for (let other = Math.max(first, one - 8); other < Math.min(index, one + 9); other++)
        if (other !== one) company[one] = Math.max(company[one] ?? 0, strengths[other] ?? 0);
    first = index;
  }
  return company;
}

/** What is known of a correction, in the terms of the weights. */
function evidenceOf(
  model: TypoModel,
  text: string,
  correction: Correction,
  times: number,
  company: number,
): Evidence {
  const { replacement, before, after, standing, start, end } = correction;
  const size = end - start;
  const kinds = replacement.changes.reduce((sum, { kind }) => sum | kind, 0);
  const isSame = (kinds & (nearness.tone | nearness.sound)) !== 0;
  const fit = (first: number, second: number) =>
    first < 0 || second < 0 ? 0 : between(model.logAfter(first, second) - model.logOf(second), -3, 8);
  return {
    constant: 1,
    margin: between(correction.margin, -4, 12),
    lead: between(correction.lead, 0, 10),
    singleSign: Number(size === 1),
    threeSigns: Number(size === 3),
    fourSigns: Number(size >= 4),
    twoOfTwo: Number(size === 2 && replacement.changes.length === 2),
    onlyNearSound: Number(!isSame && (kinds & nearness.nearSound) !== 0),
    onlyAlike: Number(kinds === nearness.alike),
    alikeAndSame: Number(isSame && (kinds & nearness.alike) !== 0),
    standing: Number(standing >= 0),
    standingInStatutes: model.statuteWeightOf(standing),
    inStatutes: model.statuteWeightOf(replacement.word),
    fitsBefore: fit(before, replacement.word),
    fitsAfter: fit(replacement.word, after),
    standingFitsBefore: fit(before, standing),
    standingFitsAfter: fit(standing, after),
    nearPlaceName: Number(isNearPlaceName(text, correction)),
    nearPersonName: Number(
      replacement.changes.some(({ at }) => isInPersonName(text, start - replacement.start + at)),
    ),
    quoted: Number(isQuoted(text, correction)),
    repeated: between(times - 1, 0, 3),
    company: between(company, 0, 6),
  };
}

/** The evidence for every correction of a text. */
export function weighEvidence(
  model: TypoModel,
  text: string,
  corrections: readonly Correction[],
): readonly Evidence[] {
  const counts = countForms(text, corrections);
  const company = companyOf(text, corrections);
  return corrections.map((correction, index) =>
    evidenceOf(
      model,
      text,
      correction,
      counts.get(text.slice(correction.start, correction.end)) ?? 1,
      company[index] ?? 0,
    ),
  );
}

const weightList = Object.entries(weights) as readonly (readonly [keyof typeof weights, number])[];

/** Weighs all corrections of a text. */
export function weighCorrections(
  model: TypoModel,
  text: string,
  corrections: readonly Correction[],
): readonly WeighedCorrection[] {
  const evidence = weighEvidence(model, text, corrections);
  return corrections.map((correction, index) => {
    const known = evidence[index];
    const logOdds =
      known === undefined ? 0 : weightList.reduce((sum, [name, weight]) => sum + weight * known[name], 0);
    return { correction, logOdds };
  });
}
