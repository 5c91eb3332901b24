/** 栏目: the tree of columns with owner, interval and how fresh each is; a row opens the column. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi } from '#desk/data/use-api.ts';
import type { ColumnRow } from '../../contract/columns.ts';
import { columnKinds } from '../../rules/columns.ts';
import { columnKindTitles, freshnessTitles } from '../../words/columns.ts';
import '../publishing.css';

interface PlacedColumn extends ColumnRow {
  readonly depth: number;
}

/** The tree in reading order, each column after the one it stands below. */
export function arrangeColumns(rows: readonly ColumnRow[]): PlacedColumn[] {
  const below = (parentId: string | null, depth: number): PlacedColumn[] =>
    rows
      .filter((row) => row.parentId === parentId)
      .flatMap((row) => [{ ...row, depth }, ...below(row.id, depth + 1)]);
  return below(null, 0);
}

export function ColumnsScreen() {
  const go = useNavigate();
  const may = useMay();
  const { data, error, refetch } = useApi<{ readonly rows: readonly ColumnRow[] }>('/columns', {
    closed: true,
  });
  const rows = useMemo(() => (data === undefined ? undefined : arrangeColumns(data.rows)), [data]);
  const columns: readonly DataColumn<PlacedColumn>[] = [
    {
      key: 'title',
      title: '栏目',
      value: (row) => row.title,
      render: (row) => (
        <span className="column-title" style={{ paddingInlineStart: row.depth * 20 }}>
          {row.title}
          {row.closedOn === null ? null : <span className="quiet">（已关闭）</span>}
        </span>
      ),
    },
    {
      key: 'kind',
      title: '种类',
      value: (row) => columnKindTitles[row.kind],
      filterValues: (row) => [row.kind],
      filter: {
        kind: 'choice',
        options: columnKinds.map((value) => ({ value, label: columnKindTitles[value] })),
      },
      width: 120,
    },
    {
      key: 'unit',
      title: '责任单位',
      value: (row) => row.unitName,
      filter: {
        kind: 'choice',
        options: [...new Set((data?.rows ?? []).map(({ unitName }) => unitName))].map((value) => ({
          value,
          label: value,
        })),
      },
      width: 160,
    },
    {
      key: 'interval',
      title: '更新周期（天）',
      value: (row) => row.updateIntervalDays,
      align: 'right',
      width: 120,
    },
    { key: 'items', title: '信息数', value: (row) => row.items, align: 'right', width: 80 },
    { key: 'newest', title: '最近更新', value: (row) => row.newestOn, width: 120 },
    {
      key: 'freshness',
      title: '更新情况',
      value: (row) => (row.closedOn === null ? freshnessTitles[row.freshness] : '已关闭'),
      render: (row) =>
        row.closedOn === null ? (
          <span className={`publication-mark column-${row.freshness}`}>{freshnessTitles[row.freshness]}</span>
        ) : (
          '已关闭'
        ),
      width: 130,
    },
    { key: 'code', title: '地址', value: (row) => `/columns/${row.code}`, width: 180, hidden: true },
  ];
  return (
    <>
      <PageHeader
        title="栏目"
        summary="门户的全部栏目：由谁负责、多久更新一次、应当有什么。"
        help={
          <>
            <p>点一行查看和调整栏目。栏目地址一经使用不再改变，旧链接一直有效。</p>
            <p>关闭栏目之前，先把里面的信息移到别的栏目。</p>
          </>
        }
        actions={
          may('publishing.arrangeColumns') ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => void go('/publishing/columns/new')}>
              开设栏目
            </Button>
          ) : null
        }
      />
      <DataTable
        title="栏目"
        screen="publishing.columns"
        columns={columns}
        source={{ kind: 'rows', rows, error, onRetry: () => void refetch() }}
        keyOf={(row) => row.id}
        onOpen={(row) => void go(`/publishing/columns/${row.id}`)}
        empty={{ title: '还没有栏目', hint: '点“开设栏目”设置第一个。' }}
      />
    </>
  );
}
