/** 政府公报: issues, and the one that is being composed with its documents in order. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useConfirm } from '#desk/components/confirm/use-confirm.tsx';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { gazetteAddress } from '../addresses.ts';
import type { GazetteIssue } from '../contract/gazette.ts';
import { DocumentPicker } from './document-picker.tsx';
import './policies.css';

const columns: readonly DataColumn<GazetteIssue>[] = [
  { key: 'name', title: '期号', value: (row) => row.name, card: 'title' },
  { key: 'documents', title: '文件', width: 80, align: 'right', value: (row) => row.documents.length },
  { key: 'opened', title: '开始编', width: 112, value: (row) => row.openedOn },
  { key: 'published', title: '出版日期', width: 112, value: (row) => row.publishedOn },
  {
    key: 'state',
    title: '状态',
    width: 120,
    value: (row) => (row.publishedOn === null ? '编辑中' : '已出版'),
    render: (row) => (
      <StandingChip
        standing={row.publishedOn === null ? 'notYetDue' : 'met'}
        word={row.publishedOn === null ? '编辑中' : '已出版'}
      />
    ),
  },
];

export function GazetteScreen() {
  const may = useMay();
  const say = useSay();
  const open = useCommand<void, { readonly issueId: string }>({
    call: () => ({ method: 'POST', path: '/policies/gazettes' }),
    changes: ['/policies/gazettes'],
    onDone: () => say.done('已开始编下一期，先列入了上一期以后发布的文件'),
  });
  return (
    <>
      <PageHeader
        title="政府公报"
        summary="从政策文件库编成一期一期的公报，出版后固定不变。"
        help={
          <p>
            开始编一期时先列入上一期以后发布的文件；点开调整顺序、增减文件，然后出版。公众可以查目录、下载PDF。
          </p>
        }
        actions={
          may('policies.editGazette') ? (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              loading={open.isPending}
              onClick={() => open.mutate()}
            >
              编下一期
            </Button>
          ) : null
        }
      />
      {open.error === null ? null : (
        <p role="alert" className="form-fault">
          ▲ {open.error.sentence.what}：{open.error.sentence.todo}
        </p>
      )}
      <DataTable
        title="公报"
        screen="policies.gazettes"
        columns={columns}
        source={{ kind: 'pages', path: '/policies/gazettes', query: () => ({}) }}
        keyOf={(row) => row.id}
        panel={({ row, close }) =>
          row === undefined ? null : <IssuePanel key={row.id} issue={row} onClose={close} />
        }
        empty={{ title: '还没有编过公报', hint: '点“编下一期”开始第一期。' }}
      />
    </>
  );
}

function IssuePanel({ issue, onClose }: { readonly issue: GazetteIssue; readonly onClose: () => void }) {
  const may = useMay();
  const say = useSay();
  const confirm = useConfirm();
  const [adding, setAdding] = useState<string | null>(null);
  const path = `/policies/gazettes/${issue.id}`;
  const arrange = useCommand<readonly string[]>({
    call: (itemIds) => ({ method: 'PUT', path: `${path}/documents`, body: { itemIds } }),
    changes: ['/policies/gazettes'],
  });
  const publish = useCommand<void>({
    call: () => ({ method: 'POST', path: `${path}/publication` }),
    changes: ['/policies/gazettes'],
    onDone: () => say.done('已出版'),
  });
  const isOpen = issue.publishedOn === null && may('policies.editGazette');
  const ids = issue.documents.map(({ itemId }) => itemId);
  const move = (at: number, by: number) => {
    const next = [...ids];
    const [moved] = next.splice(at, 1);
    if (moved !== undefined) next.splice(at + by, 0, moved);
    arrange.mutate(next);
  };
  const error = arrange.error ?? publish.error;
  return (
    <SidePanel title={issue.name} width="wide" onClose={onClose}>
      {error === null ? null : (
        <p role="alert" className="form-fault">
          ▲ {error.sentence.what}：{error.sentence.todo}
        </p>
      )}
      {issue.publishedOn === null ? null : (
        <p>
          {issue.publishedByName}于{issue.publishedOn}出版，
          <a href={gazetteAddress({ issueId: issue.id })} target="_blank" rel="noreferrer">
            公开页面
          </a>
        </p>
      )}
      <ol className="gazette-documents">
        {issue.documents.map((document, at) => (
          <li key={document.itemId}>
            <Link to={`/policies/documents/${document.itemId}`}>{document.title}</Link>
            <span className="quiet"> {document.documentNumber}</span>
            {document.isPublic ? null : <span> ▲ 已不公开</span>}
            {isOpen ? (
              <p>
                <Button size="small" disabled={at === 0} onClick={() => move(at, -1)}>
                  上移
                </Button>{' '}
                <Button size="small" disabled={at === ids.length - 1} onClick={() => move(at, 1)}>
                  下移
                </Button>{' '}
                <Button
                  size="small"
                  onClick={() => arrange.mutate(ids.filter((id) => id !== document.itemId))}
                >
                  移出
                </Button>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      {isOpen ? (
        <>
          <div className="form-field">
            <label className="form-label" htmlFor="gazette-add">
              编入文件
            </label>
            <DocumentPicker
              id="gazette-add"
              value={adding}
              status=""
              onChange={(itemId) => {
                setAdding(null);
                if (itemId !== null) arrange.mutate([...ids, itemId]);
              }}
            />
          </div>
          <p className="detail-actions">
            <Button
              type="primary"
              loading={publish.isPending}
              onClick={async () => {
                const agreed = await confirm({
                  verb: '出版',
                  name: issue.name,
                  consequence: '出版后期号、文件和顺序固定不变，公众随即可以查看和下载。',
                });
                if (agreed) publish.mutate();
              }}
            >
              出版
            </Button>
          </p>
        </>
      ) : null}
    </SidePanel>
  );
}
