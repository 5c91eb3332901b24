/** Divides and joins pasted paragraphs: breaks that stood for paragraphs, words without their typed marks. */
import { plainMarks, type RichInline } from '../body.ts';
import { cleanInlines, textOfInlines } from '../clean-inlines.ts';
import type { RawBlock, RawParagraph } from '../raw-body.ts';

/** Applies a change to every run of blocks, innermost first. */
export function inEveryContainer(
  blocks: readonly RawBlock[],
  change: (blocks: readonly RawBlock[]) => readonly RawBlock[],
): readonly RawBlock[] {
  return change(
    blocks.map((block): RawBlock => {
      switch (block.kind) {
        case 'list':
          return { ...block, items: block.items.map((item) => inEveryContainer(item, change)) };
        case 'quote':
          return { ...block, blocks: inEveryContainer(block.blocks, change) };
        case 'table':
          return {
            ...block,
            rows: block.rows.map((row) =>
              row.map((cell) => ({ ...cell, blocks: inEveryContainer(cell.blocks, change) })),
            ),
          };
        default:
          return block;
      }
    }),
  );
}

const indent = /^[ \t\r\n]*[\u00a0\u3000][ \t\r\n]*[\u00a0\u3000]/u;

/** Old sites write a whole page as one paragraph: two breaks, or a break and an indent, begin a new one. */
function divideAtIndents(paragraph: RawParagraph): readonly RawParagraph[] {
  const parts: RichInline[][] = [[]];
  const { inlines } = paragraph;
  for (const [index, inline] of inlines.entries()) {
    const next = inlines
      .slice(index + 1)
      .find((one) => one.kind === 'break' || one.text.trim() !== '' || indent.test(one.text));
    const divides =
      inline.kind === 'break' &&
      (next?.kind === 'break' || (next?.kind === 'text' && indent.test(next.text)));
    if (divides) parts.push([]);
    else parts.at(-1)?.push(inline);
  }
  return parts.map((part, index) => ({
    kind: 'paragraph',
    align: paragraph.align,
    inlines: cleanInlines(part),
    ...(index === 0 && paragraph.hint !== undefined ? { hint: paragraph.hint } : {}),
  }));
}

/** Paragraphs with clean words; empty ones are gone. */
export function divideParagraphs(blocks: readonly RawBlock[]): readonly RawBlock[] {
  return inEveryContainer(blocks, (run) =>
    run.flatMap((block): readonly RawBlock[] => {
      if (block.kind !== 'paragraph') return [block];
      return divideAtIndents(block).filter(({ inlines }) => inlines.length > 0);
    }),
  );
}

/** The words of a paragraph without their first `length` units. */
export function withoutOpening(inlines: readonly RichInline[], length: number): readonly RichInline[] {
  let left = length;
  return cleanInlines(
    inlines.flatMap((inline): RichInline[] => {
      if (left === 0) return [inline];
      if (inline.kind === 'break') {
        left -= 1;
        return [];
      }
      const gone = Math.min(left, inline.text.length);
      left -= gone;
      return gone === inline.text.length ? [] : [{ ...inline, text: inline.text.slice(gone) }];
    }),
  );
}

export function withOpening(text: string, inlines: readonly RichInline[]): readonly RichInline[] {
  return cleanInlines([{ kind: 'text', text, marks: inlines[0]?.marks ?? plainMarks }, ...inlines]);
}

export function wordsOfParagraph({ inlines }: RawParagraph): string {
  return textOfInlines(inlines);
}
