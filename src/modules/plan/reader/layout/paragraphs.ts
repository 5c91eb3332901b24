/**
 * Prepares running paragraphs for the outline: page numbers out, sentences and brackets that a page or line break cut
 * put together again. Keeps the place where each began.
 */
import type { SourceParagraph, SourcePlace } from '#kernel/reading/source.ts';
import { dutyEnds, hasOpenDutyBracket, opensWithDutyLabel } from './duty-text.ts';
import { type OpeningLabel, readOpeningLabel } from './numbering.ts';
import { joinWrapped } from './requirement-text.ts';

export interface OutlineParagraph {
  readonly text: string;
  readonly label: OpeningLabel | undefined;
  readonly headingLevel: number | undefined;
  readonly place: SourcePlace;
}

const pageNumber =
  /^(?:[-—–－\s]*\d{1,4}[-—–－\s]*|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})$/u;
// What a government site prints around an article; 主办： and 承办： in its foot name nobody's task.
const siteFurniture =
  /^(?:(?:您的?)?(?:当前|现在|所在)+位置|分享到?[：:]|[【[]?(?:打印|关闭)|[上下]一篇|字体[：:]|(?:发布|更新)(?:时间|日期)[：:]|(?:信息)?来源[：:]|(?:浏览|阅读|点击)(?:次数|量)|版权所有|网站标识码|主办(?:单位)?[：:].*(?:备案|版权|标识码|技术支持))|ICP备/u;
const stopped = /[。；;！!？?：:.）)】\]」』”"…]$/u;
const commaEnd = /[，,、]$/u;
const shortLine = 20;
const longestJoin = 6;

/** The text of a paragraph with the label its format draws before it. */
export function shownText(paragraph: SourceParagraph): string {
  const label = paragraph.listLabel ?? '';
  return joinWrapped(/\p{Script=Han}|\d/u.test(label) ? `${label}${paragraph.text}` : paragraph.text);
}

function isHeadingLine(text: string, label: OpeningLabel | undefined): boolean {
  if (label === undefined) return false;
  if (label.style === 'part' || label.style === 'cn' || label.style === 'cnParen') {
    return label.rest.length <= 45 && !/[。；]|：./u.test(label.rest);
  }
  return text.length <= shortLine;
}

function goesOn(text: string, label: OpeningLabel | undefined, next: SourceParagraph): boolean {
  const below = shownText(next);
  if (hasOpenDutyBracket(text)) return true;
  if (next.headingLevel !== undefined || below === '' || opensWithDutyLabel(below)) return false;
  if (readOpeningLabel(below) !== undefined) return false;
  if (commaEnd.test(text)) return true;
  if (stopped.test(text) || isHeadingLine(text, label)) return false;
  if ((next.blankLinesBefore ?? 0) > 0 && label === undefined) return false;
  return text.length >= shortLine && next.centred !== true;
}

const headingBehind =
  /(?<=[。；！])(?=(?:第[一二三四五六七八九十]{1,3}(?:部分|章)|[一二三四五六七八九十]{1,3}、)[^。；，]{2,40}$)/u;

/** Parts a paragraph into which a lost line break ran an item or a heading of its own. */
function partedAtLabels(text: string): string[] {
  const starts = dutyEnds(text).filter((end) => readOpeningLabel(text.slice(end)) !== undefined);
  const heading = headingBehind.exec(text)?.index;
  if (heading !== undefined) starts.push(heading);
  const ends = [...starts.sort((one, other) => one - other), text.length];
  let from = 0;
  return ends.flatMap((end) => {
    const part = text.slice(from, end).trim();
    from = end;
    return part === '' ? [] : [part];
  });
}

/** Paragraphs of running text as the outline reads them. */
export function outlineParagraphs(paragraphs: readonly SourceParagraph[]): OutlineParagraph[] {
  const lines = paragraphs.filter((paragraph) => {
    const text = paragraph.text.trim();
    return text !== '' && !pageNumber.test(text) && !(text.length <= 160 && siteFurniture.test(text));
  });
  const prepared: OutlineParagraph[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at];
    if (first === undefined) break;
    let text = shownText(first);
    const label = readOpeningLabel(text);
    for (let joined = 0; joined < longestJoin; joined++) {
      const next = lines[at + 1];
      if (next === undefined || first.headingLevel !== undefined || !goesOn(text, label, next)) break;
      text = joinWrapped(`${text}\n${shownText(next)}`);
      at++;
    }
    for (const part of partedAtLabels(text)) {
      const { headingLevel, place } = first;
      prepared.push({ text: part, label: readOpeningLabel(part), headingLevel, place });
    }
  }
  return prepared;
}
