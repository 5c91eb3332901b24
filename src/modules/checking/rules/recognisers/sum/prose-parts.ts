/** Totals in running text: 共 36 件，其中 …；甲 3 项、乙 5 项，共 9 项. Pure. */
import type { SumFault } from './kinds.ts';
import {
  inFigures,
  isMeasure,
  mayBeShare,
  mayBeSum,
  type PrintedNumber,
  readPercent,
  readPrintedNumber,
  unitPattern,
} from './numbers.ts';

/** A clause that gives one number of one unit. */
interface CountedClause extends PrintedNumber {
  readonly text: string;
  readonly unit: string;
  /** Span of number and unit in the line. */
  readonly start: number;
  readonly end: number;
}

const amount = new RegExp(
  `(?<![\\d.,A-Za-z第])(\\d[\\d,]*(?:\\.\\d+)?)(万亿|万|亿)?余?(${unitPattern})(?![内前后])`,
  'gu',
);
/** Clauses that compare, rate or order say nothing of a sum. */
const comparing =
  /比|较|增|减|同比|超|去年|上年|占|均|每|累计|率|约|余|近|以上|以下|左右|至少|不少于|不低于|分别|各|第|目标|计划|力争|翻/u;
/** 比上年减少 0.21 万人，其中…: the parts are not of the change. */
const changing = /[约余近比较]|增|减|超|降|升/u;
const overlapping = /^(?:人|名|人次|户|家)$/u;
const restLabel = /其他|其余|另有|剩余/u;

function readClause(text: string, start: number): CountedClause | undefined {
  const bare = text.replace(/[（(][^（()）]*[）)]/gu, (part) => '　'.repeat(part.length));
  const matches = [...bare.matchAll(amount)];
  const [match] = matches;
  if (match === undefined || matches.length !== 1) return undefined;
  if (bare.slice(match.index + match[0].length).trim() !== '') return undefined;
  const [whole, digits = '', scale = '', unit = ''] = match;
  const from = start + match.index;
  const printed = readPrintedNumber(digits, scale, isMeasure(unit));
  return { ...printed, text: bare.trim(), unit, start: from, end: from + whole.length };
}

interface Clause {
  readonly text: string;
  readonly start: number;
}

/** Cuts at signs outside brackets. */
function clausesOf(text: string, start: number): readonly Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const sign = text[at];
    if (sign === '（' || sign === '(') depth += 1;
    else if (sign === '）' || sign === ')') depth = Math.max(0, depth - 1);
    const isInNumber = (sign === ',' || sign === ':') && /\d/u.test(text[at + 1] ?? '');
    const isCut = sign === undefined || (depth === 0 && !isInNumber && '，、；：,;:'.includes(sign));
    if (!isCut) continue;
    clauses.push({ text: text.slice(from, at), start: start + from });
    from = at + 1;
  }
  return clauses;
}

const shareClause = /^(?:约)?占(?:比|总数|总量|总额|全部)?(?:的|为|达|比例为)?(?:约)?(\d+(?:\.\d+)?)%$/u;

/** The clauses after 其中, with their shares; stops where the list does. */
function judgeBreakdown(total: CountedClause, clauses: readonly Clause[]): readonly SumFault[] {
  const parts: CountedClause[] = [];
  const faults: SumFault[] = [];
  for (const { text, start } of clauses) {
    const share = shareClause.exec(text.trim());
    const last = parts.at(-1);
    if (share !== null && last !== undefined) {
      const percent = readPercent(share[1] ?? '', text.includes('约'));
      if (!mayBeShare(last, total, percent)) {
        const right = inFigures((last.value / total.value) * 100);
        const reason = `${inFigures(last.value)}占${inFigures(total.value)}的${right}%，不是${share[1]}%`;
        faults.push({ code: 'sum.share', reason, start, end: start + text.length });
      }
      continue;
    }
    const part = readClause(text, start);
    if (part === undefined || part.unit !== total.unit || comparing.test(part.text)) break;
    parts.push(part);
  }
  return [...faults, ...judgeParts(total, parts)];
}

function judgeParts(total: CountedClause, parts: readonly CountedClause[]): readonly SumFault[] {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined || parts.length < 2 || mayBeSum(parts, total)) return [];
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const isOver = sum > total.value;
  // Women and members of the party may be the same people; and not every 其中 names all.
  const isCertain = isOver ? !overlapping.test(total.unit) : restLabel.test(last.text);
  const reason = `各分项之和为${inFigures(sum)}，总数为${inFigures(total.value)}`;
  const span = { start: total.start, end: last.end };
  return [{ code: 'sum.parts', ...(isCertain ? {} : { severity: 'hint' as const }), reason, ...span }];
}

const totalClause = /^(?:以上|总|全部|三项|两项|四项|五项)?(?:共计|合计|总计|一共|共)(?:[^\d，。]{0,6})?\d/u;

/** Parts first, then 共: all of them, or the last few, must make the total. */
function judgeSumming(clauses: readonly Clause[]): readonly SumFault[] {
  return clauses.flatMap((clause, index): SumFault[] => {
    if (!totalClause.test(clause.text.trim())) return [];
    const total = readClause(clause.text, clause.start);
    if (total === undefined) return [];
    const parts: CountedClause[] = [];
    for (let at = index - 1; at >= 0; at -= 1) {
      const before = clauses[at];
      const part = before === undefined ? undefined : readClause(before.text, before.start);
      if (part === undefined || part.unit !== total.unit || comparing.test(part.text)) break;
      parts.unshift(part);
      if (/其中|包括|包含/u.test(part.text)) break;
    }
    const [first] = parts;
    if (first === undefined || parts.length < 2) return [];
    const fits = parts.some((_, from) => parts.length - from >= 2 && mayBeSum(parts.slice(from), total));
    if (fits || comparing.test(total.text.replace(/^.{0,3}?共计?/u, ''))) return [];
    const sum = parts.reduce((all, { value }) => all + value, 0);
    const reason = `各分项之和为${inFigures(sum)}，总数为${inFigures(total.value)}`;
    return [{ code: 'sum.parts', reason, start: first.start, end: total.end }];
  });
}

const longestSentence = 600;

/** Totals of a sentence that starts at `start` in its line. */
export function judgeTotals(sentence: string, start: number): readonly SumFault[] {
  if (sentence.length > longestSentence || !/共|合计|总计|其中/u.test(sentence)) return [];
  const clauses = clausesOf(sentence, start);
  const broken = clauses.findIndex(({ text }) => /^[\s　]*其中/u.test(text));
  const before = broken < 1 ? undefined : clauses[broken - 1];
  const total = before === undefined ? undefined : readClause(before.text, before.start);
  const [named, ...others] = clauses.slice(Math.max(broken, 0));
  if (total === undefined || named === undefined || changing.test(total.text)) return judgeSumming(clauses);
  const label = /^[\s　]*其中/u.exec(named.text)?.[0].length ?? 0;
  const rest = { text: named.text.slice(label), start: named.start + label };
  const list = rest.text.trim() === '' ? others : [rest, ...others];
  return [...judgeBreakdown(total, list), ...judgeSumming(clauses)];
}
