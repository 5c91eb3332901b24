/** A source document as lines in reading order, in the forms the readers match on. Knows no element. Pure. */
import { joinChinese, simplifyCharacters, tidyText } from '#kernel/chinese/fold-text.ts';
import type { SourceDocument, SourceParagraph, SourcePlace, SourceTable } from '#kernel/reading/source.ts';

export interface DocumentLine {
  /** Tidied, blanks kept: they part joint issuers and the fields of a header. */
  readonly spaced: string;
  /** Tidied, without the blanks beside Chinese characters: what is shown and stored. */
  readonly text: string;
  /** Simplified and without any blank: what patterns match. */
  readonly compact: string;
  readonly place: SourcePlace;
  readonly centred: boolean;
  readonly isHeading: boolean;
  /** The table that stands here; the texts are empty then. */
  readonly table: SourceTable | null;
}

function plainLine(printed: string, place: SourcePlace, look: Partial<SourceParagraph>): DocumentLine {
  const spaced = tidyText(printed).replace(/ {2,}/gu, ' ');
  const text = joinChinese(spaced);
  return {
    spaced,
    text,
    compact: simplifyCharacters(text).replace(/\s+/gu, ''),
    place,
    centred: look.centred === true,
    isHeading: look.headingLevel !== undefined || (look.bold === true && look.centred === true),
    table: null,
  };
}

/** A page layout may set the openness mark behind the day of the signature. */
const dayWithMark = /(?<=日)\s*(?<mark>[（(]此件[^（）()]{2,10}[）)])$/u;

function linesOfParagraph(paragraph: SourceParagraph): readonly DocumentLine[] {
  const { listLabel: label } = paragraph;
  const printed = label === undefined || label === '•' ? paragraph.text : `${label} ${paragraph.text}`;
  return printed
    .replace(dayWithMark, '\n$<mark>')
    .split('\n')
    .map((line) => plainLine(line, paragraph.place, paragraph))
    .filter(({ compact }) => compact !== '' && !ruleLine.test(compact));
}

/** A line drawn with signs, as under a red head. */
const ruleLine = /^[─━—\-_=*·.…★☆]+$/u;

const nameOrDay =
  /^(?:[\p{Script=Han}（）]{3,40}(?:政府|办公室|办公厅|委员会|委|局|厅|部|院|署|中心|处|会|行)|(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年[^年。]{2,6}日)$/u;

/** A table that only sets signatures side by side. */
function isSignatureTable(table: SourceTable): boolean {
  const cells = table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.text.split('\n')));
  const texts = cells.map((text) => text.replace(/\s+/gu, '')).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => nameOrDay.test(text));
}

const letterLength = 240;

/** A table that only frames a page: one cell holds nearly all of its text, as many lines. */
function isFrame(table: SourceTable): boolean {
  const texts = table.rows.flatMap((row) => row.cells.map((cell) => cell.text));
  const whole = texts.reduce((sum, text) => sum + text.length, 0);
  const largest = texts.reduce((one, other) => (one.length >= other.length ? one : other), '');
  const lines = largest.split('\n').filter((line) => line.trim() !== '').length;
  return (
    lines >= 3 && largest.length > letterLength && largest.length > whole * 0.6 && table.rows.length <= 12
  );
}

/** All lines of a document; a table is one line, but for tables that only set signatures. */
export function linesOfDocument(document: SourceDocument): readonly DocumentLine[] {
  return document.blocks.flatMap((block): readonly DocumentLine[] => {
    if (block.kind === 'paragraph') return linesOfParagraph(block);
    if (!isSignatureTable(block) && !isFrame(block)) {
      return [{ ...plainLine('', block.place, {}), table: block }];
    }
    return block.rows
      .flatMap((row) => row.cells.flatMap((cell) => cell.text.split('\n').map((text) => ({ text, cell }))))
      .map(({ text, cell }) => plainLine(text, cell.place, {}))
      .filter(({ compact }) => compact !== '');
  });
}
