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
} as const satisfies Readonly<Record<string, FindingKind>>;

export type PersonalDataCode = keyof typeof personalDataKinds;
