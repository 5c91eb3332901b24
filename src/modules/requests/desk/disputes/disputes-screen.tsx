/** Every review and lawsuit the officer reaches: stage, the next day that binds us, outcome. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { useToday } from '#desk/data/today.ts';
import { yearOf } from '#kernel/day.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { DisputeRow } from '../../contract/disputes.ts';
import { disputeOutcomes, disputeWays } from '../../rules/disputes/shapes.ts';
import { disputeOutcomeTitles, disputeWayTitles } from '../../words/disputes.ts';
import { markOfDispute } from './dispute-marks.ts';

const help = (
  <>
    <p>针对政府信息公开的行政复议、行政诉讼都登记在这里，从申请的案卷里登记的自动带出原答复的依据。</p>
    <p>
      “下一期限”只列我方必须做的事：答复、答辩、上诉，以及听证和开庭。逾期不答复的，视为没有证据（行政复议法第七十条）。
    </p>
  </>
);

function columnsOf(years: readonly number[]): readonly DataColumn<DisputeRow>[] {
  return [
    { key: 'subject', title: '事由', value: (row) => row.subject, card: 'title' },
    { key: 'number', title: '编号', width: 150, value: (row) => row.number },
    {
      key: 'way',
      title: '途径',
      width: 116,
      value: (row) => disputeWayTitles[row.way],
      filter: {
        kind: 'choice',
        single: true,
        options: disputeWays.map((value) => ({ value, label: disputeWayTitles[value] })),
      },
    },
    { key: 'unit', title: '被申请人、被告', width: 150, value: (row) => row.unitName },
    { key: 'authority', title: '复议机关、法院', width: 160, value: (row) => row.authority, hidden: true },
    {
      key: 'opened',
      title: '提出日期',
      width: 116,
      value: (row) => row.openedOn,
      filter: {
        kind: 'choice',
        single: true,
        options: years.map((year) => ({ value: String(year), label: `${year}年` })),
      },
    },
    {
      key: 'next',
      title: '下一期限',
      width: 220,
      value: (row) => (row.next === null ? '' : `${row.next.due} ${row.next.title}`),
      render: (row) => (row.next === null ? null : `${dayTextInWords(row.next.due)}　${row.next.title}`),
    },
    {
      key: 'state',
      title: '阶段',
      width: 110,
      value: (row) => markOfDispute(row).word,
      render: (row) => <StandingChip {...markOfDispute(row)} />,
      filter: {
        kind: 'choice',
        single: true,
        options: [
          { value: 'open', label: '尚未审结' },
          ...disputeOutcomes.map((value) => ({ value, label: disputeOutcomeTitles[value] })),
        ],
      },
    },
  ];
}

const source: PagesSource = {
  kind: 'pages',
  path: '/requests/disputes',
  searchable: true,
  query: ({ text, filters }) => {
    const state = filters.state?.[0];
    return {
      text,
      way: filters.way?.[0],
      year: filters.opened?.[0],
      state: state === 'open' ? 'open' : undefined,
      outcome: state === 'open' ? undefined : state,
    };
  },
};

export function DisputesScreen() {
  const navigate = useNavigate();
  const may = useMay();
  const year = yearOf(useToday());
  const columns = useMemo(() => columnsOf([year, year - 1, year - 2, year - 3]), [year]);
  return (
    <>
      <PageHeader
        title="复议诉讼"
        summary="针对政府信息公开的行政复议和行政诉讼。"
        help={help}
        actions={
          may('requests.keepDisputes') ? (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              onClick={() => void navigate('/requests/disputes/new')}
            >
              登记复议诉讼
            </Button>
          ) : undefined
        }
      />
      <DataTable
        title="复议诉讼"
        screen="requests.disputes"
        columns={columns}
        source={source}
        keyOf={(row) => row.id}
        onOpen={(row) => void navigate(`/requests/disputes/${row.id}`)}
        empty={{
          title: '这里会列出针对政府信息公开的复议和诉讼',
          hint: '收到复议申请书副本或者起诉状副本后，从申请的案卷里登记，或者点“登记复议诉讼”。',
        }}
      />
    </>
  );
}
