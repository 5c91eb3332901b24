/**
 * How sure the model's corrections are: weighs what speaks for and against each, in its sentence and in its document. The
 * weights were fitted on development data: half of the public sets, statutes and government reports the model has not seen.
 * Pure.
 */
import { PhraseAutomaton } from '../phrase-automaton.ts';
import { nearness } from './confusions.ts';
import { isInPersonName } from './person-names.ts';
import { plainScore } from './plain-cut.ts';
import { type Correction, isHan } from './run-correction.ts';
import { surroundingsOf } from './surroundings.ts';
import type { TypoModel } from './typo-model.ts';

/** A correction with the logarithm of the odds that it is right. */
export interface WeighedCorrection {
  readonly correction: Correction;
  readonly logOdds: number;
  /** How often the corrected form stands in the text. */
  readonly times: number;
  /** Stands where a name stands: of a person, or of a work, a firm or a place in characters that make no word. */
  readonly isName: boolean;
}

/** What speaks for (positive) or against (negative) a correction, each times its evidence. */
const weights = {
  constant: -3.58,
  plainGain: 0.18,
  margin: 0.06,
  lead: 0.48,
  singleSign: 0.03,
  threeSigns: -0.03,
  fourSigns: 0.9,
  twoOfTwo: -1.06,
  onlyNearSound: -0.51,
  onlyAlike: 0.65,
  alikeAndSame: 0.98,
  standing: -0.52,
  standingInStatutes: 0.11,
  inStatutes: 0.02,
  fitsBefore: -0.07,
  fitsAfter: 0.02,
  standingFitsBefore: -0.09,
  standingFitsAfter: -0.35,
  nearPlaceName: -0.47,
  nearPersonName: -2.5,
  quoted: -0.84,
  repeated: -1.89,
  company: 0.18,
  rareStanding: -0.15,
  rareReplacement: 0.38,
  singleToFunctionWord: -0.59,
  provinceSign: -0.32,
  numeral: -0.33,
  afterFigure: -0.12,
  ofFourSigns: 0.2,
  ofFewSigns: -1.06,
  afterListMark: -0.35,
  beforeListMark: -0.08,
  parallelMember: -1.06,
  namesThing: -1.06,
  inOpenQuote: -0.66,
  unknownPair: -0.69,
} as const;

export type Evidence = Readonly<Record<keyof typeof weights, number>>;

const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const quoteReach = 12;
const plainReach = 12;
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

/** What the words around win by the correction when their company is left aside. */
function plainGain(model: TypoModel, text: string, { start, end, replacement }: Correction): number {
  let [from, to] = [start, end];
  while (from > 0 && start - from < plainReach && isHan(text.charCodeAt(from - 1))) from--;
  while (to < text.length && to - end < plainReach && isHan(text.charCodeAt(to))) to++;
  const signs = text.slice(from, to).split('');
  const before = plainScore(model, signs.join(''));
  for (const { at, code } of replacement.changes)
    signs[start - from + at - replacement.start] = String.fromCharCode(code);
  return plainScore(model, signs.join('')) - before;
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
  const meeting = (first: number, second: number) =>
    first < 0 || second < 0 ? 0 : between(model.logAfter(first, second) - model.logOf(second), -3, 8);
  return {
    constant: 1,
    plainGain: between(plainGain(model, text, correction), -5, 15),
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
    fitsBefore: meeting(before, replacement.word),
    fitsAfter: meeting(replacement.word, after),
    standingFitsBefore: meeting(before, standing),
    standingFitsAfter: meeting(standing, after),
    nearPlaceName: Number(isNearPlaceName(text, correction)),
    nearPersonName: Number(
      replacement.changes.some(({ at }) => isInPersonName(text, start - replacement.start + at)),
    ),
    quoted: Number(isQuoted(text, correction)),
    repeated: between(times - 1, 0, 3),
    company: between(company, 0, 6),
    ...surroundingsOf(model, text, correction),
  };
}

/** The evidence for every correction of a text. */
export function weighEvidence(
  model: TypoModel,
  text: string,
  corrections: readonly Correction[],
  counts: ReadonlyMap<string, number> = countForms(text, corrections),
): readonly Evidence[] {
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
  const counts = countForms(text, corrections);
  const evidence = weighEvidence(model, text, corrections, counts);
  return corrections.map((correction, index) => {
    const known = evidence[index];
    const logOdds =
      known === undefined ? 0 : weightList.reduce((sum, [name, weight]) => sum + weight * known[name], 0);
    const isThing = known?.namesThing === 1 && known.standing === 0;
    return {
      correction,
      logOdds,
      times: counts.get(text.slice(correction.start, correction.end)) ?? 1,
      isName: isThing || known?.nearPersonName === 1,
    };
  });
}
