/** Two texts side by side by clause: what changed stands open with its words marked, what stayed is folded. */
import type { ReactElement } from 'react';
import type { WordPart } from '#kernel/rich-text/difference/compare-words.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { NothingHere } from '#portal/components/nothing-here.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { PrintButton } from '#portal/components/page-tools.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { documentAddress, libraryAddress } from '../addresses.ts';
import type { DocumentClause } from '../rules/clause.ts';
import { type ClauseChange, compareVersions } from '../rules/compare-versions.ts';
import { countChanges, foldChanges } from '../rules/fold-changes.ts';
import { clauseChangeTitles } from '../words/documents.ts';

export interface ComparedText {
  /** 修改前（自2020年4月1日起）, or the title of the other document. */
  readonly name: string;
  readonly address: string;
  readonly clauses: readonly DocumentClause[];
}

const openingOf = ({ label, heading }: DocumentClause) =>
  [label, heading].filter((part) => part !== null).join('　');

function plainOf(clause: DocumentClause): string {
  return clause.rows === null ? clause.text : clause.rows.map((row) => row.join('　')).join('\n');
}

function Words(props: { readonly parts: readonly WordPart[]; readonly side: 'removed' | 'added' }) {
  return props.parts
    .filter(({ kind }) => kind === 'same' || kind === props.side)
    .map(({ kind, text }, at) => {
      // biome-ignore lint/suspicious/noArrayIndexKey: words of a printed comparison never change places
      if (kind === 'removed') return <del key={at}>{text}</del>;
      // biome-ignore lint/suspicious/noArrayIndexKey: words of a printed comparison never change places
      if (kind === 'added') return <ins key={at}>{text}</ins>;
      // biome-ignore lint/suspicious/noArrayIndexKey: words of a printed comparison never change places
      return <span key={at}>{text}</span>;
    });
}

function Side(props: {
  readonly clause: DocumentClause | undefined;
  readonly change: ClauseChange;
  readonly side: 'before' | 'after';
}): ReactElement {
  const { clause, change, side } = props;
  // The words of a change hold the heading already.
  const opening =
    clause === undefined ? '' : change.words.length > 0 ? (clause.label ?? '') : openingOf(clause);
  return (
    <div className={clause === undefined ? 'compared-side compared-nothing' : 'compared-side'}>
      <p className="compared-name">{side === 'before' ? '此前' : '现在'}</p>
      {clause === undefined ? (
        <p className="compared-text">{side === 'before' ? '原来没有这一条' : '已经删去'}</p>
      ) : (
        <p className="compared-text">
          {opening === '' ? null : <strong>{`${opening}　`}</strong>}
          {change.words.length > 0 ? (
            <Words parts={change.words} side={side === 'before' ? 'removed' : 'added'} />
          ) : change.kind === 'added' ? (
            <ins>{plainOf(clause)}</ins>
          ) : change.kind === 'removed' ? (
            <del>{plainOf(clause)}</del>
          ) : (
            plainOf(clause)
          )}
        </p>
      )}
    </div>
  );
}

function CountLine({ changes }: { readonly changes: readonly ClauseChange[] }): ReactElement {
  const { changed, added, removed, moved, same } = countChanges(changes);
  const parts = [
    changed === 0 ? '' : `改动${changed}处`,
    added === 0 ? '' : `新增${added}处`,
    removed === 0 ? '' : `删去${removed}处`,
    moved === 0 ? '' : `调整位置${moved}处`,
    `未变${same}处`,
  ];
  return <p className="compared-counts">{`${parts.filter((part) => part !== '').join('，')}。`}</p>;
}

export function ComparisonPage(props: {
  readonly frame: SiteFrame;
  readonly document: { readonly itemId: string; readonly title: string };
  readonly before: ComparedText;
  readonly after: ComparedText;
}): ReactElement {
  const { frame, document, before, after } = props;
  const changes = compareVersions(before.clauses, after.clauses);
  const runs = foldChanges(changes);
  return (
    <PortalPage
      frame={frame}
      title={`改了什么：${document.title}`}
      description={`《${document.title}》与此前文本的逐条对照。`}
      facts={{ ColumnName: '政策文件库' }}
    >
      <Breadcrumb
        steps={[
          { title: '政策文件库', address: libraryAddress() },
          { title: document.title, address: documentAddress({ itemId: document.itemId }) },
        ]}
        here="逐条对照"
      />
      <PageHeading title="改了什么" lead={`《${document.title}》`}>
        <PrintButton />
      </PageHeading>
      <CountLine changes={changes} />
      <div className="compared-heads" aria-hidden="true">
        <p>{before.name}</p>
        <p>{after.name}</p>
      </div>
      <p className="compared-links">
        <a href={before.address}>{before.name}</a>
        <a href={after.address}>{after.name}</a>
      </p>
      {changes.length === 0 ? (
        <NothingHere title="没有可以对照的条款">
          <p>两份文本都没有拆分出条款，请打开全文阅读。</p>
        </NothingHere>
      ) : null}
      <ol className="compared">
        {runs.map((run) => {
          if (run.kind === 'stayed') {
            const [first] = run.changes;
            return (
              <li key={`same-${first?.after?.anchor ?? first?.before?.anchor ?? ''}`}>
                <details className="compared-stayed">
                  <summary>{`未变的${run.changes.length}处`}</summary>
                  {run.changes.map(({ kind, before: left, after: right }) =>
                    right === undefined ? null : (
                      <p key={right.anchor} className="compared-text">
                        {openingOf(right) === '' ? null : <strong>{`${openingOf(right)}　`}</strong>}
                        {kind === 'renumbered' && left?.label !== right.label
                          ? `（原${left?.label ?? ''}）`
                          : ''}
                        {plainOf(right)}
                      </p>
                    ),
                  )}
                </details>
              </li>
            );
          }
          const { change } = run;
          const anchor = change.after?.anchor ?? change.before?.anchor ?? '';
          return (
            <li key={`${change.kind}-${anchor}`} className={`compared-row compared-${change.kind}`}>
              <p className="compared-kind">{clauseChangeTitles[change.kind]}</p>
              <Side clause={change.before} change={change} side="before" />
              <Side clause={change.after} change={change} side="after" />
            </li>
          );
        })}
      </ol>
    </PortalPage>
  );
}
