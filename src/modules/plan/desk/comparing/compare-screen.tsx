/** Two plans side by side: which tasks correspond and why, what is new, what is gone, which deadlines moved. */
import { Tag } from 'antd';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { useApi } from '#desk/data/use-api.ts';
import type { ComparableList, ComparedPlans } from '../../contract/comparing.ts';
import type { ComparableTask } from '../../rules/comparing/shapes.ts';
import { deadlineMoveTitles } from '../../words/comparing.ts';
import { type ComparisonRow, changesOfPair, comparisonFates, comparisonRows } from './comparison-rows.ts';
import { PlanChoice } from './plan-choice.tsx';
import '../plan-desk.css';

const help = (
  <>
    <p>
      左边选上年计划、上级计划或者其他地区的计划，右边选要看的计划或草稿。文字相近的任务配成一对，写明相近在哪里。
    </p>
    <p>上级和其他地区的计划在“导入任务分解表”里选好类别后导入，只供比较，不会公开。</p>
  </>
);

const numbered = (task: ComparableTask | undefined) =>
  task === undefined ? '' : `${task.no === null ? '' : `${task.no}. `}${task.requirement}`;

const columns: readonly DataColumn<ComparisonRow>[] = [
  {
    key: 'fate',
    title: '去向',
    width: 100,
    value: (row) => row.fate,
    filter: { kind: 'choice', options: comparisonFates.map((fate) => ({ value: fate, label: fate })) },
    render: (row) => <Tag>{row.fate}</Tag>,
    card: 'line',
  },
  {
    key: 'after',
    title: '所看计划的任务',
    value: (row) => numbered(row.after),
    render: (row) => <span className="task-words">{numbered(row.after) || '—'}</span>,
    card: 'title',
  },
  {
    key: 'before',
    title: '对照计划的任务',
    value: (row) => numbered(row.before),
    render: (row) => <span className="task-words">{numbered(row.before) || '—'}</span>,
  },
  {
    key: 'score',
    title: '相近程度',
    width: 110,
    align: 'right',
    sortable: true,
    value: (row) => (row.pair === undefined ? null : Math.round(row.pair.score * 100)),
    render: (row) => (row.pair === undefined ? '—' : `${Math.round(row.pair.score * 100)}%`),
  },
  {
    key: 'move',
    title: '时限',
    width: 130,
    value: (row) => (row.pair === undefined ? null : deadlineMoveTitles[row.pair.deadline.move]),
    filter: {
      kind: 'choice',
      options: Object.values(deadlineMoveTitles).map((title) => ({ value: title, label: title })),
    },
  },
  {
    key: 'changes',
    title: '变化',
    width: 260,
    value: (row) => (row.pair === undefined ? '' : changesOfPair(row.pair).join('；')),
  },
];

function TaskWords({ title, task }: { title: string; task: ComparableTask | undefined }) {
  if (task === undefined) return null;
  return (
    <section className="compared-task">
      <h3>{title}</h3>
      <p>{numbered(task)}</p>
      <Facts
        facts={[
          ['章节', [task.section, task.subsection, task.item].filter((part) => part !== null).join(' / ')],
          ['牵头', task.lead.join('、')],
          ['责任', task.responsible.join('、')],
          ['配合', task.cooperating.join('、')],
          ['完成时限', task.deadlineText],
        ]}
      />
    </section>
  );
}

function ComparisonPanel({ row, close }: { row: ComparisonRow; close: () => void }) {
  const changes = row.pair === undefined ? [] : changesOfPair(row.pair);
  return (
    <SidePanel title={row.fate} onClose={close} width="wide">
      <TaskWords title="所看计划" task={row.after} />
      <TaskWords title="对照计划" task={row.before} />
      {row.pair === undefined ? null : (
        <Facts
          facts={[
            ['相近程度', `${Math.round(row.pair.score * 100)}%`],
            ['依据', row.pair.reasons.join('；')],
            ['变化', changes.length === 0 ? '没有变化' : changes.join('；')],
          ]}
        />
      )}
      {row.nearest === undefined ? null : (
        <TaskWords
          title={`最接近的任务（${Math.round(row.nearest.score * 100)}%，已与其他任务配对）`}
          task={row.nearest.task}
        />
      )}
    </SidePanel>
  );
}

function Comparison({ base, plan }: { base: string; plan: string }) {
  const compared = useApi<ComparedPlans>('/plan-comparisons', { base, plan }, { keepsLast: true });
  const rows = useMemo(
    () => (compared.data === undefined ? undefined : comparisonRows(compared.data)),
    [compared.data],
  );
  if (compared.error !== null) {
    return <RefusalNotice error={compared.error} onRetry={() => void compared.refetch()} />;
  }
  if (compared.data === undefined || rows === undefined) return <Loading what="比较结果" lines={8} />;
  const { comparison } = compared.data;
  const moved = comparison.pairs.filter(({ deadline }) => !['same', 'bothOpen'].includes(deadline.move));
  return (
    <>
      <p className="comparison-sum" aria-live="polite">
        延续<strong>{comparison.pairs.length}</strong>项（其中时限有变化<strong>{moved.length}</strong>
        项），新增
        <strong>{comparison.created.length}</strong>项，未再列入<strong>{comparison.dropped.length}</strong>项
      </p>
      <DataTable<ComparisonRow>
        title="比较结果"
        screen="plan.compare"
        columns={columns}
        source={{ kind: 'rows', rows }}
        keyOf={(row) => row.key}
        panel={({ row, close }) => (row === undefined ? null : <ComparisonPanel row={row} close={close} />)}
        empty={{ title: '两份计划都没有任务' }}
      />
    </>
  );
}

export function CompareScreen() {
  const [params, setParams] = useSearchParams();
  const plans = useApi<ComparableList>('/comparable-plans');
  if (plans.error !== null) return <RefusalNotice error={plans.error} onRetry={() => void plans.refetch()} />;
  if (plans.data === undefined) return <Loading what="计划" lines={6} />;
  const { rows } = plans.data;
  const plan = params.get('plan') ?? rows.find((one) => one.kind === 'own')?.side;
  const year = rows.find((one) => one.side === plan)?.year ?? null;
  const before = rows.find(
    (one) => one.side !== plan && one.kind === 'own' && year !== null && one.year === year - 1,
  );
  const base = params.get('base') ?? (before ?? rows.find((one) => one.side !== plan))?.side;
  const choose = (name: 'base' | 'plan') => (side: string) =>
    setParams({
      ...(base === undefined ? {} : { base }),
      ...(plan === undefined ? {} : { plan }),
      [name]: side,
    });
  return (
    <>
      <PageHeader title="比较计划" summary="哪些任务延续下来，哪些是新的，哪些时限变了" help={help} />
      {rows.length < 2 ? (
        <EmptyState
          title="至少要有两份计划才能比较"
          hint="上年的、上级的、其他地区的计划都可以导入。"
          action={<Link to="/plan/imports">导入任务分解表</Link>}
        />
      ) : (
        <>
          <div className="plan-choices">
            <PlanChoice label="对照计划" plans={rows} value={base} onChange={choose('base')} />
            <PlanChoice label="所看计划" plans={rows} value={plan} onChange={choose('plan')} />
          </div>
          {base === undefined || plan === undefined ? null : <Comparison base={base} plan={plan} />}
        </>
      )}
    </>
  );
}
