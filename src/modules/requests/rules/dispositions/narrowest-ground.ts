/**
 * Which narrower ground to try before a broad one, and what a careful officer asks first. Advice beside the choice, never a
 * refusal: 政府信息公开条例第五条 以公开为常态、不公开为例外.
 */
import type { DispositionFacts } from './facts.ts';
import type { DispositionLeaf, DispositionLeafId } from './leaves.ts';

export interface GroundAdvice {
  readonly says: string;
  readonly article: string;
  /** Leaves to consider before this one, narrowest first; empty when the advice is a question. */
  readonly before: readonly DispositionLeafId[];
}

const presumption = '政府信息公开条例第五条';

const standing: Readonly<Partial<Record<DispositionLeafId, GroundAdvice>>> = {
  threeSecurities: {
    says: '本项最宽，复议和诉讼中须证明具体危害；先看是否属于国家秘密、法律禁止公开或者第三方权益',
    article: '政府信息公开条例第十四条',
    before: ['stateSecret', 'otherLaw', 'privacy', 'tradeSecret', 'partial'],
  },
  otherRights: {
    says: '能够归入个人隐私或者商业秘密的，适用更具体的一项',
    article: '政府信息公开条例第十五条',
    before: ['privacy', 'tradeSecret', 'partial'],
  },
  privacy: {
    says: '隐去姓名、证件号码、住址等能够识别个人的内容后仍可提供的，区分处理',
    article: '政府信息公开条例第三十七条',
    before: ['partial'],
  },
  tradeSecret: {
    says: '只有部分数据、条款构成商业秘密的，区分处理',
    article: '政府信息公开条例第三十七条',
    before: ['partial'],
  },
  stateSecret: {
    says: '核对密级是否仍在保密期限内；涉密段落能够分离的，区分处理',
    article: '政府信息公开条例第三十七条',
    before: ['partial'],
  },
  internalAffairs: {
    says: '“可以不予公开”不是“应当不予公开”：公开没有妨碍的，予以公开；已对外产生影响的不属于内部事务',
    article: '政府信息公开条例第十六条第一款',
    before: ['disclosed', 'partial'],
  },
  process: {
    says: '“可以不予公开”不是“应当不予公开”：最终结论和已经对外生效的内容不属于过程性信息',
    article: '政府信息公开条例第十六条第二款',
    before: ['disclosed', 'partial'],
  },
  enforcementFile: {
    says: '处罚决定等结果信息不因归入案卷而不公开；当事人要求阅卷的，告知依法查阅',
    article: '政府信息公开条例第十六条第二款',
    before: ['alreadyPublic', 'disclosed', 'partial'],
  },
  notExisting: {
    says: '先确认是否属于本机关职责；由其他机关制作、保存的，告知负责公开的机关',
    article: '政府信息公开条例第三十六条第五项',
    before: ['notOurs'],
  },
  needsMaking: {
    says: '现有的原始信息能够直接提供的，应当提供；仅作区分处理或者简单复制不是加工、分析',
    article: '政府信息公开条例第三十八条',
    before: ['disclosed', 'partial'],
  },
  petition: {
    says: '诉求之外还要求提供信息的，就信息部分照常答复',
    article: '政府信息公开条例第三十九条第一款',
    before: ['disclosed', 'alreadyPublic'],
  },
  excessive: {
    says: '先看每件申请能否照常答复或者收取信息处理费；合理但不能按期答复的，可以确定延迟答复的合理期限',
    article: '政府信息公开条例第三十五条',
    before: ['repeated'],
  },
  disclosed: {
    says: '已经主动公开的，告知获取途径即可，也能让其他人找到',
    article: '政府信息公开条例第三十六条第一项',
    before: ['alreadyPublic'],
  },
};

/** What to weigh before this leaf, with the leaves that are narrower or more open; empty for leaves that need no thought. */
export function adviseNarrowestGround(
  leaf: DispositionLeaf,
  facts: DispositionFacts = {},
): readonly GroundAdvice[] {
  const advice: GroundAdvice[] = [];
  const usual = standing[leaf.id];
  if (usual !== undefined) advice.push(usual);
  if (leaf.id === 'process' && facts.processOpen === 'closed') {
    advice.push({
      says: '所涉事项已经办结，公开通常不再妨碍讨论和决策；仍不公开的，理由中须写明还会造成什么影响',
      article: presumption,
      before: ['disclosed', 'partial'],
    });
  }
  if (leaf.row === 'thirdParty' && facts.thirdPartyAnswer === 'objectedWithoutGrounds') {
    advice.push({
      says: '第三方不同意但没有合理理由，不能只凭其反对不予公开',
      article: '政府信息公开条例第三十二条',
      before: ['disclosedWithConsent', 'partial'],
    });
  }
  if (leaf.row === 'thirdParty' && facts.thirdPartyAnswer === 'silent') {
    advice.push({
      says: '第三方逾期未提出意见，由本机关自行判断，沉默不等于反对',
      article: '政府信息公开条例第三十二条',
      before: ['disclosed', 'partial'],
    });
  }
  return advice;
}
