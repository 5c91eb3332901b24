/** Passports, permits for Hong Kong, Macao and Taiwan, identity cards from there, papers of soldiers. Found by label. Pure. */
import { foldWidth } from './character-folding.ts';
import type { PersonalDataCode } from './kinds.ts';
import { leftOut } from './masking.ts';
import type { PersonalDatum } from './number-findings.ts';

/** A number with letters is known by itself: more may stand before it. */
const farLink = '[^0-9A-Za-z。；;\\n]{0,16}(?:No[.:：]?\\s?)?';

interface Paper {
  readonly code: PersonalDataCode;
  readonly label: RegExp;
  readonly number: RegExp;
  readonly title: string;
}

/** Between the label and its number: 号码为, 号：, brackets; and the name of the holder. */
const link =
  '\\s?(?:[（(][^（）()]{0,10}[）)]|[（(])?(?:证件)?(?:号码|编号|字号|号|字第|第)?(?:一栏)?[\\s:：为是（(“"]{0,3}(?:\\p{Script=Han}{0,4}[，,（(])?\\s?';

const papers: readonly Paper[] = [
  {
    code: 'personalData.passport',
    label: /护照|passport/giu,
    number: new RegExp(
      `^(?:${farLink}([A-Z]{1,2}[ -]?[0-9]{7,8})|${link}(1[45][0-9]{7}|[A-Z]{0,2}[0-9]{6,9}))(?![A-Z0-9])`,
      'iu',
    ),
    title: '护照号码',
  },
  {
    code: 'personalData.travelPermit',
    label: /通行证|回乡证|台胞证|港澳证/gu,
    number: new RegExp(
      `^(?:${farLink}([HM][ -]?[0-9]{8,10}|[CW][A-Z]?[ -]?[0-9]{7,8}|[LT][ -]?[0-9]{8})|${link}([0-9]{8}(?:[0-9]{2})?))(?![A-Z0-9])`,
      'iu',
    ),
    title: '往来港澳台证件号码',
  },
  {
    code: 'personalData.travelPermit',
    label: /(?:香港|澳门|台湾)(?:特别行政区)?(?:永久性?)?(?:居民)?身份证/gu,
    number: new RegExp(
      `^${link}([A-Z]{1,2}[0-9]{6}[（(]?[0-9A][）)]?|[1578][0-9]{6}[（(]?[0-9][）)]?|[A-Z][12][0-9]{8})(?![A-Z0-9])`,
      'iu',
    ),
    title: '港澳台居民身份证号码',
  },
  {
    code: 'personalData.military',
    label:
      /军官证|士兵证|士官证|军士证|文职干部证|文职人员证|警官证|学员证|义务兵证|军人证|军人身份证件?|残疾军人证/gu,
    number: new RegExp(`^${link}((?:\\p{Script=Han}字第?[ ]?)?[0-9]{6,10}号?)(?![A-Z0-9])`, 'iu'),
    title: '军人证件号码',
  },
  {
    code: 'personalData.military',
    label: /(?=[军士武兵]字第)/gu,
    number: /^([军士武兵]字第[ ]?[0-9]{6,8}号?)/u,
    title: '军人证件号码',
  },
  {
    code: 'personalData.driving',
    label: /驾驶证档案(?:编)?号码?|驾照档案(?:编)?号码?/gu,
    number: /^[\s:：为是（(]{0,3}([0-9]{12})(?![0-9A-Z])/iu,
    title: '驾驶证档案编号',
  },
];

const lookAhead = 48;

/** The numbers of such papers. */
export function findPapers(text: string): readonly PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const { code, label, number, title } of papers) {
    for (const match of text.matchAll(label)) {
      const from = match.index + match[0].length;
      const hit = number.exec(foldWidth(text.slice(from, from + lookAhead)));
      if (hit === null) continue;
      const end = from + hit[0].length;
      const start = end - (hit[1] ?? hit[2] ?? '').length;
      if (found.some((one) => one.start < end && start < one.end)) continue;
      found.push({ code, start, end, reason: `${title}。`, suggestion: leftOut });
    }
  }
  return found;
}
