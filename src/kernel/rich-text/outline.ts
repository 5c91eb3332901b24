/** Headings of a body with anchors that stay when other headings come and go, and how much a body holds. */
import type { RichBlock, RichBody, RichFlow, RichHeadingLevel, RichInline } from './body.ts';
import { textOfInlines } from './clean-inlines.ts';
import { readPlainText } from './plain-text.ts';

export interface OutlineEntry {
  /** Index of the heading among the blocks of the body. */
  readonly block: number;
  readonly level: RichHeadingLevel;
  readonly title: string;
  /** Identifier of the heading on the page: made of its words, so that a link into the text outlives changes around it. */
  readonly anchor: string;
}

/** FNV-1a over UTF-16 units; only tells headings apart. */
function digestWords(words: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) {
    hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, '0');
}

/** The number before a heading changes when one is put in above it; the words stay. */
const numberBefore =
  /^(?:第[〇零一二三四五六七八九十百千\d]+[章节条编部分]+|[（(]?[〇零一二三四五六七八九十百\d]+[）)]?[、.．]?)[\s\u3000]*/u;

/** Headings in order. Two headings of the same words are told apart by their order. */
export function readOutline(body: RichBody): readonly OutlineEntry[] {
  const seen = new Map<string, number>();
  return body.flatMap((block, index): OutlineEntry[] => {
    if (block.kind !== 'heading') return [];
    const title = textOfInlines(block.inlines).replaceAll('\n', ' ');
    const digest = digestWords(title.replace(numberBefore, '') || title);
    const times = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, times);
    const anchor = times === 1 ? `h-${digest}` : `h-${digest}-${times}`;
    return [{ block: index, level: block.level, title, anchor }];
  });
}

export interface BodyCounts {
  /** Signs without blanks. */
  readonly characters: number;
  /** Chinese characters one by one, other words and figures by run: 字数 as office programs count. */
  readonly words: number;
  readonly paragraphs: number;
  readonly pictures: number;
  readonly tables: number;
  readonly links: number;
}

function inlinesOfFlow(blocks: readonly RichFlow[]): readonly RichInline[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.inlines;
    return block.kind === 'list' ? block.items.flatMap((item) => inlinesOfFlow(item)) : [];
  });
}

function inlinesOfBlock(block: RichBlock): readonly RichInline[] {
  switch (block.kind) {
    case 'heading':
      return block.inlines;
    case 'quote':
      return inlinesOfFlow(block.blocks);
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => inlinesOfFlow(cell.blocks)));
    default:
      return inlinesOfFlow([block]);
  }
}

function picturesOfFlow(blocks: readonly RichFlow[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'picture'
      ? [block.fileId]
      : block.kind === 'list'
        ? block.items.flatMap((item) => picturesOfFlow(item))
        : [],
  );
}

/** Identifiers of the files the body shows, in order, each once. */
export function listPictureFiles(body: RichBody): readonly string[] {
  const files = body.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
        return [];
      case 'quote':
        return picturesOfFlow(block.blocks);
      case 'table':
        return block.rows.flatMap((row) => row.flatMap((cell) => picturesOfFlow(cell.blocks)));
      default:
        return picturesOfFlow([block]);
    }
  });
  return [...new Set(files)];
}

/** Addresses the body links to, in order, each once. */
export function listBodyLinks(body: RichBody): readonly string[] {
  const links = body.flatMap((block) =>
    inlinesOfBlock(block).flatMap(({ marks }) => (marks.link === null ? [] : [marks.link])),
  );
  return [...new Set(links)];
}

/** How much a body holds. */
export function countBody(body: RichBody): BodyCounts {
  const { text, pieces } = readPlainText(body);
  return {
    characters: text.replace(/\s/gu, '').length,
    words:
      text.match(
        /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]+/gu,
      )?.length ?? 0,
    paragraphs: pieces.filter((piece) => piece.end > piece.start).length,
    pictures: listPictureFiles(body).length,
    tables: body.filter((block) => block.kind === 'table').length,
    links: listBodyLinks(body).length,
  };
}
