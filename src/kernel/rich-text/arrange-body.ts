/**
 * Puts raw blocks into the house's form: what may stand where, levels of headings, lists whose items begin with words,
 * pictures with a file. Arranging an arranged body changes nothing.
 */
import { arrangeTable } from './arrange-table.ts';
import type {
  RichBlock,
  RichBody,
  RichFlow,
  RichHeadingLevel,
  RichInline,
  RichList,
  RichPicture,
  RichTable,
} from './body.ts';
import { cleanInlines, cleanLine } from './clean-inlines.ts';
import type { DroppedTally } from './dropped.ts';
import type { RawBlock, RawCell, RawHeading, RawList, RawParagraph, RawPicture } from './raw-body.ts';

const fileIdPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
const longestAlt = 500;
const longestCaption = 200;
const highestStart = 9999;
const deepestList = 8;

/** What an item or a quote may pass on to the place around it. */
type Hoisted = RichFlow | RichTable;

const withoutStrong = (inlines: readonly RichInline[]): readonly RichInline[] =>
  inlines.map((inline) => ({ ...inline, marks: { ...inline.marks, strong: false } }));

const levelWithin = (level: number): RichHeadingLevel => (level <= 2 ? 2 : level === 3 ? 3 : 4);

class Arranging {
  readonly #tally: DroppedTally;

  constructor(tally: DroppedTally) {
    this.#tally = tally;
  }

  body(raw: readonly RawBlock[]): RichBlock[] {
    return raw.flatMap((block): RichBlock[] => {
      if (block.kind === 'quote') return this.#quote(block.blocks);
      if (block.kind !== 'heading') return this.#hoistable([block], 0);
      const inlines = cleanInlines(withoutStrong(block.inlines));
      if (inlines.length === 0) return [];
      return [{ kind: 'heading', level: levelWithin(block.level), align: block.align, inlines }];
    });
  }

  /** Tables leave a quote and divide it. */
  #quote(raw: readonly RawBlock[]): RichBlock[] {
    const blocks: RichBlock[] = [];
    let inside: RichFlow[] = [];
    const close = () => {
      if (inside.length > 0) blocks.push({ kind: 'quote', blocks: inside });
      inside = [];
    };
    for (const block of this.#hoistable(raw, 0)) {
      if (block.kind !== 'table') inside.push(block);
      else {
        close();
        blocks.push(block);
      }
    }
    close();
    return blocks;
  }

  #hoistable(raw: readonly RawBlock[], depth: number): Hoisted[] {
    return raw.flatMap((block) => this.#hoistedFrom(block, depth));
  }

  #hoistedFrom(block: RawBlock, depth: number): Hoisted[] {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return this.#paragraph(block);
      case 'picture':
        return this.#picture(block);
      case 'quote':
        return this.#hoistable(block.blocks, depth);
      case 'list':
        return this.#list(block, depth);
      case 'table': {
        const table = arrangeTable(block, this.#tally, (cell) => this.#cell(cell));
        return table === undefined ? [] : [table];
      }
    }
  }

  #paragraph(block: RawParagraph | RawHeading): Hoisted[] {
    const inlines = cleanInlines(block.inlines);
    return inlines.length === 0 ? [] : [{ kind: 'paragraph', align: block.align, inlines }];
  }

  #picture(block: RawPicture): RichPicture[] {
    const fileId = block.fileId.trim().toLowerCase();
    if (!fileIdPattern.test(fileId)) {
      this.#tally.note('picture', (block.source ?? '').replace(/^data:([^;,]*).*$/su, 'data:$1'));
      return [];
    }
    const alt = cleanLine(block.alt, longestAlt);
    return [{ kind: 'picture', fileId, alt, caption: cleanLine(block.caption, longestCaption) }];
  }

  /** A table inside an item divides the list; the numbers go on behind it. */
  #list(raw: RawList, depth: number): Hoisted[] {
    if (depth >= deepestList) return raw.items.flatMap((item) => this.#hoistable(item, depth));
    const out: Hoisted[] = [];
    let items: RichFlow[][] = [];
    const first = Number.isInteger(raw.start) && raw.start >= 1 ? Math.min(raw.start, highestStart) : 1;
    let number = first;
    let start = first;
    const close = () => {
      if (items.length > 0)
        out.push({ kind: 'list', ordered: raw.ordered, start: raw.ordered ? start : 1, items });
      items = [];
      start = number;
    };
    for (const rawItem of raw.items) {
      let current: RichFlow[] | undefined;
      for (const block of this.#hoistable(rawItem, depth + 1)) {
        if (block.kind === 'table') {
          close();
          out.push(block);
          current = undefined;
        } else if (block.kind === 'list' && current === undefined) {
          // An item that begins with a list is not an item of its own.
          const before = items.at(-1);
          if (before !== undefined) {
            before.push(block);
            continue;
          }
          for (const item of block.items) {
            items.push([...item]);
            number = Math.min(number + 1, highestStart);
          }
        } else if (current === undefined) {
          current = [block];
          items.push(current);
          number = Math.min(number + 1, highestStart);
        } else current.push(block);
      }
    }
    close();
    return out;
  }

  /** A cell holds no table: the cells of an inner one become its paragraphs. */
  #cell(cell: RawCell): RichFlow[] {
    const blocks = this.#hoistable(cell.blocks, 0).flatMap((block) => this.#flat(block));
    return cell.header ? blocks.map(plainHeading) : blocks;
  }

  #flat(block: Hoisted): RichFlow[] {
    if (block.kind !== 'table') return [block];
    this.#tally.note('nestedTable', 'table');
    const caption: RichFlow[] =
      block.caption === ''
        ? []
        : this.#paragraph({
            kind: 'paragraph',
            align: null,
            inlines: [{ kind: 'text', text: block.caption, marks: plainOf }],
          }).flatMap((paragraph) => (paragraph.kind === 'table' ? [] : [paragraph]));
    const cells = block.rows.flatMap((row) => row.flatMap((inner) => inner.blocks));
    return [...caption, ...cells.filter((inner) => inner.kind !== 'paragraph' || inner.inlines.length > 0)];
  }
}

const plainOf = { link: null, strong: false, em: false, script: null } as const;

/** Heading cells are bold by what they are. */
function plainHeading(block: RichFlow): RichFlow {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, inlines: cleanInlines(withoutStrong(block.inlines)) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(plainHeading)) } satisfies RichList;
    case 'picture':
      return block;
  }
}

/** The body in the house's form. */
export function arrangeBody(raw: readonly RawBlock[], tally: DroppedTally): RichBody {
  return new Arranging(tally).body(raw);
}
