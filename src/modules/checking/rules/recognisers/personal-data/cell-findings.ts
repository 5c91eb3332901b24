/** Judges the cells of tables by their column: what the number readers cannot tell because only the heading says it. Pure. */
import type { CellRole } from './cell-roles.ts';
import { foldWidth, withoutBlanks } from './character-folding.ts';
import { isCreditCode } from './credit-code.ts';
import { readDoor } from './home-address.ts';
import type { PersonalDataCode } from './kinds.ts';
import { leftOut, maskPersonName } from './masking.ts';
import type { PersonalDatum } from './number-findings.ts';
import { isFullName } from './person-names.ts';

/** What a cell holds when there is nothing to tell. */
const nothing =
  /^(?:无|否|没有|不详|未知|健康|良好|正常|一般|较好|健全|身体健康|健康或良好|阴性|暂无|未|不信教|无宗教信仰|不信仰宗教|其他|—+|-+|\/+|\\|0|×|略|（略）|\*+)$/u;

function datumOfCell(
  role: CellRole,
  code: PersonalDataCode,
  reason: string,
  suggestion: string | null,
  severity?: PersonalDatum['severity'],
): PersonalDatum {
  return {
    code,
    start: role.cell.start,
    end: role.cell.end,
    reason: `“${role.title}”列：${reason}`,
    suggestion,
    ...(severity && { severity }),
  };
}

const digitsOf = (text: string) => foldWidth(text).replace(/\D/gu, '');
const isMasked = (text: string) => /[*＊×●]{2,}/u.test(text);

function judgeIdentityCell(role: CellRole): PersonalDatum | undefined {
  const text = foldWidth(withoutBlanks(role.cell.text));
  if (isMasked(text) || isCreditCode(text)) return undefined;
  if (/^[A-Z]{1,2}\d{7,9}$/iu.test(text)) {
    return datumOfCell(role, 'personalData.passport', '护照或者通行证号码。', leftOut);
  }
  const digits = digitsOf(text).length;
  if (digits < 15 || digits > 20) return undefined;
  return datumOfCell(
    role,
    'personalData.idNumberWrongCheck',
    '按身份证号码列出，但位数或者内容不成立。',
    null,
  );
}

function judgePaperCell(role: CellRole, code: PersonalDataCode): PersonalDatum | undefined {
  const text = foldWidth(withoutBlanks(role.cell.text));
  if (!/^[A-Z]{0,2}-?\d{6,10}$/iu.test(text)) return undefined;
  return datumOfCell(role, code, '完整的证件号码。', leftOut);
}

function judgeAccountCell(role: CellRole): PersonalDatum | undefined {
  const text = foldWidth(withoutBlanks(role.cell.text));
  const digits = digitsOf(text).length;
  if (!role.listsPeople || isMasked(text) || digits < 8 || digits > 30 || /[^\d\s.-]/u.test(text))
    return undefined;
  return datumOfCell(role, 'personalData.bankAccount', '个人银行账号。', leftOut);
}

function judgeAddressCell(role: CellRole, isPublishedList: boolean): PersonalDatum | undefined {
  const { text, start } = role.cell;
  const ofHome = role.kind === 'homeAddress';
  if (!ofHome && (!role.listsPeople || !/单元|室|幢|栋|组\d/u.test(text))) return undefined;
  const door = readDoor(text);
  if (door === undefined) return undefined;
  const severity =
    door.isGroup && !isPublishedList ? 'hint' : isPublishedList && !door.isGroup ? 'block' : 'confirm';
  return {
    ...datumOfCell(role, 'personalData.homeAddress', '住址具体到门户。', text.slice(0, door.from), severity),
    end: start + door.end,
  };
}

const sensitiveColumns: Partial<Record<CellRole['kind'], { code: PersonalDataCode; reason: string }>> = {
  disability: { code: 'personalData.disability', reason: '与姓名同列的残疾类别、等级。' },
  hardship: { code: 'personalData.hardship', reason: '与姓名同列的困难原因。' },
  health: { code: 'personalData.health', reason: '与姓名同列的健康信息。' },
  religion: { code: 'personalData.religion', reason: '与姓名同列的宗教信仰。' },
  biometric: { code: 'personalData.biometric', reason: '与姓名同列的生物识别信息。' },
};

function judgeSensitiveCell(role: CellRole, isPublishedList: boolean): PersonalDatum | undefined {
  const column = sensitiveColumns[role.kind];
  if (column === undefined || !role.listsPeople || nothing.test(withoutBlanks(role.cell.text)))
    return undefined;
  const named = role.person.name !== null && isFullName(role.person.name);
  const severity = !named ? 'hint' : isPublishedList ? 'block' : undefined;
  return datumOfCell(role, column.code, column.reason, leftOut, severity);
}

function judgeNameCell(role: CellRole, isPublishedList: boolean): PersonalDatum | undefined {
  const ofMinor =
    role.kind === 'minorName' || (role.listsMinors && !/监护|家长|父|母|户主|教师|班主任/u.test(role.title));
  const isAdult = Number(role.person.age?.replace(/\D/gu, '') ?? 0) >= 18;
  if (!ofMinor || isAdult || !isFullName(role.cell.text)) return undefined;
  const severity = isPublishedList ? 'block' : undefined;
  return datumOfCell(
    role,
    'personalData.minor',
    '未成年人的姓名。',
    maskPersonName(role.cell.text),
    severity,
  );
}

function judgeChatCell(role: CellRole): PersonalDatum | undefined {
  const text = foldWidth(withoutBlanks(role.cell.text));
  if (!/^[A-Za-z][-_A-Za-z0-9]{5,19}$|^[1-9]\d{4,10}$/u.test(text)) return undefined;
  return datumOfCell(role, 'personalData.chatAccount', '个人微信、QQ号。', leftOut);
}

function judgeHomePhoneCell(role: CellRole): PersonalDatum | undefined {
  const text = foldWidth(withoutBlanks(role.cell.text));
  if (!/^(?:[（(]?0\d{2,3}[）)]?-?)?[1-9]\d{6,7}$/u.test(text)) return undefined;
  return datumOfCell(role, 'personalData.homePhone', '住宅电话。', leftOut);
}

/** The finding for a cell in which no number was recognised by itself. */
export function judgeCell(role: CellRole, isPublishedList: boolean): PersonalDatum | undefined {
  switch (role.kind) {
    case 'identity':
      return judgeIdentityCell(role);
    case 'passport':
      return judgePaperCell(role, 'personalData.passport');
    case 'travelPermit':
      return judgePaperCell(role, 'personalData.travelPermit');
    case 'bank':
      return judgeAccountCell(role);
    case 'homeAddress':
    case 'address':
      return judgeAddressCell(role, isPublishedList);
    case 'chat':
      return judgeChatCell(role);
    case 'homePhone':
      return judgeHomePhoneCell(role);
    case 'name':
    case 'minorName':
      return judgeNameCell(role, isPublishedList);
    default:
      return judgeSensitiveCell(role, isPublishedList);
  }
}
