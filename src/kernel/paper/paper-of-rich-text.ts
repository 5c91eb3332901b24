/** A body of the house's rich text as blocks of an official paper. Pictures are handed in, or named by their words. Pure. */
import type { RichBlock, RichBody, RichCell, RichFlow, RichInline } from '../rich-text/body.ts';
import type { PaperAlign, PaperBlock, PaperCell, PaperPicture, PaperRun } from './paper.ts';

function runOf(inline: RichInline): PaperRun {
  if (inline.kind === 'break') return { text: '\n' };
  const { strong, script } = inline.marks;
  return { text: inline.text, ...(strong && { strong }), ...(script !== null && { script }) };
}
const runsOfInlines = (inlines: readonly RichInline[]) => inlines.map(runOf);

type FindPicture = (fileId: string) => Pick<PaperPicture, 'bytes' | 'mediaType'> | undefined;

function pictureWords(alt: string, caption: string): string {
  return `〔图：${caption || alt || '无说明'}〕`;
}

/** Text of blocks inside a cell or an item: paragraphs under each other, items behind their mark. */
function runsOfFlow(blocks: readonly RichFlow[]): readonly PaperRun[] {
  return blocks.flatMap((block, index): readonly PaperRun[] => {
    const gap: readonly PaperRun[] = index === 0 ? [] : [{ text: '\n' }];
    if (block.kind === 'paragraph') return [...gap, ...runsOfInlines(block.inlines)];
    if (block.kind === 'picture') return [...gap, { text: pictureWords(block.alt, block.caption) }];
    return [
      ...gap,
      ...block.items.flatMap((item, at): readonly PaperRun[] => [
        { text: `${at === 0 ? '' : '\n'}${markOf(block.ordered, block.start + at)}` },
        ...runsOfFlow(item),
      ]),
    ];
  });
}

function markOf(ordered: boolean, number: number): string {
  return ordered ? `${number}. ` : '· ';
}

function cellOf(cell: RichCell): PaperCell {
  const [first] = cell.blocks;
  const align: PaperAlign | null = first?.kind === 'paragraph' ? first.align : null;
  return {
    text: runsOfFlow(cell.blocks),
    header: cell.header,
    columnSpan: cell.columnSpan,
    rowSpan: cell.rowSpan,
    ...(align !== null && { align }),
  };
}

function blocksOf(block: RichBlock, findPicture: FindPicture): readonly PaperBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [
        {
          kind: 'paragraph',
          text: runsOfInlines(block.inlines),
          ...(block.align !== null && { align: block.align, indent: false }),
        },
      ];
    case 'heading':
      // Level 2 of a body is the first beneath the title.
      return [
        {
          kind: 'heading',
          level: ({ 2: 1, 3: 2, 4: 3 } as const)[block.level],
          text: runsOfInlines(block.inlines),
        },
      ];
    case 'list':
      return block.items.map((item, at) => ({
        kind: 'paragraph',
        text: [{ text: markOf(block.ordered, block.start + at) }, ...runsOfFlow(item)],
      }));
    case 'quote':
      return block.blocks.flatMap((inner) => blocksOf(inner, findPicture));
    case 'picture': {
      const found = findPicture(block.fileId);
      if (found === undefined) {
        return [
          { kind: 'paragraph', text: pictureWords(block.alt, block.caption), align: 'center', indent: false },
        ];
      }
      return [{ kind: 'picture', picture: { ...found, alt: block.alt, width: 0.8 }, caption: block.caption }];
    }
    case 'table':
      return [
        {
          kind: 'table',
          ...(block.caption !== '' && { caption: block.caption }),
          widths: Array.from({ length: block.columnCount }, () => 1),
          headRows: block.headRows,
          rows: block.rows.map((row) => row.map(cellOf)),
          small: block.columnCount > 5,
        },
      ];
  }
}

/** Blocks of a body, in order. A picture `findPicture` does not know stands as its words. */
export function paperOfRichText(
  body: RichBody,
  findPicture: FindPicture = () => undefined,
): readonly PaperBlock[] {
  return body.flatMap((block) => blocksOf(block, findPicture));
}
