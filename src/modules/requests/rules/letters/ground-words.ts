/**
 * How a letter states the ground of a refusal: one clause for each ground, naming the narrowest part of the article.
 * 政府信息公开条例第十四条至第十六条. Pure.
 */
import { type DispositionFacts, dispositionFacts, type FactShape } from '../dispositions/facts.ts';
import { type DispositionLeaf, findDispositionLeaf } from '../dispositions/leaves.ts';

function optionOf(
  fact: 'internalKind' | 'processKind' | 'secrecyLevel',
  facts: DispositionFacts,
): string | undefined {
  const shape: FactShape = dispositionFacts[fact].shape;
  const options = shape.kind === 'choice' ? shape.options : {};
  const chosen = facts[fact] ?? '';
  return Object.hasOwn(options, chosen) ? options[chosen] : undefined;
}

/** The clause for this ground: 属于行政机关在履行行政管理职能过程中形成的请示报告; undefined while its facts are missing. */
export function writeGroundWords(groundId: string, facts: DispositionFacts): string | undefined {
  switch (groundId) {
    case 'stateSecret': {
      const level = optionOf('secrecyLevel', facts);
      return level === undefined
        ? '已经依法确定为国家秘密'
        : `已经依法确定为国家秘密（${level}级），仍在保密期限内`;
    }
    case 'otherLaw':
      return facts.prohibitingLaw === undefined || facts.prohibitingLaw === ''
        ? '属于法律、行政法规禁止公开的政府信息'
        : `属于${facts.prohibitingLaw}禁止公开的政府信息`;
    case 'threeSecurities':
      return '公开后可能危及国家安全、公共安全、经济安全、社会稳定';
    case 'tradeSecret':
      return '涉及商业秘密，公开会对第三方合法权益造成损害';
    case 'privacy':
      return '涉及个人隐私，公开会对第三方合法权益造成损害';
    case 'otherRights':
      return '公开会对第三方合法权益造成损害';
    case 'internalAffairs': {
      const kind = optionOf('internalKind', facts);
      return kind === undefined ? '属于行政机关的内部事务信息' : `属于行政机关内部事务信息中的${kind}信息`;
    }
    case 'process': {
      const kind = optionOf('processKind', facts);
      return kind === undefined
        ? '属于行政机关在履行行政管理职能过程中形成的过程性信息'
        : `属于行政机关在履行行政管理职能过程中形成的${kind}，为过程性信息`;
    }
    case 'enforcementFile':
      return '属于行政执法案卷信息';
    default:
      return undefined;
  }
}

/** What the third party said, for refusals that rest on its rights; empty otherwise. */
export function writeThirdPartyWords(facts: DispositionFacts): string {
  switch (facts.thirdPartyAnswer) {
    case 'objectedWithGrounds':
      return '经书面征求意见，第三方不同意公开，理由合理。';
    case 'objectedWithoutGrounds':
      return '经书面征求意见，第三方不同意公开，本机关另行审查认为不宜公开。';
    case 'silent':
      return '经书面征求意见，第三方逾期未提出意见，由本机关依法决定。';
    default:
      return '';
  }
}

/** Ground of the letter: the leaf itself, or for a reply in part the ground of what was left out. */
export function groundOfLetter(leaf: DispositionLeaf, facts: DispositionFacts): DispositionLeaf | undefined {
  return leaf.id === 'partial' ? findDispositionLeaf(facts.withheldGround ?? '') : leaf;
}

/** 《…条例》第十四条、第三十六条第三项, with titles in marks and the Regulation named once. */
export function writeLegalBasis(articles: readonly string[]): string {
  const title = '政府信息公开条例';
  const own = articles.filter((one) => one.startsWith(title)).map((one) => one.slice(title.length));
  const others = articles.filter((one) => !one.startsWith(title)).map(quoteTitle);
  const regulation = own.length === 0 ? [] : [`《中华人民共和国${title}》${own.join('、')}`];
  return [...regulation, ...others].join('、');
}

/** A citation that begins with a title and not a document number gets its marks. */
function quoteTitle(citation: string): string {
  const named = /^([^《〔（]+?办法|[^《〔（]+?法)(.*)$/u.exec(citation);
  return named === null ? citation : `《${named[1]}》${named[2]}`;
}
