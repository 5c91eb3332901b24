/** Writes a body as markup, always in the same way: equal bodies are equal bytes, so that a hash can be compared. */
import type { RichBlock, RichBody, RichCell, RichInline, RichMarks, RichTable } from './body.ts';

/** Text between tags or inside quoted attributes. */
export function escapeRichText(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) =>
    sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : '&quot;',
  );
}

/** Outermost first; the order is part of the format. */
const layers: readonly ((marks: RichMarks) => readonly [open: string, close: string] | undefined)[] = [
  ({ link }) => (link === null ? undefined : [`<a href="${escapeRichText(link)}">`, '</a>']),
  ({ strong }) => (strong ? ['<strong>', '</strong>'] : undefined),
  ({ em }) => (em ? ['<em>', '</em>'] : undefined),
  ({ script }) => (script === null ? undefined : [`<${script}>`, `</${script}>`]),
];

function writeLayer(inlines: readonly RichInline[], depth: number): string {
  const layer = layers[depth];
  if (layer === undefined) {
    return inlines.map((inline) => (inline.kind === 'text' ? escapeRichText(inline.text) : '<br>')).join('');
  }
  let html = '';
  for (let from = 0; from < inlines.length; ) {
    const tag = layer(inlines[from]?.marks ?? noMarks);
    let to = from + 1;
    while (to < inlines.length && layer(inlines[to]?.marks ?? noMarks)?.[0] === tag?.[0]) to++;
    const inside = writeLayer(inlines.slice(from, to), depth + 1);
    html += tag === undefined ? inside : tag[0] + inside + tag[1];
    from = to;
  }
  return html;
}

const noMarks: RichMarks = { link: null, strong: false, em: false, script: null };

function writeCell(cell: RichCell, inHead: boolean): string {
  const scope = inHead ? (cell.columnSpan > 1 ? 'colgroup' : 'col') : cell.rowSpan > 1 ? 'rowgroup' : 'row';
  const attributes = [
    cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '',
    cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '',
    cell.header ? ` scope="${scope}"` : '',
  ].join('');
  const tag = cell.header ? 'th' : 'td';
  return `<${tag}${attributes}>${cell.blocks.map(writeBlock).join('')}</${tag}>`;
}

function writeTable({ caption, headRows, rows }: RichTable): string {
  const write = (part: readonly (readonly RichCell[])[], inHead: boolean) =>
    part.map((row) => `<tr>${row.map((cell) => writeCell(cell, inHead)).join('')}</tr>`).join('');
  const head = rows.slice(0, headRows);
  const body = rows.slice(headRows);
  return [
    '<table>',
    caption === '' ? '' : `<caption>${escapeRichText(caption)}</caption>`,
    head.length === 0 ? '' : `<thead>${write(head, true)}</thead>`,
    body.length === 0 ? '' : `<tbody>${write(body, false)}</tbody>`,
    '</table>',
  ].join('');
}

function writeBlock(block: RichBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading': {
      const tag = block.kind === 'paragraph' ? 'p' : `h${block.level}`;
      const align = block.align === null ? '' : ` data-align="${block.align}"`;
      return `<${tag}${align}>${writeLayer(block.inlines, 0)}</${tag}>`;
    }
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const start = block.ordered && block.start !== 1 ? ` start="${block.start}"` : '';
      const items = block.items.map((item) => `<li>${item.map(writeBlock).join('')}</li>`).join('');
      return `<${tag}${start}>${items}</${tag}>`;
    }
    case 'picture': {
      const caption = block.caption === '' ? '' : `<figcaption>${escapeRichText(block.caption)}</figcaption>`;
      return `<figure><img data-file="${block.fileId}" alt="${escapeRichText(block.alt)}">${caption}</figure>`;
    }
    case 'quote':
      return `<blockquote>${block.blocks.map(writeBlock).join('')}</blockquote>`;
    case 'table':
      return writeTable(block);
  }
}

/** The canonical markup of a body that `arrangeBody` has put in order. */
export function writeRichText(body: RichBody): string {
  return body.map(writeBlock).join('');
}
