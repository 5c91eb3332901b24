/** Questions of the public that found nothing: what the county does not publish, or calls otherwise. */
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import type { MissView } from '../contract.ts';

const columns: readonly DataColumn<MissView>[] = [
  { key: 'question', title: '搜索内容', value: (row) => row.question },
  { key: 'times', title: '次数', value: (row) => row.times, width: 100 },
  { key: 'last', title: '最近一天', value: (row) => row.lastDay, width: 140 },
];

export function Misses() {
  return (
    <DataTable
      title="没有结果的检索"
      screen="search.misses"
      columns={columns}
      source={{ kind: 'pages', path: '/search/misses', query: () => ({}) }}
      keyOf={(row) => row.question}
      empty={{
        title: '这里会列出公众反复搜索却没有结果的内容',
        hint: '近90天问过3次以上的才列出；不记录是谁问的，含号码、邮箱的不保存。',
      }}
    />
  );
}
