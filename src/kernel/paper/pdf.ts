/** A paper as PDF (PDF/A-2b: kept for good, readable by any program). Typeset in a thread of its own. */
import { longDay } from '../day-words.ts';
import { OrderThread } from '../threads/order-thread.ts';
import { workerEntry } from '../worker-entry.ts';
import { type OfficialPaper, type PaperBlock, type PaperCell, runsOf } from './paper.ts';

export interface PdfOrder {
  /** The paper as JSON in the shape the template reads. */
  readonly data: string;
  /** Seconds since 1970 for the properties. */
  readonly madeAt: number;
  readonly fontFolder: string | null;
}

export interface PdfResult {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Seconds; three hundred pages take two. */
const timeLimit = 60;
/** Megabytes of heap, beside what the typesetter itself takes. */
const memoryLimit = 512;

const thread = new OrderThread<PdfOrder, PdfResult>(
  workerEntry(import.meta.url, './pdf-worker.ts'),
  memoryLimit,
);

function cellData(cell: PaperCell) {
  return {
    text: runsOf(cell.text),
    header: cell.header ?? false,
    align: cell.align ?? (cell.header ? 'center' : 'left'),
    columnSpan: cell.columnSpan ?? 1,
    rowSpan: cell.rowSpan ?? 1,
  };
}

function blockData(block: PaperBlock): unknown {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: runsOf(block.text) };
    case 'paragraph':
      return {
        ...block,
        text: runsOf(block.text),
        indent: block.indent ?? true,
        align: block.align ?? 'justify',
      };
    case 'table':
      return {
        ...block,
        caption: block.caption ?? null,
        small: block.small ?? false,
        rows: block.rows.map((row) => row.map(cellData)),
      };
    case 'facts':
      return {
        kind: 'facts',
        caption: null,
        small: false,
        widths: [1, 4],
        headRows: 0,
        rows: block.rows.map(([label, value]) => [
          cellData({ text: label, header: true }),
          cellData({ text: value }),
        ]),
      };
    case 'signature':
      return { ...block, day: block.day === null ? null : longDay(block.day) };
    case 'picture': {
      const { bytes, alt, width } = block.picture;
      return { kind: 'picture', bytes: [...bytes], alt, width: Math.min(1, width), caption: block.caption };
    }
    default:
      return block;
  }
}

/**
 * Typesets a paper. The same paper gives the same bytes. `fontFolder` holds the office's own typefaces. Throws when the
 * typesetter fails or needs more than a minute.
 */
export async function writePaperPdf(
  paper: OfficialPaper,
  fontFolder: string | null = null,
): Promise<PdfResult> {
  const data = JSON.stringify({
    title: paper.title,
    issuer: paper.issuer,
    landscape: paper.landscape ?? false,
    pageNumbers: paper.pageNumbers ?? true,
    blocks: paper.blocks.map(blockData),
  });
  const madeAt = Date.parse(`${paper.day}T00:00:00+08:00`) / 1000;
  const end = await thread.run({ data, madeAt, fontFolder }, { timeLimit });
  if (end.ended !== 'done') throw new Error(`a paper was not typeset: ${end.ended}`);
  return end.result;
}
