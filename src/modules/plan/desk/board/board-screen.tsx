/** The supervising office's view of a plan: by section, by unit, as a calendar, as a list. */
import { Button, Dropdown, Select, Tabs } from 'antd';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { useApi } from '#desk/data/use-api.ts';
import { longDay } from '#kernel/day-words.ts';
import { planAddress } from '../../addresses.ts';
import type { PlanBoard, PlanSummary } from '../../contract/tasks.ts';
import { TaskPanel, taskColumns } from '../task-columns.tsx';
import { CalendarView } from './calendar-view.tsx';
import { SectionView, UnitView } from './group-views.tsx';
import '../plan-desk.css';

const help = (
  <>
    <p>
      同一份计划的四种看法：按章节、按单位、按月历、按清单。清单可以筛选、排序、选列、导出并保存常用视图。
    </p>
    <p>点任务标记或行，看全文、时限算法和责任单位。没有度量的任务到期后显示“无法判定”，不会假定完成。</p>
  </>
);

function ExportMenu({ planId }: { planId: string }) {
  const items = [
    {
      key: 'xlsx',
      label: <a href={apiAddress(`/plans/${planId}/export`, { format: 'xlsx' })}>任务分解表（.xlsx）</a>,
    },
    {
      key: 'docx',
      label: <a href={apiAddress(`/plans/${planId}/export`, { format: 'docx' })}>任务分解表（.docx）</a>,
    },
    {
      key: 'ledger',
      label: (
        <a href={apiAddress(`/plans/${planId}/export`, { format: 'xlsx', ledger: 'true' })}>
          任务台账（.xlsx）
        </a>
      ),
    },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button>导出</Button>
    </Dropdown>
  );
}

function BoardViews({ board }: { board: PlanBoard }) {
  const [params, setParams] = useSearchParams();
  const view = params.get('view') ?? 'section';
  const open = (taskId: string) => setParams((old) => withParam(old, 'open', taskId), { replace: true });
  const close = () => setParams((old) => withParam(old, 'open', null), { replace: true });
  const opened = board.tasks.find((task) => task.id === params.get('open'));
  const columns = useMemo(() => taskColumns(board.tasks), [board.tasks]);
  return (
    <>
      <Tabs
        activeKey={view}
        onChange={(next) => setParams({ ...keepPlan(params), view: next }, { replace: true })}
        destroyOnHidden
        items={[
          { key: 'section', label: '按章节', children: <SectionView board={board} onOpen={open} /> },
          { key: 'unit', label: '按单位', children: <UnitView board={board} onOpen={open} /> },
          { key: 'calendar', label: '月历', children: <CalendarView board={board} onOpen={open} /> },
          {
            key: 'list',
            label: '清单',
            children: (
              <DataTable
                title="任务"
                screen="plan.board"
                columns={columns}
                source={{ kind: 'rows', rows: board.tasks }}
                keyOf={(row) => row.id}
                panel={({ row, close: closeRow }) => <TaskPanel task={row} onClose={closeRow} />}
                empty={{ title: '这份计划没有任务' }}
              />
            ),
          },
        ]}
      />
      {view === 'list' || opened === undefined ? null : <TaskPanel task={opened} onClose={close} />}
    </>
  );
}

function withParam(params: URLSearchParams, name: string, value: string | null): URLSearchParams {
  const next = new URLSearchParams(params);
  if (value === null) next.delete(name);
  else next.set(name, value);
  return next;
}

function keepPlan(params: URLSearchParams): Record<string, string> {
  const plan = params.get('plan');
  return plan === null ? {} : { plan };
}

export function BoardScreen() {
  const [params, setParams] = useSearchParams();
  const plans = useApi<{ rows: PlanSummary[] }>('/plans');
  const planId = params.get('plan') ?? plans.data?.rows[0]?.id;
  const board = useApi<PlanBoard>(
    `/plans/${planId ?? ''}`,
    {},
    { enabled: planId !== undefined, keepsLast: true },
  );
  if (plans.error !== null) return <RefusalNotice error={plans.error} onRetry={() => void plans.refetch()} />;
  if (plans.data?.rows.length === 0) {
    return (
      <>
        <PageHeader title="任务总览" help={help} />
        <EmptyState
          title="这里会显示全县的任务、单位和时限"
          hint="先导入一份印发的任务分解表。"
          action={<Link to="/plan/imports">导入任务分解表</Link>}
        />
      </>
    );
  }
  const { data } = board;
  return (
    <>
      <PageHeader
        title="任务总览"
        summary={
          data === undefined
            ? undefined
            : `${data.taskCount}项任务，${data.unitCount}个单位${data.issuedOn === null ? '' : `，${longDay(data.issuedOn)}印发`}`
        }
        actions={
          planId === undefined ? undefined : (
            <>
              <Select
                aria-label="选择计划"
                className="board-plan"
                value={planId}
                onChange={(next: string) => setParams({ plan: next })}
                options={(plans.data?.rows ?? []).map((plan) => ({
                  value: plan.id,
                  label: `${plan.year}年 ${plan.title}`,
                }))}
              />
              <a href={planAddress({ planId })} target="_blank" rel="noreferrer">
                公开页面
              </a>
              <ExportMenu planId={planId} />
            </>
          )
        }
        help={help}
      />
      {board.error !== null ? (
        <RefusalNotice error={board.error} onRetry={() => void board.refetch()} />
      ) : data === undefined ? (
        <Loading what="计划" lines={8} />
      ) : (
        <BoardViews board={data} />
      )}
    </>
  );
}
