/** 政府信息公开申请: the queues by the next day of the law, what nobody has touched, and everything closed. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useMay } from '#desk/data/me.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import { type RequestListRow, requestQueues } from '../contract/requests.ts';
import { applicantKindTitles } from '../rules/applicants.ts';
import { intakeWays } from '../rules/case-events.ts';
import { caseStages } from '../rules/case-state.ts';
import { caseEndingTitles, caseStageTitles } from '../rules/stage-titles.ts';
import { intakeWayTitles } from '../words/requests.ts';

const queueTitles: Readonly<Record<(typeof requestQueues)[number], string>> = {
  open: '在办，按下一法定日期',
  mine: '我承办的',
  untouched: '还没有人办理的',
  closed: '已办结',
  all: '全部',
};

function stageWords(row: RequestListRow): string {
  return row.ending === null
    ? caseStageTitles[row.stage]
    : `${caseStageTitles[row.stage]}（${caseEndingTitles[row.ending]}）`;
}

const dayOrNothing = (day: string | null) => (day === null ? null : dayTextInWords(day));

const columns: readonly DataColumn<RequestListRow>[] = [
  { key: 'subject', title: '所需信息', value: (row) => row.subject },
  { key: 'number', title: '编号', value: (row) => row.number, width: 105 },
  {
    key: 'queue',
    title: '范围',
    value: (row) => (row.isTouched ? '已办理' : '未办理'),
    filter: {
      kind: 'choice',
      single: true,
      options: requestQueues.map((value) => ({ value, label: queueTitles[value] })),
    },
    width: 90,
    hidden: true,
    card: 'none',
  },
  {
    key: 'next',
    title: '下一法定日期',
    value: (row) => (row.nextOn === null ? null : `${dayTextInWords(row.nextOn)} ${row.nextWhat ?? ''}`),
    width: 190,
  },
  {
    key: 'stage',
    title: '办理',
    value: stageWords,
    filter: {
      kind: 'choice',
      single: true,
      options: caseStages.map((value) => ({ value, label: caseStageTitles[value] })),
    },
    width: 140,
  },
  {
    key: 'applicant',
    title: '申请人',
    value: (row) => `${row.maskedName}（${applicantKindTitles[row.applicantKind]}）`,
    width: 130,
  },
  { key: 'unit', title: '答复机关', value: (row) => row.unitName, width: 130 },
  { key: 'handling', title: '承办单位', value: (row) => row.handlingUnitName, width: 130, hidden: true },
  {
    key: 'internal',
    title: '内部时限',
    value: (row) => dayOrNothing(row.internalDue),
    width: 120,
    hidden: true,
  },
  {
    key: 'way',
    title: '收到方式',
    value: (row) => intakeWayTitles[row.way],
    filter: {
      kind: 'choice',
      single: true,
      options: intakeWays.map((value) => ({ value, label: intakeWayTitles[value] })),
    },
    width: 130,
    hidden: true,
  },
  {
    key: 'received',
    title: '收到之日',
    value: (row) => dayOrNothing(row.receivedOn),
    width: 150,
    hidden: true,
  },
  { key: 'closed', title: '办结之日', value: (row) => dayOrNothing(row.closedOn), width: 130, hidden: true },
];

export function RequestsScreen() {
  const go = useNavigate();
  const may = useMay();
  return (
    <>
      <PageHeader
        title="政府信息公开申请"
        summary="分派给您的申请；政府信息公开工作机构可见本级全部。"
        help={
          <>
            <p>在办的按下一法定日期先后排列；“范围”里可以看还没有人办理的和已经办结的。</p>
            <p>期限不保存，按收到之日、告知、征求意见等经过随时计算，打开一件可以看逐日的算法。</p>
          </>
        }
        actions={
          may('requests.register') ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => void go('/requests/new')}>
              登记申请
            </Button>
          ) : null
        }
      />
      <DataTable
        title="申请"
        screen="requests.list"
        columns={columns}
        source={{
          kind: 'pages',
          path: '/requests',
          searchable: true,
          query: ({ text, filters }) => ({
            text,
            queue: filters.queue?.[0],
            stage: filters.stage?.[0],
            way: filters.way?.[0],
          }),
        }}
        keyOf={(row) => row.id}
        onOpen={(row) => void go(`/requests/${row.id}`)}
        empty={{ title: '这里会列出要办理的申请', hint: '收到申请后点“登记申请”；网上提交的自动登记。' }}
      />
    </>
  );
}
