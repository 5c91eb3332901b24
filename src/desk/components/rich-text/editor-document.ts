/** Turns a body of the house into the editor's document and back; what the editor cannot say in the house's form is put in order on the way. */
import type { JSONContent } from '@tiptap/core';
import { arrangeBody } from '#kernel/rich-text/arrange-body.ts';
import {
  plainMarks,
  type RichAlign,
  type RichBlock,
  type RichBody,
  type RichInline,
  type RichMarks,
} from '#kernel/rich-text/body.ts';
import { DroppedTally } from '#kernel/rich-text/dropped.ts';
import { acceptHref } from '#kernel/rich-text/links.ts';
import { isPicturePlaceholder } from '#kernel/rich-text/paste/pictures.ts';
import type { RawBlock, RawCell } from '#kernel/rich-text/raw-body.ts';
import { readRichText } from '#kernel/rich-text/sanitise.ts';
import { writeRichText } from '#kernel/rich-text/write-body.ts';

type Marks = NonNullable<JSONContent['marks']>;

function marksOf({ link, strong, em, script }: RichMarks): Marks {
  const marks: Marks = [];
  if (link !== null) marks.push({ type: 'link', attrs: { href: link } });
  if (strong) marks.push({ type: 'bold' });
  if (em) marks.push({ type: 'italic' });
  if (script !== null) marks.push({ type: script === 'sup' ? 'superscript' : 'subscript' });
  return marks;
}

function contentOfInlines(inlines: readonly RichInline[]): JSONContent[] {
  return inlines.map((inline) =>
    inline.kind === 'text'
      ? { type: 'text', text: inline.text, marks: marksOf(inline.marks) }
      : { type: 'hardBreak', marks: marksOf(inline.marks) },
  );
}

const emptyLine: JSONContent = { type: 'paragraph' };

/** An item of the editor begins with a paragraph. */
function withOpeningLine(blocks: JSONContent[]): JSONContent[] {
  return blocks[0]?.type === 'paragraph' ? blocks : [emptyLine, ...blocks];
}

function nodeOfBlock(block: RichBlock): JSONContent {
  switch (block.kind) {
    case 'paragraph':
      return { type: 'paragraph', attrs: { align: block.align }, content: contentOfInlines(block.inlines) };
    case 'heading':
      return {
        type: 'heading',
        attrs: { level: block.level, align: block.align },
        content: contentOfInlines(block.inlines),
      };
    case 'list': {
      const content = block.items.map((item) => ({
        type: 'listItem',
        content: withOpeningLine(item.map(nodeOfBlock)),
      }));
      return block.ordered
        ? { type: 'orderedList', attrs: { start: block.start }, content }
        : { type: 'bulletList', content };
    }
    case 'picture':
      return { type: 'picture', attrs: { fileId: block.fileId, alt: block.alt, caption: block.caption } };
    case 'quote':
      return { type: 'blockquote', content: block.blocks.map(nodeOfBlock) };
    case 'table':
      return {
        type: 'table',
        attrs: { caption: block.caption },
        content: block.rows.map((row) => ({
          type: 'tableRow',
          content: row.map((cell) => ({
            type: cell.header ? 'tableHeader' : 'tableCell',
            attrs: { colspan: cell.columnSpan, rowspan: cell.rowSpan },
            content: cell.blocks.map(nodeOfBlock),
          })),
        })),
      };
  }
}

/** Nodes for a body. */
export function nodesOfBody(body: RichBody): JSONContent[] {
  return body.map(nodeOfBlock);
}

/** The editor's document for a body; an empty one has a line to write in. */
export function documentOfBody(given: RichBody | string): JSONContent {
  const body = typeof given === 'string' ? readRichText(given).body : given;
  return { type: 'doc', content: body.length === 0 ? [emptyLine] : nodesOfBody(body) };
}

const childrenOf = (node: JSONContent): readonly JSONContent[] => node.content ?? [];

function attributeOfNode(node: JSONContent, name: string): unknown {
  return node.attrs?.[name];
}

function textAttribute(node: JSONContent, name: string): string {
  const value = attributeOfNode(node, name);
  return typeof value === 'string' ? value : '';
}

function figureAttribute(node: JSONContent, name: string): number {
  const value = attributeOfNode(node, name);
  return typeof value === 'number' ? value : 1;
}

function alignOfNode(node: JSONContent): RichAlign | null {
  const align = attributeOfNode(node, 'align');
  return align === 'center' || align === 'right' ? align : null;
}

function readMarks(marks: JSONContent['marks'] = []): RichMarks {
  const link = marks.find(({ type }) => type === 'link');
  const href: unknown = link?.attrs?.href;
  const has = (name: string) => marks.some(({ type }) => type === name);
  return {
    link: typeof href === 'string' ? (acceptHref(href) ?? null) : null,
    strong: has('bold'),
    em: has('italic'),
    script: has('superscript') ? 'sup' : has('subscript') ? 'sub' : null,
  };
}

function readInlines(node: JSONContent): RichInline[] {
  return childrenOf(node).map((inline) =>
    inline.type === 'hardBreak'
      ? { kind: 'break', marks: plainMarks }
      : { kind: 'text', text: inline.text ?? '', marks: readMarks(inline.marks) },
  );
}

function rawOfNode(node: JSONContent): RawBlock[] {
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', align: alignOfNode(node), inlines: readInlines(node) }];
    case 'heading':
      return [
        {
          kind: 'heading',
          level: figureAttribute(node, 'level'),
          align: alignOfNode(node),
          inlines: readInlines(node),
        },
      ];
    case 'bulletList':
    case 'orderedList':
      return [
        {
          kind: 'list',
          ordered: node.type === 'orderedList',
          start: figureAttribute(node, 'start'),
          items: childrenOf(node).map((item) => childrenOf(item).flatMap(rawOfNode)),
        },
      ];
    case 'picture': {
      const fileId = textAttribute(node, 'fileId');
      // Its bytes are still on their way.
      if (isPicturePlaceholder(fileId)) return [];
      return [
        { kind: 'picture', fileId, alt: textAttribute(node, 'alt'), caption: textAttribute(node, 'caption') },
      ];
    }
    case 'blockquote':
      return [{ kind: 'quote', blocks: childrenOf(node).flatMap(rawOfNode) }];
    case 'table':
      return [
        {
          kind: 'table',
          caption: textAttribute(node, 'caption'),
          rows: childrenOf(node).map((row) => childrenOf(row).map(rawOfCell)),
        },
      ];
    default:
      return childrenOf(node).flatMap(rawOfNode);
  }
}

function rawOfCell(cell: JSONContent): RawCell {
  return {
    header: cell.type === 'tableHeader',
    columnSpan: figureAttribute(cell, 'colspan'),
    rowSpan: figureAttribute(cell, 'rowspan'),
    blocks: childrenOf(cell).flatMap(rawOfNode),
  };
}

/** The body an editor's document stands for. */
export function bodyOfDocument(document: JSONContent): RichBody {
  return arrangeBody(rawOfNode(document), new DroppedTally());
}

/** Its canonical markup: what is saved. */
export function markupOfDocument(document: JSONContent): string {
  return writeRichText(bodyOfDocument(document));
}
