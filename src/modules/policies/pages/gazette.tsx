/** 政府公报: back issues that can be searched, and one issue with its table of contents. */
import type { ReactElement } from 'react';
import { dayOf } from '#kernel/day.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { NothingHere } from '#portal/components/nothing-here.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { Pagination } from '#portal/components/pagination.tsx';
import { TitleList } from '#portal/components/title-list.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { documentAddress, gazetteAddress, gazetteFileAddress, gazettesAddress } from '../addresses.ts';
import type { GazetteIssue } from '../contract/gazette.ts';

const column = { ColumnName: '政府公报', ColumnDescription: '政府公报', ColumnType: '公报' };

export function GazettesPage(props: {
  readonly frame: SiteFrame;
  readonly issues: readonly GazetteIssue[];
  readonly text: string | undefined;
  readonly firstAddress: string | undefined;
  readonly nextAddress: string | undefined;
}): ReactElement {
  const { frame, issues, text, firstAddress, nextAddress } = props;
  return (
    <PortalPage
      frame={frame}
      title="政府公报"
      description={`${frame.siteName}的政府公报，历期可以按目录和全文查找。`}
      facts={column}
    >
      <Breadcrumb steps={[]} here="政府公报" />
      <PageHeading title="政府公报" lead="公报刊登的文本是标准文本。历期可以按标题、文号和正文查找。" />
      <form className="filter" method="get" action={gazettesAddress()} aria-label="查找公报">
        <div className="field">
          <label htmlFor="gazette-text">标题、文号或正文</label>
          <input id="gazette-text" name="text" type="search" defaultValue={text ?? ''} maxLength={60} />
        </div>
        <div className="filter-do">
          <button type="submit">查找</button>
          <a href={gazettesAddress()}>全部公报</a>
        </div>
      </form>
      <h2 className="unseen">历期公报</h2>
      {issues.length === 0 ? (
        <NothingHere title={text === undefined ? '还没有出版公报' : '没有找到'}>
          <p>{text === undefined ? '出版后会列在这里。' : '请减少几个字，或者到政策文件库查找。'}</p>
        </NothingHere>
      ) : (
        <TitleList
          rows={issues.map((issue) => ({
            address: gazetteAddress({ issueId: issue.id }),
            title: issue.name,
            ...(issue.publishedOn === null ? {} : { day: dayOf(issue.publishedOn) }),
            notes: [`${issue.documents.length}份文件`],
          }))}
        />
      )}
      <Pagination firstAddress={firstAddress} nextAddress={nextAddress} />
    </PortalPage>
  );
}

export function GazetteIssuePage(props: {
  readonly frame: SiteFrame;
  readonly issue: GazetteIssue;
}): ReactElement {
  const { frame, issue } = props;
  return (
    <PortalPage
      frame={frame}
      title={`政府公报${issue.name}`}
      description={`政府公报${issue.name}的目录和全文。`}
      facts={column}
    >
      <Breadcrumb steps={[{ title: '政府公报', address: gazettesAddress() }]} here={issue.name} />
      <PageHeading title={`政府公报${issue.name}`}>
        <a className="tool-link" href={gazetteFileAddress({ issueId: issue.id, format: 'pdf' })}>
          下载PDF
        </a>
        <a className="tool-link" href={gazetteFileAddress({ issueId: issue.id, format: 'docx' })}>
          下载Word
        </a>
      </PageHeading>
      <h2>目录</h2>
      <TitleList
        rows={issue.documents.map((document) => ({
          address: documentAddress({ itemId: document.itemId }),
          title: document.title,
          day: dayOf(document.writtenOn),
          notes: document.documentNumber === null ? [] : [document.documentNumber],
        }))}
      />
    </PortalPage>
  );
}
