/** Reads parsed markup as raw blocks: what is a paragraph, a list, a table, a picture, and what has no place in a body. */
import { plainMarks, type RichAlign, type RichInline, type RichMarks } from './body.ts';
import type { DroppedTally } from './dropped.ts';
import { acceptHref } from './links.ts';
import {
  isHiddenMarkup,
  isMarkupElement,
  isMarkupText,
  type MarkupElement,
  type MarkupParent,
  markupAttribute,
  readAlign,
  readMarks,
  readStyle,
} from './markup-look.ts';
import type { ParagraphHint, RawBlock, RawCell, RawTable } from './raw-body.ts';

const words = (list: string) => new Set(list.split(' '));
/** Gone with all they hold. */
const active = words(
  'script style template noscript iframe frame frameset object embed applet svg math video audio canvas select datalist textarea button input head title meta link base xml noembed noframes plaintext',
);
const blockTags = words(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul caption optgroup option',
);
const known = words('a b strong i em dfn cite sup sub br img span font u ins small big mark');
const quiet = words('href data-file alt colspan rowspan scope start data-align');
const deepest = 100;

/** What reading for paste knows more than reading what the house keeps. */
export interface MarkupHabits {
  /** What the program says about a paragraph; asked for every paragraph element. */
  readonly hintOf: (element: MarkupElement) => ParagraphHint | undefined;
  /** Elements that hold nothing of the text: the drawn number of an automatic list. */
  readonly isFurniture: (element: MarkupElement, style: ReadonlyMap<string, string>) => boolean;
}

export const noHabits: MarkupHabits = { hintOf: () => undefined, isFurniture: () => false };

interface Look {
  readonly marks: RichMarks;
  readonly align: RichAlign | null;
  readonly heading: number | null;
  readonly isPreformatted: boolean;
  readonly depth: number;
  readonly hint: ParagraphHint | undefined;
}

/** All text inside; walks without recursion, for markup nested beyond reason. */
function textInside(parent: MarkupParent): string {
  const open = parent.childNodes.toReversed();
  let text = '';
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isMarkupText(node)) text += node.value;
    else if (isMarkupElement(node) && !active.has(node.tagName)) {
      for (const child of node.childNodes.toReversed()) open.push(child);
    }
  }
  return text;
}

/** Blocks of one container while they are gathered. */
class Gathering {
  readonly blocks: RawBlock[] = [];
  inlines: RichInline[] = [];

  flush({ align, heading, hint }: Look): void {
    const { inlines } = this;
    this.inlines = [];
    if (!inlines.some((inline) => inline.kind === 'text')) return;
    if (heading !== null) this.blocks.push({ kind: 'heading', level: heading, align, inlines });
    else this.blocks.push({ kind: 'paragraph', align, inlines, ...(hint === undefined ? {} : { hint }) });
  }
}

export class MarkupReader {
  readonly #tally: DroppedTally;
  readonly #habits: MarkupHabits;

  constructor(tally: DroppedTally, habits: MarkupHabits = noHabits) {
    this.#tally = tally;
    this.#habits = habits;
  }

  read(root: MarkupParent): RawBlock[] {
    return this.#blocksIn(root, {
      marks: plainMarks,
      align: null,
      heading: null,
      isPreformatted: false,
      depth: 0,
      hint: undefined,
    });
  }

  #blocksIn(parent: MarkupParent, look: Look): RawBlock[] {
    const gathering = new Gathering();
    this.#walk(parent, look, gathering);
    gathering.flush(look);
    return gathering.blocks;
  }

  #walk(parent: MarkupParent, look: Look, into: Gathering): void {
    for (const node of parent.childNodes) {
      if (isMarkupText(node)) this.#text(node.value, look, into);
      if (isMarkupElement(node)) this.#element(node, look, into);
    }
  }

  #text(text: string, { marks, isPreformatted }: Look, into: Gathering): void {
    if (!isPreformatted) {
      into.inlines.push({ kind: 'text', text, marks });
      return;
    }
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) into.inlines.push({ kind: 'break', marks });
      into.inlines.push({ kind: 'text', text: line, marks });
    }
  }

  #element(element: MarkupElement, look: Look, into: Gathering): void {
    const { tagName } = element;
    if (active.has(tagName)) {
      this.#tally.note('active', tagName);
      return;
    }
    if (tagName === 'del' || tagName === 's' || tagName === 'strike') {
      this.#tally.note('deleted', tagName);
      return;
    }
    const style = readStyle(element);
    if (this.#habits.isFurniture(element, style)) return;
    if (this.#isHidden(element, style)) return;
    this.#noteStrange(element);
    if (tagName === 'br') {
      into.inlines.push({ kind: 'break', marks: look.marks });
      return;
    }
    if (look.depth >= deepest) {
      this.#text(textInside(element), look, into);
      return;
    }
    const align = readAlign(element, style);
    const inner: Look = {
      ...look,
      depth: look.depth + 1,
      marks: readMarks(element, style, this.#linked(element, look.marks)),
      align: align === undefined ? look.align : align,
    };
    if (tagName === 'img') this.#picture(element, '', look, into);
    else if (!blockTags.has(tagName)) this.#walk(element, inner, into);
    else {
      into.flush(look);
      this.#block(element, inner, into);
    }
  }

  #block(element: MarkupElement, look: Look, into: Gathering): void {
    const { tagName } = element;
    switch (tagName) {
      case 'hr':
        return;
      case 'table':
        into.blocks.push(this.#table(element, { ...look, heading: null, hint: undefined }));
        return;
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        this.#list(element, { ...look, heading: null, hint: undefined }, into);
        return;
      case 'blockquote':
        into.blocks.push({ kind: 'quote', blocks: this.#blocksIn(element, look) });
        return;
      case 'figure':
        this.#figure(element, look, into);
        return;
      default: {
        const level = /^h([1-6])$/u.exec(tagName)?.[1];
        const own: Look = {
          ...look,
          heading: level === undefined ? look.heading : Number(level),
          isPreformatted: look.isPreformatted || tagName === 'pre',
          hint: this.#habits.hintOf(element) ?? look.hint,
          marks: tagName === 'dt' ? { ...look.marks, strong: true } : look.marks,
        };
        this.#walk(element, own, into);
        into.flush(own);
      }
    }
  }

  #linked(element: MarkupElement, around: RichMarks): RichMarks {
    const href = element.tagName === 'a' ? markupAttribute(element, 'href') : undefined;
    if (href === undefined) return around;
    const link = acceptHref(href);
    if (link === undefined) this.#tally.note('link', href);
    return { ...around, link: link ?? null };
  }

  #picture(element: MarkupElement, caption: string, look: Look, into: Gathering): void {
    into.flush(look);
    const source = markupAttribute(element, 'data-src') ?? markupAttribute(element, 'src');
    into.blocks.push({
      kind: 'picture',
      fileId: markupAttribute(element, 'data-file') ?? '',
      alt: markupAttribute(element, 'alt') ?? '',
      caption,
      ...(source === undefined ? {} : { source }),
    });
  }

  #figure(element: MarkupElement, look: Look, into: Gathering): void {
    const parts = element.childNodes.filter(isMarkupElement);
    const picture = parts.find((part) => part.tagName === 'img');
    const caption = parts.find((part) => part.tagName === 'figcaption');
    if (picture !== undefined)
      this.#picture(picture, caption === undefined ? '' : textInside(caption), look, into);
    const taken = picture === undefined ? [] : [picture, caption];
    const childNodes = element.childNodes.filter((node) => !taken.some((part) => part === node));
    this.#walk({ ...element, childNodes }, look, into);
    into.flush(look);
  }

  #list(element: MarkupElement, look: Look, into: Gathering): void {
    const items: RawBlock[][] = [];
    for (const node of element.childNodes) {
      const isItem = isMarkupElement(node) && node.tagName === 'li';
      if (isItem) {
        const style = readStyle(node);
        if (!this.#isHidden(node, style)) {
          const align = readAlign(node, style);
          items.push(this.#blocksIn(node, { ...look, align: align === undefined ? look.align : align }));
        }
      } else {
        const loose = this.#blocksIn({ ...element, childNodes: [node] }, look);
        if (loose.length > 0) items.push(loose);
      }
    }
    const start = Number(markupAttribute(element, 'start') ?? '1');
    into.blocks.push({ kind: 'list', ordered: element.tagName === 'ol', start, items });
  }

  #table(element: MarkupElement, look: Look): RawTable {
    const rows: RawCell[][] = [];
    let caption = '';
    const readRow = (row: MarkupElement, inHead: boolean) => {
      const cells: RawCell[] = [];
      for (const cell of row.childNodes.filter(isMarkupElement)) {
        if (cell.tagName === 'td' || cell.tagName === 'th') {
          const read = this.#cell(cell, look, inHead);
          if (read !== undefined) cells.push(read);
        }
      }
      rows.push(cells);
    };
    const readPart = (part: MarkupElement, inHead: boolean) => {
      for (const child of part.childNodes.filter(isMarkupElement)) {
        if (this.#isHidden(child, readStyle(child))) continue;
        if (child.tagName === 'tr') readRow(child, inHead);
        else if (child.tagName === 'caption') caption = textInside(child);
        else if (/^t(?:head|body|foot)$/u.test(child.tagName)) readPart(child, child.tagName === 'thead');
      }
    };
    readPart(element, false);
    return { kind: 'table', caption, rows };
  }

  #cell(cell: MarkupElement, look: Look, inHead: boolean): RawCell | undefined {
    const style = readStyle(cell);
    if (this.#isHidden(cell, style)) return undefined;
    this.#noteStrange(cell);
    const align = readAlign(cell, style);
    const inner: Look = {
      ...look,
      depth: look.depth + 1,
      marks: readMarks(cell, style, { ...look.marks, strong: false }),
      align: align === undefined ? null : align,
    };
    return {
      header: inHead || cell.tagName === 'th',
      columnSpan: Number(markupAttribute(cell, 'colspan') ?? '1'),
      rowSpan: Number(markupAttribute(cell, 'rowspan') ?? '1'),
      blocks: this.#blocksIn(cell, inner),
    };
  }

  #isHidden(element: MarkupElement, style: ReadonlyMap<string, string>): boolean {
    if (!isHiddenMarkup(element, style)) return false;
    if (textInside(element).trim() !== '') this.#tally.note('hidden', element.tagName);
    return true;
  }

  #noteStrange({ tagName, attrs }: MarkupElement): void {
    if (!blockTags.has(tagName) && !known.has(tagName)) this.#tally.note('element', tagName);
    for (const { name } of attrs) if (!quiet.has(name)) this.#tally.note('attribute', name);
  }
}
