/**
 * Document numbers: a document's own at its head and those it cites, in all brackets that occur on import, brought to
 * the form of GB/T 9704—2012, 7.2.5. Pure.
 */
import type { DocumentNumberParts } from './document-reading.ts';

const open = '[〔［\\[【（(﹝｛{「〈<]';
const close = '[〕］\\]】）)﹞｝}」〉>]';
const bracketed = `(?<code>[\\p{Script=Han}A-Za-z]{0,16})${open}(?<year>(?:19|20)\\d{2})年?${close}(?:第)?(?<serial>\\d{1,5})号`;
const yearOrdered =
  '(?<office>[\\p{Script=Han}]{0,20}(?:公告|通告|命令|令))?(?<orderYear>(?:19|20)\\d{2})年第(?<orderSerial>\\d{1,4})号';
const ordered = '(?<order>[\\p{Script=Han}]{0,20}(?:令|公告|通告))第(?<orderNo>\\d{1,4})号';

export interface FoundNumber {
  readonly number: string;
  readonly parts: DocumentNumberParts;
  /** Whether it was printed in the form the standard asks for. */
  readonly isStandard: boolean;
}

/** A number in its normal form: 某政发〔2024〕7号, 某县人民政府令第3号, 某局公告2024年第5号. */
export function writeDocumentNumber({ code, year, serial }: DocumentNumberParts): string {
  if (year === null) return `${code}第${serial}号`;
  return /(?:公告|通告|令)$/u.test(code) ? `${code}${year}年第${serial}号` : `${code}〔${year}〕${serial}号`;
}

const leading =
  /^(?:.*(?:发文字号|发文文号|文号|编号|根据|按照|依据|依照|落实|遵照|下发的|印发的|见|附|原|即|以|和|及|与|的|件))?(?=\p{Script=Han})/u;

function numberOfMatch(match: RegExpExecArray | RegExpMatchArray): FoundNumber | undefined {
  const groups = match.groups ?? {};
  if (groups.serial !== undefined) {
    const code = (groups.code ?? '').replace(leading, '');
    const parts = { code, year: Number(groups.year), serial: Number(groups.serial) };
    const isStandard = match[0].endsWith(`〔${parts.year}〕${parts.serial}号`);
    return { number: writeDocumentNumber(parts), parts, isStandard };
  }
  if (groups.orderSerial !== undefined) {
    const code = (groups.office ?? '').replace(leading, '');
    const parts = { code, year: Number(groups.orderYear), serial: Number(groups.orderSerial) };
    const number = code === '' ? `${parts.year}年第${parts.serial}号` : writeDocumentNumber(parts);
    return { number, parts, isStandard: true };
  }
  if (groups.orderNo !== undefined) {
    const parts = {
      code: (groups.order ?? '').replace(leading, ''),
      year: null,
      serial: Number(groups.orderNo),
    };
    return { number: writeDocumentNumber(parts), parts, isStandard: true };
  }
  return undefined;
}

const anyNumber = new RegExp(`${bracketed}|${yearOrdered}|${ordered}`, 'u');
const wholeLine = new RegExp(
  `^(?:(?:发文)?(?:字号|文号)[：:]?)?[（(]?(?:${bracketed}|${yearOrdered}|${ordered}|第(?<bare>\\d{1,4})号)[）)]?(?:签发人[：:].{0,12}|（?(?:此件)?(?:主动公开|公开发布)）?|规范性文件.{0,20}|[A-Z]{4}\\d{2}[-—]\\d{4}[-—]\\d{4})?$`,
  'u',
);

/** The first number in a text without blanks. */
export function findDocumentNumber(compact: string): FoundNumber | undefined {
  const match = anyNumber.exec(compact);
  return match === null ? undefined : numberOfMatch(match);
}

const strictNumbers = new RegExp(bracketed, 'gu');

/** All bracketed numbers in a text without blanks, in order. */
export function bracketedNumbersIn(compact: string): readonly FoundNumber[] {
  return [...compact.matchAll(strictNumbers)].flatMap((match) => numberOfMatch(match) ?? []);
}

/** A line that is a number and nothing else; `issuer` completes an order whose number stands below its red head. */
export function numberOfLine(compact: string, redHead: string | null): FoundNumber | undefined {
  const match = wholeLine.exec(compact);
  if (match === null) return undefined;
  const bare = match.groups?.bare;
  if (bare === undefined) {
    const found = numberOfMatch(match);
    if (found === undefined || found.parts.code !== '') return found;
    if (redHead === null || !/(?:公告|通告|令)$/u.test(redHead)) return found;
    const parts = { ...found.parts, code: redHead };
    return { number: writeDocumentNumber(parts), parts, isStandard: true };
  }
  if (redHead === null || !/(?:令|公告|通告)$/u.test(redHead)) return undefined;
  const parts = { code: redHead, year: null, serial: Number(bare) };
  return { number: writeDocumentNumber(parts), parts, isStandard: true };
}

/** 统一编号 of normative documents: ZJAC75-2024-0001. */
export const unifiedNumber = /[A-Z]{2,6}\d{1,4}[-—–]\d{4}[-—–]\d{3,5}/u;
