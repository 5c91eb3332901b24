/** Repeated signs, ellipses, dashes, enumeration commas and stops that stand where they should not. Pure. */
import type { Severity } from '../../finding.ts';
import type { PunctuationFault } from './fault.ts';

interface SignPattern {
  readonly pattern: RegExp;
  readonly code: PunctuationFault['code'];
  readonly severity?: Severity;
  readonly reason: string;
  readonly suggest: (found: string) => string | null;
}

/** The weightiest of a run: 。 before ； before ： before ， before 、. */
function heaviestSign(run: string): string {
  const full = run.replace(/,/gu, '，').replace(/;/gu, '；').replace(/:/gu, '：').replace(/\./gu, '。');
  return ['。', '！', '？', '；', '：', '，', '、'].find((sign) => full.includes(sign)) ?? '。';
}

const patterns: readonly SignPattern[] = [
  {
    pattern:
      /(?<![，。、；：,;])(?:[，、；：][，。、；：,;.]|。[，、；：,;.]|。。|[,;:][，。、；：])(?![，。、；：,;.])/gu,
    code: 'punctuation.repeated',
    reason: '标点重复',
    suggest: heaviestSign,
  },
  {
    pattern: /[，、；]{3,}/gu,
    code: 'punctuation.repeated',
    reason: '标点重复',
    suggest: heaviestSign,
  },
  {
    pattern:
      /(?<=[\p{Script=Han}”》）])(?:。{3,}|\.{3,}|·{3,}|…(?!…)(?<!……))(?=$|[\p{Script=Han}“《（”）。，])/gu,
    code: 'punctuation.ellipsis',
    reason: '省略号应为“……”',
    suggest: () => '……',
  },
  {
    pattern: /(?<=\p{Script=Han})(?:--|－－)(?=\p{Script=Han})/gu,
    code: 'punctuation.dash',
    reason: '破折号应为“——”',
    suggest: () => '——',
  },
  {
    pattern:
      /(?<=[\p{Script=Han}》”）])、(?:和(?![睦谐平解气美善议县田硕声弦弄面好])|及(?![时早格第至])|以及)(?=[\p{Script=Han}《“])/gu,
    code: 'punctuation.enumerationBeforeAnd',
    reason: '“和”“及”“以及”前不用顿号',
    suggest: (found) => (found.endsWith('以及') ? '，以及' : found.slice(1)),
  },
  {
    pattern: /(?<=》)、(?=《)|(?<=”)、(?=“)/gu,
    code: 'punctuation.enumerationBetweenTitles',
    reason: '标有书名号或引号的并列成分之间通常不用顿号',
    suggest: () => null,
  },
  {
    pattern:
      /(?<=(?:19|20)\d{2})(?:-{1,2}|－)(?=(?:19|20)\d{2}(?:年|学年))|(?<=\d[日时])(?:-{1,2}|－)(?=\d{1,2}[日时月])/gu,
    code: 'punctuation.range',
    reason: '起止号宜用一字线“—”',
    suggest: () => '—',
  },
  {
    pattern: /！{2,}/gu,
    code: 'punctuation.repeated',
    severity: 'hint',
    reason: '公文中感叹号不叠用',
    suggest: () => '！',
  },
  {
    pattern: /。[）)](?=[，、；。])/gu,
    code: 'punctuation.stopInBrackets',
    reason: '句内括号里的话末尾不用句号',
    suggest: () => '）',
  },
];

/** Cheap test whether any pattern may match. */
const worthReading = /！！|[，。、；：,;:][，。、；：,;.]|…|\.\.\.|···|--|－|\d-|、[和及以《“]|。[）)]/u;

/** Signs of a line by their patterns. */
export function findMisplacedSigns(text: string): readonly PunctuationFault[] {
  if (!worthReading.test(text)) return [];
  return patterns.flatMap(({ pattern, code, severity, reason, suggest }) =>
    [...text.matchAll(pattern)].map((match) => ({
      code,
      ...(severity === undefined ? {} : { severity }),
      reason,
      suggestion: suggest(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

const headingLine =
  /^[\s　]*(?:第[一二三四五六七八九十百]{1,4}[章节编][\s　]|[一二三四五六七八九十]{1,3}、)[^。！？：；，]{2,24}。[\s　]*$/u;

/** A heading that stands alone and ends with a stop. */
export function findStopInHeading(text: string, isHeading: boolean): PunctuationFault | undefined {
  const isMarked = isHeading && /^[^。]{2,30}。[\s　]*$/u.test(text);
  if (!isMarked && !headingLine.test(text)) return undefined;
  const at = text.lastIndexOf('。');
  const reason = '独立成行的标题末尾不用句号';
  return { code: 'punctuation.stopInHeading', reason, suggestion: '', start: at, end: at + 1 };
}
