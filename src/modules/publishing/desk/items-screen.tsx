/** 信息发布: every item the officer may see, found by state, openness, kind and words; a row opens the item. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useMay } from '#desk/data/me.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { ClockedItemRow } from '../contract/deadlines.ts';
import { itemStages, publicStandings } from '../rules/item-state.ts';
import { itemKinds } from '../rules/kinds/all.ts';
import { opennessKinds } from '../rules/openness.ts';
import { publicationStateTitles } from '../words/deadlines.ts';
import { opennessTitles, publicStandingTitles, stageTitles } from '../words/items.ts';
import { PublicationDue, PublicationMark } from './deadlines/publication-mark.tsx';

function stateWords(row: ClockedItemRow): string {
  const returned = row.wasReturned && row.stage === 'draft' ? '（被退回）' : '';
  const owed = row.owesLaterReview ? '（待补审）' : '';
  return `${stageTitles[row.stage]}${returned}${owed}`;
}

const columns: readonly DataColumn<ClockedItemRow>[] = [
  { key: 'title', title: '标题', value: (row) => row.title },
  {
    key: 'stage',
    title: '办理',
    value: stateWords,
    filter: {
      kind: 'choice',
      single: true,
      options: itemStages.map((value) => ({ value, label: stageTitles[value] })),
    },
    width: 130,
  },
  {
    key: 'standing',
    title: '公开状态',
    value: (row) => publicStandingTitles[row.standing],
    filter: {
      kind: 'choice',
      single: true,
      options: publicStandings.map((value) => ({ value, label: publicStandingTitles[value] })),
    },
    width: 120,
  },
  {
    key: 'kind',
    title: '类型',
    value: (row) => row.kindTitle,
    filter: {
      kind: 'choice',
      single: true,
      options: itemKinds.map(({ id, title }) => ({ value: id, label: title })),
    },
    width: 110,
    hidden: true,
  },
  {
    key: 'openness',
    title: '公开属性',
    value: (row) => (row.openness === null ? null : opennessTitles[row.openness]),
    filter: {
      kind: 'choice',
      single: true,
      options: opennessKinds.map((value) => ({ value, label: opennessTitles[value] })),
    },
    width: 110,
    hidden: true,
  },
  { key: 'column', title: '栏目', value: (row) => row.columnTitle, width: 130 },
  { key: 'unit', title: '单位', value: (row) => row.unitName, width: 140 },
  { key: 'index', title: '索引号', value: (row) => row.indexNumber, width: 170, hidden: true },
  {
    key: 'limit',
    title: '公开时限',
    value: (row) => publicationStateTitles[row.publication.state],
    render: (row) => (row.publication.state === 'none' ? null : <PublicationMark clock={row.publication} />),
    width: 130,
  },
  {
    key: 'due',
    title: '最后一日',
    value: (row) => row.publication.due,
    render: (row) => (row.publication.state === 'none' ? null : <PublicationDue clock={row.publication} />),
    width: 150,
    hidden: true,
  },
  { key: 'published', title: '发布日期', value: (row) => row.publishedOn, width: 110 },
  {
    key: 'changed',
    title: '最近改动',
    value: (row) => instantWords(instantOf(row.changedAt)),
    width: 170,
    hidden: true,
  },
  { key: 'by', title: '起草人', value: (row) => row.createdByName, width: 90, hidden: true },
];

export function ItemsScreen() {
  const go = useNavigate();
  const may = useMay();
  return (
    <>
      <PageHeader
        title="信息发布"
        summary="起草、审核、发布和撤回的全部信息。"
        help={
          <>
            <p>点一行打开这份信息：修改、看检测结果、送审、审核和发布都在那里。</p>
            <p>“办理”是正在办的这一版走到哪一步，“公开状态”是公众现在看到什么。</p>
          </>
        }
        actions={
          may('publishing.write') ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => void go('/publishing/new')}>
              起草信息
            </Button>
          ) : null
        }
      />
      <DataTable
        title="信息"
        screen="publishing.items"
        columns={columns}
        source={{
          kind: 'pages',
          path: '/items',
          searchable: true,
          query: ({ text, filters }) => ({
            text,
            stage: filters.stage?.[0],
            standing: filters.standing?.[0],
            kind: filters.kind?.[0],
            openness: filters.openness?.[0],
          }),
        }}
        keyOf={(row) => row.id}
        onOpen={(row) => void go(`/publishing/items/${row.id}`)}
        empty={{ title: '这里会列出本单位的信息', hint: '点“起草信息”写第一份。' }}
      />
    </>
  );
}
