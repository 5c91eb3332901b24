/** 政策文件库: every document of the library, narrowed by issuer, kind, theme, year, validity and what is missing. */
import { FileAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi } from '#desk/data/use-api.ts';
import type { DeskDocumentRow, LibraryOverview } from '../contract/documents.ts';
import type { LibraryFacet } from '../rules/facets.ts';
import { documentGaps } from '../rules/gaps.ts';
import { documentValidities } from '../rules/validity.ts';
import { gapTitles, validityMarks, validityTitles } from '../words/documents.ts';

const help = (
  <>
    <p>文件发布后自动入库，有效性由文件自己的日期和其他文件的废止、修改推出，不用手填。</p>
    <p>“缺少的要素”在文件的信息里补填并重新发布；关系在文件页面登记。</p>
  </>
);

function columnsOf(overview: LibraryOverview | undefined): readonly DataColumn<DeskDocumentRow>[] {
  const optionsOf = (facet: LibraryFacet, unit = '') =>
    (overview?.facets[facet] ?? []).map(({ value, count }) => ({
      value,
      label: `${value}${unit}（${count}）`,
    }));
  const counts = new Map(overview?.gaps.map(({ value, count }) => [value, count]));
  return [
    { key: 'title', title: '标题', value: (row) => row.title, card: 'title' },
    { key: 'number', title: '发文字号', width: 170, value: (row) => row.documentNumber },
    {
      key: 'issuer',
      title: '发文机关',
      width: 160,
      value: (row) => row.issuers.join('、'),
      filter: { kind: 'choice', single: true, options: optionsOf('issuer') },
    },
    {
      key: 'kind',
      title: '文种',
      width: 90,
      value: (row) => row.kind,
      hidden: true,
      filter: { kind: 'choice', single: true, options: optionsOf('kind') },
    },
    {
      key: 'theme',
      title: '主题',
      width: 150,
      value: (row) => row.theme,
      filter: { kind: 'choice', single: true, options: optionsOf('theme') },
      hidden: true,
    },
    {
      key: 'written',
      title: '成文日期',
      width: 112,
      value: (row) => row.writtenOn,
      filter: { kind: 'choice', single: true, options: optionsOf('year', '年') },
    },
    {
      key: 'validity',
      title: '有效性',
      width: 120,
      value: (row) => validityTitles[row.validity],
      render: (row) => (
        <StandingChip standing={validityMarks[row.validity]} word={validityTitles[row.validity]} />
      ),
      filter: {
        kind: 'choice',
        single: true,
        options: documentValidities.map((value) => ({ value, label: validityTitles[value] })),
      },
    },
    {
      key: 'gap',
      title: '缺少的要素',
      width: 110,
      value: (row) => row.gaps.map((gap) => gapTitles[gap]).join('、'),
      filter: {
        kind: 'choice',
        single: true,
        options: documentGaps.map((value) => ({
          value,
          label: `${gapTitles[value]}（${counts.get(value) ?? 0}）`,
        })),
      },
    },
    {
      key: 'public',
      title: '公开',
      width: 90,
      value: (row) => (row.isPublic ? '已公开' : '不对外'),
      hidden: true,
    },
  ];
}

const source: PagesSource = {
  kind: 'pages',
  path: '/policies/documents',
  searchable: true,
  query: ({ text, filters }) => ({
    text,
    issuer: filters.issuer?.[0],
    kind: filters.kind?.[0],
    theme: filters.theme?.[0],
    year: filters.written?.[0],
    validity: filters.validity?.[0],
    gap: filters.gap?.[0],
  }),
};

export function LibraryScreen() {
  const go = useNavigate();
  const may = useMay();
  const { data: overview } = useApi<LibraryOverview>('/policies/library');
  const columns = useMemo(() => columnsOf(overview), [overview]);
  return (
    <>
      <PageHeader
        title="政策文件库"
        summary={
          overview === undefined
            ? '全县的政策文件和它们的有效性。'
            : `${overview.documents}件文件，${overview.complete}件要素齐全。`
        }
        help={help}
        actions={
          may('publishing.write') ? (
            <Button
              type="primary"
              icon={<FileAddOutlined />}
              onClick={() => void go('/policies/registration')}
            >
              登记文件
            </Button>
          ) : null
        }
      />
      <DataTable
        title="政策文件"
        screen="policies.library"
        columns={columns}
        source={source}
        keyOf={(row) => row.itemId}
        onOpen={(row) => void go(`/policies/documents/${row.itemId}`)}
        empty={{
          title: '这里会列出全县的政策文件',
          hint: '点“登记文件”拖入一份公文，或者起草一份政策文件。',
        }}
      />
    </>
  );
}
