/** Turns the numbers of people that were read into findings: code, severity, sentence, proposal. Pure. */
import type { Severity } from '../../finding.ts';
import type { PersonalDataCode } from './kinds.ts';
import { leftOut, maskIdentityNumber, maskMobileNumber } from './masking.ts';
import type { NumberHit } from './read-numbers.ts';

/** A finding before it is bound to its kind. */
export interface PersonalDatum {
  readonly code: PersonalDataCode;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  readonly suggestion: string | null;
  /** Where the place makes it worse or better than its kind. */
  readonly severity?: Severity;
}

/** What the place of a number adds. */
export interface NumberPlace {
  /** Title of the column it stands in. */
  readonly column: string | null;
  /** In a table of people, or in a published list: nothing excuses the full number. */
  readonly amongPeople: boolean;
}

const wrongCheckReason = (hit: NumberHit): string => {
  if (hit.digits.length !== 18) return `位数为${hit.digits.length}位，与身份证号码不符，但按身份证号码列出。`;
  if (hit.identity === null) return '地区码或出生日期不成立，但按身份证号码列出，可能是误写的身份证号码。';
  return `地区码、出生日期都成立，校验位应为${hit.identity.expected ?? ''}，可能是误写的身份证号码。`;
};

function datumOfHit(hit: NumberHit): Omit<PersonalDatum, 'start' | 'end'> {
  switch (hit.kind) {
    case 'idNumber':
      return {
        code: 'personalData.idNumber',
        reason: '完整的公民身份号码（地区、出生日期、校验位均成立）。',
        suggestion: maskIdentityNumber(hit.digits),
      };
    case 'foreignResident':
      return {
        code: 'personalData.idNumber',
        reason: '完整的外国人永久居留身份证号码。',
        suggestion: maskIdentityNumber(hit.digits),
      };
    case 'idNumberWrongCheck':
      return {
        code: 'personalData.idNumberWrongCheck',
        reason: wrongCheckReason(hit),
        suggestion: hit.digits.length === 18 ? maskIdentityNumber(hit.digits) : null,
      };
    case 'oldIdNumber':
      return {
        code: 'personalData.oldIdNumber',
        reason: '15位身份证号码（地区、出生日期成立）。',
        suggestion: maskIdentityNumber(hit.digits),
        ...(hit.label === 'identity' && { severity: 'block' as const }),
      };
    case 'disabilityCertificate':
      return {
        code: 'personalData.disabilityCertificate',
        reason: '残疾人证号：由身份证号码加残疾类别、等级组成。',
        suggestion: leftOut,
      };
    case 'mobile':
      return {
        code: 'personalData.mobile',
        reason: '完整的手机号码。',
        suggestion: maskMobileNumber(hit.digits),
      };
    case 'bankCard':
    case 'bankAccount':
      return {
        code: 'personalData.bankAccount',
        reason: hit.kind === 'bankCard' ? '银行卡号（校验位成立）。' : '个人银行账号。',
        suggestion: leftOut,
      };
    case 'bankCardWrongCheck':
      return {
        code: 'personalData.bankAccountDoubtful',
        reason: '按银行卡号列出，但校验位不成立，可能是误写的卡号。',
        suggestion: leftOut,
      };
  }
}

/** The finding for a number of a person. */
export function datumOfNumber(hit: NumberHit, place: NumberPlace): PersonalDatum {
  const datum = datumOfHit(hit);
  const worse = place.amongPeople && datum.code === 'personalData.mobile';
  return {
    ...datum,
    start: hit.start,
    end: hit.end,
    reason: place.column === null ? datum.reason : `“${place.column}”列：${datum.reason}`,
    ...(worse && { severity: 'block' as const }),
  };
}
