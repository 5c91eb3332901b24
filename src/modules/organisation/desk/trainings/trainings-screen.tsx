/** Every training of the county: business trainings, legal study, policy trainings. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { useToday } from '#desk/data/today.ts';
import { yearOf } from '#kernel/day.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { TrainingRow } from '../../contract/training.ts';
import { trainingAudiences, trainingKinds, trainingStatuses } from '../../rules/training.ts';
import { trainingAudienceTitles, trainingKindTitles, trainingStatusTitles } from '../../words/training.ts';
import { gatheringMarks, minutesInWords } from '../record-words.ts';
import { PlanTrainingForm } from './training-forms.tsx';

const help = (
  <>
    <p>先把培训列入计划，办完后登记举办日期和参训人员。已举办的场次自动计入任务的度量和年度最低要求。</p>
    <p>登记错了点“取消”并写明原因，场次随即不再计数，记录仍然保留。</p>
  </>
);

function columnsOf(years: readonly number[]): readonly DataColumn<TrainingRow>[] {
  return [
    { key: 'topic', title: '主题', value: (row) => row.topic, card: 'title' },
    {
      key: 'kind',
      title: '种类',
      width: 116,
      value: (row) => trainingKindTitles[row.kind],
      filter: {
        kind: 'choice',
        single: true,
        options: trainingKinds.map((value) => ({ value, label: trainingKindTitles[value] })),
      },
    },
    { key: 'organiser', title: '组织单位', width: 150, value: (row) => row.organiserName },
    {
      key: 'day',
      title: '日期',
      width: 136,
      value: (row) => row.heldOn ?? row.plannedFor,
      render: (row) => dayTextInWords(row.heldOn ?? row.plannedFor),
      filter: {
        kind: 'choice',
        single: true,
        options: years.map((year) => ({ value: String(year), label: `${year}年` })),
      },
    },
    {
      key: 'audience',
      title: '对象',
      width: 150,
      value: (row) => row.audiences.map((one) => trainingAudienceTitles[one]).join('、'),
      filter: {
        kind: 'choice',
        single: true,
        options: trainingAudiences.map((value) => ({ value, label: trainingAudienceTitles[value] })),
      },
    },
    { key: 'people', title: '人数', width: 72, align: 'right', value: (row) => row.people },
    { key: 'units', title: '单位数', width: 80, align: 'right', value: (row) => row.unitCount },
    {
      key: 'minutes',
      title: '时长',
      width: 110,
      value: (row) => minutesInWords(row.minutes),
      hidden: true,
    },
    {
      key: 'status',
      title: '状态',
      width: 104,
      value: (row) => trainingStatusTitles[row.status],
      render: (row) => (
        <StandingChip standing={gatheringMarks[row.status]} word={trainingStatusTitles[row.status]} />
      ),
      filter: {
        kind: 'choice',
        single: true,
        options: trainingStatuses.map((value) => ({ value, label: trainingStatusTitles[value] })),
      },
    },
  ];
}

const source: PagesSource = {
  kind: 'pages',
  path: '/organisation/trainings',
  searchable: true,
  query: ({ text, filters }) => ({
    text,
    kind: filters.kind?.[0],
    status: filters.status?.[0],
    audience: filters.audience?.[0],
    year: filters.day?.[0],
  }),
};

export function TrainingsScreen() {
  const [planning, setPlanning] = useState(false);
  const may = useMay();
  const navigate = useNavigate();
  const year = yearOf(useToday());
  const columns = useMemo(() => columnsOf([year + 1, year, year - 1, year - 2]), [year]);
  return (
    <>
      <PageHeader
        title="培训"
        summary="业务培训、领导干部学法、面向基层的政策培训。"
        help={help}
        actions={
          may('organisation.holdTrainings') ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setPlanning(true)}>
              计划培训
            </Button>
          ) : undefined
        }
      />
      <DataTable
        title="培训"
        screen="organisation.trainings"
        columns={columns}
        source={source}
        keyOf={(row) => row.id}
        onOpen={(row) => void navigate(`/organisation/trainings/${row.id}`)}
        empty={{
          title: '这里会列出全县的培训',
          hint: '先把要办的培训列入计划；已经办过的，列入后马上登记举办日期即可。',
        }}
      />
      {planning ? (
        <SidePanel title="计划培训" width="wide" onClose={() => setPlanning(false)}>
          <PlanTrainingForm onDone={(id) => void navigate(`/organisation/trainings/${id}`)} />
        </SidePanel>
      ) : null}
    </>
  );
}
