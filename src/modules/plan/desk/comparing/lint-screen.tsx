/** The lint of a plan or draft: what whoever has to carry it out or prove it will stumble over. */
import { Tag } from 'antd';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useApi } from '#desk/data/use-api.ts';
import type { ComparableList, LintedPlan } from '../../contract/comparing.ts';
import type { ComparableTask } from '../../rules/comparing/shapes.ts';
import { type LintFinding, lintCodes, lintLevels } from '../../rules/linting/shapes.ts';
import { lintCodeTitles, lintLevelTitles } from '../../words/comparing.ts';
import { PlanChoice } from './plan-choice.tsx';
import '../plan-desk.css';

const help = (
  <>
    <p>印发之前看一遍：有没有无主、无期、无法度量的任务，日期是否存在，是否重复，是否比上年要求更宽。</p>
    <p>“应当修改”的地方印发后会让任务无法落实或无法判定；“建议考虑”的由您判断。</p>
  </>
);

interface LintRow extends LintFinding {
  readonly task: ComparableTask | undefined;
}

const columns: readonly DataColumn<LintRow>[] = [
  {
    key: 'level',
    title: '程度',
    width: 110,
    value: (row) => lintLevelTitles[row.level],
    filter: {
      kind: 'choice',
      options: lintLevels.map((level) => ({ value: lintLevelTitles[level], label: lintLevelTitles[level] })),
    },
    render: (row) => (
      <Tag {...(row.level === 'mend' ? { color: 'red' } : {})}>{lintLevelTitles[row.level]}</Tag>
    ),
  },
  {
    key: 'code',
    title: '问题',
    width: 130,
    value: (row) => lintCodeTitles[row.code],
    filter: {
      kind: 'choice',
      options: lintCodes.map((code) => ({ value: lintCodeTitles[code], label: lintCodeTitles[code] })),
    },
  },
  {
    key: 'task',
    title: '任务',
    value: (row) =>
      row.task === undefined
        ? ''
        : `${row.task.no === null ? '' : `${row.task.no}. `}${row.task.requirement}`,
    render: (row) => (
      <span className="task-words">
        {row.task?.no === null || row.task === undefined ? '' : `${row.task.no}. `}
        {row.task?.requirement}
      </span>
    ),
    card: 'title',
  },
  { key: 'sentence', title: '说明', width: 280, value: (row) => row.sentence },
  { key: 'remedy', title: '怎样改', width: 240, value: (row) => row.remedy },
];

function Findings({ side }: { side: string }) {
  const linted = useApi<LintedPlan>('/plan-lints', { plan: side }, { keepsLast: true });
  const rows = useMemo(() => {
    const byId = new Map(linted.data?.plan.tasks.map((task) => [task.id, task]));
    return linted.data?.findings.map((finding) => ({ ...finding, task: byId.get(finding.taskId) }));
  }, [linted.data]);
  if (linted.error !== null) {
    return <RefusalNotice error={linted.error} onRetry={() => void linted.refetch()} />;
  }
  if (linted.data === undefined || rows === undefined) return <Loading what="检查结果" lines={8} />;
  const { plan, last } = linted.data;
  const toMend = rows.filter((row) => row.level === 'mend').length;
  const [kind, id = ''] = side.split(':');
  return (
    <>
      <p className="comparison-sum" aria-live="polite">
        {plan.tasks.length}项任务，应当修改<strong>{toMend}</strong>处，建议考虑
        <strong>{rows.length - toMend}</strong>处
        {last === null ? '；没有上年计划可以对照' : `；与《${last.title}》对照`}
        {kind === 'import' ? (
          <>
            {' '}
            <Link to={`/plan/imports/${id}`}>去修改草稿</Link>
          </>
        ) : null}{' '}
        <Link to={`/plan/back-test?plan=${side}`}>用上年的记录试算</Link>
      </p>
      <DataTable<LintRow>
        title="检查结果"
        screen="plan.lint"
        columns={columns}
        source={{ kind: 'rows', rows }}
        keyOf={(row) => `${row.taskId}:${row.code}:${row.otherId ?? ''}`}
        empty={{ title: '没有发现问题', hint: '每项任务都有单位、有时限、有可以度量的要求。' }}
      />
    </>
  );
}

export function LintScreen() {
  const [params, setParams] = useSearchParams();
  const plans = useApi<ComparableList>('/comparable-plans');
  if (plans.error !== null) return <RefusalNotice error={plans.error} onRetry={() => void plans.refetch()} />;
  if (plans.data === undefined) return <Loading what="计划" lines={6} />;
  const { rows } = plans.data;
  const side = params.get('plan') ?? (rows.find((one) => one.isDraft) ?? rows[0])?.side;
  return (
    <>
      <PageHeader title="检查计划" summary="印发之前，先看任务能不能落实、能不能度量" help={help} />
      {side === undefined ? (
        <EmptyState
          title="还没有可以检查的计划"
          hint="起草中的计划可以先导入为草稿，检查后再印发。"
          action={<Link to="/plan/imports">导入任务分解表</Link>}
        />
      ) : (
        <>
          <div className="plan-choices">
            <PlanChoice
              label="检查哪一份"
              plans={rows}
              value={side}
              onChange={(next) => setParams({ plan: next })}
            />
          </div>
          <Findings side={side} />
        </>
      )}
    </>
  );
}
