/** A letter as it will look on paper. What is still empty stands in brackets and is marked. */
import type { ReactNode } from 'react';
import type { PreviewBlock } from '../../contract/letters.ts';

/** Fields that nobody has filled in are printed as 〔字段〕; a document number has figures between its brackets. */
const emptyField = /(〔[^〔〕\d]+〕)/u;

function words(text: string): ReactNode {
  return text
    .split(emptyField)
    .map((piece, index) =>
      index % 2 === 1 ? <mark key={`${piece}-${String(index)}`}>{piece}</mark> : piece,
    );
}

function Block({ block }: { readonly block: PreviewBlock }) {
  switch (block.kind) {
    case 'title':
      return (
        <h2 className="paper-title">
          {block.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </h2>
      );
    case 'number':
      return <p className="paper-number">{block.text}</p>;
    case 'addressee':
      return <p className="paper-addressee">{words(block.text)}：</p>;
    case 'paragraph':
      return <p>{words(block.text)}</p>;
    case 'facts':
      return (
        <table>
          <tbody>
            {block.rows.map(([label, value]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{words(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'attachments':
      return <p>附件：{block.titles.join('；')}</p>;
    case 'signature':
      return (
        <p className="paper-signature">
          <span>{block.office}</span>
          <span className="quiet">（印章）</span>
          <span>{block.day === '' ? '（签发日期）' : block.day}</span>
        </p>
      );
  }
}

export function LetterPreview({ blocks }: { readonly blocks: readonly PreviewBlock[] }) {
  return (
    <article className="request-paper" aria-label="文书预览">
      {blocks.map((block, index) => (
        <Block key={`${block.kind}-${String(index)}`} block={block} />
      ))}
    </article>
  );
}
