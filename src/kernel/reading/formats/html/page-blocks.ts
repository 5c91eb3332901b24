/** Walks a page and gathers paragraphs and tables as a reader sees them. */
import type { SourceBlock, SourceParagraph, SourcePlace } from '../../source.ts';
import { cleanText } from '../clean-text.ts';
import { type FormatRun, SourceRefused } from '../format-run.ts';
import { appendTo } from '../many-values.ts';
import { formatListNumber } from '../number-format.ts';
import { blocksOfPlainText } from '../plain-text.ts';
import { contentOfFrame, TableGrid, textOfCellBlocks } from '../table-grid.ts';
import {
  attributeOf,
  holdsNoText,
  isBoldElement,
  isCentredElement,
  isElementParent,
  isHiddenElement,
  isPageElement,
  isPageText,
  lineOfElement,
  type PageElement,
  type PageNode,
  type PageParent,
} from './page-tree.ts';

const blockTags = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);
const widestSpan = 1000;
const listFormats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

interface PageLook {
  readonly centred: boolean;
  readonly bold: boolean;
  readonly heading: number | undefined;
  readonly depth: number;
  readonly cell: string | undefined;
  readonly linked: boolean;
}

/** Gathers inline text until a block ends. */
class ParagraphBuffer {
  text = '';
  bold = 0;
  plain = 0;
  linked = 0;
  line = 0;
  label: string | undefined;

  add(text: string, look: PageLook, line: number): void {
    const seen = text.replace(/\s/gu, '').length;
    if (seen > 0 && this.text.trim() === '') this.line = line;
    this.text += text;
    if (look.bold) this.bold += seen;
    else this.plain += seen;
    if (look.linked) this.linked += seen;
  }
}

/** Line breaks of the markup mean nothing; between Chinese characters they are not even a blank. */
function collapseMarkupBlanks(text: string): string {
  return text
    .replace(
      /(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\r\n\f]*[\r\n][ \t\r\n\f]*(?=[\u3000-\u9fff\uff00-\uffef])/gu,
      '',
    )
    .replace(/[ \t\r\n\f]+/gu, ' ');
}

export class PageReading {
  readonly #run: FormatRun;
  #tables = 0;

  constructor(run: FormatRun) {
    this.#run = run;
  }

  async read(root: PageParent): Promise<SourceBlock[]> {
    const look: PageLook = {
      centred: false,
      bold: false,
      heading: undefined,
      depth: 0,
      cell: undefined,
      linked: false,
    };
    return this.#blocksIn(root, look);
  }

  async #blocksIn(parent: PageParent, look: PageLook): Promise<SourceBlock[]> {
    const blocks: SourceBlock[] = [];
    const buffer = { current: new ParagraphBuffer() };
    await this.#walk(parent, look, blocks, buffer);
    this.#flush(blocks, buffer, look);
    return blocks;
  }

  #flush(blocks: SourceBlock[], buffer: { current: ParagraphBuffer }, look: PageLook): void {
    const gathered = buffer.current;
    buffer.current = new ParagraphBuffer();
    const text = cleanText(gathered.text);
    if (text === '' && gathered.label === undefined) return;
    // Outside tables, text that is nothing but links is navigation.
    const isLinks = gathered.linked > 0 && gathered.linked === gathered.bold + gathered.plain;
    if (look.cell === undefined && isLinks && !this.#run.gathersAsides) return;
    const place: SourcePlace = {
      line: gathered.line,
      ...(look.cell === undefined ? {} : { cell: look.cell }),
    };
    const paragraph: SourceParagraph = {
      kind: 'paragraph',
      text,
      place,
      ...(look.heading === undefined ? {} : { headingLevel: look.heading }),
      ...(look.centred ? { centred: true } : {}),
      ...(gathered.bold > 0 && gathered.plain === 0 ? { bold: true } : {}),
      ...(gathered.label === undefined ? {} : { listLabel: gathered.label }),
    };
    blocks.push(paragraph);
  }

  async #walk(
    parent: PageParent,
    look: PageLook,
    blocks: SourceBlock[],
    buffer: { current: ParagraphBuffer },
  ): Promise<void> {
    if (look.depth > this.#run.limits.depth) throw new SourceRefused('damaged', { cause: '标签嵌套过深' });
    let listNumber = isElementParent(parent) ? Number(attributeOf(parent, 'start') ?? '1') : 1;
    for (const node of parent.childNodes) {
      if (isPageText(node)) buffer.current.add(collapseMarkupBlanks(node.value), look, lineOfElement(node));
      if (!isPageElement(node) || holdsNoText(node, this.#run.gathersAsides)) continue;
      await this.#run.breathe();
      if (isHiddenElement(node)) {
        this.#run.note('hiddenText', '网页中有隐藏的内容，没有读取。');
        this.#run.aside('hiddenText', wholeText(node), { line: lineOfElement(node) });
        continue;
      }
      if (node.tagName === 'br') {
        if (look.cell !== undefined || look.heading !== undefined)
          buffer.current.add('\n', look, lineOfElement(node));
        else this.#flush(blocks, buffer, look);
        continue;
      }
      const inner: PageLook = {
        ...look,
        depth: look.depth + 1,
        bold: isBoldElement(node) ?? look.bold,
        linked: look.linked || node.tagName === 'a',
      };
      if (!blockTags.has(node.tagName)) {
        await this.#walk(node, inner, blocks, buffer);
        continue;
      }
      this.#flush(blocks, buffer, look);
      if (node.tagName === 'table') appendTo(blocks, await this.#table(node, inner));
      else if (node.tagName === 'pre') appendTo(blocks, await blocksOfPlainText(wholeText(node), this.#run));
      else {
        const block: PageLook = {
          ...inner,
          centred: isCentredElement(node) ?? look.centred,
          heading: /^h[1-6]$/u.test(node.tagName) ? Number(node.tagName[1]) : look.heading,
        };
        if (node.tagName === 'li') buffer.current.label = listLabel(parent, listNumber++);
        await this.#walk(node, block, blocks, buffer);
        this.#flush(blocks, buffer, block);
      }
    }
  }

  async #table(element: PageElement, look: PageLook): Promise<SourceBlock[]> {
    this.#tables++;
    const name = `table ${this.#tables}`;
    const grid = new TableGrid({ cell: name, line: lineOfElement(element) });
    const contents: SourceBlock[][] = [];
    const caption = element.childNodes.filter(isPageElement).find((child) => child.tagName === 'caption');
    const before = caption === undefined ? [] : await this.#blocksIn(caption, { ...look, centred: true });
    /** Columns whose cell reaches further down, with the rows still to come. */
    const reaching = new Map<number, number>();
    for (const row of rowsOfTable(element)) {
      if (isHiddenElement(row.element)) {
        this.#run.note('hiddenRows', '表格中有隐藏的行，没有读取。');
        this.#run.aside('hiddenText', wholeText(row.element), { line: lineOfElement(row.element) });
        continue;
      }
      const rowName = `${name} R${grid.rowCount + 1}`;
      grid.beginRow({ cell: rowName, line: lineOfElement(row.element) }, row.inHead);
      let column = 0;
      const standing = new Map(reaching);
      for (const cell of row.element.childNodes.filter(isPageElement)) {
        if ((cell.tagName !== 'td' && cell.tagName !== 'th') || isHiddenElement(cell)) continue;
        while ((standing.get(column) ?? 0) > 0) column++;
        const cellName = `${rowName}C${column + 1}`;
        const cellLook = {
          ...look,
          depth: look.depth + 1,
          cell: cellName,
          bold: isBoldElement(cell) ?? false,
        };
        const blocks = await this.#blocksIn(cell, cellLook);
        contents.push(blocks);
        const wanted = spanAttribute(cell, 'colspan');
        let columnSpan = 1;
        while (columnSpan < wanted && (standing.get(column + columnSpan) ?? 0) === 0) columnSpan++;
        const rowSpan = spanAttribute(cell, 'rowspan');
        grid.addCell(textOfCellBlocks(blocks), column, columnSpan, {
          cell: cellName,
          line: lineOfElement(cell),
        });
        for (let at = column; at < column + columnSpan; at++) reaching.set(at, rowSpan);
        column += columnSpan;
      }
      for (const [at, rows] of standing) if (rows > 0) grid.continueCell(at);
      for (const [at, rows] of reaching) reaching.set(at, Math.max(rows - 1, 0));
    }
    const table = grid.table(true);
    return [...before, ...(contentOfFrame(contents, table.columnCount) ?? [table])];
  }
}

/** All text inside an element, whatever its markup says of it. Walks without recursion: hidden parts nest as they like. */
export function wholeText(parent: PageParent): string {
  const open: PageNode[] = parent.childNodes.toReversed();
  let text = '';
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isPageText(node)) text += node.value;
    else if (isPageElement(node)) {
      if (node.tagName === 'br') text += '\n';
      for (let at = node.childNodes.length - 1; at >= 0; at--) {
        const child = node.childNodes[at];
        if (child !== undefined) open.push(child);
      }
    }
  }
  return text;
}

function spanAttribute(cell: PageElement, name: 'colspan' | 'rowspan'): number {
  const span = Number(attributeOf(cell, name) ?? '1');
  return Number.isInteger(span) && span >= 1 ? Math.min(span, widestSpan) : 1;
}

function rowsOfTable(table: PageElement): { element: PageElement; inHead: boolean }[] {
  return table.childNodes.filter(isPageElement).flatMap((part) => {
    if (part.tagName === 'tr') return [{ element: part, inHead: false }];
    if (!/^(?:thead|tbody|tfoot)$/u.test(part.tagName) || isHiddenElement(part)) return [];
    const rows = part.childNodes.filter(isPageElement).filter((row) => row.tagName === 'tr');
    return rows.map((element) => ({ element, inHead: part.tagName === 'thead' }));
  });
}

function listLabel(parent: PageParent, number: number): string | undefined {
  if (!isElementParent(parent)) return undefined;
  if (/list-style(?:-type)?:\s*none/iu.test(attributeOf(parent, 'style') ?? '')) return undefined;
  if (parent.tagName !== 'ol') return '•';
  return `${formatListNumber(number, listFormats[attributeOf(parent, 'type') ?? ''] ?? 'decimal')}.`;
}
