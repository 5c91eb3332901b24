/** The kinds of personal data, with the article behind each and how it is mended. Data only. */
import type { FindingKind } from '../../finding.ts';

const foi = '政府信息公开条例第十五条';
const sensitive = '个人信息保护法第二十八条';
const disclosure = '个人信息保护法第二十五条';

const kind = (
  severity: FindingKind['severity'],
  title: string,
  remedy: string,
  source: string,
): FindingKind => ({ class: 'personalData', severity, title, remedy, source });

export const personalDataKinds = {
  'personalData.idNumber': kind(
    'block',
    '身份证号码',
    '删去，或按“110101********1234”的样式遮盖出生日期。',
    `GB 11643-1999；${disclosure}；${foi}`,
  ),
  'personalData.idNumberWrongCheck': kind(
    'confirm',
    '疑似身份证号码（校验不符）',
    '核对是否为身份证号码；是的，删去或遮盖，不是的，说明理由。',
    `GB 11643-1999；${disclosure}`,
  ),
  'personalData.oldIdNumber': kind(
    'confirm',
    '15位身份证号码',
    '删去，或遮盖其中的出生日期。',
    `GB 11643-1989；${disclosure}`,
  ),
  'personalData.maskedIdNumber': kind(
    'confirm',
    '遮盖不足的身份证号码',
    '多遮盖几位，至少把出生年月日全部遮去。',
    `${disclosure}；GB 11643-1999`,
  ),
  'personalData.disabilityCertificate': kind(
    'block',
    '残疾人证号',
    '删去：证号含身份证号码和残疾类别、等级。',
    `${sensitive}；${foi}`,
  ),
  'personalData.mobile': kind(
    'confirm',
    '手机号码',
    '改用办公电话，或按“138****0000”的样式遮盖。',
    `${disclosure}；${foi}`,
  ),
  'personalData.homePhone': kind('confirm', '住宅电话', '删去或改用办公电话。', disclosure),
  'personalData.bankAccount': kind(
    'block',
    '个人银行账号',
    '删去；公开名单无须公开账号。',
    `${sensitive}；${foi}`,
  ),
  'personalData.bankAccountDoubtful': kind(
    'confirm',
    '疑似银行账号（校验不符）',
    '核对是否为个人账号；是的，删去。',
    sensitive,
  ),
  'personalData.passport': kind(
    'block',
    '护照号码',
    '删去；确需列出的，遮盖末四位以外的部分。',
    `${disclosure}；${foi}`,
  ),
  'personalData.travelPermit': kind('block', '往来港澳台证件号码', '删去。', `${disclosure}；${foi}`),
  'personalData.military': kind('block', '军人证件号码', '删去。', `${sensitive}；${foi}`),
  'personalData.driving': kind('confirm', '驾驶证档案编号', '删去。', disclosure),
  'personalData.plate': kind('confirm', '机动车号牌', '遮盖中间几位；单位车辆请说明理由。', disclosure),
  'personalData.homeAddress': kind(
    'confirm',
    '住址到门户',
    '写到村（社区）或者街路为止。',
    `${sensitive}；${foi}`,
  ),
  'personalData.mail': kind('confirm', '个人电子邮箱', '改用单位邮箱，或者删去。', disclosure),
  'personalData.chatAccount': kind('confirm', '个人微信、QQ号', '删去，或者改用单位账号。', disclosure),
  'personalData.health': kind('confirm', '个人健康信息', '删去疾病信息，或者隐去姓名。', sensitive),
  'personalData.disability': kind('confirm', '个人残疾信息', '删去残疾类别、等级，或者隐去姓名。', sensitive),
  'personalData.hardship': kind(
    'confirm',
    '个人困难原因',
    '删去困难原因；名单只列姓名、村社和金额。',
    sensitive,
  ),
  'personalData.religion': kind('confirm', '个人宗教信仰', '删去。', sensitive),
  'personalData.biometric': kind('confirm', '生物识别信息', '删去。', sensitive),
  'personalData.specificIdentity': kind('confirm', '特定身份', '删去身份信息，或者隐去姓名。', sensitive),
  'personalData.minor': kind(
    'confirm',
    '未成年人姓名',
    '隐去姓名；经监护人同意公开的，说明理由。',
    '个人信息保护法第二十八条、第三十一条；未成年人保护法第七十三条',
  ),
} as const satisfies Readonly<Record<string, FindingKind>>;

export type PersonalDataCode = keyof typeof personalDataKinds;
