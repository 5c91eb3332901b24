/**
 * The disposition tree 办理结果: each leaf ties the legal ground to the letter, the row of the annual report and the
 * category of a dispute, so that the four cannot disagree. Data only; judged in the files beside.
 * 政府信息公开条例第三十条至第三十九条.
 */
import { closingLeaves } from './closing-leaves.ts';
import { type LeafShape, ofRegulation } from './leaf-shape.ts';
import { refusalLeaves } from './refusal-leaves.ts';

const disclosingLeaves = [
  {
    id: 'alreadyPublic',
    group: 'granted',
    title: '已经主动公开，告知获取途径',
    articles: ofRegulation('第三十六条第一项'),
    letter: 'alreadyPublicReply',
    row: 'granted',
    dispute: 'disclosure',
    facts: ['information', 'whereabouts'],
    when: '申请的信息已经主动公开，申请人按告知的途径能够取得同一信息',
  },
  {
    id: 'disclosed',
    group: 'granted',
    title: '予以公开',
    articles: ofRegulation('第三十六条第二项'),
    letter: 'disclosureReply',
    row: 'granted',
    dispute: 'disclosure',
    facts: ['information', 'provision', 'providedWhen'],
    when: '信息由本机关保有，没有不公开的情形',
  },
  {
    id: 'disclosedWithConsent',
    group: 'granted',
    title: '第三方同意，予以公开',
    articles: ofRegulation('第十五条', '第三十二条', '第三十六条第二项'),
    letter: 'disclosureReply',
    row: 'granted',
    dispute: 'disclosure',
    facts: ['information', 'provision', 'providedWhen', 'thirdPartyAnswer'],
    when: '涉及商业秘密、个人隐私等，第三方同意公开，或者不同意但没有合理理由',
  },
  {
    id: 'disclosedForPublicInterest',
    group: 'granted',
    title: '不公开会对公共利益造成重大影响，予以公开',
    articles: ofRegulation('第十五条', '第三十二条', '第三十六条第二项'),
    letter: 'disclosureReply',
    row: 'granted',
    dispute: 'disclosure',
    facts: ['information', 'provision', 'providedWhen', 'thirdPartyAnswer', 'publicInterest'],
    when: '第三方不同意且有合理理由，但不公开可能对公共利益造成重大影响；决定和理由须书面告知第三方',
  },
  {
    id: 'partial',
    group: 'partial',
    title: '部分公开（区分处理）',
    articles: ofRegulation('第三十七条'),
    letter: 'partialReply',
    row: 'partial',
    dispute: 'partialDisclosure',
    facts: ['information', 'provision', 'providedWhen', 'withheldPart', 'withheldGround', 'reasons'],
    when: '信息中含有不应当公开或者不属于政府信息的内容，但能够区分处理',
  },
] as const satisfies readonly LeafShape[];

/** Every leaf, in the order of the annual report. */
export const dispositionLeaves = [...disclosingLeaves, ...refusalLeaves, ...closingLeaves] as const;

export type DispositionLeafId = (typeof dispositionLeaves)[number]['id'];

/** One leaf of the tree with its id as a closed union. */
export interface DispositionLeaf extends LeafShape {
  readonly id: DispositionLeafId;
}

/** The leaf of this id; undefined for any other word. */
export function findDispositionLeaf(id: string): DispositionLeaf | undefined {
  return dispositionLeaves.find((leaf) => leaf.id === id);
}

/** The leaf of an id the program itself stored. */
export function getDispositionLeaf(id: DispositionLeafId): DispositionLeaf {
  const leaf = findDispositionLeaf(id);
  if (leaf === undefined) throw new RangeError(`no disposition ${id}`);
  return leaf;
}
