/** 公开时限: what owes its publication, what has no day, and columns that want something new. */
import { Tabs } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useApi } from '#desk/data/use-api.ts';
import { dayOf } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { ColumnRow } from '../../contract/columns.ts';
import type { DueRow } from '../../contract/deadlines.ts';
import { owingStates } from '../../rules/publication-clock.ts';
import { columnKindTitles, freshnessTitles } from '../../words/columns.ts';
import { publicationStateTitles } from '../../words/deadlines.ts';
import { stageTitles } from '../../words/items.ts';
import { PublicationDue, PublicationMark } from './publication-mark.tsx';
import { useUnitFilter } from './unit-filter.ts';
import '../publishing.css';

export function DeadlinesScreen() {
  const [search, setSearch] = useSearchParams();
  const part = search.get('part') === 'columns' ? 'columns' : 'items';
  return (
    <>
      <PageHeader
        title="公开时限"
        summary="信息形成之日起20个工作日内公开；预算、许可、处罚、采购等另有更短期限。"
        help={
          <>
            <p>到期日按信息的形成日期、类型和工作日历现算，点日期可以看每一天怎么计入。</p>
            <p>没有填写形成日期的信息无法计算，单独列出，请起草人补填。</p>
          </>
        }
      />
      <Tabs
        activeKey={part}
        onChange={(key) => setSearch(key === 'columns' ? { part: key } : {})}
        items={[
          { key: 'items', label: '待公开的信息', children: part === 'items' ? <DueItems /> : null },
          { key: 'columns', label: '栏目更新', children: part === 'columns' ? <DueColumns /> : null },
        ]}
      />
    </>
  );
}

function DueItems() {
  const go = useNavigate();
  const unitFilter = useUnitFilter();
  const columns: readonly DataColumn<DueRow>[] = [
    { key: 'title', title: '标题', value: (row) => row.title },
    {
      key: 'state',
      title: '时限',
      value: (row) => publicationStateTitles[row.publication.state],
      render: (row) => <PublicationMark clock={row.publication} />,
      filter: {
        kind: 'choice',
        single: true,
        options: owingStates.map((value) => ({ value, label: publicationStateTitles[value] })),
      },
      width: 130,
    },
    {
      key: 'due',
      title: '最后一日',
      value: (row) => row.publication.due,
      render: (row) => <PublicationDue clock={row.publication} />,
      width: 150,
    },
    {
      key: 'from',
      title: '起算日',
      value: (row) => row.publication.derivation?.from ?? null,
      width: 110,
    },
    { key: 'unit', title: '单位', value: (row) => row.unitName, filter: unitFilter, width: 140 },
    { key: 'kind', title: '类型', value: (row) => row.kindTitle, width: 120 },
    { key: 'stage', title: '办理', value: (row) => stageTitles[row.stage], width: 100 },
    { key: 'by', title: '起草人', value: (row) => row.createdByName, width: 90 },
    {
      key: 'article',
      title: '依据',
      value: (row) => row.publication.derivation?.article ?? null,
      width: 180,
      hidden: true,
    },
  ];
  return (
    <DataTable
      title="待公开的信息"
      screen="publishing.deadlines"
      columns={columns}
      source={{
        kind: 'pages',
        path: '/publication-dues',
        searchable: true,
        query: ({ text, filters }) => ({
          text,
          state: filters.state?.[0],
          unitId: filters.unit?.[0],
        }),
      }}
      keyOf={(row) => row.itemId}
      onOpen={(row) => void go(`/publishing/items/${row.itemId}`)}
      empty={{ title: '没有等待公开的信息', hint: '起草的信息会按形成日期计算期限，列在这里。' }}
    />
  );
}

const shortDay = (day: string | null) => (day === null ? null : longDay(dayOf(day)));

function DueColumns() {
  const go = useNavigate();
  const { data, error, refetch } = useApi<{ readonly rows: readonly ColumnRow[] }>('/columns');
  const columns: readonly DataColumn<ColumnRow>[] = [
    { key: 'title', title: '栏目', value: (row) => row.title },
    {
      key: 'freshness',
      title: '更新情况',
      value: (row) => freshnessTitles[row.freshness],
      render: (row) => (
        <span className={`publication-mark column-${row.freshness}`}>{freshnessTitles[row.freshness]}</span>
      ),
      filterValues: (row) => [row.freshness],
      filter: {
        kind: 'choice',
        options: Object.entries(freshnessTitles).map(([value, label]) => ({ value, label })),
      },
      width: 130,
    },
    {
      key: 'due',
      title: '最迟更新日',
      value: (row) => row.dueOn,
      render: (row) => shortDay(row.dueOn) ?? '没有设周期',
      sortable: true,
      width: 150,
    },
    {
      key: 'newest',
      title: '最近更新',
      value: (row) => row.newestOn,
      render: (row) => shortDay(row.newestOn) ?? '还没有内容',
      sortable: true,
      width: 150,
    },
    {
      key: 'interval',
      title: '更新周期（天）',
      value: (row) => row.updateIntervalDays,
      align: 'right',
      width: 120,
    },
    { key: 'items', title: '信息数', value: (row) => row.items, align: 'right', sortable: true, width: 90 },
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
      width: 150,
    },
    { key: 'kind', title: '种类', value: (row) => columnKindTitles[row.kind], width: 110, hidden: true },
  ];
  return (
    <DataTable
      title="栏目"
      columns={columns}
      source={{ kind: 'rows', rows: data?.rows, error, onRetry: () => void refetch() }}
      keyOf={(row) => row.id}
      onOpen={(row) => void go(`/publishing/columns/${row.id}`)}
      empty={{ title: '还没有栏目', hint: '栏目由政务公开主管部门设置。' }}
    />
  );
}
