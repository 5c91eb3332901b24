/** What a reader with a screen reader, or any reader, would miss in a body; said before release. Pure. */
import type { RichBlock, RichBody, RichFlow, RichPicture } from './body.ts';

export interface BodyFault {
  readonly kind: 'pictureWithoutText' | 'tableWithoutHead' | 'headingSkipsLevel';
  /** Index of the outermost block. */
  readonly block: number;
  readonly sentence: string;
}

function picturesIn(blocks: readonly RichFlow[]): RichPicture[] {
  return blocks.flatMap((block) =>
    block.kind === 'picture'
      ? [block]
      : block.kind === 'list'
        ? block.items.flatMap((item) => picturesIn(item))
        : [],
  );
}

function picturesOf(block: RichBlock): RichPicture[] {
  switch (block.kind) {
    case 'heading':
      return [];
    case 'quote':
      return picturesIn(block.blocks);
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => picturesIn(cell.blocks)));
    default:
      return picturesIn([block]);
  }
}

/**
 * Faults in the order of the text. A picture without words and a table without headings shut out readers who hear the
 * page (GB/T 37668-2019: non-text content, information and relations).
 */
export function judgeRichText(body: RichBody): readonly BodyFault[] {
  const faults: BodyFault[] = [];
  let level = 1;
  for (const [index, block] of body.entries()) {
    for (const picture of picturesOf(block)) {
      if (picture.alt === '')
        faults.push({
          kind: 'pictureWithoutText',
          block: index,
          sentence: '图片没有文字说明，看不见图的读者无从得知内容。请写一句话说明图中内容。',
        });
    }
    const isGrid = block.kind === 'table' && block.rows.length > 1 && block.columnCount > 1;
    if (isGrid && !block.rows.some((row) => row.some((cell) => cell.header)))
      faults.push({
        kind: 'tableWithoutHead',
        block: index,
        sentence: '表格没有表头，听读时分不清各列。请把首行或首列设为表头。',
      });
    if (block.kind === 'heading') {
      if (block.level > level + 1)
        faults.push({
          kind: 'headingSkipsLevel',
          block: index,
          sentence: `标题从${level - 1}级跳到${block.level - 1}级，中间缺一级。请调整标题级别。`,
        });
      level = block.level;
    }
  }
  return faults;
}
