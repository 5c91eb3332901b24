/** Pasted tables: those that only arranged a page go, a title row becomes the caption, a bold first row the head. */
import type { RawBlock, RawCell, RawTable } from '../raw-body.ts';
import { inEveryContainer, wordsOfParagraph } from './paragraphs.ts';

const longestCaption = 60;

/** Signs in the blocks; those of inner tables only where asked. */
function lengthOfBlocks(blocks: readonly RawBlock[], inTables: boolean): number {
  return blocks.reduce((sum, block) => sum + lengthOfBlock(block, inTables), 0);
}

function lengthOfBlock(block: RawBlock, inTables: boolean): number {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.inlines.reduce((sum, one) => sum + (one.kind === 'text' ? one.text.length : 1), 0);
    case 'list':
      return block.items.reduce((sum, item) => sum + lengthOfBlocks(item, inTables), 0);
    case 'quote':
      return lengthOfBlocks(block.blocks, inTables);
    case 'picture':
      return 1;
    case 'table':
      return inTables
        ? block.rows.flat().reduce((sum, cell) => sum + lengthOfBlocks(cell.blocks, true), 0)
        : 0;
  }
}

/** One cell to a row, or mostly a frame around other tables. */
function isLayout({ rows }: RawTable): boolean {
  const cells = rows.flat();
  if (rows.every((row) => row.length <= 1)) return true;
  if (!cells.some((cell) => cell.blocks.some((block) => block.kind === 'table'))) return false;
  const own = cells.reduce((sum, cell) => sum + lengthOfBlocks(cell.blocks, false), 0);
  const all = cells.reduce((sum, cell) => sum + lengthOfBlocks(cell.blocks, true), 0);
  return all - own >= own;
}

export function liftLayoutTables(blocks: readonly RawBlock[]): readonly RawBlock[] {
  return inEveryContainer(blocks, (run) =>
    run.flatMap((block): readonly RawBlock[] =>
      block.kind === 'table' && isLayout(block)
        ? block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks))
        : [block],
    ),
  );
}

const widthOf = (row: readonly RawCell[]) =>
  row.reduce(
    (sum, cell) => sum + (Number.isInteger(cell.columnSpan) && cell.columnSpan > 0 ? cell.columnSpan : 1),
    0,
  );

/** Words of a cell that is one paragraph. */
function wordsOfCell({ blocks }: RawCell): string | undefined {
  const [only] = blocks;
  return blocks.length === 1 && only?.kind === 'paragraph' ? wordsOfParagraph(only) : undefined;
}

function takeCaption(table: RawTable): RawTable {
  const [first, ...rest] = table.rows;
  const [title, ...others] = first ?? [];
  if (table.caption.trim() !== '' || first === undefined || title === undefined || rest.length < 2)
    return table;
  const words = wordsOfCell(title);
  const isAlone = others.every((cell) => cell.blocks.length === 0) && title.rowSpan <= 1;
  const isWide = title.columnSpan > 1 && title.columnSpan >= Math.max(...rest.map(widthOf));
  if (words === undefined || !isAlone || !isWide || words.length > longestCaption || /\d$|：/u.test(words))
    return table;
  return { ...table, caption: words.replaceAll('\n', ' '), rows: rest };
}

const isBoldCell = ({ blocks }: RawCell) =>
  blocks.every(
    (block) =>
      block.kind === 'paragraph' && block.inlines.every((one) => one.kind === 'break' || one.marks.strong),
  );

/** A first row in bold, with words in its cells, heads the table. */
function takeHead(table: RawTable): RawTable {
  const [first, ...rest] = table.rows;
  if (first === undefined || first.length < 2 || rest.length === 0) return table;
  if (table.rows.some((row) => row.some((cell) => cell.header))) return table;
  const hasWords = first.filter((cell) => cell.blocks.length > 0).length * 2 > first.length;
  if (!hasWords || !first.every(isBoldCell) || rest.flat().every(isBoldCell)) return table;
  return { ...table, rows: [first.map((cell) => ({ ...cell, header: true })), ...rest] };
}

export function titleTables(blocks: readonly RawBlock[]): readonly RawBlock[] {
  return inEveryContainer(blocks, (run) =>
    run.map((block) => (block.kind === 'table' ? takeHead(takeCaption(block)) : block)),
  );
}
