/** Markdown: headings, lists, pipe tables and paragraphs. Inline marks are taken off; HTML inside stays as text. */
import type { SourceBlock, SourceDocument, SourceParagraph, SourceTable } from '../source.ts';
import { type FormatRun, SourceRefused } from './format-run.ts';
import { textLines } from './plain-text.ts';
import { decodeText } from './text-encoding.ts';
import { findTextGrid, type TextLine } from './text-grid.ts';

const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/u;
const underline = /^ {0,3}(=+|-{2,})\s*$/u;
const listItem = /^\s*(?:([-*+])|(\d{1,9}[.)]))\s+(.*)$/u;
const fence = /^ {0,3}(?:```|~~~)/u;
const rule = /^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/u;
const wholeBold = /^(\*\*|__)(?=\S)((?:(?!\1).)+)\1[：:。]?$/u;
/** Characters a line of running text holds at least, so that the next line may be its continuation. */
const fullLine = 24;

function withoutMarks(text: string): string {
  return text
    .replace(/!\[([^\]]*)\]\([^)]*\)/gu, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/gu, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*])[*](?=\S)([^*]+?)(?<=\S)[*](?![\p{L}\p{N}*])/gu, '$1')
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/gu, '$1')
    .trim();
}

/** Whether a line goes on in the next: full to the margin, no end of sentence, no new numbering. */
function runsOn(previous: string, next: string): boolean {
  const opens =
    /^\s*(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]|第.{1,4}[章节条]|附件)/u;
  return previous.length >= fullLine && !/[。；：！？;:!?）)】》]$/u.test(previous) && !opens.test(next);
}

function bareTable(table: SourceTable): SourceTable {
  return {
    ...table,
    native: true,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, text: withoutMarks(cell.text) })),
    })),
  };
}

function lineParagraph(text: string, line: TextLine, extra: Partial<SourceParagraph> = {}): SourceParagraph {
  const bold = wholeBold.test(text.trim());
  return {
    kind: 'paragraph',
    text: withoutMarks(text),
    place: { line: line.number },
    ...(bold ? { bold } : {}),
    ...extra,
  };
}

async function blocksOfMarkdown(text: string, run: FormatRun): Promise<SourceBlock[]> {
  const lines = textLines(text);
  const blocks: SourceBlock[] = [];
  let open = false;
  let at = lines[0]?.raw.trim() === '---' ? frontMatterEnd(lines) : 0;
  for (; at < lines.length; at++) {
    await run.breathe(at / lines.length);
    const line = lines[at];
    if (line === undefined) break;
    const raw = line.raw.replace(/^(?: {0,3}> ?)+/u, '');
    const previous = blocks.at(-1);
    const grid = findTextGrid(lines, at);
    if (grid !== undefined) {
      blocks.push(bareTable(grid.table));
      at = grid.to - 1;
      open = false;
      continue;
    }
    const title = heading.exec(raw);
    const item = listItem.exec(raw);
    if (open && previous?.kind === 'paragraph' && underline.test(raw)) {
      blocks[blocks.length - 1] = { ...previous, headingLevel: raw.includes('=') ? 1 : 2 };
      open = false;
    } else if (raw.trim() === '' || fence.test(raw) || rule.test(raw)) open = false;
    else if (title !== null) {
      blocks.push(lineParagraph(title[2] ?? '', line, { headingLevel: title[1]?.length ?? 1 }));
      open = false;
    } else if (item !== null) {
      blocks.push(
        lineParagraph(item[3] ?? '', line, { listLabel: item[1] === undefined ? (item[2] ?? '') : '•' }),
      );
      open = true;
    } else if (
      open &&
      previous?.kind === 'paragraph' &&
      runsOn(previous.text, raw) &&
      !/ {2}$/u.test(lines[at - 1]?.raw ?? '')
    ) {
      blocks[blocks.length - 1] = { ...previous, text: previous.text + withoutMarks(raw) };
    } else {
      blocks.push(lineParagraph(raw, line));
      open = true;
    }
  }
  return blocks.filter((block) => block.kind === 'table' || block.text !== '');
}

function frontMatterEnd(lines: readonly TextLine[]): number {
  const end = lines.findIndex((line, index) => index > 0 && line.raw.trim() === '---');
  return end > 0 && end < 100 ? end + 1 : 0;
}

/** @throws SourceRefused `unsupported`, `empty`, `cancelled` */
export async function readMarkdown(bytes: Uint8Array, run: FormatRun): Promise<SourceDocument> {
  const decoded = decodeText(bytes);
  if (decoded === undefined) throw new SourceRefused('unsupported', { cause: '内容不是文字' });
  return { format: 'md', blocks: await blocksOfMarkdown(decoded.text, run), notes: run.notes };
}
