/** The clauses of a document in order, as the reader took them apart. */
import type { DeskDocument } from '../contract/documents.ts';

type DeskClause = DeskDocument['clauses'][number];

const deep: Readonly<Record<DeskClause['level'], number>> = {
  annex: 0,
  book: 0,
  chapter: 0,
  section: 0,
  heading1: 0,
  article: 1,
  heading2: 1,
  paragraph: 2,
  heading3: 2,
  item: 3,
  heading4: 3,
  subitem: 4,
  text: 1,
  table: 1,
};

export function ClauseList({ clauses }: { readonly clauses: readonly DeskClause[] }) {
  if (clauses.length === 0) return <p className="quiet">没有读到正文；附件里的文本不拆分条款。</p>;
  return (
    <ol className="clause-list">
      {clauses.map((clause) => (
        <li key={clause.anchor} className={`clause-depth-${deep[clause.level]}`}>
          {clause.label === null && clause.heading === null ? null : (
            <strong>{[clause.label, clause.heading].filter((part) => part !== null).join('　')}　</strong>
          )}
          {clause.rows === null ? clause.text : `表格，${clause.rows.length}行`}
        </li>
      ))}
    </ol>
  );
}
