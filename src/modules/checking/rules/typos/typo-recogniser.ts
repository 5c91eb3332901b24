/**
 * The recogniser of spelling faults: known wrong forms, and what the language model would write otherwise. It judges text
 * as it stands and knows no files. Pure; browser-safe.
 */
import type { Finding, FindingKind } from '../finding.ts';
import { findingOf, type Recogniser } from '../recogniser.ts';
import { nearness } from './confusions.ts';
import { type KnownTypo, KnownTypoFinder } from './known-typos.ts';
import { type Correction, RunCorrector } from './run-correction.ts';
import type { SoundPairs } from './sound-pairs.ts';
import { type WeighedCorrection, weighCorrections } from './sureness.ts';
import { findTraditionalRuns } from './traditional-signs.ts';
import type { TypoModel } from './typo-model.ts';

const dictionarySource = '《现代汉语词典》（第7版）；自编错别字表，截至2026年3月20日';
const variantSource = '《第一批异形词整理表》（GF 1001-2001）；自编词形表，截至2026年3月20日';
const modelSource = '词语搭配模型（通用词频与法律法规词频）';

/** Logarithms of odds from which a correction of the model is said; set on development data. */
const confirmFrom = -1.2;
const hintFrom = -2;
/** Used so often in one text, a form is the writer's word: said at most as a hint. */
const ownWordTimes = 3;
/** Of two words that are both sound only strong company tells which one is meant. */
const soundPairConfirmFrom = 1.5;

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
  'typo.traditional': {
    class: 'typo',
    severity: 'confirm',
    title: '繁体字、异体字',
    remedy: '改成规范汉字；姓名、文物、题词等依法保留的，说明理由。',
    source: '国家通用语言文字法第九条、第十七条；《通用规范汉字表》（2013）',
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

/** What the findings of the model are made with. */
interface FoundWith {
  readonly model: TypoModel;
  readonly known: ReadonlyMap<string, KnownTypo>;
  readonly soundPairs: SoundPairs;
}

function findingOfModel(
  { model, known, soundPairs }: FoundWith,
  text: string,
  { correction, logOdds, times, isName }: WeighedCorrection,
): readonly Finding[] {
  if (logOdds < hintFrom) return [];
  const isOwnWord = isName || times >= ownWordTimes;
  const { start, end, suggestion } = narrowest(model, text, correction);
  const standing = text.slice(start, end);
  const typo = known.get(standing);
  if (typo?.right === suggestion && logOdds >= confirmFrom) return [findingOfKnown(text, typo, start, end)];
  const found = { text: standing, start, end, suggestion };
  if (!isOwnWord && logOdds >= (soundPairs.has(standing, suggestion) ? soundPairConfirmFrom : confirmFrom))
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

/** The model's corrections that touch no finding: what is known need not be guessed. */
function besideFound(
  weighed: readonly WeighedCorrection[],
  found: readonly Finding[],
): readonly WeighedCorrection[] {
  const spans = [...found].sort((left, right) => left.start - right.start);
  let index = 0;
  return weighed.filter(({ correction }) => {
    while ((spans[index]?.end ?? Number.POSITIVE_INFINITY) <= correction.start) index++;
    return (spans[index]?.start ?? Number.POSITIVE_INFINITY) >= correction.end;
  });
}

/** 濛溪河: a single character in the name of a place is kept by custom. */
const namesPlace = /^\p{Script=Han}?[溪河江湖山岭镇乡村县岛]/u;

function traditionalFindings(text: string): readonly Finding[] {
  return findTraditionalRuns(text).map(({ start, end, simplified }) =>
    findingOf(kinds, 'typo.traditional', {
      text: text.slice(start, end),
      ...(end - start === 1 && namesPlace.test(text.slice(end, end + 2))
        ? { severity: 'hint' as const }
        : {}),
      start,
      end,
      suggestion: simplified,
      reason: `“${text.slice(start, end)}”是繁体字或者异体字，公文应当使用规范汉字“${simplified}”。`,
    }),
  );
}

/** What the recogniser knows. */
export interface TypoKnowledge {
  readonly known: readonly KnownTypo[];
  readonly soundPairs: SoundPairs;
  /** Null where it is not loaded (a browser): then only the known forms that stand alone are found. */
  readonly model: TypoModel | null;
}

/** A recogniser over lists of words and the language model. */
export function typoRecogniser({ known, soundPairs, model }: TypoKnowledge): Recogniser {
  const finder = new KnownTypoFinder(known);
  const byForm = new Map(known.map((typo) => [typo.wrong, typo]));
  const corrector = model === null ? null : new RunCorrector(model);
  return {
    name: 'typos',
    kinds,
    find({ text }) {
      const found = [
        ...finder.findKnownTypos(text).map(({ typo, start, end }) => findingOfKnown(text, typo, start, end)),
        ...traditionalFindings(text),
      ];
      if (model === null || corrector === null) return found;
      const weighed = weighCorrections(model, text, corrector.correctText(text));
      const foundWith = { model, known: byForm, soundPairs };
      return [
        ...found,
        ...besideFound(weighed, found).flatMap((one) => findingOfModel(foundWith, text, one)),
      ];
    },
  };
}
