/** The grounds on which information is withheld, one leaf each. 政府信息公开条例第十四条至第十六条、第三十六条第三项、第七项. */
import type { DispositionFactName } from './facts.ts';
import { type DisputeCategory, type LeafShape, ofRegulation, type ReportRow } from './leaf-shape.ts';

/** A refusal gives its reasons, and says why no part can be given (第三十六条第三项、第三十七条). */
const refusal = ['information', 'reasons', 'separable', 'whyInseparable'] as const;

function withheld<const Id extends string>(
  id: Id,
  title: string,
  article: string,
  row: ReportRow,
  dispute: DisputeCategory,
  when: string,
  facts: readonly DispositionFactName[],
) {
  return {
    id,
    group: 'withheld',
    title,
    articles: ofRegulation(article, '第三十六条第三项'),
    letter: 'refusal',
    row,
    dispute,
    facts: [...refusal, ...facts],
    when,
  } as const;
}

export const refusalLeaves = [
  withheld(
    'stateSecret',
    '属于国家秘密',
    '第十四条',
    'stateSecret',
    'absoluteRefusal',
    '已经依法确定为国家秘密且仍在保密期限内',
    ['secrecyLevel', 'secrecyBasis'],
  ),
  withheld(
    'otherLaw',
    '法律、行政法规禁止公开',
    '第十四条',
    'otherLaw',
    'absoluteRefusal',
    '有法律或者行政法规的条款明文禁止公开',
    ['prohibitingLaw'],
  ),
  withheld(
    'threeSecurities',
    '危及国家安全、公共安全、经济安全、社会稳定',
    '第十四条',
    'threeSecurities',
    'absoluteRefusal',
    '公开后可能危及三安全一稳定，且没有更窄的依据可以适用',
    ['harm'],
  ),
  withheld(
    'tradeSecret',
    '涉及商业秘密，第三方不同意公开',
    '第十五条',
    'thirdParty',
    'thirdPartyRefusal',
    '不为公众所知悉、具有商业价值并经权利人采取保密措施的信息，公开会损害其合法权益',
    ['thirdPartyAnswer'],
  ),
  withheld(
    'privacy',
    '涉及个人隐私，第三方不同意公开',
    '第十五条',
    'thirdParty',
    'thirdPartyRefusal',
    '自然人的私密信息，公开会损害其合法权益',
    ['thirdPartyAnswer'],
  ),
  withheld(
    'otherRights',
    '公开会损害第三方其他合法权益',
    '第十五条',
    'thirdParty',
    'thirdPartyRefusal',
    '既非商业秘密也非个人隐私，但公开会损害第三方合法权益',
    ['thirdPartyAnswer', 'harm'],
  ),
  withheld(
    'internalAffairs',
    '属于内部事务信息',
    '第十六条第一款',
    'internalAffairs',
    'relativeRefusal',
    '人事管理、后勤管理、内部工作流程三类，不对外产生影响',
    ['internalKind'],
  ),
  withheld(
    'process',
    '属于过程性信息',
    '第十六条第二款',
    'process',
    'relativeRefusal',
    '履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告',
    ['processKind', 'processOpen', 'noDutyToPublish'],
  ),
  withheld(
    'enforcementFile',
    '属于行政执法案卷信息',
    '第十六条第二款',
    'enforcementFile',
    'relativeRefusal',
    '行政执法过程中形成并归入案卷的信息；当事人可依法查阅案卷',
    ['noDutyToPublish'],
  ),
  {
    id: 'administrativeQuery',
    group: 'withheld',
    title: '属于行政查询事项',
    articles: ofRegulation('第三十六条第七项'),
    letter: 'specialRegimeReply',
    row: 'administrativeQuery',
    dispute: 'specialRegime',
    facts: ['information', 'queryRegime'],
    when: '工商、不动产登记资料等，法律、行政法规对获取有特别规定',
  },
] as const satisfies readonly LeafShape[];
