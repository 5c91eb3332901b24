/** Changes in running text: 由 100 件增加到 120 件，增长 20%. Pure. */
import type { SumFault } from './kinds.ts';
import {
  inFigures,
  isMeasure,
  mayBeGrowth,
  mayBeSum,
  type PrintedNumber,
  readPercent,
  readPrintedNumber,
  unitPattern,
} from './numbers.ts';

const number = `(\\d[\\d,]*(?:\\.\\d+)?)(万亿|万|亿)?(%|个百分点|${unitPattern})`;
const upWord = '增加|增长|提高|上升|提升|扩大|攀升|增至|升至|提高到';
const downWord = '减少|下降|降低|压减|缩短|回落|缩减|降至|压缩';
const direction = `(${upWord}|${downWord})`;

const fromTo = new RegExp(
  `(?:由|从)[^，。；\\d]{0,12}?(?:20\\d{2}年)?[^，。；\\d]{0,8}${number}[^，。；\\d]{0,4}?${direction}(?:到|至|为)?了?[^，。；\\d]{0,10}?(?:20\\d{2}年)?[^，。；\\d]{0,8}${number}(?:[，,（(、]?(?:同比|较上年|比上年|较去年|比去年|共|净)?(${upWord}|${downWord}|增幅|降幅)(?:为|达|达到|了)?(约)?(\\d[\\d,]*(?:\\.\\d+)?)(万亿|万|亿)?(%|个百分点|倍|${unitPattern}))?`,
  'gu',
);
const comparedWith = new RegExp(
  `${number}[，,（(]?(?:比|较)(?:上年|去年|20\\d{2}年|上年同期|去年同期)(?:同期)?的?${number}${direction}了?(约)?(\\d[\\d,]*(?:\\.\\d+)?)(万亿|万|亿)?(%|个百分点|${unitPattern})`,
  'gu',
);

const yearByYear = new RegExp(
  `(20\\d{2})年[^，。；\\d]{0,12}${number}[，,、](20\\d{2})年[^，。；\\d]{0,12}${number}[，,]?(?:同比|较上年|比上年|较去年|比去年)?${direction}了?(约)?(\\d[\\d,]*(?:\\.\\d+)?)(万亿|万|亿)?(%|个百分点|${unitPattern})`,
  'gu',
);

const isDown = (word: string) => new RegExp(`^(?:${downWord}|降幅)$`, 'u').test(word);
const read = (digits = '', scale = '', unit = ''): PrintedNumber =>
  unit === '%' ? readPercent(digits) : readPrintedNumber(digits, scale, isMeasure(unit));

interface Change {
  readonly before: PrintedNumber;
  readonly after: PrintedNumber;
  readonly unit: string;
  readonly word: string;
  readonly said: PrintedNumber;
  readonly saidUnit: string;
  readonly isLoose: boolean;
  readonly saidText: string;
}

/** 3 beside 2.5 is hardly meant as 2.5 to 3.5; but that is no proof. */
function asPreciseAs(number: PrintedNumber, other: PrintedNumber): PrintedNumber {
  return {
    value: number.value,
    slack: Math.min(number.slack, other.slack === 0 ? number.slack : other.slack),
  };
}

interface ChangeFault {
  readonly reason: string;
  readonly severity?: 'hint';
}

/** What is said of a change against its two ends: a fault, or a doubt where one end may be a round number. */
function judgeChange(change: Change): ChangeFault | undefined {
  const loose = reasonAgainst(change);
  if (loose !== undefined) return { reason: loose };
  const strict = reasonAgainst({
    ...change,
    before: asPreciseAs(change.before, change.after),
    after: asPreciseAs(change.after, change.before),
  });
  return strict === undefined ? undefined : { reason: strict, severity: 'hint' };
}

/** What is said of a change against its two ends; undefined where it fits or cannot be told. */
function reasonAgainst({
  before,
  after,
  unit,
  word,
  said,
  saidUnit,
  isLoose,
  saidText,
}: Change): string | undefined {
  const sign = isDown(word) ? -1 : 1;
  const change = after.value - before.value;
  if (saidUnit === '%') {
    const percent = { value: sign * said.value, slack: said.slack * (isLoose ? 2 : 1) };
    if (mayBeGrowth(before, after, percent)) return undefined;
    // 由 60% 提高到 75%，提高 15% is loose speech for 15 percentage points.
    if (unit === '%' && Math.abs(change - percent.value) < 0.01 + percent.slack) return undefined;
    const right = inFigures(Math.abs((after.value / before.value - 1) * 100));
    return `由${inFigures(before.value)}到${inFigures(after.value)}的变化是${right}%，不是${saidText}%`;
  }
  if (saidUnit === '倍') return undefined;
  if (saidUnit === '个百分点' ? unit !== '%' : saidUnit !== unit) return undefined;
  const signed = { value: sign * said.value, slack: said.slack };
  if (mayBeSum([before, signed], after)) return undefined;
  return `由${inFigures(before.value)}到${inFigures(after.value)}相差${inFigures(Math.abs(change))}，不是${saidText}`;
}

function fault(match: RegExpExecArray, start: number, found: ChangeFault): SumFault {
  const from = start + match.index;
  return { code: 'sum.change', ...found, start: from, end: from + match[0].length };
}

function judgeFromTo(match: RegExpExecArray, start: number): readonly SumFault[] {
  const [
    ,
    digits,
    scale,
    unit = '',
    word = '',
    toDigits,
    toScale,
    toUnit = '',
    saidWord,
    loose,
    said,
    saidScale,
    saidUnit,
  ] = match;
  if (unit !== toUnit || unit === '个百分点') return [];
  const before = read(digits, scale, unit);
  const after = read(toDigits, toScale, toUnit);
  const change = after.value - before.value;
  if (before.value === 0 || change === 0) return [];
  if (isDown(word) !== change < 0) {
    return [
      fault(match, start, {
        reason: `由${inFigures(before.value)}到${inFigures(after.value)}，与“${word}”相反`,
      }),
    ];
  }
  if (saidWord === undefined || said === undefined || saidUnit === undefined) return [];
  const isLoose = loose !== undefined;
  const number = saidUnit === '%' ? readPercent(said, isLoose) : read(said, saidScale, saidUnit);
  const found = judgeChange({
    before,
    after,
    unit,
    word: saidWord === '增幅' || saidWord === '降幅' ? word : saidWord,
    said: number,
    saidUnit,
    isLoose,
    saidText: said,
  });
  return found === undefined ? [] : [fault(match, start, found)];
}

function judgeCompared(match: RegExpExecArray, start: number): readonly SumFault[] {
  const [
    ,
    digits,
    scale,
    unit = '',
    oldDigits,
    oldScale,
    oldUnit = '',
    word = '',
    loose,
    said = '',
    saidScale,
    saidUnit = '',
  ] = match;
  if (unit !== oldUnit || unit === '个百分点') return [];
  const isLoose = loose !== undefined;
  const number = saidUnit === '%' ? readPercent(said, isLoose) : read(said, saidScale, saidUnit);
  const found = judgeChange({
    before: read(oldDigits, oldScale, oldUnit),
    after: read(digits, scale, unit),
    unit,
    word,
    said: number,
    saidUnit,
    isLoose,
    saidText: said,
  });
  return found === undefined ? [] : [fault(match, start, found)];
}

/** 2024年100件，2025年120件，增长20%. */
function judgeYears(match: RegExpExecArray, start: number): readonly SumFault[] {
  const [
    ,
    firstYear,
    digits,
    scale,
    unit = '',
    nextYear,
    toDigits,
    toScale,
    toUnit = '',
    word = '',
    ...rest
  ] = match;
  const [loose, said = '', saidScale, saidUnit = ''] = rest;
  if (Number(nextYear) !== Number(firstYear) + 1 || unit !== toUnit || unit === '个百分点') return [];
  const isLoose = loose !== undefined;
  const found = judgeChange({
    before: read(digits, scale, unit),
    after: read(toDigits, toScale, toUnit),
    unit,
    word,
    said: saidUnit === '%' ? readPercent(said, isLoose) : read(said, saidScale, saidUnit),
    saidUnit,
    isLoose,
    saidText: said,
  });
  return found === undefined ? [] : [fault(match, start, found)];
}

/** Changes of a sentence against their ends. */
export function judgeChanges(sentence: string, start: number): readonly SumFault[] {
  const hasEnds = /[由从].*\d.*[到至为].*\d/u.test(sentence);
  const hasTwoYears = /20\d{2}年.*20\d{2}年/u.test(sentence);
  const hasYear = /[比较](?:上年|去年|20\d{2}年)/u.test(sentence);
  return [
    ...(hasEnds ? [...sentence.matchAll(fromTo)].flatMap((match) => judgeFromTo(match, start)) : []),
    ...(hasTwoYears ? [...sentence.matchAll(yearByYear)].flatMap((match) => judgeYears(match, start)) : []),
    ...(hasYear ? [...sentence.matchAll(comparedWith)].flatMap((match) => judgeCompared(match, start)) : []),
  ];
}

const industries =
  /三次产业(?:增加值)?(?:结构|比例|比重|占比)?[^\d，。；]{0,16}(\d+(?:\.\d+)?)[:：∶](\d+(?:\.\d+)?)[:：∶](\d+(?:\.\d+)?)/gu;
const shares =
  /(?:占比|比重|比例)?分别(?:占|为|是|达)(?:[^\d，。；]{0,10})?((?:\d+(?:\.\d+)?%[、，和]){1,9}\d+(?:\.\d+)?%)/gu;

/** Shares of one whole that a slip of the hand makes too many stay below this. */
const mostOfOneWhole = 115;

/** Shares of one whole that make more or less than a hundred. */
export function judgeHundreds(sentence: string, start: number): readonly SumFault[] {
  const whole = readPercent('100');
  const exact = { value: whole.value, slack: 0 };
  const ofIndustries = [...sentence.matchAll(industries)].flatMap((match): SumFault[] => {
    const parts = match.slice(1, 4).map((part) => readPercent(part));
    if (mayBeSum(parts, exact)) return [];
    const sum = inFigures(parts.reduce((all, { value }) => all + value, 0));
    const from = start + match.index;
    return [
      { code: 'sum.hundred', reason: `三次产业比例之和为${sum}`, start: from, end: from + match[0].length },
    ];
  });
  const isSurvey = /多选|受访|问卷|满意|知晓/u.test(sentence);
  const ofShares = [...sentence.matchAll(shares)].flatMap((match): SumFault[] => {
    const parts = [...(match[1] ?? '').matchAll(/\d+(?:\.\d+)?/gu)].map(([part]) => readPercent(part));
    const sum = parts.reduce((all, { value }) => all + value, 0);
    if (isSurvey || !/占|比重|比例/u.test(match[0]) || sum <= 100 || mayBeSum(parts, exact)) return [];
    // Far more than a hundred are shares of several wholes: 炼铁、炼钢先进产能占比分别达到64.3%、62.3%.
    if (sum > mostOfOneWhole) return [];
    const from = start + match.index;
    const reason = `各项占比之和为${inFigures(sum)}%，超过100%`;
    return [{ code: 'sum.hundred', reason, start: from, end: from + match[0].length }];
  });
  return [...ofIndustries, ...ofShares];
}
