/** The supervising office's view of a plan: the year drawn, by section, by unit, as a calendar, as a list. */
import { Button, Dropdown, Select, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { useApi } from '#desk/data/use-api.ts';
import { longDay } from '#kernel/day-words.ts';
import { planAddress } from '../../addresses.ts';
import type { PlanMarks } from '../../contract/marks.ts';
import type { PlanSummary } from '../../contract/tasks.ts';
import { OverviewView } from '../overview/overview-view.tsx';
import { MarkedTaskPanel } from '../task-columns.tsx';
import { CalendarView } from './calendar-view.tsx';
import { SectionView, UnitView } from './group-views.tsx';
import { TaskPages } from './task-pages.tsx';
import { usePlanMarks } from './use-plan-marks.ts';
import '../plan-desk.css';

const help = (
  <>
    <p>
      同一份计划的五种看法：全年、按章节、按单位、按月历、按清单。全年一页可以直接打印，带去会议室。清单可以筛选、排序、选列、导出并保存常用视图。
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

interface MarkViewProps {
  readonly board: PlanMarks;
  readonly onOpen: (taskId: string) => void;
}

/** A view of marks; the task that is opened stands in the side panel. */
function MarkView({ planId, View }: { planId: string; View: (props: MarkViewProps) => ReactNode }) {
  const [params, setParams] = useSearchParams();
  const board = usePlanMarks(planId);
  if (board.error !== null) return <RefusalNotice error={board.error} onRetry={() => void board.refetch()} />;
  if (board.data === undefined) return <Loading what="计划" lines={8} />;
  const show = (taskId: string | null) =>
    setParams((old) => withParam(old, 'open', taskId), { replace: true });
  const opened = params.get('open');
  return (
    <>
      <View board={board.data} onOpen={show} />
      {opened === null ? null : <MarkedTaskPanel taskId={opened} onClose={() => show(null)} />}
    </>
  );
}

function BoardViews({ planId }: { planId: string }) {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const go = (next: Record<string, string>) => setParams({ ...keepPlan(params), ...next }, { replace: true });
  const marks = (View: (props: MarkViewProps) => ReactNode) => <MarkView planId={planId} View={View} />;
  return (
    <Tabs
      className="board-tabs"
      activeKey={params.get('view') ?? 'year'}
      onChange={(view) => go({ view })}
      destroyOnHidden
      items={[
        {
          key: 'year',
          label: '全年',
          children: (
            <OverviewView
              planId={planId}
              onOpen={(taskId) => void navigate(`/plan/tasks/${taskId}`)}
              onStanding={(standing) => go({ view: 'list', 'f.standing': standing })}
            />
          ),
        },
        { key: 'section', label: '按章节', children: marks(SectionView) },
        { key: 'unit', label: '按单位', children: marks(UnitView) },
        { key: 'calendar', label: '月历', children: marks(CalendarView) },
        { key: 'list', label: '清单', children: <TaskPages planId={planId} /> },
      ]}
    />
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
  const data = plans.data?.rows.find((plan) => plan.id === planId);
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
              <Link to={`/plan/back-test?plan=plan:${planId}`}>上年试算</Link>
              <ExportMenu planId={planId} />
            </>
          )
        }
        help={help}
      />
      {planId === undefined ? <Loading what="计划" lines={8} /> : <BoardViews planId={planId} />}
    </>
  );
}
