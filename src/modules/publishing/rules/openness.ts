/** Openness of information (公开属性) and the grounds on which it may be withheld. Pure; browser-safe. */

/** `proactive` 主动公开, `onRequest` 依申请公开, `withheld` 不予公开. */
export const opennessKinds = ['proactive', 'onRequest', 'withheld'] as const;
export type Openness = (typeof opennessKinds)[number];

/** Grounds of the Regulation (政府信息公开条例第十四至十六条), the narrowest that applies is to be named. */
export const withholdingGrounds = [
  'stateSecret',
  'forbiddenByLaw',
  'securityAndStability',
  'thirdPartyInterest',
  'internalAffairs',
  'processInformation',
  'enforcementFile',
] as const;
export type WithholdingGround = (typeof withholdingGrounds)[number];

export interface GroundOfLaw {
  readonly title: string;
  readonly article: string;
  /** Whether the organ has a choice: the law forbids publication, or lets it be withheld. */
  readonly strength: 'forbids' | 'allows';
}

/** 政府信息公开条例第十四条 (first three), 第十五条, 第十六条第一款, 第二款. */
export const groundsOfLaw: Readonly<Record<WithholdingGround, GroundOfLaw>> = {
  stateSecret: { title: '国家秘密', article: '政府信息公开条例第十四条', strength: 'forbids' },
  forbiddenByLaw: {
    title: '法律、行政法规禁止公开',
    article: '政府信息公开条例第十四条',
    strength: 'forbids',
  },
  securityAndStability: {
    title: '公开后可能危及国家安全、公共安全、经济安全、社会稳定',
    article: '政府信息公开条例第十四条',
    strength: 'forbids',
  },
  thirdPartyInterest: {
    title: '商业秘密、个人隐私等，公开会损害第三方合法权益',
    article: '政府信息公开条例第十五条',
    strength: 'forbids',
  },
  internalAffairs: {
    title: '人事管理、后勤管理、内部工作流程等内部事务信息',
    article: '政府信息公开条例第十六条第一款',
    strength: 'allows',
  },
  processInformation: {
    title: '讨论记录、过程稿、磋商信函、请示报告等过程性信息',
    article: '政府信息公开条例第十六条第二款',
    strength: 'allows',
  },
  enforcementFile: {
    title: '行政执法案卷信息',
    article: '政府信息公开条例第十六条第二款',
    strength: 'allows',
  },
};

/** How far and by which means an item is disclosed, with the ground where it is not. */
export interface Disclosure {
  readonly openness: Openness;
  readonly ground: WithholdingGround | null;
  /** Why in this case; a ground without a reason is no decision. */
  readonly reason: string | null;
}

export type DisclosureFault = 'groundMissing' | 'groundNotNeeded' | 'reasonMissing' | 'mayNotBeOnRequest';

/**
 * What is wrong with a decision on openness. Whatever is not proactively disclosed names its ground and its reason
 * (条例第五条: publication is the norm); what the law forbids to publish is not given on request either.
 */
export function findDisclosureFault(disclosure: Disclosure): DisclosureFault | undefined {
  const { openness, ground, reason } = disclosure;
  const hasReason = reason !== null && reason.trim() !== '';
  switch (openness) {
    case 'proactive':
      return ground === null ? undefined : 'groundNotNeeded';
    case 'onRequest':
      if (ground === 'stateSecret' || ground === 'forbiddenByLaw') return 'mayNotBeOnRequest';
      return hasReason ? undefined : 'reasonMissing';
    case 'withheld':
      if (ground === null) return 'groundMissing';
      return hasReason ? undefined : 'reasonMissing';
  }
}
