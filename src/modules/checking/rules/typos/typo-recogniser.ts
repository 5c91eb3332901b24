/** The recogniser of spelling faults: known wrong forms. It judges text as it stands and knows no files. Pure; browser-safe. */
import type { Finding, FindingKind } from '../finding.ts';
import { findingOf, type Recogniser } from '../recogniser.ts';
import { type KnownTypo, KnownTypoFinder, type KnownTypoMatch } from './known-typos.ts';

const dictionarySource = '《现代汉语词典》（第7版）；自编错别字表，截至2026年3月20日';
const variantSource = '《第一批异形词整理表》（GF 1001-2001）；自编词形表，截至2026年3月20日';

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
} as const satisfies Record<string, FindingKind>;

function findingOfKnown(text: string, { typo, start, end }: KnownTypoMatch): Finding {
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

/** A recogniser over a list of known wrong forms. */
export function typoRecogniser(knownTypos: readonly KnownTypo[]): Recogniser {
  const known = new KnownTypoFinder(knownTypos);
  return {
    name: 'typos',
    kinds,
    find: ({ text }) => known.findKnownTypos(text).map((match) => findingOfKnown(text, match)),
  };
}
