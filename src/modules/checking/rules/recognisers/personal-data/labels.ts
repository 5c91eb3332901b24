/**
 * The words in front of a number that say what it is: 身份证号, 联系电话, 受理编号. The nearest one counts. Pure.
 */
import { foldWidth, withoutBlanks } from './character-folding.ts';

/** `thing`: serials, codes and amounts, which belong to nobody. */
export const numberLabels = [
  'identity',
  'passport',
  'travelPermit',
  'military',
  'driving',
  'bank',
  'homePhone',
  'phone',
  'chat',
  'thing',
] as const;
export type NumberLabel = (typeof numberLabels)[number];

/** In this order: of two readings of one word the first counts. */
const wordsOfLabel: Readonly<Record<NumberLabel, string>> = {
  identity:
    '身份证(?:件|明)?(?:号码|号|编号)?|身份(?:证件)?号码?|有?效?证件(?:号码|号)|社会保障号码?|社保号码?|残疾人?证(?:号码|号|编号)?|学籍号?|居住证(?:号码|号)?|(?<![a-z])id(?:card|no|number|号)?|sfzh?m?',
  passport: '护照(?:号码|号|编号)?|passport(?:no)?',
  travelPermit:
    '(?:往来|来往)(?:港澳|台湾|内地|大陆)(?:居民)?通行证(?:号码|号)?|(?:港澳|台湾?)居民(?:来往|往来)?(?:内地|大陆)?(?:通行证|居住证)(?:号码|号)?|回乡证(?:号码|号)?|台胞证(?:号码|号)?|通行证(?:号码|号)?|(?:香港|澳门|台湾)(?:永久性?)?(?:居民)?身份证(?:号码|号)?',
  military:
    '(?:军官|士兵|文职干部|文职人员|警官|士官|军士|学员|义务兵|残疾军人|军人)证(?:件)?(?:号码|号|字)?',
  driving: '驾驶证(?:档案)?(?:号码|号|编号)?|驾照(?:号码|号)?',
  bank: '(?:银行|收款|开户|储蓄|社保|工资|补贴|惠农|一卡通)*(?:卡|账户|帐户|账|帐|存折)(?:号码|号)|银行卡|储蓄卡|信用卡|一卡通|存折|银行账户|银行帐户|收款账户',
  homePhone: '(?:家庭|住宅|家中|家里|私人|个人)(?:固定)?电话(?:号码|号)?|宅电|住宅电话',
  phone:
    '(?:手机|移动|联系|监护人|家长|紧急|本人|咨询|举报|监督|投诉|报名|值班)*(?:电话|手机|联系方式|联系号码)(?:号码|号)?|手机号?码?|致电|拨打|来电|tel(?:ephone)?|mobile|phone|cell|短信|热线|传真|fax',
  chat: '微信号?|qq号?|vx|wechat|v信|钉钉号?|支付宝账?号?',
  thing:
    '[编单序文案卷表图箱票批件期册页栋]号|编码|代码|订单|流水号?|受理号|办件号?|凭证号?|发票(?:号码|代码)?|条形?码|索引号|注册号|登记号|备案号|许可证?号?|合同号?|档案号?|宗地号?|地块|单元号|产权证?号?|登记证号?|准考证号?|学号|考号|工号|公告号|专利号?|申请号|证书号?|执业证号?|资格证号?|工作证号?|户号|项目号?|标识码?|追溯码|校验码|验证码|设备号?|车架号|发动机号|(?:资金|金额|合计|共计|总计|投资|收入|支出|面积|产值|数量)(?:为|达|约)?|(?<![a-z])(?:imei|isbn|issn|sn)|no\\.?|№|¥|￥|\\$|人民币|第',
};

const labelPattern = new RegExp(
  numberLabels.map((label) => `(?<${label}>${wordsOfLabel[label]})`).join('|'),
  'giu',
);

/** How much may stand between a label and its number, blanks left out: names belong to people, not to serials. */
const reachOfLabel: Readonly<Record<NumberLabel, number>> = {
  identity: 14,
  passport: 8,
  travelPermit: 8,
  military: 8,
  driving: 8,
  bank: 14,
  homePhone: 10,
  phone: 12,
  chat: 8,
  thing: 5,
};

const windowLength = 40;
const sentenceEnd = /[。！？!?\n]/u;

/** What the nearest label before a position says; null without one in its line and within its reach. */
export function labelBefore(text: string, position: number): NumberLabel | null {
  const raw = text.slice(Math.max(0, position - windowLength), position);
  const clause = raw.split(sentenceEnd).at(-1) ?? '';
  const words = foldWidth(withoutBlanks(clause));
  let label: NumberLabel | null = null;
  for (const match of words.matchAll(labelPattern)) {
    const found = numberLabels.find((one) => match.groups?.[one] !== undefined);
    if (found !== undefined) {
      label = words.length - (match.index + match[0].length) <= reachOfLabel[found] ? found : null;
    }
  }
  return label;
}
