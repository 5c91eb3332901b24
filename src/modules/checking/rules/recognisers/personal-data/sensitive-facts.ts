/**
 * Sensitive facts beside a person's name in running text: illness, disability, the cause of hardship, religion, biometrics,
 * a past before the law, and minors. A fact without a name, or with a masked one, is nobody's. Pure.
 */
import type { PersonalDataCode } from './kinds.ts';
import { leftOut, maskPersonName } from './masking.ts';
import type { PersonalDatum } from './number-findings.ts';
import { findPerson, isOrdinaryWord, type PersonMention, personName } from './person-names.ts';

const illness =
  '艾滋病|hiv|梅毒|尿毒症|白血病|癌症?(?:晚期|早期|中期)?|肿瘤|精神分裂症?|精神障碍|精神疾病|精神病|抑郁症|双相情感障碍|癫痫|肺结核|结核病|[乙丙]肝|[乙丙]型肝炎|糖尿病|高血压|冠心病|心脏病|脑梗死?|脑瘫|脑出血|中风|偏瘫|截瘫|瘫痪|植物人|渐冻症|红斑狼疮|血友病|罕见病|唐氏综合[征症]|自闭症|孤独症|新冠病毒|新冠肺炎|肝硬化|肾衰竭|肾病|帕金森|阿尔茨海默|痴呆|不孕不育|性病|重大疾病|重病|慢性病|先天性\\p{Script=Han}{1,4}|哮喘|类风湿|再生障碍性贫血|地中海贫血|麻风';
const disabilityKind = '肢体|视力|听力|言语|智力|精神|多重';
const grade = '[一二三四1-4]级';

interface Fact {
  readonly code: PersonalDataCode;
  readonly pattern: RegExp;
  readonly reason: string;
}

const facts: readonly Fact[] = [
  {
    code: 'personalData.health',
    pattern: new RegExp(
      `(?:患有?|患上|身患|罹患|确诊(?:为|患)?|感染(?:了)?|诊断为|查出(?:患有?)?|得了|突发|因)(?:严重|重度|轻度|慢性|急性|晚期|恶性|有|\\p{Script=Han}{1,2})?(?:${illness})|(?:${illness})(?:患者|病人|感染者|病史|阳性)`,
      'giu',
    ),
    reason: '姓名与疾病同时出现',
  },
  {
    code: 'personalData.disability',
    pattern: new RegExp(
      `(?:${disabilityKind})(?:重度)?残疾(?:${grade}|[（(]${grade}[）)])?(?![人者儿学教康])|${grade}(?:${disabilityKind})残疾|残疾(?:等级|级别|类别)[:：为是]{0,2}[^，。；\\s]{1,6}|(?:重度|${grade})残疾(?!人|儿|学)`,
      'gu',
    ),
    reason: '姓名与残疾类别、等级同时出现',
  },
  {
    code: 'personalData.hardship',
    pattern:
      /因(?:病|残|学|灾|重病|大病|丧偶|离异|离婚|车祸|火灾|缺劳力|缺资金|缺技术|丈夫去世|妻子去世)(?:致贫|致困|返贫|被?纳入低保|纳入特困|享受低保|生活困难|家庭困难)|(?:致贫|致困|返贫)原因[:：为是]{1,2}[^，。；\s]{1,12}/gu,
    reason: '姓名与困难原因同时出现',
  },
  {
    code: 'personalData.religion',
    pattern:
      /(?:信仰|信奉|皈依|信)(?:基督教|天主教|伊斯兰教|佛教|道教|东正教)|(?:基督|天主|伊斯兰|佛|道)教徒|穆斯林|宗教信仰[:：为是]{1,2}[^，。；\s无]{1,6}/gu,
    reason: '姓名与宗教信仰同时出现',
  },
  {
    code: 'personalData.biometric',
    pattern:
      /(?:指纹|掌纹|人脸|虹膜|声纹|DNA|基因)(?:数据|图像|信息|样本|特征|序列|检测|比对|照片|编码)|的(?:指纹|掌纹|虹膜|声纹)(?!数据|图像|信息|样本|特征|照片)/giu,
    reason: '姓名与生物识别信息同时出现',
  },
  {
    code: 'personalData.specificIdentity',
    pattern:
      /(?:系|是|为|属)(?:本?[省市县区镇村]的?)?(?:社区矫正对象|刑满释放人员?|刑释人员|(?:强制隔离)?(?:吸毒|戒毒|涉毒|信访|上访|服刑)人员)|有吸毒史/gu,
    reason: '姓名与特定身份同时出现',
  },
];

const lookBack = 90;
/** Who visits, says or decides is not the one who is ill. */
const deedsOfOthers =
  /调研|看望|慰问|走访|指出|强调|要求|会议|出席|参加|介绍|表示|认为|主任|局长|县长|镇长|书记|院士|教授|医生|律师|记者|关注|关爱|帮助|救助|防治|治疗[^，。]{0,4}的|研究/u;
const sentenceEnd = /[。！？；;\n]/u;

function personBefore(text: string, at: number): PersonMention | undefined {
  const clause =
    text
      .slice(Math.max(0, at - lookBack), at)
      .split(sentenceEnd)
      .at(-1) ?? '';
  const person = findPerson(clause);
  if (person === undefined || deedsOfOthers.test(clause.slice(person.index + person.name.length)))
    return undefined;
  return person;
}

/** A fact of one kind once a sentence is enough. */
function findFacts(text: string): readonly PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const { code, pattern, reason } of facts) {
    for (const match of text.matchAll(pattern)) {
      const person = personBefore(text, match.index);
      if (person === undefined) continue;
      found.push({
        code,
        start: match.index,
        end: match.index + match[0].length,
        reason: `${reason}（${person.name}）。`,
        suggestion: leftOut,
      });
    }
  }
  return found;
}

const anyMinor =
  /(?<![0-9])(?:1[0-7]|[1-9])[ ]?周?岁|年级|小学生|幼儿|男童|女童|男孩|女孩|儿童|婴儿|孤儿|中学生|高中生|幼儿园/u;
const childWords = '小学生|幼儿|男童|女童|男孩|女孩|孤儿|留守儿童|困境儿童|儿童|婴儿|初中生|中学生|高中生';
const behindName = '(?=$|[，,、（(：:。；\\s]|同学|小朋友|因|系|患|被|是|为|在|的|由|今年|年仅|[0-9])';
const minorPatterns: readonly RegExp[] = [
  new RegExp(
    `(?<=^|[，,、；;：:（(。\\s“]|其[子女孙]|儿子|女儿|孙子|孙女|弟弟|妹妹)(${personName})[，,（(\\s]{0,2}(?:[男女][，,、\\s]{0,2})?(?:汉族[，,、\\s]{0,2})?(?:今年|年仅|现年|时年)?[ ]?(?:1[0-7]|[1-9])[ ]?周?岁`,
    'gmu',
  ),
  new RegExp(`(?:${childWords})[：:]?(${personName})${behindName}`, 'gu'),
  new RegExp(
    `(?<![0-9])(?:1[0-7]|[1-9])[ ]?周?岁(?:的)?(?:学生|男孩|女孩|儿子|女儿|孩子|患儿|村民|少年|少女)?(${personName})${behindName}`,
    'gu',
  ),
  new RegExp(
    `(?:小学|幼儿园|初中|中学|学校)[^，。；\\n]{0,6}(?:年级|班|段)[^，。；\\n]{0,4}?(?:学生|同学|的)?(${personName})(?=同学|小朋友|[，,、（(。])`,
    'gu',
  ),
];

const looksLikeNoName =
  /文学|文艺|文化|福利|基金|医院|公园|剧|学生|同学|小组|学校|儿童|老师|教师|年级|全体|家长|男女|某|×/u;

function findMinors(text: string): readonly PersonalDatum[] {
  if (!anyMinor.test(text)) return [];
  const found: PersonalDatum[] = [];
  for (const pattern of minorPatterns) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? '';
      const start = match.index + match[0].indexOf(name);
      const known = found.some((one) => one.start < start + name.length && start < one.end);
      if (known || looksLikeNoName.test(name) || isOrdinaryWord(name)) continue;
      found.push({
        code: 'personalData.minor',
        start,
        end: start + name.length,
        reason: '未成年人的姓名。',
        suggestion: maskPersonName(name),
      });
    }
  }
  return found;
}

/** Sensitive facts and minors named in running text. */
export function findSensitiveFacts(text: string): readonly PersonalDatum[] {
  return [...findFacts(text), ...findMinors(text)];
}
