/**
 * The recogniser of spelling faults: known wrong forms, and what the language model would write otherwise. It judges text
 * as it stands and knows no files. Pure; browser-safe.
 */
import type { Finding, FindingKind } from '../finding.ts';
import { findingOf, type Recogniser } from '../recogniser.ts';
import { nearness } from './confusions.ts';
import { type KnownTypo, KnownTypoFinder, type KnownTypoMatch } from './known-typos.ts';
import { type Correction, RunCorrector } from './run-correction.ts';
import { type WeighedCorrection, weighCorrections } from './sureness.ts';
import type { TypoModel } from './typo-model.ts';

const dictionarySource = '《现代汉语词典》（第7版）；自编错别字表，截至2026年3月20日';
const variantSource = '《第一批异形词整理表》（GF 1001-2001）；自编词形表，截至2026年3月20日';
const modelSource = '词语搭配模型（通用词频与法律法规词频）';

/** Logarithms of odds from which a correction of the model is said; set on development data. */
const confirmFrom = -0.5;
const hintFrom = -1.5;

const kinds = {
  'typo.wrongForm': {
    class: 'typo',
    severity: 'block',
    title: '错别字',
    remedy: '改成建议的写法；如果是专名，加入本单位词库的保护词。',
    source: dictionarySource,
  },
  'typo.doubtfulForm': {
    class: 'typo',
    severity: 'confirm',
    title: '疑似用错的词',
    remedy: '核对原意，改成建议的写法，或者说明保留的理由。',
    source: dictionarySource,
  },
  'typo.variantForm': {
    class: 'typo',
    severity: 'hint',
    title: '不推荐的词形',
    remedy: '意思不变，建议改用推荐词形。',
    source: variantSource,
  },
  'typo.likely': {
    class: 'typo',
    severity: 'confirm',
    title: '很可能的错别字',
    remedy: '核对上下文，改成建议的写法；如果是专名或术语，加入本单位词库的保护词。',
    source: modelSource,
  },
  'typo.possible': {
    class: 'typo',
    severity: 'hint',
    title: '可能的错别字',
    remedy: '核对上下文；写法无误的可以不理会。',
    source: modelSource,
  },
} as const satisfies Record<string, FindingKind>;

function findingOfKnown(text: string, typo: KnownTypo, start: number, end: number): Finding {
  const found = { text: text.slice(start, end), start, end, suggestion: typo.right };
  if (typo.severity === 'block')
    return findingOf(kinds, 'typo.wrongForm', {
      ...found,
      reason: `“${typo.wrong}”是错误的写法，应为“${typo.right}”。`,
    });
  if (typo.severity === 'confirm')
    return findingOf(kinds, 'typo.doubtfulForm', {
      ...found,
      reason: `“${typo.wrong}”多为“${typo.right}”之误，请核对。`,
    });
  return findingOf(kinds, 'typo.variantForm', {
    ...found,
    reason: `“${typo.wrong}”可以理解，推荐写作“${typo.right}”。`,
  });
}

/** The shortest word of two or more characters that holds all changes; the whole correction where there is none. */
function narrowest(model: TypoModel, text: string, { start, end, replacement }: Correction) {
  const signs = [...text.slice(start, end)];
  const changed = replacement.changes.map(({ at }) => at - replacement.start);
  for (const { at, code } of replacement.changes) signs[at - replacement.start] = String.fromCharCode(code);
  const whole = signs.join('');
  const [first, last] = [Math.min(...changed), Math.max(...changed)];
  for (let size = Math.max(2, last - first + 1); size < whole.length; size++)
    for (let from = Math.max(0, last + 1 - size); from <= first && from + size <= whole.length; from++) {
      const suggestion = whole.slice(from, from + size);
      if (model.wordOf(suggestion) >= 0) return { start: start + from, end: start + from + size, suggestion };
    }
  return { start, end, suggestion: whole };
}

function likenessWords({ replacement }: Correction): string {
  const all = replacement.changes.reduce((sum, { kind }) => sum | kind, 0);
  const isSame = (all & (nearness.tone | nearness.sound)) !== 0;
  const isAlike = (all & nearness.alike) !== 0;
  if (isSame && isAlike) return '音同形近';
  if (isSame) return '音同';
  return isAlike ? '形近' : '音近';
}

function findingOfModel(
  model: TypoModel,
  text: string,
  { correction, logOdds }: WeighedCorrection,
  known: ReadonlyMap<string, KnownTypo>,
): readonly Finding[] {
  if (logOdds < hintFrom) return [];
  const { start, end, suggestion } = narrowest(model, text, correction);
  const standing = text.slice(start, end);
  const typo = known.get(standing);
  if (typo?.right === suggestion && logOdds >= confirmFrom) return [findingOfKnown(text, typo, start, end)];
  const found = { text: standing, start, end, suggestion };
  if (logOdds >= confirmFrom)
    return [
      findingOf(kinds, 'typo.likely', {
        ...found,
        reason: `“${standing}”与上下文不合，疑为“${suggestion}”之误（${likenessWords(correction)}）。`,
      }),
    ];
  return [
    findingOf(kinds, 'typo.possible', {
      ...found,
      reason: `“${standing}”可能是“${suggestion}”（${likenessWords(correction)}），请留意。`,
    }),
  ];
}

const meets = (match: KnownTypoMatch, { correction }: WeighedCorrection) =>
  match.start < correction.end && correction.start < match.end;

/** The model's corrections that touch no known form: what is known need not be guessed. */
function besideKnown(
  weighed: readonly WeighedCorrection[],
  matches: readonly KnownTypoMatch[],
): readonly WeighedCorrection[] {
  let index = 0;
  return weighed.filter((one) => {
    while ((matches[index]?.end ?? Number.POSITIVE_INFINITY) <= one.correction.start) index++;
    const match = matches[index];
    return match === undefined || !meets(match, one);
  });
}

/**
 * A recogniser over a list of known wrong forms and the language model. Without a model (in a browser that has not
 * loaded it) only the forms that stand alone are found.
 */
export function typoRecogniser(knownTypos: readonly KnownTypo[], model: TypoModel | null): Recogniser {
  const finder = new KnownTypoFinder(knownTypos);
  const byForm = new Map(knownTypos.map((typo) => [typo.wrong, typo]));
  const corrector = model === null ? null : new RunCorrector(model);
  return {
    name: 'typos',
    kinds,
    find({ text }) {
      const matches = finder.findKnownTypos(text);
      const known = matches.map(({ typo, start, end }) => findingOfKnown(text, typo, start, end));
      if (model === null || corrector === null) return known;
      const weighed = weighCorrections(model, text, corrector.correctText(text));
      return [
        ...known,
        ...besideKnown(weighed, matches).flatMap((one) => findingOfModel(model, text, one, byForm)),
      ];
    },
  };
}
