/** Meetings of the leading groups, what they decided, and who belongs to the groups. */
import { PlusOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { DecisionView, LeadingGroupView, MeetingRow } from '../../contract/meetings.ts';
import { trainingStatuses } from '../../rules/training.ts';
import { decisionTimingTitles, meetingStatusTitles } from '../../words/meetings.ts';
import { decisionMarks, gatheringMarks } from '../record-words.ts';
import { GroupsView } from './groups-view.tsx';
import { PlanMeetingForm } from './meeting-forms.tsx';

const help = (
  <>
    <p>先登记领导小组和成员，再计划会议、发出通知；开完会登记出席情况、纪要和议定事项。</p>
    <p>议定事项由办理单位报送进展和佐证，直到办结。已召开的会议自动计入任务的度量和年度最低要求。</p>
  </>
);

const meetingColumns: readonly DataColumn<MeetingRow>[] = [
  { key: 'title', title: '会议', value: (row) => row.title, card: 'title' },
  { key: 'group', title: '领导小组', width: 200, value: (row) => row.groupName },
  {
    key: 'day',
    title: '日期',
    width: 136,
    value: (row) => row.heldOn ?? row.plannedFor,
    render: (row) => dayTextInWords(row.heldOn ?? row.plannedFor),
  },
  { key: 'minutes', title: '纪要', width: 80, value: (row) => (row.hasMinutes ? '有' : '') },
  {
    key: 'decisions',
    title: '议定事项',
    width: 150,
    value: (row) =>
      row.decisionCount === 0
        ? ''
        : `${row.decisionCount}项${row.openDecisions === 0 ? '，已全部办结' : `，${row.openDecisions}项在办`}`,
  },
  {
    key: 'status',
    title: '状态',
    width: 104,
    value: (row) => meetingStatusTitles[row.status],
    render: (row) => (
      <StandingChip standing={gatheringMarks[row.status]} word={meetingStatusTitles[row.status]} />
    ),
    filter: {
      kind: 'choice',
      single: true,
      options: trainingStatuses.map((value) => ({ value, label: meetingStatusTitles[value] })),
    },
  },
];

const meetingSource: PagesSource = {
  kind: 'pages',
  path: '/organisation/meetings',
  searchable: true,
  query: ({ text, filters }) => ({ text, status: filters.status?.[0] }),
};

const decisionColumns: readonly DataColumn<DecisionView>[] = [
  { key: 'content', title: '议定事项', value: (row) => row.content, card: 'title' },
  { key: 'unit', title: '办理单位', width: 150, value: (row) => row.unitName },
  {
    key: 'due',
    title: '办结期限',
    width: 136,
    value: (row) => row.dueOn,
    render: (row) => dayTextInWords(row.dueOn),
  },
  {
    key: 'done',
    title: '办结日期',
    width: 136,
    value: (row) => row.doneOn,
    render: (row) => dayTextInWords(row.doneOn),
  },
  { key: 'meeting', title: '会议', width: 180, value: (row) => row.meetingTitle },
  {
    key: 'open',
    title: '情况',
    width: 110,
    value: (row) => decisionTimingTitles[row.timing],
    render: (row) => (
      <StandingChip standing={decisionMarks[row.timing]} word={decisionTimingTitles[row.timing]} />
    ),
    filter: {
      kind: 'choice',
      single: true,
      options: [
        { value: 'true', label: '在办' },
        { value: 'false', label: '已办结或终止' },
      ],
    },
  },
];

const decisionSource: PagesSource = {
  kind: 'pages',
  path: '/organisation/decisions',
  query: ({ filters }) => ({ open: filters.open?.[0] }),
};

export function MeetingsScreen() {
  const [params, setParams] = useSearchParams();
  const view = params.get('view') ?? 'meetings';
  const [planning, setPlanning] = useState(false);
  const groups = useApi<{ rows: LeadingGroupView[] }>('/organisation/leading-groups');
  const may = useMay();
  const navigate = useNavigate();
  const own = groups.data?.rows.filter((group) => may('organisation.holdMeetings', group.officeUnitId)) ?? [];
  return (
    <>
      <PageHeader
        title="领导小组与会议"
        summary="政务公开领导小组、会议和议定事项。"
        help={help}
        actions={
          own.length === 0 ? undefined : (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setPlanning(true)}>
              计划会议
            </Button>
          )
        }
      />
      <Tabs
        activeKey={view}
        onChange={(next) => setParams({ view: next }, { replace: true })}
        destroyOnHidden
        items={[
          {
            key: 'meetings',
            label: '会议',
            children: (
              <DataTable
                title="会议"
                screen="organisation.meetings"
                columns={meetingColumns}
                source={meetingSource}
                keyOf={(row) => row.id}
                onOpen={(row) => void navigate(`/organisation/meetings/${row.id}`)}
                empty={{
                  title: '这里会列出领导小组会议',
                  hint: '先在“领导小组”里登记小组和成员，再计划会议。',
                }}
              />
            ),
          },
          {
            key: 'decisions',
            label: '议定事项',
            children: (
              <DataTable
                title="议定事项"
                screen="organisation.decisions"
                columns={decisionColumns}
                source={decisionSource}
                keyOf={(row) => row.id}
                onOpen={(row) => void navigate(`/organisation/meetings/${row.meetingId}`)}
                empty={{ title: '这里会列出会议的议定事项', hint: '开完会，在会议页面逐项登记。' }}
              />
            ),
          },
          { key: 'groups', label: '领导小组', children: <GroupsView /> },
        ]}
      />
      {planning ? (
        <SidePanel title="计划会议" width="wide" onClose={() => setPlanning(false)}>
          <PlanMeetingForm groups={own} onDone={(id) => void navigate(`/organisation/meetings/${id}`)} />
        </SidePanel>
      ) : null}
    </>
  );
}
