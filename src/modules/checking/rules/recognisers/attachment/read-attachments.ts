/** Reads what a paper says of its attachments: the note under the text, the headings of attachments, references. Pure. */
import type { PublishedLine } from '../../published-lines.ts';

/** An attachment as the note announces it, or as its own heading names it. */
export interface NamedAttachment {
  /** Null for the only one, which bears no number. */
  readonly number: number | null;
  readonly title: string;
  /** Half-open span in the document's text. */
  readonly start: number;
  readonly end: number;
}

export interface AttachmentNote {
  readonly items: readonly NamedAttachment[];
  /** Index of the first line after the note. */
  readonly lineAfter: number;
}

export interface AttachmentHeading extends NamedAttachment {
  /** The lines after the heading that may be its title, joined one by one. */
  readonly titles: readonly string[];
}

export interface AttachmentReference {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

const noteStart = /^[\s　]*附[\s　]?件[：:][\s　]*/u;
const itemStart = /(?:^|[\s　；;])(\d{1,2})[.．、](?!\d{1,3}(?!\d))[\s　]*/gu;
const listedLine =
  /^[\s　]*(?:附[\s　]?件[\s　]?)?(\d{1,2})(?:[.．、：:](?!\d{1,3}(?!\d))|[\s　]+)[\s　]*(\S.*)$/u;
const headingLine = /^[\s　]*附[\s　]?件[\s　]?(\d{1,2}|[一二三四五六七八九十]{1,2})?[：:]?[\s　]*$/u;
const titledHeading = /^[\s　]*附[\s　]?件[\s　]?(\d{1,2})(?:[：:.．、]|[\s　]+)[\s　]*(\S[^。]{1,60})$/u;
const longestTitle = 90;
const titleLines = 3;
/** A broken title is followed by the next number within so many lines, blank ones counted. */
const linesAhead = 5;

const chineseDigits = '〇一二三四五六七八九十';

function headingNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /\d/u.test(text) ? Number(text) : chineseDigits.indexOf(text);
}

/** 1.甲 2.乙 within one line. */
function itemsOfText(text: string, start: number): readonly NamedAttachment[] {
  const marks = [...text.matchAll(itemStart)];
  if (marks.length === 0 || marks[0]?.index !== 0) {
    const title = text.trim();
    return title === '' ? [] : [{ number: null, title, start, end: start + text.trimEnd().length }];
  }
  return marks.map((mark, index) => {
    const from = mark.index + mark[0].length;
    const until = marks[index + 1]?.index ?? text.length;
    const title = text.slice(from, until).trim();
    const begin = mark.index + mark[0].search(/\d/u);
    return { number: Number(mark[1]), title, start: start + begin, end: start + from + title.length };
  });
}

interface ListedLine {
  readonly number: number;
  readonly title: string;
}

function readListedLine(line: PublishedLine | undefined): ListedLine | undefined {
  const match = line === undefined ? null : listedLine.exec(line.text);
  const title = match?.[2]?.trim() ?? '';
  if (match === null || title.length > longestTitle || (title.endsWith('。') && title.length > 40))
    return undefined;
  return { number: Number(match[1]), title };
}

/** Whether one of the next lines with text carries the list on; the line between is a broken title. */
function carriesOn(lines: readonly PublishedLine[], from: number, number: number): boolean {
  const next = lines.slice(from, from + linesAhead).filter(({ text }) => text.trim() !== '');
  return next.slice(0, 2).some((line) => readListedLine(line)?.number === number);
}

/** The following lines of a note: 2.乙, 3.丙, and broken titles before the next number. */
function itemsBelow(lines: readonly PublishedLine[], from: number, first: number): AttachmentNote {
  const items: NamedAttachment[] = [];
  let at = from;
  let lastNumber = first - 1;
  for (; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.text.trim() === '') continue;
    const listed = readListedLine(line);
    const isNext = listed !== undefined && listed.number >= lastNumber && listed.number <= lastNumber + 3;
    if (!isNext) {
      if (lastNumber > 0 && carriesOn(lines, at + 1, lastNumber + 1)) continue;
      break;
    }
    const indent = line.text.length - line.text.trimStart().length;
    const span = { start: line.start + indent, end: line.start + line.text.trimEnd().length };
    items.push({ number: listed.number, title: listed.title, ...span });
    lastNumber = listed.number;
  }
  return { items, lineAfter: at };
}

/** The notes of a document, in order. */
export function findAttachmentNotes(lines: readonly PublishedLine[]): readonly AttachmentNote[] {
  const notes: AttachmentNote[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    const match = line === undefined ? null : noteStart.exec(line.text);
    at += 1;
    if (line === undefined || match === null) continue;
    const rest = line.text.slice(match[0].length);
    const own = rest.trim() === '' ? [] : itemsOfText(rest, line.start + match[0].length);
    if (own.length > 0 && own[0]?.number === null && /。$/u.test(rest.trim()) && rest.length > 40) continue;
    const isNumbered = own.length === 0 || own.at(-1)?.number !== null;
    const below = isNumbered
      ? itemsBelow(lines, at, (own.at(-1)?.number ?? 0) + 1)
      : { items: [], lineAfter: at };
    const items = [...own, ...below.items];
    if (items.length === 0) continue;
    notes.push({ items, lineAfter: below.lineAfter });
    at = Math.max(at, below.lineAfter);
  }
  return notes;
}

/** The headings of attachments from a line on. */
export function findAttachmentHeadings(
  lines: readonly PublishedLine[],
  from: number,
): readonly AttachmentHeading[] {
  const headings: AttachmentHeading[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || !line.text.includes('附')) continue;
    const bare = headingLine.exec(line.text);
    const titled = bare === null ? titledHeading.exec(line.text) : null;
    if (bare === null && titled === null) continue;
    const indent = line.text.length - line.text.trimStart().length;
    const span = { start: line.start + indent, end: line.start + line.text.trimEnd().length };
    const number = headingNumber(bare?.[1] ?? titled?.[1]);
    const inline = titled?.[2]?.trim();
    const below = inline === undefined ? titleLinesAfter(lines, at + 1) : [inline];
    const titles = below.map((_, index) => below.slice(0, index + 1).join(''));
    headings.push({ number, title: titles[0] ?? '', titles, ...span });
  }
  return headings;
}

function titleLinesAfter(lines: readonly PublishedLine[], from: number): readonly string[] {
  const found: string[] = [];
  for (let at = from; at < lines.length && found.length < titleLines; at += 1) {
    const text = lines[at]?.text.trim() ?? '';
    if (text !== '') found.push(text.replace(/[\s　]/gu, ''));
  }
  return found;
}

/** 见附件3, （附件2）, 按附件1填报; not the attachments of other papers. */
const reference = /(?<![号》文原该])附[\s　]?件[\s　]?(\d{1,2})(?![\d号.．、：:]|[\s　]*$)/gu;

/** References to numbered attachments in running text. */
export function findAttachmentReferences(lines: readonly PublishedLine[]): readonly AttachmentReference[] {
  return lines.flatMap((line) => {
    if (!line.text.includes('附')) return [];
    return [...line.text.matchAll(reference)]
      .filter((match) => line.text.slice(0, match.index).trim() !== '')
      .map((match) => ({
        number: Number(match[1]),
        start: line.start + match.index,
        end: line.start + match.index + match[0].length,
      }));
  });
}
