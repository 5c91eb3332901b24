/**
 * Text files and pasted text: lines become paragraphs as they stand, clear grids become tables. A table flattened
 * to one cell per line is not rebuilt here, only kept readable (`leadingTabs`, `blankLinesBefore`).
 */
import type { SourceBlock, SourceDocument, SourceParagraph } from '../source.ts';
import { type FormatRun, SourceRefused } from './format-run.ts';
import { decodeText } from './text-encoding.ts';
import { findTextGrid, type TextLine } from './text-grid.ts';

const invisible = /[\u200b-\u200d\u2060\ufeff\u00ad]/gu;

/** Cuts a text into lines; a form feed is a line break too. */
export function textLines(text: string): TextLine[] {
  return text
    .replace(invisible, '')
    .split(/\r\n|[\n\r\f\v\u2028\u2029\u0085]/u)
    .map((raw, index) => ({ raw, number: index + 1 }));
}

function paragraphOfLine(line: TextLine, blankLinesBefore: number): SourceParagraph {
  const leadingTabs = /^\t*/u.exec(line.raw)?.[0].length ?? 0;
  return {
    kind: 'paragraph',
    text: line.raw.trim(),
    place: { line: line.number },
    ...(leadingTabs > 0 ? { leadingTabs } : {}),
    ...(blankLinesBefore > 0 ? { blankLinesBefore } : {}),
  };
}

/** Reads decoded text into blocks. */
export async function blocksOfPlainText(text: string, run: FormatRun): Promise<SourceBlock[]> {
  const lines = textLines(text);
  const blocks: SourceBlock[] = [];
  let blank = 0;
  let at = 0;
  while (at < lines.length) {
    await run.breathe(at / lines.length);
    const line = lines[at];
    if (line === undefined) break;
    const grid = findTextGrid(lines, at);
    if (grid !== undefined) {
      blocks.push(grid.table);
      at = grid.to;
      blank = 0;
      continue;
    }
    // A line of tabs alone is an empty cell of a flattened table; a line of nothing parts its rows.
    if (line.raw.trim() === '' && !line.raw.includes('\t')) blank++;
    else {
      blocks.push(paragraphOfLine(line, blank));
      blank = 0;
    }
    at++;
  }
  return blocks;
}

/** @throws SourceRefused `empty`, `unsupported` (no text at all), `cancelled` */
export async function readPlainTextFile(bytes: Uint8Array, run: FormatRun): Promise<SourceDocument> {
  const decoded = decodeText(bytes);
  if (decoded === undefined) throw new SourceRefused('unsupported', { cause: '内容不是文字' });
  if (decoded.text.trim() === '') throw new SourceRefused('empty', { format: 'txt' });
  if (decoded.replaced > 0) {
    run.note('undecodable', `有 ${decoded.replaced} 个字符的编码无法识别，已用替代符号表示，请核对原文。`);
  }
  return { format: 'txt', blocks: await blocksOfPlainText(decoded.text, run), notes: run.notes };
}
