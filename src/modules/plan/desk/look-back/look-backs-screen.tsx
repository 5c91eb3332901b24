/** The list of look-backs, and the start of one on a plan of an earlier year. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { longDay } from '#kernel/day-words.ts';
import type { LookBackSummary } from '../../contract/look-back.ts';
import type { PlanSummary } from '../../contract/tasks.ts';
import '../plan-desk.css';

const help = (
  <>
    <p>对往年计划逐项核查：有佐证的核销，没有完成的下达整改并跟踪到办结，情况变化不再要求的写明理由。</p>
    <p>全部任务都有结果、未完成的都已下达整改，才能写结论、结束核查。</p>
  </>
);

const columns: readonly DataColumn<LookBackSummary>[] = [
  { key: 'plan', title: '所核查的计划', value: (row) => row.planTitle, card: 'title' },
  { key: 'dueOn', title: '应完成日期', width: 150, value: (row) => longDay(row.dueOn) },
  {
    key: 'progress',
    title: '已核查',
    width: 110,
    align: 'right',
    value: (row) => `${row.counts.tasks - row.counts.undecided}/${row.counts.tasks}`,
  },
  { key: 'struckOff', title: '核销', width: 80, align: 'right', value: (row) => row.counts.struckOff },
  { key: 'unfinished', title: '未完成', width: 90, align: 'right', value: (row) => row.counts.unfinished },
  {
    key: 'state',
    title: '状态',
    width: 120,
    value: (row) => (row.closedAt === null ? '核查中' : '已结束'),
    render: (row) => (
      <StandingChip
        standing={row.closedAt === null ? 'notYetDue' : 'met'}
        word={row.closedAt === null ? '核查中' : '已结束'}
      />
    ),
  },
];

function OpenLookBack({ known }: { known: readonly string[] }) {
  const navigate = useNavigate();
  const plans = useApi<{ rows: PlanSummary[] }>('/plans');
  const [planId, setPlanId] = useState<string>();
  const thisYear = Math.max(...(plans.data?.rows ?? []).map((plan) => plan.year), 0);
  const choices = (plans.data?.rows ?? []).filter((plan) => plan.year < thisYear && !known.includes(plan.id));
  const open = useCommand<string, { lookBackId: string }>({
    call: (chosen) => ({ method: 'POST', path: '/look-backs', body: { planId: chosen } }),
    changes: ['/look-backs'],
    onDone: ({ lookBackId }) => void navigate(`/plan/look-backs/${lookBackId}`),
  });
  if (choices.length === 0) return null;
  const chosen = planId ?? choices[0]?.id;
  return (
    <div className="look-back-open">
      <Select
        aria-label="核查哪一份往年计划"
        value={chosen ?? null}
        onChange={(next: string) => setPlanId(next)}
        options={choices.map((plan) => ({ value: plan.id, label: plan.title }))}
      />
      <Button
        type="primary"
        loading={open.isPending}
        disabled={chosen === undefined}
        onClick={() => chosen !== undefined && open.mutate(chosen)}
      >
        开展“回头看”
      </Button>
      {open.error === null ? null : <RefusalNotice error={open.error} takesFocus />}
    </div>
  );
}

export function LookBacksScreen() {
  const navigate = useNavigate();
  const lookBacks = useApi<{ rows: LookBackSummary[] }>('/look-backs');
  return (
    <>
      <PageHeader title="回头看" summary="往年计划逐项核查核销，未完成的整改到底" help={help} />
      {lookBacks.data === undefined ? null : (
        <OpenLookBack known={lookBacks.data.rows.map((row) => row.planId)} />
      )}
      <DataTable<LookBackSummary>
        title="回头看"
        columns={columns}
        source={{
          kind: 'rows',
          rows: lookBacks.data?.rows,
          error: lookBacks.error,
          onRetry: () => void lookBacks.refetch(),
        }}
        keyOf={(row) => row.id}
        onOpen={(row) => void navigate(`/plan/look-backs/${row.id}`)}
        empty={{ title: '还没有开展过“回头看”', hint: '选一份往年的计划，开始逐项核查' }}
      />
    </>
  );
}
