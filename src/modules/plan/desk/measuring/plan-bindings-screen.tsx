/** 绑定度量 for a whole plan: every task beside what the platform proposes to measure it by; many confirmed at once. */

import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Segmented, Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { ProgressTask } from '#desk/components/progress-task/progress-task.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { refreshBelow, useApi, useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { BindingRow, PlanEvaluationView } from '../../contract/measuring.ts';
import type { PlanSummary } from '../../contract/tasks.ts';
import { seenOf, useBindingDecisions } from './binding-cards.tsx';
import { BindingRowItem } from './binding-row.tsx';
import { useBindingKeys } from './use-binding-keys.ts';
import '../plan-desk.css';
import './measuring.css';

const help = (
  <>
    <p>平台按任务原文提出度量建议，并写明依据哪句话；采用以后，任务状态由平台上的记录每晚算出来。</p>
    <p>
      不合适的点“不采用”，以后不会再提；参数、单位、目标要改的，打开任务调整。没有建议的任务可以自己选一项度量。
    </p>
    <p>键盘：J、K 上下移动，空格选中，A 采用，X 不采用，E 打开任务。</p>
  </>
);

const views = [
  { value: 'open', label: '有待确认' },
  { value: 'unbound', label: '未绑定' },
  { value: 'bound', label: '已绑定' },
  { value: 'all', label: '全部' },
] as const;
type View = (typeof views)[number]['value'];

const hasStatus = (row: BindingRow, status: BindingRow['bindings'][number]['status']) =>
  row.bindings.some((one) => one.status === status);

function inView(row: BindingRow, view: View): boolean {
  switch (view) {
    case 'open':
      return hasStatus(row, 'proposed');
    case 'unbound':
      return !hasStatus(row, 'confirmed');
    case 'bound':
      return hasStatus(row, 'confirmed');
    case 'all':
      return true;
  }
}

const openOf = (row: BindingRow) => row.bindings.filter(({ status }) => status === 'proposed');

/** A plan has at most a few hundred tasks; one page holds what a person can go through. */
const rowsAtOnce = 500;
const askAgainMs = 1500;

function useEvaluation(planId: string) {
  const client = useQueryClient();
  const [waiting, setWaiting] = useState(false);
  const found = useApi<PlanEvaluationView>(
    `/plans/${planId}/evaluation`,
    {},
    { everyMs: waiting ? askAgainMs : undefined },
  );
  const isWaiting = found.data?.isWaiting ?? false;
  const was = useRef(false);
  useEffect(() => {
    setWaiting(isWaiting);
    if (was.current && !isWaiting) void refreshBelow(client, ['/plans', '/tasks', '/my-tasks']);
    was.current = isWaiting;
  }, [isWaiting, client]);
  return found.data;
}

function EvaluationBar({ planId }: { planId: string }) {
  const say = useSay();
  const evaluation = useEvaluation(planId);
  const evaluate = useCommand<undefined>({
    call: () => ({ method: 'POST', path: `/plans/${planId}/evaluations` }),
    changes: [`/plans/${planId}/evaluation`],
  });
  const propose = useCommand<undefined, { proposed: number; unbound: number }>({
    call: () => ({ method: 'POST', path: `/plans/${planId}/proposals` }),
    changes: ['/plans', '/tasks'],
    onDone: ({ proposed }) => say.done(proposed === 0 ? '没有新的建议' : `新提出${proposed}条建议`),
  });
  const error = evaluate.error ?? propose.error;
  return (
    <>
      {error === null ? null : <RefusalNotice error={error} />}
      {evaluation?.isWaiting === true ? (
        <ProgressTask title="正在核对任务状态" share={evaluation.progress ?? undefined} />
      ) : (
        <p className="plan-secondary">
          {evaluation?.evaluatedAt == null
            ? '还没有核对过。'
            : `最近核对：${instantWords(instantOf(evaluation.evaluatedAt))}，${evaluation.tasks}项任务，${evaluation.changed}项状态改变。`}
          <Button type="link" size="small" onClick={() => evaluate.mutate(undefined)}>
            立即核对全部
          </Button>
          <Button type="link" size="small" onClick={() => propose.mutate(undefined)}>
            按原文重新提建议
          </Button>
        </p>
      )}
    </>
  );
}

function useShownRows(rows: readonly BindingRow[] | undefined, view: View, text: string) {
  return useMemo(
    () =>
      (rows ?? []).filter(
        (row) =>
          inView(row, view) &&
          (text === '' ||
            `${row.no ?? ''} ${row.section ?? ''} ${row.item ?? ''} ${row.requirement}`.includes(text)),
      ),
    [rows, view, text],
  );
}

function PlanBindings({ planId }: { planId: string }) {
  const [params, setParams] = useSearchParams();
  const view = views.find(({ value }) => value === params.get('view'))?.value ?? 'open';
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(0);
  const navigate = useNavigate();
  const list = useApi<{ rows: BindingRow[]; next: string | null }>(`/plans/${planId}/bindings`, {
    limit: rowsAtOnce,
  });
  const shown = useShownRows(list.data?.rows, view, text);
  const { confirm, reject } = useBindingDecisions();
  const open = shown.flatMap(openOf);
  const chosen = open.filter(({ id }) => picked.has(id));
  const row = shown[Math.min(current, shown.length - 1)];
  const decide = (how: typeof confirm, bindings: readonly BindingRow['bindings'][number][]) => {
    if (bindings.length === 0 || how.isPending) return;
    how.mutate({ bindings: bindings.map(seenOf) }, { onSuccess: () => setPicked(new Set()) });
  };
  const pick = (ids: readonly string[], on: boolean) => {
    const next = new Set(picked);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    setPicked(next);
  };
  useBindingKeys({
    move: (step) => setCurrent(Math.max(0, Math.min(shown.length - 1, current + step))),
    pick: () => {
      if (row === undefined) return;
      const ids = openOf(row).map(({ id }) => id);
      pick(ids, !ids.every((id) => picked.has(id)));
    },
    confirm: () => decide(confirm, chosen.length > 0 || row === undefined ? chosen : openOf(row)),
    reject: () => decide(reject, chosen.length > 0 || row === undefined ? chosen : openOf(row)),
    open: () => {
      if (row !== undefined) void navigate(`/plan/tasks/${row.taskId}`);
    },
  });
  if (list.error !== null) return <RefusalNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Loading what="任务和度量" lines={8} />;
  const error = confirm.error ?? reject.error;
  const all = list.data.rows;
  return (
    <>
      <div className="bindings-bar">
        <Segmented
          aria-label="显示哪些任务"
          value={view}
          options={views.map(({ value, label }) => ({
            value,
            label: `${label} ${all.filter((one) => inView(one, value)).length}`,
          }))}
          onChange={(next) => {
            setCurrent(0);
            setParams({ plan: planId, view: next }, { replace: true });
          }}
        />
        <Input
          className="bindings-search"
          aria-label="查找任务"
          placeholder="查找任务"
          allowClear
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {open.length === 0 ? null : (
          <span className="standing-actions">
            <Button
              onClick={() =>
                pick(
                  open.map(({ id }) => id),
                  chosen.length < open.length,
                )
              }
            >
              {chosen.length < open.length ? `选中全部${open.length}条` : '全部不选'}
            </Button>
            <Button
              type="primary"
              disabled={chosen.length === 0}
              loading={confirm.isPending}
              onClick={() => decide(confirm, chosen)}
            >
              {`采用所选${chosen.length === 0 ? '' : `${chosen.length}条`}`}
            </Button>
            <Button
              disabled={chosen.length === 0}
              loading={reject.isPending}
              onClick={() => decide(reject, chosen)}
            >
              不采用
            </Button>
          </span>
        )}
      </div>
      {error === null ? null : <RefusalNotice error={error} />}
      {shown.length === 0 ? (
        <EmptyState
          title={view === 'open' && text === '' ? '没有待确认的建议' : '没有符合条件的任务'}
          hint={view === 'open' ? '可以切换到“未绑定”，为没有建议的任务自己选度量。' : undefined}
        />
      ) : (
        <ol className="bindings-list">
          {shown.map((one, index) => (
            <BindingRowItem
              key={one.taskId}
              row={one}
              isCurrent={one === row && index === Math.min(current, shown.length - 1)}
              picked={picked}
              onPick={(id, on) => pick([id], on)}
            />
          ))}
        </ol>
      )}
      {list.data.next === null ? null : (
        <p className="plan-secondary">{`这里显示前${rowsAtOnce}项任务，其余的请在任务详情里逐项绑定。`}</p>
      )}
    </>
  );
}

export function PlanBindingsScreen() {
  const [params, setParams] = useSearchParams();
  const plans = useApi<{ rows: PlanSummary[] }>('/plans');
  const planId = params.get('plan') ?? plans.data?.rows[0]?.id;
  if (plans.error !== null) return <RefusalNotice error={plans.error} onRetry={() => void plans.refetch()} />;
  return (
    <>
      <PageHeader
        title="绑定度量"
        summary="让每项任务的状态由记录算出来，而不是靠填写。"
        help={help}
        actions={
          planId === undefined ? undefined : (
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
          )
        }
      />
      {planId === undefined ? (
        plans.data === undefined ? (
          <Loading what="计划" lines={4} />
        ) : (
          <EmptyState
            title="还没有任务分解表"
            hint="导入并确认以后，这里会列出每项任务和建议的度量。"
            action={<Link to="/plan/imports">导入任务分解表</Link>}
          />
        )
      ) : (
        <>
          <EvaluationBar planId={planId} />
          <PlanBindings key={planId} planId={planId} />
        </>
      )}
    </>
  );
}
