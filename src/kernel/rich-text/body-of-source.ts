/** What was read from a file, as a body: attachments become pages everybody can read and search can find. Pure. */
import type { SourceBlock, SourceDocument, SourceParagraph, SourceTable } from '../reading/source.ts';
import { arrangeBody } from './arrange-body.ts';
import { plainMarks, type RichBody, type RichInline } from './body.ts';
import { DroppedTally } from './dropped.ts';
import { gatherTypedLists } from './paste/lists.ts';
import type { RawBlock, RawTable } from './raw-body.ts';

export interface SourceBody {
  readonly body: RichBody;
  /** What is not shown, in Chinese sentences. */
  readonly notes: readonly string[];
}

/** A page shows this much; whoever wants more takes the file. */
const mostBlocks = 5000;
const mostCells = 20_000;
/** A row of headings has words in most of its columns. */
const wordShare = 0.6;

const inlinesOf = (text: string, strong = false): RichInline[] =>
  text.split('\n').flatMap((line, index): RichInline[] => {
    const run: RichInline = { kind: 'text', text: line, marks: { ...plainMarks, strong } };
    return index === 0 ? [run] : [{ kind: 'break', marks: plainMarks }, run];
  });

function blockOfParagraph(paragraph: SourceParagraph, highest: number): RawBlock {
  const { text, headingLevel, listLabel } = paragraph;
  const align = paragraph.centred === true ? 'center' : null;
  const words =
    listLabel === undefined ? text : `${listLabel}${/^[A-Za-z\d•]/u.test(listLabel) ? ' ' : ''}${text}`;
  if (headingLevel !== undefined)
    return { kind: 'heading', level: headingLevel - highest + 2, align, inlines: inlinesOf(words) };
  return { kind: 'paragraph', align, inlines: inlinesOf(words, paragraph.bold === true) };
}

/** The first row heads the table when the format says so, or when it names columns: words, each once. */
function countHeading({ rows, columnCount }: SourceTable): number {
  const repeated = rows.findIndex((row) => row.repeatedHeader !== true);
  if (repeated > 0) return repeated;
  const [first] = rows;
  if (first === undefined || rows.length < 2 || columnCount < 2) return 0;
  const words = first.cells.map((cell) => cell.text.trim()).filter((text) => text !== '');
  const named = words.length >= columnCount * wordShare && new Set(words).size === words.length;
  return named && words.every((text) => /\p{L}/u.test(text) && text.length <= 30) ? 1 : 0;
}

function blockOfTable(table: SourceTable): RawTable {
  const heading = countHeading(table);
  const rows = table.rows.map((row, index) => {
    const cells: RawTable['rows'][number][number][] = [];
    for (const cell of row.cells) {
      cells.push({
        header: index < heading,
        columnSpan: cell.columnSpan,
        rowSpan: cell.rowSpan,
        blocks: cell.text
          .split('\n')
          .map((text): RawBlock => ({ kind: 'paragraph', align: null, inlines: inlinesOf(text) })),
      });
    }
    return cells;
  });
  return { kind: 'table', caption: '', rows };
}

/** What a reader hears must say where he is; sheets bring a heading of their own. */
function partNameOf({ place }: SourceBlock): string | undefined {
  return place.page === undefined ? undefined : `第${place.page}页`;
}

/** The body of a read file, headings from the second level on; pages have headings where there are several. */
export function bodyOfSource(source: SourceDocument): SourceBody {
  const notes = new Set(source.notes.map((note) => note.sentence));
  const hasPictures =
    source.asides?.some(({ kind }) => kind === 'pictureName' || kind === 'drawing') === true;
  if (hasPictures) notes.add('文件中的图片、图表不在这里显示，请下载原文件查看。');
  const parts = new Set(source.blocks.map(partNameOf));
  const named = parts.size > 1;
  const levels = source.blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.headingLevel !== undefined ? [block.headingLevel] : [],
  );
  const highest = Math.min(6, ...levels) - (named ? 1 : 0);
  const raw: RawBlock[] = [];
  let part: string | undefined;
  let cells = 0;
  for (const block of source.blocks) {
    const cellCount = block.kind === 'table' ? block.rows.reduce((sum, row) => sum + row.cells.length, 0) : 0;
    cells += cellCount;
    if (raw.length >= mostBlocks || cells > mostCells) {
      notes.add('文件很长，这里只显示前面的部分，全文请下载原文件。');
      break;
    }
    const name = partNameOf(block);
    if (named && name !== undefined && name !== part)
      raw.push({ kind: 'heading', level: 2, align: null, inlines: inlinesOf(name) });
    part = name;
    raw.push(block.kind === 'table' ? blockOfTable(block) : blockOfParagraph(block, highest));
  }
  const tally = new DroppedTally();
  const body = arrangeBody(gatherTypedLists(raw), tally);
  if (tally.list().some(({ kind }) => kind === 'tooLarge'))
    notes.add('有的表格过大，这里只显示前面的行和列，全文请下载原文件。');
  return { body, notes: [...notes] };
}
