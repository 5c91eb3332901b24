/**
 * Prints a body of the house on a page: headings with anchors, tables in frames of their own, pictures with their words.
 * Gets the body as data or as kept markup; prints what it understands, never the markup itself.
 */
import { Fragment, type ReactElement, type ReactNode } from 'react';
import type {
  RichAlign,
  RichBlock,
  RichBody,
  RichCell,
  RichFlow,
  RichInline,
  RichMarks,
  RichTable,
} from '#kernel/rich-text/body.ts';
import { type OutlineEntry, readOutline } from '#kernel/rich-text/outline.ts';
import { readPlainText } from '#kernel/rich-text/plain-text.ts';
import { readRichText } from '#kernel/rich-text/sanitise.ts';

export interface RichTextProps {
  readonly body: RichBody | string;
  /** Where the picture of a stored file is served; a picture without an address is shown by its words. */
  readonly pictureAddress: (fileId: string) => string | undefined;
  /** Before every anchor, where two bodies stand on one page. */
  readonly anchorPrefix?: string;
}

const asBody = (given: RichBody | string): RichBody =>
  typeof given === 'string' ? readRichText(given).body : given;

/** The text of an item. */
export function RichText({ body: given, pictureAddress, anchorPrefix = '' }: RichTextProps): ReactElement {
  const body = asBody(given);
  const anchors = new Map(readOutline(body).map((entry) => [entry.block, entry.anchor]));
  const tables = body.flatMap((block, index) => (block.kind === 'table' ? [index] : []));
  return (
    <div className="rich-text">
      {body.map((block, index) => {
        const anchor = anchors.get(index);
        return (
          <Block
            // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never reordered
            key={index}
            block={block}
            anchor={anchor === undefined ? undefined : anchorPrefix + anchor}
            tableNumber={tables.indexOf(index) + 1}
            pictureAddress={pictureAddress}
          />
        );
      })}
    </div>
  );
}

/** Headings of a body as ways into it; nothing where they are fewer than three. */
export function RichTextContents(props: {
  readonly body: RichBody | string;
  readonly anchorPrefix?: string;
}): ReactElement | null {
  const entries = readOutline(asBody(props.body));
  if (entries.length < 3) return null;
  const highest = Math.min(...entries.map((entry) => entry.level));
  return (
    <nav className="rich-text-contents" aria-label="本文目录">
      <ul>
        {entries.map((entry: OutlineEntry) => (
          <li key={entry.anchor} className={`contents-level-${entry.level - highest + 1}`}>
            <a href={`#${props.anchorPrefix ?? ''}${entry.anchor}`}>{entry.title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Pictures = Pick<RichTextProps, 'pictureAddress'>;

const alignClass = (align: RichAlign | null) => (align === null ? undefined : `align-${align}`);

function Block(
  props: Pictures & {
    readonly block: RichBlock;
    readonly anchor: string | undefined;
    readonly tableNumber: number;
  },
): ReactElement {
  const { block, anchor, pictureAddress } = props;
  switch (block.kind) {
    case 'heading': {
      const Tag = `h${block.level}` as const;
      return (
        <Tag id={anchor} className={alignClass(block.align)}>
          <Inlines inlines={block.inlines} />
        </Tag>
      );
    }
    case 'quote':
      return (
        <blockquote>
          <Flow blocks={block.blocks} pictureAddress={pictureAddress} />
        </blockquote>
      );
    case 'table':
      return <Table table={block} number={props.tableNumber} pictureAddress={pictureAddress} />;
    default:
      return <Flow blocks={[block]} pictureAddress={pictureAddress} />;
  }
}

function Flow({ blocks, pictureAddress }: Pictures & { readonly blocks: readonly RichFlow[] }): ReactElement {
  return (
    <>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never reordered
        <FlowBlock key={index} block={block} pictureAddress={pictureAddress} />
      ))}
    </>
  );
}

function FlowBlock({ block, pictureAddress }: Pictures & { readonly block: RichFlow }): ReactElement {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className={alignClass(block.align)}>
          <Inlines inlines={block.inlines} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never reordered
        <li key={index}>
          <Snug blocks={item} pictureAddress={pictureAddress} />
        </li>
      ));
      if (!block.ordered) return <ul>{items}</ul>;
      return <ol start={block.start === 1 ? undefined : block.start}>{items}</ol>;
    }
    case 'picture': {
      const address = pictureAddress(block.fileId);
      return (
        <figure>
          {address === undefined ? (
            <p className="picture-words">图片：{block.alt === '' ? '没有文字说明' : block.alt}</p>
          ) : (
            <img src={address} alt={block.alt} loading="lazy" decoding="async" />
          )}
          {block.caption === '' ? null : <figcaption>{block.caption}</figcaption>}
        </figure>
      );
    }
  }
}

/** A cell or item of one plain paragraph needs no paragraph around its words. */
function Snug({ blocks, pictureAddress }: Pictures & { readonly blocks: readonly RichFlow[] }): ReactElement {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph' || first.align !== null || rest.some((block) => block.kind !== 'list'))
    return <Flow blocks={blocks} pictureAddress={pictureAddress} />;
  return (
    <>
      <Inlines inlines={first.inlines} />
      <Flow blocks={rest} pictureAddress={pictureAddress} />
    </>
  );
}

function Table(props: Pictures & { readonly table: RichTable; readonly number: number }): ReactElement {
  const { caption, headRows, rows } = props.table;
  const row = (cells: readonly RichCell[], index: number, isHead: boolean) => (
    <tr key={index}>
      {cells.map((cell) => (
        <Cell key={cell.column} cell={cell} isHead={isHead} pictureAddress={props.pictureAddress} />
      ))}
    </tr>
  );
  return (
    <section
      className="table-frame"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by the keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label={caption === '' ? `正文表格${props.number}` : caption}
    >
      <table>
        {caption === '' ? null : <caption>{caption}</caption>}
        {headRows === 0 ? null : (
          <thead>{rows.slice(0, headRows).map((cells, index) => row(cells, index, true))}</thead>
        )}
        {headRows === rows.length ? null : (
          <tbody>{rows.slice(headRows).map((cells, index) => row(cells, index, false))}</tbody>
        )}
      </table>
    </section>
  );
}

const figure = /^[-+−±]?[¥￥]?[\d,，.\s]*\d[\d,，.]*\s?[%％‰]?$/u;

function Cell(props: Pictures & { readonly cell: RichCell; readonly isHead: boolean }): ReactElement {
  const { cell, isHead } = props;
  const spans = {
    colSpan: cell.columnSpan === 1 ? undefined : cell.columnSpan,
    rowSpan: cell.rowSpan === 1 ? undefined : cell.rowSpan,
  };
  const [first] = cell.blocks;
  const align = cell.blocks.length === 1 && first?.kind === 'paragraph' ? first.align : null;
  const isFigure = align === null && !cell.header && figure.test(readPlainText(cell.blocks).text);
  const className = isFigure ? 'figure' : alignClass(align);
  const inside =
    align === null || first?.kind !== 'paragraph' ? (
      <Snug blocks={cell.blocks} pictureAddress={props.pictureAddress} />
    ) : (
      <Inlines inlines={first.inlines} />
    );
  if (!cell.header)
    return (
      <td {...spans} className={className}>
        {inside}
      </td>
    );
  const wide = isHead ? cell.columnSpan > 1 : cell.rowSpan > 1;
  return (
    <th {...spans} className={className} scope={`${isHead ? 'col' : 'row'}${wide ? 'group' : ''}`}>
      {inside}
    </th>
  );
}

function Inlines({ inlines }: { readonly inlines: readonly RichInline[] }): ReactElement {
  return (
    <>
      {inlines.map((inline, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never reordered
        <Fragment key={index}>
          {inline.kind === 'break' ? <br /> : <Marked marks={inline.marks}>{inline.text}</Marked>}
        </Fragment>
      ))}
    </>
  );
}

function Marked({
  marks,
  children,
}: {
  readonly marks: RichMarks;
  readonly children: ReactNode;
}): ReactElement {
  const { link, strong, em, script: Script } = marks;
  let inside = Script === null ? <>{children}</> : <Script>{children}</Script>;
  if (em) inside = <em>{inside}</em>;
  if (strong) inside = <strong>{inside}</strong>;
  if (link === null) return inside;
  return (
    <a href={link} rel={/^https?:/u.test(link) ? 'noopener' : undefined}>
      {inside}
    </a>
  );
}

/** A body without pictures of its own, given as kept markup: a document of the library, a notice. */
export function RichTextBody({ html }: { readonly html: string }): ReactElement {
  return <RichText body={html} pictureAddress={() => undefined} />;
}
