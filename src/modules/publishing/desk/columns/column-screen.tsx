/** One column: what it is for, how it stands, what is in it; changed and closed by who arranges columns. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import { columnAddress } from '../../addresses.ts';
import type { ColumnRow } from '../../contract/columns.ts';
import type { ClockedItemRow } from '../../contract/deadlines.ts';
import {
  columnKindTitles,
  freshnessTitles,
  statutoryDutyTitles,
  statutoryPartTitles,
} from '../../words/columns.ts';
import { publicStandingTitles } from '../../words/items.ts';
import { ColumnForm } from './column-form.tsx';
import '../publishing.css';

export function ColumnScreen() {
  const { columnId = '' } = useParams();
  const go = useNavigate();
  const { data, error, refetch } = useApi<{ readonly rows: readonly ColumnRow[] }>('/columns', {
    closed: true,
  });
  if (columnId === 'new') {
    return (
      <>
        <PageHeader title="开设栏目" summary="开设后马上出现在门户上。" />
        <ColumnForm onDone={(id) => void go(`/publishing/columns/${id}`, { replace: true })} />
      </>
    );
  }
  if (data === undefined)
    return error === null ? <Loading /> : <RefusalNotice error={error} onRetry={() => void refetch()} />;
  const column = data.rows.find(({ id }) => id === columnId);
  if (column === undefined)
    return <PageHeader title="没有这个栏目" summary="它可能已经删除，请从栏目列表进入。" />;
  return <LoadedColumn key={column.id} column={column} all={data.rows} />;
}

function LoadedColumn({ column, all }: { readonly column: ColumnRow; readonly all: readonly ColumnRow[] }) {
  const may = useMay();
  const say = useSay();
  const [doing, setDoing] = useState<'change' | 'close'>();
  const close = useCommand<{ readonly reason: string }>({
    call: (body) => ({ method: 'POST', path: `/columns/${column.id}/close`, body }),
    changes: ['/columns'],
    onDone: () => say.done(`已关闭栏目“${column.title}”`),
  });
  const parent = all.find(({ id }) => id === column.parentId);
  const children = all.filter(({ parentId, closedOn }) => parentId === column.id && closedOn === null);
  const mayArrange = may('publishing.arrangeColumns') && column.closedOn === null;
  const link = ({ id, title }: ColumnRow) => (
    <Link key={id} to={`/publishing/columns/${id}`}>
      {title}
    </Link>
  );
  const expected =
    column.expectedContents.length === 0 ? null : (
      <ul className="column-expected">
        {column.expectedContents.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    );
  const below = children.length === 0 ? null : <span className="column-links">{children.map(link)}</span>;
  return (
    <>
      <PageHeader
        title={column.title}
        summary={`${columnKindTitles[column.kind]}栏目；${column.unitName}负责；${
          column.closedOn === null
            ? freshnessTitles[column.freshness]
            : `${dayTextInWords(column.closedOn)}关闭`
        }`}
        actions={
          mayArrange ? (
            <>
              <Button type="primary" onClick={() => setDoing('change')}>
                调整
              </Button>
              <Button danger onClick={() => setDoing('close')}>
                关闭栏目
              </Button>
            </>
          ) : null
        }
      />
      {doing === 'change' ? (
        <ColumnForm column={column} onDone={() => setDoing(undefined)} />
      ) : (
        <Facts
          facts={[
            [
              '门户地址',
              <a key="address" href={columnAddress({ code: column.code })}>
                {columnAddress({ code: column.code })}
              </a>,
            ],
            ['上级栏目', parent === undefined ? null : link(parent)],
            ['下级栏目', below],
            ['更新周期', column.updateIntervalDays === null ? '没有设' : `${column.updateIntervalDays}天`],
            ['最近更新', column.newestOn === null ? '还没有内容' : dayTextInWords(column.newestOn)],
            ['最迟更新日', column.dueOn === null ? null : dayTextInWords(column.dueOn)],
            [
              '专栏固定部分',
              column.statutoryPart === null ? null : statutoryPartTitles[column.statutoryPart],
            ],
            ['法定公开内容', column.duty === null ? null : statutoryDutyTitles[column.duty]],
            ['应有内容', expected],
            ['自动汇集的词', column.topicRule?.words.join('、') ?? null],
            ['说明', column.description],
          ]}
        />
      )}
      <ColumnItems column={column} />
      {doing === 'close' ? (
        <ReasonDialog
          verb="关闭栏目"
          name={column.title}
          consequence="门户上不再列出，地址不再给别的栏目。里面还有信息或下级栏目的，不能关闭。"
          onClose={() => setDoing(undefined)}
          onReason={(reason) => close.mutateAsync({ reason })}
        />
      ) : null}
    </>
  );
}

function ColumnItems({ column }: { readonly column: ColumnRow }) {
  const { data } = useApi<{ readonly rows: readonly ClockedItemRow[] }>('/items', {
    columnId: column.id,
    limit: 20,
  });
  const rows = (data?.rows ?? []).toSorted((left, right) =>
    (right.publishedOn ?? '9').localeCompare(left.publishedOn ?? '9'),
  );
  return (
    <section aria-labelledby="column-items">
      <h2 id="column-items" className="plan-heading">
        最近的信息（公开的共{column.items}条）
      </h2>
      {rows.length === 0 ? (
        <p className="quiet">您能查看的信息里，没有以它为所属栏目的。</p>
      ) : (
        <ul className="column-item-list">
          {rows.map((row) => (
            <li key={row.id}>
              <Link to={`/publishing/items/${row.id}`}>{row.title}</Link>{' '}
              <span className="quiet">
                {row.unitName}　{row.publishedOn ?? publicStandingTitles[row.standing]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
