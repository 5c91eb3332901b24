/** What the heading of a column says about its cells: 身份证号, 致贫原因, 金额. Pure. */
import { foldWidth, withoutBlanks } from './character-folding.ts';

export type ColumnKind =
  | 'name'
  | 'minorName'
  | 'officialName'
  | 'identity'
  | 'passport'
  | 'travelPermit'
  | 'phone'
  | 'homePhone'
  | 'bank'
  | 'homeAddress'
  | 'address'
  | 'mail'
  | 'chat'
  | 'plate'
  | 'disability'
  | 'hardship'
  | 'health'
  | 'religion'
  | 'biometric'
  | 'birth'
  | 'sex'
  | 'age'
  | 'thing';

/** Read from top to bottom; the first that fits names the column. */
const headings: readonly (readonly [ColumnKind, RegExp])[] = [
  ['disability', /残疾(?:类别|类型|种类|等级|级别|程度|情况|状况)|^残疾$|残别/u],
  ['thing', /复印件|是否|有无|类型$|证件类别|有效期|开户行|开户银行|户名|发证/u],
  ['identity', /身份证|公民身份|身份号码|证件号|社会保障号|社保号|残疾人?证|学籍号|居住证/u],
  ['passport', /护照/u],
  ['travelPermit', /通行证|回乡证|台胞证/u],
  ['homePhone', /(?:家庭|住宅|家里)(?:联系)?电话|宅电/u],
  ['phone', /手机|电话|联系方式|联系号码|移动号码/u],
  ['bank', /账号|帐号|卡号|银行账户|银行卡|一卡通|存折|社保卡/u],
  [
    'homeAddress',
    /(?:家庭|居住|户籍|现住|常住|住宅|户口)(?:所在)?(?:详细)?(?:地址|住址|所在地|地)$|^(?:详细)?住址|^住所|家庭住址|现居/u,
  ],
  ['address', /^(?:详细|通讯|通信|联系)?地址$/u],
  ['mail', /邮箱|电子邮件|e-?mail/iu],
  ['chat', /微信|qq/iu],
  ['plate', /车牌|号牌号|车号/u],
  [
    'hardship',
    /(?:致贫|致困|困难|贫困|救助|保障|低保|纳入|帮扶)(?:的)?(?:主要)?原因|困难(?:情况|情形)|致贫/u,
  ],
  ['health', /病种|疾病|病情|病名|患病|诊断|健康(?:状况|情况)|身体状况|病史|感染(?:情况|途径)|hiv/iu],
  ['religion', /宗教|信仰/u],
  ['biometric', /指纹|人脸|虹膜|声纹|dna|基因|掌纹/iu],
  ['birth', /出生(?:年月日?|日期|时间)|生日/u],
  ['sex', /^性别$/u],
  ['age', /^(?:周岁)?年龄$|^周岁$/u],
  [
    'officialName',
    /(?:联系|负责|经办|责任|承办|审核|填报|法定代表|法人代表|带队|包保|监督)人(?:姓名)?$|领导姓名|干部姓名|专家姓名/u,
  ],
  ['minorName', /(?:学生|儿童|幼儿|孤儿|未成年人|子女|婴儿|新生儿|孩子)(?:的)?(?:姓名|名字)?$/u],
  [
    'name',
    /姓名|名字|^(?:户主|申请人|当事人|被征收人|被处罚人|权利人|承租人|房主|农户|持证人|收款人|患者|残疾人|受助人|保障对象|救助对象|补助对象|参保人|持卡人)$/u,
  ],
  [
    'thing',
    /金额|编号|序号|代码|单号|文号|案号|面积|数量|价格|标准|资金|单价|合计|流水|日期|时间|备注|得分|成绩|准考证|学号|工号|证书|许可证|发票|受理号|索引号|项目|产权证|不动产|地块|批次|档案号|编码|门牌|条码/u,
  ],
];

const longestHeading = 16;

/** The kind of a column by its heading; null for headings that say nothing here and for text that heads nothing. */
export function columnKind(heading: string): ColumnKind | null {
  const words = foldWidth(withoutBlanks(heading)).replace(/[*:：]|[（(][^（）()]{0,12}[）)]/gu, '');
  if (words === '' || words.length > longestHeading || /[。；，]|\d{3}/u.test(words)) return null;
  return headings.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
