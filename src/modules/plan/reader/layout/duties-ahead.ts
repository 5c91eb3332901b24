/**
 * Plans that name the units right behind a task's title and say what to do only below it: 「（一）文件公开。（某局牵头）」
 * and a paragraph. Puts the statement behind its text, where all other plans have it.
 */
import { cutAtDuties, opensWithDutyLabel } from './duty-text.ts';
import { readOpeningLabel } from './numbering.ts';
import type { OutlineParagraph } from './paragraphs.ts';

const longestTitle = 40;
const mostBodyParagraphs = 4;
const fewestTitles = 2;

interface TitleWithDuties {
  readonly at: number;
  readonly title: string;
  readonly statement: string;
  /** Index behind the last paragraph of the text below. */
  readonly bodyTo: number;
}

function saysNothingOfUnits(text: string): boolean {
  return !opensWithDutyLabel(text) && cutAtDuties(text).every((cut) => cut.duties === null);
}

function bodyEnd(paragraphs: readonly OutlineParagraph[], from: number): number {
  let to = from;
  for (const paragraph of paragraphs.slice(from, from + mostBodyParagraphs)) {
    const { text, label, headingLevel } = paragraph;
    if (label !== undefined || headingLevel !== undefined) break;
    if (!/[。；]$/u.test(text) || !saysNothingOfUnits(text)) break;
    to++;
  }
  return to;
}

/** Whether a labelled paragraph is closed by a statement at all, and as a title with one. */
function readTitle(
  paragraphs: readonly OutlineParagraph[],
  at: number,
): { closed: boolean; found: TitleWithDuties | undefined } {
  const paragraph = paragraphs[at];
  const nothing = { closed: false, found: undefined };
  if (paragraph?.label === undefined) return nothing;
  const [cut, second] = cutAtDuties(paragraph.text);
  if (cut === undefined || cut.duties === null || cut.text === '') return nothing;
  const title = cut.text.replace(/。$/u, '');
  if (second !== undefined || title.length > longestTitle || /[。；]/u.test(title)) {
    return { closed: true, found: undefined };
  }
  const bodyTo = bodyEnd(paragraphs, at + 1);
  const statementFrom = paragraph.text.indexOf(title) + title.length;
  const statement = paragraph.text.slice(statementFrom).replace(/^。|。$/gu, '');
  if (bodyTo === at + 1) return { closed: true, found: undefined };
  return { closed: true, found: { at, title, statement, bodyTo } };
}

/** Paragraphs with statements moved behind their texts, where most titles of the document carry one. */
export function moveDutiesBehind(paragraphs: readonly OutlineParagraph[]): readonly OutlineParagraph[] {
  const titles: TitleWithDuties[] = [];
  let closed = 0;
  for (const at of paragraphs.keys()) {
    const reading = readTitle(paragraphs, at);
    if (reading.closed) closed++;
    if (reading.found !== undefined) titles.push(reading.found);
  }
  if (titles.length < fewestTitles || titles.length * 2 < closed) return paragraphs;
  const moved = [...paragraphs];
  for (const { at, title, statement, bodyTo } of titles) {
    const head = moved[at];
    const last = moved[bodyTo - 1];
    if (head === undefined || last === undefined) continue;
    moved[at] = { ...head, text: title, label: readOpeningLabel(title) };
    moved[bodyTo - 1] = { ...last, text: `${last.text}${statement}` };
  }
  return moved;
}
