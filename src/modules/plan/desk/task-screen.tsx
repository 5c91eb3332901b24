/** One task on a screen of its own, so that it can be linked to. */
import { useParams } from 'react-router';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi } from '#desk/data/use-api.ts';
import type { TaskDetail } from '../contract/tasks.ts';
import { TaskLedger } from './ledger/task-ledger.tsx';
import { TaskMeasuring } from './measuring/task-measuring.tsx';
import { TaskOrders } from './supervision/task-orders.tsx';
import { TaskFacts } from './task-columns.tsx';
import './plan-desk.css';

export function TaskScreen() {
  const { taskId = '' } = useParams();
  const task = useApi<TaskDetail>(`/tasks/${taskId}`);
  const judges = useMay()('plan.bind');
  if (task.error !== null) return <RefusalNotice error={task.error} onRetry={() => void task.refetch()} />;
  if (task.data === undefined) return <Loading what="任务" lines={8} />;
  const { no, item, planTitle } = task.data;
  return (
    <>
      <PageHeader
        title={`${no === null ? '任务' : `第${no}项任务`}${item === null ? '' : `：${item}`}`}
        summary={planTitle}
      />
      <TaskFacts task={task.data} />
      {/* Who judges comes for the figures, who reports for the ledger. */}
      {judges ? <TaskMeasuring task={task.data} /> : null}
      <TaskLedger task={task.data} />
      {judges ? null : <TaskMeasuring task={task.data} />}
      <TaskOrders taskId={task.data.id} planId={task.data.planId} />
    </>
  );
}
