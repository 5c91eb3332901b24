/** What the file of a seeded case shows for its reply, leaf by leaf. */
import type { DispositionFacts } from '../rules/dispositions/facts.ts';

const reasons = '该件所涉事项的材料由承办股室编制，内容涉及尚在研究的若干方案和内部分工，公开会影响后续办理';

/** The facts of a leaf for a subject; `searchedOn` is the day of the reply. */
export function seededFacts(leaf: string, subject: string, on: string): DispositionFacts {
  const information = `《${subject}》`;
  const refusal = {
    information,
    reasons,
    separable: 'no',
    whyInseparable: '各部分相互说明，去掉后不能理解',
  } as const;
  switch (leaf) {
    case 'disclosed':
      return { information, provision: 'attached' };
    case 'alreadyPublic':
      return { information, whereabouts: '本县政府网站“政府信息公开”专栏，按标题检索' };
    case 'partial':
      return {
        information,
        provision: 'attached',
        withheldPart: '个人身份证件号码和联系方式',
        withheldGround: 'privacy',
        reasons: '该部分是自然人的身份号码和住址，公开会侵害当事人的私人生活安宁',
      };
    case 'notExisting':
      return {
        information,
        searchRecord: '检索了收发文系统、业务股室和档案室，用名称、年份和文号检索，由两名工作人员分别进行',
        searchedOn: on,
      };
    case 'notOurs':
      return {
        information,
        reasons: '该信息由县自然资源局制作并保存，本单位没有参与制作',
        rightBody: '县自然资源局，0000-1234567',
      };
    case 'needsMaking':
      return { information, processing: '现有分户台账，须重新汇总并按村统计后才能形成所需表格' };
    case 'process':
      return { ...refusal, processKind: 'discussion', processOpen: 'open', noDutyToPublish: 'none' };
    case 'enforcementFile':
      return { ...refusal, noDutyToPublish: 'none' };
    case 'internalAffairs':
      return { ...refusal, internalKind: 'workflow' };
    case 'administrativeQuery':
      return { information, queryRegime: '《不动产登记资料查询暂行办法》，县不动产登记中心' };
    case 'petition':
      return {
        reasons: '来信要求查处相邻工地的噪声问题，没有要求提供已经存在的材料',
        properChannel: '县信访局',
      };
    case 'repeated':
      return { information, earlierReply: '上年同一申请已经答复并附材料' };
    case 'publication':
      return { publicationSource: '县图书馆地方文献室可以查阅' };
    case 'tradeSecret':
      return { ...refusal, thirdPartyAnswer: 'objectedWithGrounds' };
    case 'disclosedWithConsent':
      return { information, provision: 'attached', thirdPartyAnswer: 'agreed' };
    default:
      throw new Error(`no facts are seeded for ${leaf}`);
  }
}
