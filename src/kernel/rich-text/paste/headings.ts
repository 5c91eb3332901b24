/** Headings of pasted text: by the outline of the program, by the tags of a page, by numbering only when asked. */
import type { RawBlock } from '../raw-body.ts';
import { withOpening, wordsOfParagraph } from './paragraphs.ts';

const longestHeading = 50;
/** Deeper outline levels are numbered paragraphs in official documents, not headings. */
const deepestOutline = 3;
const numbered: readonly (readonly [RegExp, number])[] = [
  [/^第[〇零一二三四五六七八九十百]+[编章][\s\u3000]*\S/u, 2],
  [/^第[〇零一二三四五六七八九十百]+节[\s\u3000]*\S/u, 3],
  [/^[一二三四五六七八九十]{1,3}、\S/u, 2],
  [/^[（(][一二三四五六七八九十]{1,3}[）)]\S/u, 3],
];

/** The level a line numbered 一、 （一） 第一章 would have as a heading; undefined for everything else. */
export function headingLevelByNumber(words: string): number | undefined {
  if (words.length > longestHeading || /[。；：，,;]$/u.test(words) || words.includes('\n')) return undefined;
  // A heading that goes on as a sentence is the opening of a paragraph.
  if (words.includes('。')) return undefined;
  return numbered.find(([pattern]) => pattern.test(words))?.[1];
}

export interface HeadingChoice {
  /** The markup was written by an office program, whose first level is the document's first below its title. */
  readonly isOffice: boolean;
  /** 一、 （一） 第一章 make headings. */
  readonly byNumber: boolean;
}

/** Blocks of a paste with their headings; the page's own title is not part of a body, so the first level is h2. */
export function findHeadings(blocks: readonly RawBlock[], choice: HeadingChoice): readonly RawBlock[] {
  const hasFirst = blocks.some((block) => block.kind === 'heading' && block.level === 1);
  const down = choice.isOffice || hasFirst ? 1 : 0;
  return blocks.map((block): RawBlock => {
    if (block.kind === 'heading') return { ...block, level: block.level + down };
    if (block.kind !== 'paragraph') return block;
    const { align, inlines, hint } = block;
    if (hint?.outline !== undefined && hint.outline <= deepestOutline) {
      const label = hint.label;
      const words =
        label?.isBullet === false && /^\d/u.test(label.text)
          ? withOpening(`${label.text} `, inlines)
          : inlines;
      return { kind: 'heading', level: hint.outline + 1, align, inlines: words };
    }
    const level = choice.byNumber ? headingLevelByNumber(wordsOfParagraph(block)) : undefined;
    return level === undefined ? block : { kind: 'heading', level, align, inlines };
  });
}
