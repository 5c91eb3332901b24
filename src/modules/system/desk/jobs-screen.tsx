/** What the platform does in the background, and what of it failed. */
import { Button } from 'antd';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import type { StandingName } from '#desk/components/standing-chip/standing.ts';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import { type JobRow, type JobState, jobStates } from '../contract.ts';

const states: Readonly<Record<JobState, { readonly word: string; readonly standing: StandingName }>> = {
  waiting: { word: '等待', standing: 'notYetDue' },
  running: { word: '进行中', standing: 'cannotTell' },
  failed: { word: '没有办成', standing: 'failing' },
  done: { word: '办成', standing: 'met' },
};

const at = (instant: string | null) => (instant === null ? null : instantWords(instantOf(instant)));

const columns: readonly DataColumn<JobRow>[] = [
  { key: 'kind', title: '作业', value: (row) => row.kind },
  {
    key: 'state',
    title: '状态',
    value: (row) => states[row.state].word,
    render: (row) => <StandingChip {...states[row.state]} />,
    width: 120,
    filter: {
      kind: 'choice',
      single: true,
      options: jobStates.map((state) => ({ value: state, label: states[state].word })),
    },
  },
  { key: 'runAt', title: '计划时间', value: (row) => at(row.runAt), width: 190 },
  { key: 'finishedAt', title: '结束时间', value: (row) => at(row.finishedAt), width: 190 },
  {
    key: 'attempts',
    title: '次数',
    value: (row) => `${row.attempts}/${row.maxAttempts}`,
    width: 80,
    align: 'right',
  },
];

const source: PagesSource = {
  kind: 'pages',
  path: '/jobs',
  query: ({ filters }) => ({ state: filters.state?.[0] }),
};

const help = (
  <>
    <p>定时任务、文件识别、备份等在后台进行。失败会自动重试；次数用尽后留在这里，查明原因再重试。</p>
    <p>平台停机几天也不会漏：恢复后，到期而没做的作业会补上。</p>
  </>
);

export function JobsScreen() {
  return (
    <>
      <PageHeader title="后台作业" summary="平台在后台做的事，和没有办成的。" help={help} />
      <DataTable
        title="后台作业"
        screen="system.jobs"
        columns={columns}
        source={source}
        keyOf={(row) => row.id}
        panel={({ row, close }) =>
          row === undefined ? null : (
            <SidePanel title={row.kind} onClose={close}>
              <JobDetail job={row} />
            </SidePanel>
          )
        }
        empty={{ title: '这里会列出后台作业', hint: '导入文件、到期提醒、备份等开始后就能看到。' }}
      />
    </>
  );
}

function JobDetail({ job }: { readonly job: JobRow }) {
  const may = useMay();
  const say = useSay();
  const retry = useCommand<void>({
    call: () => ({ method: 'POST', path: `/jobs/${job.id}/retry` }),
    changes: ['/jobs'],
    onDone: () => say.done('已重新排队'),
  });
  return (
    <>
      <Facts
        facts={[
          ['状态', <StandingChip key="state" {...states[job.state]} />],
          ['计划时间', at(job.runAt)],
          ['登记时间', at(job.createdAt)],
          ['结束时间', at(job.finishedAt)],
          ['次数', `第${job.attempts}次，最多${job.maxAttempts}次`],
          ['原因', job.lastError],
          ['编号', <code key="id">{job.id}</code>],
        ]}
      />
      {retry.error === null ? null : <RefusalNotice error={retry.error} takesFocus />}
      {job.state === 'failed' && may('system.manageJobs') ? (
        <Button loading={retry.isPending} onClick={() => retry.mutate()}>
          重新执行
        </Button>
      ) : null}
    </>
  );
}
