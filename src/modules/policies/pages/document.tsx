/** One official document: whether it is in force before anything else, its elements, its text by clauses, its relations. */
import type { ReactElement } from 'react';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { ElementsCard } from '#portal/components/fact-list.tsx';
import { Notice } from '#portal/components/notice.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { PrintButton } from '#portal/components/page-tools.tsx';
import { RichTextBody } from '#portal/components/rich-text.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { legislationData } from '#portal/structured-data.ts';
import { documentAddress, documentFileAddress, libraryAddress } from '../addresses.ts';
import type { CleanupOutcome } from '../queries/cleanup.ts';
import type { DocumentView, RelatedDocument } from '../queries/document.ts';
import type { ShownInterpretation } from '../queries/interpretations.ts';
import { citationOf } from '../rules/citation.ts';
import type { DocumentClause } from '../rules/clause.ts';
import type { DocumentValidity } from '../rules/validity.ts';
import { cleanupVerdictTitles } from '../words/cleanup.ts';
import { relationTitles, validityMarks, validityTitles } from '../words/documents.ts';
import { Interpretations, TextOfDay, Versions } from './document-texts.tsx';

/** What of the released item the page shows: its number in the catalogue, its body and its files. */
export interface ShownItem {
  readonly indexNumber: string;
  readonly unitName: string;
  readonly body: string;
  readonly files: readonly { readonly title: string; readonly address: string }[];
}

const outlineLevels: readonly DocumentClause['level'][] = ['annex', 'book', 'chapter', 'section', 'heading1'];

/** 各镇人民政府： stands at the left edge. */
function isAddressees({ level, parent, text }: DocumentClause): boolean {
  return level === 'text' && parent === null && text.endsWith('：');
}

function Clause({ clause }: { readonly clause: DocumentClause }): ReactElement {
  const { anchor, level, label, heading, text, rows } = clause;
  if (rows !== null) {
    const [first = [], ...rest] = rows;
    return (
      <div className="table-frame" id={anchor}>
        <table>
          <thead>
            <tr>
              {first.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name of their own and never change places
                <th key={at} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rest.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a printed table never change places
              <tr key={row}>
                {cells.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells of a printed table never change places
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }
  const opening = [label, heading].filter((part) => part !== null).join('　');
  if (outlineLevels.includes(level) && text === '') return <h3 id={anchor}>{opening}</h3>;
  return (
    <p id={anchor} className={isAddressees(clause) ? 'addressees' : undefined}>
      {opening === '' ? null : <strong>{`${opening}　`}</strong>}
      {text}
    </p>
  );
}

/** The text as shown, to take along. */
function FileLinks(props: { readonly itemId: string; readonly on: Day | undefined }): ReactElement {
  const day = props.on === undefined ? '' : `?on=${props.on}`;
  const addressOf = (format: string) => `${documentFileAddress({ itemId: props.itemId, format })}${day}`;
  return (
    <>
      <a className="tool-link" href={addressOf('docx')}>
        下载Word
      </a>
      <a className="tool-link" href={addressOf('pdf')}>
        下载PDF
      </a>
    </>
  );
}

function relationText(one: RelatedDocument, words: string): string {
  const from = one.onDay === null ? '' : `，自${longDay(one.onDay)}起`;
  return `${words}${one.part === null ? '' : `（${one.part}）`}${from}`;
}

function RelationList(props: {
  readonly related: readonly RelatedDocument[];
  readonly direction: 'does' | 'isDone';
}): ReactElement {
  return (
    <ul className="title-list">
      {props.related.map((one) => (
        <li key={`${one.kind}${one.title}${one.documentNumber ?? ''}${one.part ?? ''}`}>
          {one.itemId === null ? (
            citationOf(one.title, one.documentNumber)
          ) : (
            <a href={documentAddress({ itemId: one.itemId })}>{citationOf(one.title, one.documentNumber)}</a>
          )}
          <p className="title-notes">
            <span>{relationText(one, relationTitles[one.kind][props.direction])}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Relations({ view }: { readonly view: DocumentView }): ReactElement | null {
  const { incoming, outgoing } = view;
  if (incoming.length + outgoing.length === 0) return null;
  return (
    <section aria-labelledby="relations">
      <h2 id="relations">相关文件</h2>
      {incoming.length === 0 ? null : <RelationList related={incoming} direction="isDone" />}
      {outgoing.length === 0 ? null : <RelationList related={outgoing} direction="does" />}
    </section>
  );
}

function Contents({ clauses }: { readonly clauses: readonly DocumentClause[] }): ReactElement | null {
  const outline = clauses.filter(({ level, heading }) => outlineLevels.includes(level) && heading !== null);
  if (outline.length < 3) return null;
  return (
    <nav className="official-contents" aria-label="本文目录">
      <ul>
        {outline.map(({ anchor, label, heading }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{[label, heading].filter((part) => part !== null).join('　')}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const forceWords = {
  inForce: 'InForce',
  amended: 'PartiallyInForce',
  notYet: 'NotInForce',
  lapsed: 'NotInForce',
  repealed: 'NotInForce',
} as const satisfies Record<DocumentValidity, string>;

const dayText = (day: Day | null) => (day === null ? null : longDay(day));

export function DocumentPage(props: {
  readonly frame: SiteFrame;
  readonly view: DocumentView;
  readonly item: ShownItem;
  /** The day the verdict is of; the page says it when it is not today. */
  readonly on: Day;
  readonly isToday: boolean;
  /** What the last published clean-up said of it. */
  readonly cleanup: CleanupOutcome | undefined;
  readonly interpretations: readonly (ShownInterpretation & { readonly address: string })[];
}): ReactElement {
  const { frame, view, item, on, isToday, cleanup, interpretations } = props;
  const { document, verdict, clauses } = view;
  const when = isToday ? '' : `在${longDay(on)}：`;
  return (
    <PortalPage
      frame={frame}
      title={document.title}
      description={`${citationOf(document.title, document.documentNumber)}，${validityTitles[verdict.validity]}。`}
      data={legislationData(frame, {
        ...document,
        number: document.documentNumber,
        force: forceWords[verdict.validity],
      })}
      facts={{
        ColumnName: '政策文件库',
        ArticleTitle: document.title,
        PubDate: document.publishedOn ?? document.writtenOn,
        ContentSource: item.unitName,
      }}
    >
      <Breadcrumb steps={[{ title: '政策文件库', address: libraryAddress() }]} here={document.title} />
      <article>
        <PageHeading title={document.title} isDocument>
          <PrintButton />
          <FileLinks itemId={document.itemId} on={isToday ? undefined : on} />
        </PageHeading>
        <Notice mark={validityMarks[verdict.validity]} word={`${when}${validityTitles[verdict.validity]}`}>
          {verdict.because.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
          {cleanup === undefined ? null : (
            <p>
              {`${cleanup.roundTitle}结论：${cleanupVerdictTitles[cleanup.verdict]}（${longDay(cleanup.concludedOn)}公布）。`}
              <a href={documentAddress({ itemId: cleanup.listItemId })}>查看清理结果</a>
            </p>
          )}
        </Notice>
        <ElementsCard
          title="文件要素"
          facts={[
            { name: '发文机关', value: document.issuers.join('、') },
            { name: '发文字号', value: document.documentNumber },
            { name: '统一编号', value: document.unifiedNumber },
            { name: '索引号', value: item.indexNumber },
            { name: '主题分类', value: document.theme },
            {
              name: '文种',
              value: [document.kind, document.issuedKind].filter((kind) => kind !== null).join('、'),
            },
            { name: '成文日期', value: dayText(document.writtenOn) },
            { name: '发布日期', value: dayText(document.publishedOn) },
            { name: '施行日期', value: dayText(document.effectiveOn) },
            { name: '有效期至', value: dayText(document.lapsesOn) },
            { name: '公开方式', value: '主动公开' },
            { name: '引用格式', value: citationOf(document.title, document.documentNumber) },
          ]}
        />
        <TextOfDay view={view} />
        <Contents clauses={clauses} />
        <section aria-labelledby="text" className="official-text">
          <h2 id="text" className="unseen">
            正文
          </h2>
          {clauses.length === 0 ? (
            <RichTextBody html={item.body} />
          ) : (
            clauses.map((clause) => <Clause key={clause.anchor} clause={clause} />)
          )}
        </section>
        {item.files.length === 0 ? null : (
          <section aria-labelledby="attachments">
            <h2 id="attachments">附件</h2>
            <ul className="file-list">
              {item.files.map((file) => (
                <li key={file.address}>
                  <a href={file.address}>{file.title}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Relations view={view} />
        <Interpretations interpretations={interpretations} />
        <Versions view={view} />
        <form className="filter" method="get" action={documentAddress({ itemId: document.itemId })}>
          <div className="field">
            <label htmlFor="on-day">查看某一天的文本和有效性</label>
            <input id="on-day" name="on" type="date" defaultValue={on} />
          </div>
          <div className="filter-do">
            <button type="submit">查看</button>
          </div>
        </form>
      </article>
    </PortalPage>
  );
}
