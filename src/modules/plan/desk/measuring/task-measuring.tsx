/** 度量与佐证 of a task: computed and signed standing, proposals, bindings with the rows behind them, history. */

import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useMay } from '#desk/data/me.ts';
import { refreshBelow, useApi, useCommand } from '#desk/data/use-api.ts';
import type { BindingView, TaskMeasuring as Measuring } from '../../contract/measuring.ts';
import type { TaskDetail } from '../../contract/tasks.ts';
import { BindingCard, ProposalCard, RejectedBindings } from './binding-cards.tsx';
import { BindingPanel } from './binding-form.tsx';
import { StandingPair } from './override-section.tsx';
import { StandingHistory } from './standing-history.tsx';
import './measuring.css';

const askAgainMs = 1500;

/** The reply, asked again while an evaluation waits; the task itself is asked again when it is done. */
function useTaskMeasuring(taskId: string, enabled: boolean) {
  const client = useQueryClient();
  const [waiting, setWaiting] = useState(false);
  const found = useApi<Measuring>(
    `/tasks/${taskId}/measuring`,
    {},
    { enabled, everyMs: waiting ? askAgainMs : undefined },
  );
  const isWaiting = found.data?.isWaiting ?? false;
  const was = useRef(false);
  useEffect(() => {
    setWaiting(isWaiting);
    if (was.current && !isWaiting) void refreshBelow(client, [`/tasks/${taskId}`, '/plans', '/bindings']);
    was.current = isWaiting;
  }, [isWaiting, client, taskId]);
  return found;
}

export function TaskMeasuring({ task }: { task: TaskDetail }) {
  const may = useMay();
  const maySee = may('plan.viewMeasuring');
  const measuring = useTaskMeasuring(task.id, maySee);
  const [changing, setChanging] = useState<BindingView | 'new'>();
  const [measureId, setMeasureId] = useState<string>();
  const evaluate = useCommand<undefined>({
    call: () => ({ method: 'POST', path: `/tasks/${task.id}/evaluations` }),
    changes: [`/tasks/${task.id}`],
  });
  if (!maySee) return null;
  if (measuring.error !== null) {
    return <RefusalNotice error={measuring.error} onRetry={() => void measuring.refetch()} />;
  }
  const { data } = measuring;
  if (data === undefined) return <Loading what="度量与佐证" lines={6} />;
  const ofStatus = (status: BindingView['status']) => data.bindings.filter((one) => one.status === status);
  const proposed = ofStatus('proposed');
  const confirmed = ofStatus('confirmed');
  const close = () => {
    setChanging(undefined);
    setMeasureId(undefined);
  };
  return (
    <section className="task-measuring" aria-labelledby="task-measuring-title">
      <header className="section-head">
        <h2 id="task-measuring-title" className="plan-heading">
          度量与佐证
        </h2>
        <span className="standing-actions">
          {data.isWaiting ? <span role="status">正在核对…</span> : null}
          {may('plan.evaluate') ? (
            <Button size="small" disabled={data.isWaiting} onClick={() => evaluate.mutate(undefined)}>
              重新核对
            </Button>
          ) : null}
          {may('plan.bind') ? (
            <Button size="small" onClick={() => setChanging('new')}>
              绑定度量
            </Button>
          ) : null}
        </span>
      </header>
      {evaluate.error === null ? null : <RefusalNotice error={evaluate.error} />}
      <StandingPair task={task} measuring={data} />
      {proposed.length === 0 ? null : (
        <>
          <h3>{`建议的度量（${proposed.length}条，待确认）`}</h3>
          {proposed.map((binding) => (
            <ProposalCard key={binding.id} binding={binding} onChange={setChanging} />
          ))}
        </>
      )}
      <h3>{confirmed.length === 0 ? '已绑定的度量' : `已绑定的度量（${confirmed.length}条）`}</h3>
      {confirmed.length === 0 ? (
        <p className="plan-secondary">
          {may('plan.bind')
            ? '还没有。采用上面的建议，或点“绑定度量”自己选一项；绑定以后，任务状态由平台上的记录算出来。'
            : '还没有。由主管部门确认后，任务状态由平台上的记录算出来。'}
        </p>
      ) : (
        confirmed.map((binding) => <BindingCard key={binding.id} binding={binding} onChange={setChanging} />)
      )}
      <RejectedBindings bindings={ofStatus('rejected')} />
      <h3>状态变化</h3>
      <StandingHistory changes={data.changes} now={measuring.dataUpdatedAt} />
      {changing === undefined ? null : (
        <BindingPanel
          key={changing === 'new' ? 'new' : changing.id}
          taskId={task.id}
          binding={changing === 'new' ? undefined : changing}
          measureId={measureId}
          onMeasure={setMeasureId}
          onClose={close}
          onDone={close}
        />
      )}
    </section>
  );
}
