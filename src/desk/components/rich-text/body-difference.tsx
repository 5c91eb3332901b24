/** Draws what changed between two bodies: what went struck through, what came underlined, each also said in words. */
import { Fragment, type ReactNode } from 'react';
import type { RichBlock, RichBody } from '#kernel/rich-text/body.ts';
import type { WordPart } from '#kernel/rich-text/difference/compare-words.ts';
import { type BlockDifference, compareBodies, type LineDifference } from '#kernel/rich-text/difference.ts';
import { readPlainText } from '#kernel/rich-text/plain-text.ts';
import { readRichText } from '#kernel/rich-text/sanitise.ts';
import './body-difference.css';

export interface BodyDifferenceProps {
  /** Canonical markup. */
  readonly before: string;
  readonly after: string;
  /** Beside every changed block: the choice of a side, where one is asked for. */
  readonly beside?: (index: number) => ReactNode;
}

const asBody = (markup: string): RichBody => readRichText(markup).body;

export function BodyDifferenceView({ before, after, beside }: BodyDifferenceProps) {
  const { blocks, added, removed, changed } = compareBodies(asBody(before), asBody(after));
  if (added + removed + changed === 0) return <p className="quiet">正文没有改动。</p>;
  return (
    <div className="difference">
      <p className="quiet">
        改了{changed}段，加了{added}段，删了{removed}段。
      </p>
      {foldSame(blocks).map((part) =>
        'folded' in part ? (
          <p key={`f${part.index}`} className="difference-folded quiet">
            ……{part.folded}段没有改动……
          </p>
        ) : (
          <div key={part.index} className={`difference-block difference-${part.block.kind}`}>
            <div className="difference-words">
              <Block block={part.block} />
            </div>
            {part.block.kind === 'same' ? null : beside?.(part.index)}
          </div>
        ),
      )}
    </div>
  );
}

type Part =
  | { readonly index: number; readonly block: BlockDifference }
  | { readonly index: number; readonly folded: number };

/** Long stretches without change are folded; one block around each change stays to be read. */
function foldSame(blocks: readonly BlockDifference[]): readonly Part[] {
  const parts: Part[] = [];
  let folded = 0;
  for (const [index, block] of blocks.entries()) {
    const isNear = [blocks[index - 1], blocks[index + 1]].some(
      (one) => one !== undefined && one.kind !== 'same',
    );
    if (block.kind === 'same' && !isNear) {
      folded += 1;
      continue;
    }
    if (folded > 0) parts.push({ index: index - folded, folded });
    folded = 0;
    parts.push({ index, block });
  }
  if (folded > 0) parts.push({ index: blocks.length - folded, folded });
  return parts;
}

const kindNames: Readonly<Record<RichBlock['kind'], string>> = {
  paragraph: '段落',
  heading: '标题',
  list: '列表',
  table: '表格',
  picture: '图片',
  quote: '引用',
};

function wordsOfBlock(block: RichBlock): string {
  if (block.kind === 'picture')
    return `图片：${block.alt === '' ? '没有文字说明' : block.alt}${block.caption}`;
  return readPlainText([block]).text;
}

function Block({ block }: { readonly block: BlockDifference }) {
  switch (block.kind) {
    case 'same':
      return <p>{wordsOfBlock(block.after)}</p>;
    case 'added':
      return (
        <p>
          <Tag>{block.moved ? '移到这里' : '新增'}</Tag>
          <ins>{wordsOfBlock(block.after)}</ins>
        </p>
      );
    case 'removed':
      return (
        <p>
          <Tag>{block.moved ? '从这里移走' : '删除'}</Tag>
          <del>{wordsOfBlock(block.before)}</del>
        </p>
      );
    case 'changed': {
      const name =
        block.before.kind === block.after.kind
          ? kindNames[block.after.kind]
          : `${kindNames[block.before.kind]}改为${kindNames[block.after.kind]}`;
      return (
        <>
          {block.isLookOnly ? <Tag>{name}：文字未改，格式、链接或图片有变</Tag> : null}
          {block.lines === null ? (
            <p>
              <Words parts={block.words ?? []} />
            </p>
          ) : (
            <Lines lines={block.lines} />
          )}
        </>
      );
    }
  }
}

function Tag({ children }: { readonly children: ReactNode }) {
  return <span className="difference-tag">{children}</span>;
}

const lineWords: Readonly<Record<LineDifference['kind'], string>> = {
  same: '',
  added: '新增',
  removed: '删除',
  changed: '有改动',
};

function Lines({ lines }: { readonly lines: readonly LineDifference[] }) {
  return (
    <table className="difference-lines">
      <tbody>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one comparison never change places
          <tr key={index}>
            <td className="difference-line-kind">{lineWords[line.kind]}</td>
            {line.cells.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells of one comparison never change places
              <td key={column}>
                <Words parts={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Words({ parts }: { readonly parts: readonly WordPart[] }) {
  return (
    <>
      {parts.map(({ kind, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one comparison never change places
        <Fragment key={index}>
          {kind === 'same' ? text : kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>}
        </Fragment>
      ))}
    </>
  );
}
