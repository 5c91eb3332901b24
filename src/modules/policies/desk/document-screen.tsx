/** One document of the library: whether it is in force, its elements, its relations, the versions of its text, its clauses. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import { documentAddress } from '../addresses.ts';
import type { DeskDocument } from '../contract/documents.ts';
import { gapTitles, validityMarks, validityTitles } from '../words/documents.ts';
import { ClauseList } from './clause-list.tsx';
import { RelationForm } from './relation-form.tsx';
import { RelationTable } from './relation-table.tsx';
import './policies.css';

export function DocumentScreen() {
  const { itemId = '' } = useParams();
  const { data, error, refetch } = useApi<DeskDocument>(`/policies/documents/${itemId}`);
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading what="政策文件" lines={10} />;
  return <LoadedDocument document={data} />;
}

function LoadedDocument({ document }: { readonly document: DeskDocument }) {
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const mayEdit = may('policies.editRelations', document.unitId);
  return (
    <>
      <PageHeader
        title={document.title}
        summary={
          <>
            <Link to="/policies/documents">政策文件库</Link>
            {document.documentNumber === null ? '' : ` › ${document.documentNumber}`}
          </>
        }
        help={
          <>
            <p>
              有效性由文件自己的日期和其他文件的废止、代替、修改推出；关系登记或者取消，页面上的有效性当即改变。
            </p>
            <p>要素和正文在信息里修改，重新发布后这里随之更新。</p>
          </>
        }
        actions={
          <>
            {document.isPublic ? (
              <Button href={documentAddress({ itemId: document.itemId })} target="_blank">
                公开页面
              </Button>
            ) : null}
            <Link to={`/publishing/items/${document.itemId}`}>
              <Button>打开信息</Button>
            </Link>
          </>
        }
      />
      <Facts
        facts={[
          [
            '有效性',
            <StandingChip
              key="validity"
              standing={validityMarks[document.validity]}
              word={validityTitles[document.validity]}
            />,
          ],
          ['理由', document.because.join('')],
          [
            '缺少的要素',
            document.gaps.length === 0 ? '' : document.gaps.map((gap) => gapTitles[gap]).join('、'),
          ],
          ['发文机关', document.issuers.join('、')],
          ['发文字号', document.documentNumber],
          ['统一编号', document.unifiedNumber],
          ['索引号', document.indexNumber],
          ['主题分类', document.theme],
          ['文种', [document.kind, document.issuedKind].filter((kind) => kind !== null).join('、')],
          ['文件性质', document.isNormative ? '行政规范性文件' : '其他公文'],
          ['成文日期', dayTextInWords(document.writtenOn)],
          ['发布日期', dayTextInWords(document.publishedOn)],
          ['施行日期', dayTextInWords(document.effectiveOn)],
          ['有效期至', dayTextInWords(document.lapsesOn)],
          ['登记单位', document.unitName],
        ]}
      />
      <section aria-labelledby="document-relations">
        <div className="section-head">
          <h2 id="document-relations">与其他文件的关系</h2>
          {mayEdit ? <Button onClick={() => setAdding(true)}>登记关系</Button> : null}
        </div>
        <RelationTable document={document} />
      </section>
      <section aria-labelledby="document-versions">
        <h2 id="document-versions">文本版本</h2>
        <VersionList document={document} />
      </section>
      <section aria-labelledby="document-clauses">
        <h2 id="document-clauses">条款</h2>
        <ClauseList clauses={document.clauses} />
      </section>
      {adding ? (
        <SidePanel title="登记关系" width="wide" onClose={() => setAdding(false)}>
          <RelationForm document={document} onDone={() => setAdding(false)} />
        </SidePanel>
      ) : null}
    </>
  );
}

function VersionList({ document }: { readonly document: DeskDocument }) {
  const { versions } = document;
  if (versions.length === 0) return <p className="quiet">下次发布时开始记录文本版本。</p>;
  return (
    <ul className="plain-list">
      {versions.map((version) => (
        <li key={version.number}>
          第{version.number}版，自{dayTextInWords(version.appliesFrom)}起适用
          <span className="quiet">
            {version.amendedByTitle === null ? '，原文' : `，按《${version.amendedByTitle}》修改`}；
            {dayTextInWords(version.recordedOn)}入库
          </span>
        </li>
      ))}
    </ul>
  );
}
