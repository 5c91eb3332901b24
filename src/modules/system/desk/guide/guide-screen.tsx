/** The officers' guide on the desk, from the same text as the printed one. */
import type { ReactNode } from 'react';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import guide from '../../../../../docs/officer-guide.zh-CN.md?raw';
import { type GuideBlock, readGuide } from './guide-blocks.ts';
import './guide-screen.css';

const pictures = import.meta.glob<string>('../../../../../docs/**/*.png', {
  eager: true,
  query: '?url',
  import: 'default',
});
const docsFolder = '../../../../../docs/';

const blocks = readGuide(guide).filter((block) => block.kind !== 'heading' || block.level > 1);
const chapters = blocks.flatMap((block) =>
  block.kind === 'heading' && block.level === 2 ? [block.text] : [],
);

export function GuideScreen() {
  return (
    <>
      <PageHeader title="工作人员手册" />
      <div className="guide">
        <nav aria-label="手册目录">
          <ol>
            {chapters.map((chapter) => (
              <li key={chapter}>
                <a href={`#${anchorOf(chapter)}`}>{chapter}</a>
              </li>
            ))}
          </ol>
        </nav>
        <article>
          {blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text of the guide never changes while it is shown
            <Block key={at} block={block} />
          ))}
        </article>
      </div>
    </>
  );
}

function anchorOf(heading: string): string {
  return `guide-${heading.replace(/\s+/g, '')}`;
}

function Block({ block }: { readonly block: GuideBlock }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2 id={anchorOf(block.text)}>{block.text}</h2> : <h3>{block.text}</h3>;
    case 'paragraph':
      return <p>{inline(block.text)}</p>;
    case 'code':
      return <pre>{block.text}</pre>;
    case 'picture': {
      const address = pictures[docsFolder + block.path];
      return address === undefined ? null : <img src={address} alt={block.words} loading="lazy" />;
    }
    case 'list': {
      const items = block.items.map((item) => <li key={item}>{inline(item)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <GuideTable head={block.head} rows={block.rows} />;
  }
}

function GuideTable({ head, rows }: Pick<Extract<GuideBlock, { kind: 'table' }>, 'head' | 'rows'>) {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {inline(cell)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join('|')}>
            {row.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
              <td key={at}>{inline(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Bold, code and links inside a line; a link to another file of the docs is only its words. */
function inline(text: string): ReactNode {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)]+\))/).map((part, at) => {
    const key = `${at}-${part}`;
    if (part.startsWith('**')) return <strong key={key}>{part.slice(2, -2)}</strong>;
    if (part.startsWith('`')) return <code key={key}>{part.slice(1, -1)}</code>;
    const link = /^\[([^\]]+)\]\((https?:[^)]+)?[^)]*\)$/.exec(part);
    if (link === null) return part;
    return link[2] === undefined ? (
      link[1]
    ) : (
      <a key={key} href={link[2]}>
        {link[1]}
      </a>
    );
  });
}
